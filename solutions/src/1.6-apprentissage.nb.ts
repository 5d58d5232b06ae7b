// ---
// title: Apprendre
// exercises:
//   - id: crossEntropy
//     title: Entropie croisée
//     points: 3
//     functions: [crossEntropy]
//     imports: []
//   - id: logitsGradient
//     title: Gradient par rapport aux logits
//     points: 3
//     functions: [logitsGradient]
//     imports: []
//   - id: numericGradient
//     title: Vérificateur de gradient
//     points: 4
//     functions: [numericGradient, relativeError]
//     fixtures: [quadratic, cubic, lossOfLogits]
//     imports: []
//   - id: trainLoop
//     title: Boucle d’entraînement
//     points: 5
//     functions: [trainLoop]
//     fixtures: [createShuffler, linearModel, diaryModel]
//     imports: []
// ---
// %% [markdown] id=c0de1601
// # Exercices 1.6 : la perte, son gradient, la boucle
//
// Vous allez écrire tout ce qu’il faut pour apprendre : **de combien** le réseau se trompe, **dans quel sens**
// corriger ses logits, la **preuve** qu’un gradient est juste, et la **boucle** qui répète les corrections.
// Quatre exercices, **15 points** :
//
// | Exercice | À écrire | Points | Dans la leçon |
// |---|---|---|---|
// | 1. Entropie croisée | `crossEntropy` | 3 | partie 1 |
// | 2. Gradient par rapport aux logits | `logitsGradient` | 3 | partie 1 |
// | 3. Vérificateur de gradient | `numericGradient`, `relativeError` | 4 | fin de la partie 3 |
// | 4. Boucle d’entraînement | `trainLoop` | 5 | parties 2 et 4 |
//
// La leçon est la [1.6](../lecons/1.6-apprentissage.ipynb) ; softmax est dans la
// [leçon 1.5](../lecons/1.5-couche-dense-softmax.ipynb), partie 3. Les quatre exercices sont indépendants.
//
// Chaque exercice tient en trois cellules : l’énoncé, la cellule où vous écrivez votre réponse, et
// une cellule `check` qui essaie votre fonction sur les **cas publics** et montre aussitôt le
// résultat. La note tient aussi compte de cas que vous ne voyez pas : d’autres nombres de classes, d’autres
// fonctions, des logits énormes, des lots qui ne tombent pas juste. Une fonction juste les passe tous.
//
// Les règles, pour les quatre exercices :
//
// - gardez le nom et la signature de la fonction ;
// - n’importez rien : `Math.log`, `Math.exp`, `Math.max` et des boucles suffisent ;
// - gardez les cellules fournies telles qu’elles sont ;
// - ne modifiez pas les tableaux reçus ;
// - refusez les arguments de la liste « Erreurs » de l’énoncé par `throw` ; le reste est garanti : les
//   tableaux ne contiennent que des nombres, et la somme d’une distribution vaut 1, aux arrondis près ;
// - ajoutez autant de cellules que vous voulez pour essayer ;
// - si vous êtes bloqué, `await hint('crossEntropy')` donne un premier indice, puis un deuxième, puis un troisième :
//   personne ne les compte ;
// - `await progress()` montre où vous en êtes, leçon par leçon ;
// - pour recommencer un exercice, remplacez votre réponse par `await reset('crossEntropy')` et exécutez la cellule : elle
//   reprend son texte de départ, et l’ancienne réponse est gardée à côté du carnet.
// %% id=c0de1602 role=given
import { check, hint, progress, reset } from '@convolab/lib/check';
// %% [markdown] id=c0de1603
// ## Échauffement : lequel se trompe le plus cher ?
//
// Trois réseaux regardent la même photo. La bonne classe est la première. Avant d’exécuter les deux
// cellules qui suivent, répondez de tête :
//
// 1. Lequel a la plus petite perte ?
// 2. `prudent` et `sûr` donnent tous deux leur plus grande probabilité à une **autre** classe. Lequel paie le plus ?
// 3. De combien la perte augmente-t-elle quand la probabilité de la bonne classe est divisée par deux ?
//
// Changez ensuite `wanted` pour vérifier vos réponses avec les autres classes.
// %% id=c0de1604 role=given
const predictions = {
  juste: [0.8, 0.1, 0.1],
  prudent: [0.3, 0.4, 0.3],
  sûr: [0.02, 0.96, 0.02],
};
// %% id=c0de1605 role=free
const wanted = 0;
for (const [name, q] of Object.entries(predictions)) {
  console.log(name.padEnd(8), 'q =', q[wanted], '; perte', (-Math.log(q[wanted])).toFixed(4));
}
console.log('q divisé par deux :', (Math.log(0.8) - Math.log(0.4)).toFixed(4), 'de plus');
// %% [markdown] id=c0de1606
// `juste` perd le moins, 0,2231. `prudent` et `sûr` répondent mal tous les deux, mais l’un paie 1,2040 et l’autre
// 3,9120 : l’assurance dans l’erreur coûte cher. Et diviser q par deux ajoute toujours la même quantité,
// ln 2 ≈ 0,6931, d’où qu’on parte.
// %% [markdown] id=c0de1607
// ## Exercice 1 : entropie croisée (3 points)
//
// Écrivez `crossEntropy(p, q)` :
//
// - `p` : la distribution **voulue**, l’étiquette ; un 1 et des 0, ou une étiquette **adoucie**, partagée
//   entre plusieurs classes ;
// - `q` : la distribution **prédite**, de même longueur.
//
// L’ordre est celui de la formule (la fonction de `@convolab/lib` reçoit, elle, la prédiction d’abord). Votre fonction
// rend un seul nombre, avec le logarithme **naturel** :
//
// $$H(P, Q) = -\sum_{i} p_i \ln q_i$$
//
// Deux conventions, à respecter exactement :
//
// - un terme où $p_i = 0$ vaut **0**, même si $q_i = 0$ ;
// - s’il existe une classe où $p_i > 0$ et $q_i = 0$, la perte est infinie : rendez **`Infinity`**. Ne bornez pas q.
//
// **Exemple.** Une photo sur laquelle sept personnes ont vu un chien et trois un renard :
//
// | Classe | p | q | −p ln q |
// |---|---|---|---|
// | chien | 0,7 | 0,5 | 0,4852 |
// | renard | 0,3 | 0,3 | 0,3612 |
// | cheval | 0 | 0,2 | 0 |
//
// - `crossEntropy([0.7, 0.3, 0], [0.5, 0.3, 0.2])` rend 0,8464, la somme de la dernière colonne ;
// - `crossEntropy([1, 0, 0, 0, 0], [0.4, 0.3, 0.05, 0.05, 0.2])` rend −ln 0,4 = 0,9163, comme dans la leçon ;
// - `crossEntropy([1, 0, 0, 0, 0], [0.98, 0.01, 0, 0, 0.01])` rend 0,0202 ;
// - `crossEntropy([0, 1], [1, 0])` rend `Infinity`.
//
// **Erreurs.** La fonction lève une erreur, de n’importe quel type, par exemple
// `throw new RangeError('longueurs différentes')`, si :
//
// - `p` et `q` n’ont pas la même longueur, ou sont vides ;
// - une valeur de `p` ou de `q` n’est pas une probabilité, c’est-à-dire un nombre de 0 à 1 : `NaN` est refusé
//   aussi. (Ne vérifiez pas que la somme vaut 1.)
// %% id=c0de1608 role=answer exercise=crossEntropy
function crossEntropy(p: number[], q: number[]): number {
  // BEGIN SOLUTION
  // 1. Vérifier à la porte.
  if (p.length === 0 || p.length !== q.length) {
    throw new RangeError(
      `crossEntropy : p a ${p.length} valeurs et q en a ${q.length} ; il en faut autant, une au moins.`,
    );
  }
  for (const value of [...p, ...q]) {
    if (!(value >= 0 && value <= 1)) {
      throw new RangeError(`crossEntropy : ${value} n'est pas une probabilité, de 0 à 1.`);
    }
  }

  // 2. Additionner les termes, sans ceux où p vaut 0. Là où q vaut 0, ln q vaut -Infinity.
  let loss = 0;
  for (let i = 0; i < p.length; i++) {
    if (p[i] !== 0) loss -= p[i] * Math.log(q[i]);
  }
  return loss;
  // END SOLUTION
}
// %% id=c0de1609 role=check exercise=crossEntropy
await check('crossEntropy', crossEntropy);
// %% [markdown] id=c0de160a
// **À regarder.** La perte n’est nulle que si P n’a qu’un 1 et que Q le trouve. Pour une étiquette adoucie, même la
// prédiction parfaite paie : retirez les `//` ci-dessous. Les deux nombres d’une ligne devraient-ils être égaux ?
// %% id=c0de160b role=free
// const [blurry, guess] = [[0.7, 0.3, 0], [0.5, 0.3, 0.2]];
// console.log('q = p :', crossEntropy(blurry, blurry), '; q autre :', crossEntropy(blurry, guess));
// console.log('H(P, Q) :', crossEntropy(blurry, guess), '; H(Q, P) :', crossEntropy(guess, blurry));
// %% [markdown] id=c0de160c
// ## Exercice 2 : gradient par rapport aux logits (3 points)
//
// Un réseau calcule des logits z, softmax en fait $q$, et la perte est $H(P, Q)$. Écrivez
// `logitsGradient(z, p)`, qui rend les dérivées de la perte par rapport aux logits :
//
// - `z` : les logits, un par classe, des nombres finis quelconques ;
// - `p` : la distribution voulue, « un parmi n » ou adoucie, de même longueur.
//
// La fonction rend un nouveau vecteur, un nombre par classe :
//
// $$\frac{\partial H}{\partial z_i} = q_i - p_i, \qquad q_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$$
//
// Les logits peuvent être énormes, comme 1000, ou très négatifs : `Math.exp(1000)` vaut `Infinity`, et
// aucune réponse ne doit contenir `NaN`.
//
// **Exemple.** Avec `z = [2, 1, 0.1]` et `p = [1, 0, 0]` :
//
// | Classe | z | q | p | q − p |
// |---|---|---|---|---|
// | 0 | 2 | 0,6590 | 1 | −0,3410 |
// | 1 | 1 | 0,2424 | 0 | 0,2424 |
// | 2 | 0,1 | 0,0986 | 0 | 0,0986 |
//
// - `logitsGradient([2, 1, 0.1], [1, 0, 0])` rend la dernière colonne, dont la somme est nulle ;
// - `logitsGradient([1002, 1001, 1000.1], [1, 0, 0])` rend les mêmes nombres ;
// - `logitsGradient([3, 3], [0.5, 0.5])` rend `[0, 0]` : il n’y a rien à corriger.
//
// **Erreurs.** La fonction lève une erreur si `z` et `p` n’ont pas la même longueur, ou sont vides.
// %% id=c0de160d role=answer exercise=logitsGradient
function logitsGradient(z: number[], p: number[]): number[] {
  // BEGIN SOLUTION
  // 1. Vérifier à la porte.
  if (z.length === 0 || z.length !== p.length) {
    throw new RangeError(
      `logitsGradient : ${z.length} logits et ${p.length} probabilités ; il en faut autant, une au moins.`,
    );
  }

  // 2. Softmax, le plus grand logit retranché : le plus grand exposant devient 0, rien ne déborde.
  const largest = Math.max(...z);
  const exponentials = z.map((logit) => Math.exp(logit - largest));
  const total = exponentials.reduce((sum, value) => sum + value, 0);

  // 3. Prédit moins voulu.
  return exponentials.map((value, i) => value / total - p[i]);
  // END SOLUTION
}
// %% id=c0de160e role=check exercise=logitsGradient
await check('logitsGradient', logitsGradient);
// %% [markdown] id=c0de160f
// **À regarder.** Retirez les `//` : on retranche de z la moitié de son gradient, cinq fois, et la perte descend. (Avec un
// p nul, `logitsGradient` rend q.) Prenez ensuite l’étiquette `[0, 0.7, 0.3]`, et cinquante pas : vers quel nombre
// descend-elle ? Pourquoi pas vers 0 ?
// %% id=c0de1610 role=free
// const label = [0, 1, 0];
// let z = [2, 1, 0.1];
// for (let step = 0; step < 5; step++) {
//   const gradient = logitsGradient(z, label);
//   z = z.map((logit, i) => logit - 0.5 * gradient[i]);
//   console.log('pas', step + 1, ': perte', crossEntropy(label, logitsGradient(z, [0, 0, 0])));
// }
// %% [markdown] id=c0de1611
// ## Exercice 3 : vérificateur de gradient (4 points)
//
// Une passe arrière fausse ne plante pas : le réseau apprend mal, et l’on cherche pendant des jours. Vous allez
// écrire l’outil qui la démasque, en deux fonctions.
//
// **`numericGradient(f, x, h)`** mesure le gradient de `f` au point `x` par des différences centrées :
//
// - `f` : une fonction, qui reçoit un vecteur et rend un nombre ;
// - `x` : le point, un vecteur d’au moins un nombre ;
// - `h` : de combien bouger ; `1e-5` si on ne le donne pas.
//
// Elle rend un nouveau vecteur, un nombre par coordonnée de x. Pour la coordonnée i, **elle seule** bouge, de h
// dans un sens, puis dans l’autre :
//
// $$g_i = \frac{f(\dots,\, x_i + h,\, \dots) - f(\dots,\, x_i - h,\, \dots)}{2h}$$
//
// Après l’appel, `x` doit être **exactement** ce qu’il était. Attention : en JavaScript, `0.1 + h - 2 * h + h` ne
// redonne pas 0.1. Travaillez sur une copie, ou gardez l’ancienne valeur dans une variable pour la remettre.
//
// **`relativeError(a, b)`** compare deux gradients : le plus grand écart, rapporté au plus grand des nombres,
// signes mis à part.
//
// $$E(a, b) = \frac{\max_i |a_i - b_i|}{\max_i \max(|a_i|, |b_i|)}$$
//
// Deux conventions, à respecter exactement :
//
// - deux vecteurs entièrement nuls se ressemblent : rendez **0**, et non 0 / 0 ;
// - si `a` ou `b` contient un nombre qui n’est pas fini (`NaN`, `Infinity`, `-Infinity`), rendez **`Infinity`** : un
//   gradient `NaN` ne doit jamais passer pour juste.
//
// **Exemple.** $f(x) = x_0^2 + x_0 x_1 + 2 x_1^2$ au point `[1, 2]`, avec `h = 0.5`, donc 2h = 1 :
//
// | Coordonnée | un cran plus loin | un cran plus près | différence / 2h |
// |---|---|---|---|
// | 0 | f(1,5 ; 2) = 13,25 | f(0,5 ; 2) = 9,25 | 4 |
// | 1 | f(1 ; 2,5) = 16 | f(1 ; 1,5) = 7 | 9 |
//
// - `numericGradient(quadratic([[1, 1], [0, 2]]), [1, 2], 0.5)` rend `[4, 9]`. (La fonction `quadratic` est fournie
//   ci-dessous.)
// - `relativeError([4, 9], [4, 8.1])` rend 0,9 / 9 = 0,1 ;
// - `relativeError([0, 0], [0, 0])` rend 0 ; `relativeError([1, NaN], [1, 2])` rend `Infinity`.
//
// **Erreurs.** `numericGradient` lève une erreur si `h` n’est pas plus grand que 0 (`NaN` est refusé aussi) ;
// `relativeError`, si les vecteurs n’ont pas la même longueur ou sont vides.
// %% id=c0de1612 role=given exercise=numericGradient
// Trois fonctions à dériver : chacune se fabrique à partir de ses coefficients.
type FunctionOfVector = (x: number[]) => number;
/** La somme des a[i][j] × x[i] × x[j]. */
function quadratic(a: number[][]): FunctionOfVector {
  return (x) =>
    a.flatMap((row, i) => row.map((c, j) => c * x[i] * x[j])).reduce((s, v) => s + v, 0);
}
/** La somme des c[i] × x[i]³. */
function cubic(c: number[]): FunctionOfVector {
  return (x) => c.reduce((sum, coefficient, i) => sum + coefficient * x[i] ** 3, 0);
}
/** La perte de softmax(z) pour l’étiquette p. */
function lossOfLogits(p: number[]): FunctionOfVector {
  return (z) => {
    const logOfSum = Math.log(z.reduce((sum, logit) => sum + Math.exp(logit), 0));
    return p.reduce((loss, wanted, i) => loss + wanted * (logOfSum - z[i]), 0);
  };
}
// %% id=c0de1613 role=answer exercise=numericGradient
function numericGradient(f: (x: number[]) => number, x: number[], h = 1e-5): number[] {
  // BEGIN SOLUTION
  if (!(h > 0)) {
    throw new RangeError(`numericGradient : h vaut ${h} ; donnez un nombre plus grand que 0.`);
  }
  // Chaque coordonnée bouge dans une copie qui n'a que celle-là de changée.
  const valueAt = (i: number, moved: number) => f(x.map((old, j) => (j === i ? moved : old)));
  return x.map((value, i) => (valueAt(i, value + h) - valueAt(i, value - h)) / (2 * h));
  // END SOLUTION
}

function relativeError(a: number[], b: number[]): number {
  // BEGIN SOLUTION
  if (a.length === 0 || a.length !== b.length) {
    throw new RangeError(
      `relativeError : a a ${a.length} nombres et b en a ${b.length} ; il en faut autant, un au moins.`,
    );
  }
  const all = [...a, ...b];
  if (!all.every(Number.isFinite)) return Infinity;
  const largest = Math.max(...all.map(Math.abs));
  const gap = Math.max(...a.map((value, i) => Math.abs(value - b[i])));
  return largest === 0 ? 0 : gap / largest;
  // END SOLUTION
}
// %% id=c0de1614 role=check exercise=numericGradient
await check('numericGradient', { numericGradient, relativeError, quadratic, cubic, lossOfLogits });
// %% [markdown] id=c0de1615
// **À regarder.** Vos fonctions peuvent maintenant se confirmer l’une l’autre. Retirez les `//` : l’exercice 3 juge
// l’exercice 2. Pour quel h l’erreur est-elle la plus petite ? Essayez aussi un gradient faux, par exemple
// `exact.map((g) => 2 * g)` : aucun h ne le sauve.
// %% id=c0de1616 role=free
// const [logits, target] = [[2, 1, 0.1], [0, 1, 0]];
// const exact = logitsGradient(logits, target);
// [1, 1e-2, 1e-5, 1e-8, 1e-15].forEach((h) => {
//   const measured = numericGradient(lossOfLogits(target), logits, h);
//   console.log('h =', h, ': erreur relative', relativeError(measured, exact));
// });
// %% [markdown] id=c0de1617
// ## Exercice 4 : boucle d’entraînement (5 points)
//
// Un exemple, une perte, un gradient, un petit pas ; et l’on recommence. Écrivez `trainLoop(model, data, options)`, qui
// entraîne un modèle. Tout ce qu’elle reçoit :
//
// | Argument | Contenu |
// |---|---|
// | `model.weights` | les poids de départ ; **ne les modifiez pas**, travaillez sur une copie |
// | `await model.lossAndGradient(weights, input, label)` | ce que coûte **un** exemple, avec les poids que vous donnez : `{ loss, gradient }`, la perte et ses dérivées, une par poids |
// | `data.inputs[i]`, `data.labels[i]` | l’entrée et l’étiquette de l’exemple i |
// | `options` | `epochs` (nombre d’époques, au moins 1), `batchSize` (taille d’un lot), `learningRate` (le taux η) et `seed` (la graine du hasard) |
//
// Un vrai modèle calcule ailleurs, sur une carte graphique : il répond plus tard. C’est pourquoi la fonction est
// `async`, et qu’il faut écrire `await` devant `model.lossAndGradient(…)`.
//
// **La boucle, de l’extérieur vers l’intérieur :**
//
// 1. **Une fois, au début** : copier les poids, et préparer le hasard par `const shuffle = createShuffler(seed)`.
//    (`createShuffler` est fourni ci-dessous.)
// 2. **À chaque époque** : tirer un nouvel ordre. `shuffle(N)` rend les N numéros 0, 1, …, N − 1, mélangés ; deux appels
//    rendent deux ordres. On parcourt cet ordre par lots de `batchSize` numéros ; le dernier lot prend ce qui reste.
// 3. **À chaque lot, un pas** : demander le gradient de chaque exemple du lot, **tous avec les mêmes poids** ; faire la
//    **moyenne** de ces gradients, sur les exemples que ce lot contient vraiment ; enfin, pour chaque poids,
//    poids ← poids − η × moyenne.
// 4. **À la fin de l’époque** : noter la perte moyenne, c’est-à-dire la somme des N pertes rencontrées, divisée par N.
//
// La fonction rend `{ weights, losses, steps }` : les poids à la fin, la liste des pertes moyennes (une par époque), le
// nombre de pas en tout.
//
// **Exemple.** `linearModel([0])` a un seul poids w, qui part de 0. Pour une entrée x et une étiquette y, il prédit $wx$ ; la
// perte est $(wx - y)^2$ et sa dérivée $2(wx - y)x$. Trois exemples, x = 1, 2, 3 et y = 2, 4, 6 ; une époque, lots
// de 2, η = 0,05, graine 1. Le tirage donne l’ordre 2, 0, 1 :
//
// | Pas | Exemples | w avant | Pertes | Gradients | Moyenne | w après |
// |---|---|---|---|---|---|---|
// | 1 | 2 et 0 : x = 3, puis x = 1 | 0 | 36 et 4 | −36 et −4 | −20 | 0 + 0,05 × 20 = 1 |
// | 2 | 1, seul : x = 2 | 1 | 4 | −8 | −8 | 1 + 0,05 × 8 = 1,4 |
//
// La fonction rend donc `{ weights: [1.4], losses: [14.6667], steps: 2 }` : (36 + 4 + 4) / 3 = 14,6667.
//
// **Pour voir votre mélange**, un second modèle est fourni : `diaryModel()` n’apprend rien, il tient un journal. Avec des lots
// de 1 et η = 1, son premier poids s’écrit avec les entrées, et le second avec les étiquettes, dans l’ordre où il les
// voit : 4213 veut dire 4, puis 2, puis 1, puis 3.
//
// **Erreurs.** La fonction lève une erreur, avant de commencer, si :
//
// - `data` n’a aucun exemple, ou n’a pas autant d’entrées que d’étiquettes ;
// - `batchSize` n’est pas un entier d’au moins 1. (Avec 0, une boucle peut ne jamais finir : vérifiez d’abord.)
// %% id=c0de1618 role=given exercise=trainLoop
interface Model {
  weights: readonly number[];
  lossAndGradient(
    weights: readonly number[],
    input: number[],
    label: number,
  ): Promise<{ loss: number; gradient: number[] }>;
}
interface Examples {
  inputs: number[][];
  labels: number[];
}
interface LoopOptions {
  epochs: number;
  batchSize: number;
  learningRate: number;
  seed: number;
}
interface Trained {
  weights: number[];
  losses: number[];
  steps: number;
}
// %% id=c0de1619 role=given exercise=trainLoop
/** Un hasard qui se répète : à la même graine, les mêmes ordres, l’un après l’autre. */
function createShuffler(seed: number): (n: number) => number[] {
  let state = seed;
  const random = () => {
    // un nombre de 0 (compris) à 1 (exclu)
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
  return (n) => {
    const order = Array.from({ length: n }, (_, i) => i);
    for (let last = n - 1; last > 0; last--) {
      // du dernier au premier, chacun change de place
      const other = Math.floor(random() * (last + 1));
      [order[last], order[other]] = [order[other], order[last]];
    }
    return order;
  };
}
// %% id=c0de161a role=given exercise=trainLoop
/** Prédit la somme des w[k] × x[k] ; sa perte est le carré de l’écart à l’étiquette. */
function linearModel(start: number[]): Model {
  return {
    weights: Object.freeze([...start]), // personne ne peut les changer
    async lossAndGradient(weights, input, label) {
      const gap = input.reduce((sum, x, k) => sum + weights[k] * x, 0) - label;
      return { loss: gap * gap, gradient: input.map((x) => 2 * gap * x) };
    },
  };
}
/** N’apprend rien : avec η = 1, chaque pas écrit l’entrée et l’étiquette à la suite de ses deux poids. */
function diaryModel(): Model {
  return {
    weights: Object.freeze([0, 0]),
    async lossAndGradient([seen, told], [digit], label) {
      return { loss: label, gradient: [-(9 * seen + digit), -(9 * told + label)] };
    },
  };
}
// %% id=c0de161b role=answer exercise=trainLoop
async function trainLoop(model: Model, data: Examples, options: LoopOptions): Promise<Trained> {
  // BEGIN SOLUTION
  const { inputs, labels } = data;
  const { epochs, batchSize, learningRate, seed } = options;
  if (inputs.length === 0 || inputs.length !== labels.length) {
    throw new RangeError(
      `trainLoop : ${inputs.length} entrées et ${labels.length} étiquettes ; il en faut autant, une au moins.`,
    );
  }
  if (!Number.isInteger(batchSize) || batchSize < 1) {
    throw new RangeError(
      `trainLoop : un lot de ${batchSize} exemples ; il faut un entier d'au moins 1.`,
    );
  }

  // 1. Une fois : les poids, le hasard.
  const weights = [...model.weights];
  const shuffle = createShuffler(seed);
  const losses: number[] = [];
  let steps = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    // 2. À chaque époque : un nouvel ordre, parcouru par lots.
    const order = shuffle(inputs.length);
    let totalLoss = 0;
    for (let start = 0; start < order.length; start += batchSize) {
      // 3. À chaque lot : un pas, d'après la moyenne des gradients.
      const batch = order.slice(start, start + batchSize);
      const sums = weights.map(() => 0);
      for (const i of batch) {
        const { loss, gradient } = await model.lossAndGradient(weights, inputs[i], labels[i]);
        totalLoss += loss;
        gradient.forEach((value, k) => (sums[k] += value));
      }
      sums.forEach((sum, k) => (weights[k] -= (learningRate * sum) / batch.length));
      steps += 1;
    }
    // 4. À la fin de l'époque : la perte moyenne.
    losses.push(totalLoss / order.length);
  }
  return { weights, losses, steps };
  // END SOLUTION
}
// %% id=c0de161c role=check exercise=trainLoop
await check('trainLoop', { trainLoop, linearModel, diaryModel });
// %% [markdown] id=c0de161d
// **À regarder.** Retirez les `//` : la boucle cherche une droite, y = 3x + 1, dans cinq points (la seconde entrée, toujours
// 1, donne le biais). Doublez le taux tant que la perte descend : à partir de quand explose-t-elle ? Puis comparez des
// lots de 1 et de 5, à nombre de pas égal.
// %% id=c0de161e role=free
// const line = { inputs: [[0, 1], [0.5, 1], [1, 1], [1.5, 1], [2, 1]], labels: [1, 2.5, 4, 5.5, 7] };
// const settings = { epochs: 40, batchSize: 2, learningRate: 0.1, seed: 1 };
// const trained = await trainLoop(linearModel([0, 0]), line, settings);
// console.log('poids', trained.weights, 'en', trained.steps, 'pas');
// console.log('pertes', trained.losses.filter((_, epoch) => epoch % 5 === 0));
