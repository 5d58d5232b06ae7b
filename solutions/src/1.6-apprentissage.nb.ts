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
// ---
// %% [markdown] id=c0de1601
// # Exercices 1.6 : la perte et son gradient
//
// Vous allez écrire les deux calculs par lesquels tout apprentissage commence : **de combien** le réseau se
// trompe, et **dans quel sens** corriger ses logits. Deux exercices, **6 points** :
//
// | Exercice | Fonction à écrire | Points |
// |---|---|---|
// | 1. Entropie croisée | `crossEntropy` | 3 |
// | 2. Gradient par rapport aux logits | `logitsGradient` | 3 |
//
// Tout ce qu’il faut savoir est dans la partie 1 de la
// [leçon 1.6](../lecons/1.6-apprentissage.ipynb) ; softmax est dans la
// [leçon 1.5](../lecons/1.5-couche-dense-softmax.ipynb), partie 3.
//
// Chaque exercice tient en trois cellules : l’énoncé, la cellule où vous écrivez votre réponse, et
// une cellule `check` qui essaie votre fonction sur les **cas publics** et montre aussitôt le
// résultat. La note tient aussi compte de cas que vous ne voyez pas : d’autres nombres de classes, des
// étiquettes partagées entre plusieurs classes, des logits énormes. Une fonction juste les passe tous.
//
// Les règles, pour les deux exercices :
//
// - gardez le nom et la signature de la fonction ;
// - n’importez rien : `Math.log`, `Math.exp`, `Math.max` et des boucles suffisent ;
// - ne modifiez pas les tableaux reçus ;
// - refusez les arguments de la liste « Erreurs » de l’énoncé par `throw` ; le reste est garanti : les
//   tableaux ne contiennent que des nombres, et la somme d’une distribution vaut 1, aux arrondis près ;
// - ajoutez autant de cellules que vous voulez pour essayer.
// %% id=c0de1602 role=given
import { check } from '@convolab/lib/check';
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
// **À regarder.** Un gradient se vérifie : bougez un logit de h dans un sens, puis dans l’autre, et mesurez de combien la
// perte change, rapporté à 2h. Vos deux fonctions doivent se confirmer l’une l’autre. Retirez les `//` ; puis faites
// quelques pas, en retranchant de z la moitié de son gradient, et regardez la perte descendre.
// %% id=c0de1610 role=free
// const [z, p, h] = [[2, 1, 0.1], [0, 1, 0], 1e-5];
// const softmaxOf = (logits: number[]) => logitsGradient(logits, [0, 0, 0]);
// const lossOf = (logits: number[]) => crossEntropy(p, softmaxOf(logits));
// const moved = (i: number, by: number) => z.map((logit, j) => (j === i ? logit + by : logit));
// const measured = z.map((_, i) => (lossOf(moved(i, h)) - lossOf(moved(i, -h))) / (2 * h));
// console.log('mesuré :', measured, '; calculé :', logitsGradient(z, p));
