// ---
// title: Activation et pooling
// exercises:
//   - id: activations
//     title: ReLU, Leaky ReLU, ELU et leurs pentes
//     points: 3
//     functions: [relu, reluSlope, leakyRelu, leakyReluSlope, elu, eluSlope]
//     imports: []
//   - id: pool
//     title: Pooling par maximum, moyenne ou somme
//     points: 4
//     functions: [pool]
//     imports: []
// ---
// %% [markdown] id=c0de1401
// # Exercices 1.4 : activation et pooling
//
// Entre deux convolutions, un réseau fait deux choses simples : il transforme chaque nombre, seul, par
// une **activation** ; puis il résume chaque région par un seul nombre, avec le **pooling**. Vous allez
// écrire les deux. Deux exercices, **7 points** :
//
// | Exercice | Fonctions à écrire | Points |
// |---|---|---|
// | 1. ReLU, Leaky ReLU, ELU et leurs pentes | `relu`, `reluSlope`, `leakyRelu`, `leakyReluSlope`, `elu`, `eluSlope` | 3 |
// | 2. Pooling par maximum, moyenne ou somme | `pool` | 4 |
//
// Tout ce qu’il faut savoir est dans la
// [leçon 1.4](../lecons/1.4-activation-pooling.ipynb), parties 2, 6 et 7 pour le premier
// exercice, parties 8 à 10 pour le second.
//
// Chaque exercice tient en trois cellules : l’énoncé, la cellule où vous écrivez votre réponse, et
// une cellule `check` qui essaie vos fonctions sur les **cas publics** et montre aussitôt le
// résultat. La note tient aussi compte de cas que vous ne voyez pas : d’autres nombres, d’autres
// tailles, des cartes plus larges que hautes. Une fonction juste les passe tous.
//
// Les règles, pour les deux exercices :
//
// - gardez le nom et la signature des fonctions ;
// - n’importez rien : `Math.exp`, `Math.max`, des boucles et des tableaux suffisent ;
// - ne modifiez pas les tableaux reçus : la fonction en construit un nouveau ;
// - refusez par `throw` les arguments de la liste « Erreurs » de l’énoncé ; le reste est garanti : les
//   nombres sont finis, les tableaux ont au moins une case, et leurs lignes ont toutes la même
//   longueur ;
// - ajoutez autant de cellules que vous voulez pour essayer ;
// - si vous êtes bloqué, `await hint('activations')` donne un premier indice, puis un deuxième, puis un troisième :
//   personne ne les compte ;
// - `await progress()` montre où vous en êtes, leçon par leçon ;
// - pour recommencer un exercice, remplacez votre réponse par `await reset('activations')` et exécutez la cellule : elle
//   reprend son texte de départ, et l’ancienne réponse est gardée à côté du carnet.
// %% id=c0de1402 role=given
import { check, hint, progress, reset } from '@convolab/lib/check';
// %% [markdown] id=c0de1403
// ## Échauffement : mesurer une pente
//
// La **pente** d’une courbe en x, sa dérivée, se mesure sans rien savoir de la formule : on regarde de
// combien la courbe monte quand x augmente très peu, et l’on divise par ce dont x a augmenté.
// `measureSlope` fait un petit pas à gauche et un petit pas à droite.
//
// Avant d’exécuter les deux cellules qui suivent, répondez de tête :
//
// 1. Quelle est la pente de la fonction « carré » en x = 3 ?
// 2. Et en x = 0 ?
// 3. Que trouvera-t-on pour la valeur absolue (`Math.abs`) en x = −2 ? Et en x = 0, dans le coin ?
//
// Changez ensuite `place` et `curve` pour vérifier vos réponses.
// %% id=c0de1404 role=given
const square = (x: number) => x * x;
const measureSlope = (f: (x: number) => number, x: number) =>
  (f(x + 0.0001) - f(x - 0.0001)) / 0.0002;
// %% id=c0de1405 role=free
const curve = square;
const place = 3;
console.log('pente mesurée en', place, ':', measureSlope(curve, place).toFixed(4));
// %% [markdown] id=c0de1406
// On trouve 6, puis 0 ; −1 pour la valeur absolue en −2. Dans le coin, la mesure donne 0, à mi-chemin
// des deux pentes −1 et 1 : il n’y a pas de pente à cet endroit, il faut donc **convenir** d’une
// valeur. Gardez `measureSlope` : elle vous dira si vos formules de pentes sont bonnes.
// %% [markdown] id=c0de1407
// ## Exercice 1 : ReLU, Leaky ReLU, ELU et leurs pentes (3 points)
//
// Écrivez trois activations et, pour chacune, sa pente. Les six fonctions reçoivent **un** nombre et en
// rendent **un** : un réseau les appliquera à toutes les cases d’une carte.
//
// | Activation | Pour x ≥ 0 | Pour x < 0 | Réglage |
// |---|---|---|---|
// | `relu(x)` | $x$ | $0$ | aucun |
// | `leakyRelu(x, leak)` | $x$ | $\text{leak} \times x$ | `leak`, 0,1 par défaut |
// | `elu(x, alpha)` | $x$ | $\alpha\,(e^{x} - 1)$ | `alpha`, 1 par défaut |
//
// Pour `reluSlope(x)`, `leakyReluSlope(x, leak)` et `eluSlope(x, alpha)`, c’est à vous de trouver la
// formule : la dérivée de ce qui est écrit dans le tableau, de chaque côté. Le réglage compte aussi pour
// la pente.
//
// En x = 0, la courbe peut avoir un coin. On y convient des valeurs de TensorFlow.js : **0** pour
// `reluSlope`, **`leak`** pour `leakyReluSlope`, **1** pour `eluSlope`.
//
// **Exemple.** Avec les réglages par défaut (à quatre décimales ; n’arrondissez pas dans vos fonctions) :
//
// | x | `relu` | `reluSlope` | `leakyRelu` | `leakyReluSlope` | `elu` | `eluSlope` |
// |---|---|---|---|---|---|---|
// | −2 | 0 | 0 | −0,2 | 0,1 | −0,8647 | 0,1353 |
// | 0 | 0 | 0 | 0 | 0,1 | 0 | 1 |
// | 3 | 3 | 1 | 3 | 1 | 3 | 1 |
//
// En −2, ELU vaut $e^{-2} - 1$, soit 0,1353 − 1. Avec un autre réglage :
//
// - `leakyRelu(-2, 0.25)` rend `-0.5`, et `leakyReluSlope(-2, 0.25)` rend `0.25` ;
// - `elu(-2, 3)` rend trois fois −0,8647, donc −2,5940.
//
// **Erreurs.** Aucune : tout nombre fini est un x permis, même très grand, et les réglages sont
// toujours des nombres positifs (au plus 1 pour `leak`).
// %% id=c0de1408 role=answer exercise=activations
function relu(x: number): number {
  // BEGIN SOLUTION
  return Math.max(0, x);
  // END SOLUTION
}

function reluSlope(x: number): number {
  // BEGIN SOLUTION
  return x > 0 ? 1 : 0;
  // END SOLUTION
}

function leakyRelu(x: number, leak = 0.1): number {
  // BEGIN SOLUTION
  return x > 0 ? x : leak * x;
  // END SOLUTION
}

function leakyReluSlope(x: number, leak = 0.1): number {
  // BEGIN SOLUTION
  return x > 0 ? 1 : leak;
  // END SOLUTION
}

function elu(x: number, alpha = 1): number {
  // BEGIN SOLUTION
  return x >= 0 ? x : alpha * (Math.exp(x) - 1);
  // END SOLUTION
}

function eluSlope(x: number, alpha = 1): number {
  // BEGIN SOLUTION
  // La dérivée de l'exponentielle est l'exponentielle ; celle de la constante −alpha est nulle.
  return x >= 0 ? 1 : alpha * Math.exp(x);
  // END SOLUTION
}
// %% id=c0de1409 role=check exercise=activations
await check('activations', { relu, reluSlope, leakyRelu, leakyReluSlope, elu, eluSlope });
// %% [markdown] id=c0de140a
// **À regarder.** Comparez vos pentes à celles que mesure l’échauffement, loin du coin : retirez les
// `//` ci-dessous. Voyez aussi ce que devient la pente de chaque activation en −20 : nulle, petite mais
// constante, ou presque nulle. C’est ce qui décide si un neurone très négatif peut encore apprendre.
// %% id=c0de140b role=free
// console.log('mesurée :', measureSlope(elu, -1), '; calculée :', eluSlope(-1));
// console.log('en −20 :', reluSlope(-20), leakyReluSlope(-20), eluSlope(-20));
// %% [markdown] id=c0de140c
// ## Exercice 2 : pooling par maximum, moyenne ou somme (4 points)
//
// Écrivez `pool(x, size, stride, mode, padding)` :
//
// - `x` : une carte, $H$ lignes de $W$ valeurs, lue `x[ligne][colonne]` ;
// - `size` : le côté $F$ de la fenêtre, carrée ;
// - `stride` : le pas $S$, le même dans les deux sens ; la fenêtre avance de $S$ cases même si $S$ n’est
//   pas égal à $F$ : les fenêtres peuvent se recouvrir, ou sauter des cases ;
// - `mode` : ce que l’on garde de chaque fenêtre, `'max'` (le plus grand), `'average'` (la moyenne) ou
//   `'sum'` (la somme) ;
// - `padding` : ce que l’on fait au bord, `'valid'` (par défaut) ou `'same'`.
//
// **Avec `'valid'`**, une fenêtre ne dépasse jamais de la carte. Sur un axe de $N$ cases, il y a
// $\left\lfloor \frac{N - F}{S} \right\rfloor + 1$ fenêtres ; la première commence à la case 0, et les
// cases de la fin qui ne remplissent pas une fenêtre sont abandonnées.
//
// **Avec `'same'`**, il y a $\left\lceil \frac{N}{S} \right\rceil$ fenêtres, quitte à dépasser. Pour les
// loger, il manque
//
// $$M = \max\left(0,\; \left(\left\lceil \tfrac{N}{S} \right\rceil - 1\right) S + F - N\right) \text{ cases,}$$
//
// dont $\lfloor M/2 \rfloor$ **avant** la carte (en haut, à gauche) et le reste **après** (en bas, à
// droite). Calculez $M$ séparément pour les lignes et pour les colonnes. Ces cases ajoutées **n’existent
// pas** : elles ne comptent ni dans le maximum, ni dans la somme, ni dans le nombre par lequel la moyenne
// divise. C’est ce que fait TensorFlow.js.
//
// **Exemple.** Une carte de 3 lignes et 4 colonnes :
//
// ```
// x =  1  5  2  0
//      3 -1  4  6
//      0  2 -3  1
// ```
//
// Avec une fenêtre de 2 et un pas de 2, il n’y a que deux fenêtres entières : 1, 5, 3, −1 et 2, 0, 4, 6.
//
// - `pool(x, 2, 2, 'max')` rend `[[5, 6]]` ;
// - `pool(x, 2, 2, 'average')` rend `[[2, 3]]`, et `pool(x, 2, 2, 'sum')` rend `[[8, 12]]` ;
// - `pool(x, 2, 1, 'max')` : les fenêtres se recouvrent, on obtient `[[5, 5, 6], [3, 4, 6]]` ;
// - `pool(x, 2, 2, 'average', 'same')` : en hauteur, ⌈3/2⌉ = 2 fenêtres, et il manque
//   (2 − 1) × 2 + 2 − 3 = 1 case ; ⌊1/2⌋ = 0 va en haut, 1 va en bas. Les fenêtres du bas ne contiennent
//   que 0, 2 et −3, 1 : leurs moyennes valent 2/2 et −2/2. On obtient `[[2, 3], [1, -1]]`.
//
// **Erreurs.** La fonction lève une erreur, de n’importe quel type, par exemple
// `throw new RangeError('pas invalide')`, si :
//
// - `size` n’est pas un entier supérieur ou égal à 1 ;
// - `stride` n’est pas un entier supérieur ou égal à 1 ;
// - avec `'valid'`, la fenêtre est plus haute ou plus large que la carte. (Avec `'same'`, elle peut l’être.)
// %% id=c0de140d role=answer exercise=pool
function pool(
  x: number[][],
  size: number,
  stride: number,
  mode: 'max' | 'average' | 'sum',
  padding: 'valid' | 'same' = 'valid',
): number[][] {
  // BEGIN SOLUTION
  // 1. Vérifier à la porte.
  if (!Number.isInteger(size) || size < 1) {
    throw new RangeError(`pool : la fenêtre vaut ${size}, il faut un entier d'au moins 1.`);
  }
  if (!Number.isInteger(stride) || stride < 1) {
    throw new RangeError(`pool : le pas vaut ${stride}, il faut un entier d'au moins 1.`);
  }
  const height = x.length;
  const width = x[0].length;
  if (padding === 'valid' && (size > height || size > width)) {
    throw new RangeError(
      `pool : la fenêtre fait ${size} × ${size}, la carte seulement ${height} × ${width}.`,
    );
  }

  // 2. Sur un axe, trouver où commence chaque fenêtre : avant la case 0 si l'on dépasse à gauche.
  const startsOn = (length: number): number[] => {
    const count =
      padding === 'same' ? Math.ceil(length / stride) : Math.floor((length - size) / stride) + 1;
    const missing = Math.max(0, (count - 1) * stride + size - length);
    const before = Math.floor(missing / 2);
    return Array.from({ length: count }, (_, i) => i * stride - before);
  };

  // 3. Résumer les cases qui existent.
  const summary = (values: number[]): number => {
    if (mode === 'max') return Math.max(...values);
    const sum = values.reduce((total, value) => total + value, 0);
    return mode === 'sum' ? sum : sum / values.length;
  };

  // 4. Balayer la carte ; slice coupe de lui-même ce qui dépasse à la fin.
  return startsOn(height).map((top) => {
    const lines = x.slice(Math.max(0, top), top + size);
    return startsOn(width).map((left) =>
      summary(lines.flatMap((line) => line.slice(Math.max(0, left), left + size))),
    );
  });
  // END SOLUTION
}
// %% id=c0de140e role=check exercise=pool
await check('pool', pool);
// %% [markdown] id=c0de140f
// **À regarder.** Retirez les `//` ci-dessous. Les deux premières lignes comptent les nombres qui restent
// d’une carte de 28 × 28 : `'same'` ne garde la taille que si le pas vaut 1. La dernière donne deux fois
// de suite le même max pooling 2 × 2 de pas 2 : comparez avec un seul max pooling 4 × 4 de pas 4, puis
// recommencez avec la moyenne et la somme. Pour quels modes est-ce la même chose ?
// %% id=c0de1410 role=free
// const large = Array.from({ length: 28 }, (_, i) => Array.from({ length: 28 }, (_, j) => i * j));
// console.log(pool(large, 3, 2, 'max').length, pool(large, 3, 2, 'max', 'same').length);
// console.log(pool(large, 3, 1, 'max', 'same').length);
// console.log(pool(pool(large, 2, 2, 'max'), 2, 2, 'max')[3], pool(large, 4, 4, 'max')[3]);
