// ---
// title: GoogLeNet et Inception
// exercises:
//   - id: googLeNet
//     title: Module Inception et GoogLeNet
//     points: 6
//     functions: [inception, googLeNet]
//     fixtures: [image]
//     imports: ['@convolab/lib/tf']
//   - id: batchNorm
//     title: Factoriser et normaliser
//     points: 5
//     functions: [batchNorm, factorize]
//     imports: []
// ---
// %% [markdown] id=c0de1901
// # Exercices 1.9 : des branches, un lot, un noyau
//
// Jusqu’à VGG, un réseau est une suite : chaque couche lit la précédente. À partir de GoogLeNet, il se sépare et se
// rejoint. Deux exercices, **11 points** :
//
// | Exercice | Fonctions à écrire | Points |
// |---|---|---|
// | 1. Module Inception et GoogLeNet | `inception`, `googLeNet` | 6 |
// | 2. Factoriser et normaliser | `batchNorm`, `factorize` | 5 |
//
// Ce qu’il faut savoir est dans la [leçon 1.9](../lecons/1.9-googlenet-inception.ipynb), parties 3 et 4 pour le premier, 7 et 8 pour
// le second ; et, pour les tailles, dans la [leçon 1.3](../lecons/1.3-taille-de-sortie.ipynb), parties 3 et 6.
//
// Chaque exercice tient en quelques cellules : l’énoncé, la cellule où vous écrivez votre réponse, et une cellule
// `check`. Celle du premier construit votre modèle et le compare à celui qui est attendu, couche par couche. **Peu importe l’ordre
// dans lequel vous avez écrit les branches** : ce qui compte, c’est ce que chaque couche lit. La note regarde aussi
// d’autres modules que ceux de l’énoncé, et ce que votre modèle répond avec les mêmes poids que le vrai.
//
// Les règles :
//
// - gardez le nom et la signature des fonctions ;
// - dans le premier, elles ne font que **construire** : ni entraînement, ni calcul, ni chargement ; dans le second, elles ne font
//   que calculer, sans `tf` ;
// - `tf`, importé ci-dessous, suffit : n’importez rien d’autre ;
// - les noms des couches et le tirage des poids : comme vous voulez ;
// - ajoutez autant de cellules que vous voulez pour essayer : `googLeNet(false).summary()` montre votre modèle ;
// - si vous êtes bloqué, `await hint('googLeNet')` donne un premier indice, puis un deuxième, puis un troisième :
//   personne ne les compte ;
// - `await progress()` montre où vous en êtes, leçon par leçon ;
// - pour recommencer, remplacez votre réponse par `await reset('googLeNet')` et exécutez la cellule : elle reprend son
//   texte de départ, et l’ancienne réponse est gardée à côté du carnet.
// %% id=c0de1902 role=given
import { check, hint, progress, reset } from '@convolab/lib/check';
// %% id=c0de1903 role=given exercise=googLeNet
import * as tf from '@convolab/lib/tf';

/** Branche une couche derrière x, ou derrière plusieurs branches. */
const connect = (layer: tf.Layer, x: tf.SymbolicTensor | tf.SymbolicTensor[]): tf.SymbolicTensor =>
  // Une copie de la liste : tfjs la garde, et la vôtre peut grandir ensuite.
  layer.apply(Array.isArray(x) ? [...x] : x) as tf.SymbolicTensor;

/** L’image, ou les cartes, d’où part un réseau. */
const image = (shape: number[]): tf.SymbolicTensor => tf.input({ shape });
// %% [markdown] id=c0de1904
// ## Échauffement : joindre, c’est additionner les profondeurs
//
// Deux branches partent de la même image de 8 × 8 à trois canaux : une convolution 1 × 1 à 4 filtres, une convolution
// 5 × 5 à 6 filtres. Avant d’exécuter la cellule, dites quelle forme sort de `concatenate`, et pourquoi il faut
// `padding: 'same'`.
// %% id=c0de1905 role=free exercise=googLeNet
const start = image([8, 8, 3]);
const near = connect(tf.layers.conv2d({ filters: 4, kernelSize: 1 }), start);
const far = connect(tf.layers.conv2d({ filters: 6, kernelSize: 5, padding: 'same' }), start);
console.log(connect(tf.layers.concatenate(), [near, far]).shape);
// %% [markdown] id=c0de1906
// Les cartes des deux branches sont mises côte à côte : 4 + 6 = 10 canaux. Pour que cela soit possible, elles doivent
// avoir la même taille ; une fenêtre de 5 × 5 sans zéros rendrait des cartes de 4 × 4.
// %% [markdown] id=c0de1907
// ## Exercice 1 : module Inception et GoogLeNet (6 points)
//
// **Le module.** Écrivez `inception(x, maps)`, qui rend ce qui sort d’un module Inception (Szegedy et d’autres, 2014) quand
// `x` y entre. Quatre branches lisent `x` ; elles sont mises bout à bout **dans cet ordre** :
//
// | Branche | Ce qu’elle fait | Cartes |
// |---|---|---|
// | 1 | convolution 1 × 1 | `maps[0]` |
// | 2 | convolution 1 × 1, qui réduit, puis convolution 3 × 3 | `maps[1]`, puis `maps[2]` |
// | 3 | convolution 1 × 1, qui réduit, puis convolution 5 × 5 | `maps[3]`, puis `maps[4]` |
// | 4 | pooling par maximum, fenêtres 3 × 3 avançant de 1, puis convolution 1 × 1 | `maps[5]` |
//
// Toutes gardent la taille des cartes (`'same'`, pooling compris) ; chaque convolution a ses biais et l’activation `'relu'`.
//
// **Exemple.** Le module 3a reçoit 192 cartes de 28 × 28. `inception(image([28, 28, 192]), [64, 96, 128, 16, 32, 32])` a pour
// `shape` `[null, 28, 28, 256]` (64 + 128 + 32 + 32 cartes), et 163 696 paramètres mènent jusque-là.
//
// **Le réseau.** Écrivez `googLeNet(aux)`, qui rend GoogLeNet pour des images `[224, 224, 3]` :
//
// | Étage | Ce qu’il fait | Sortie |
// |---|---|---|
// | tige | convolution 7 × 7 à 64 filtres, de 2 en 2 | 112 × 112 × 64 |
// | | pooling | 56 × 56 × 64 |
// | | convolution 1 × 1 à 64 filtres, puis 3 × 3 à 192 filtres | 56 × 56 × 192 |
// | | pooling | 28 × 28 × 192 |
// | 3a, 3b | deux modules | 28 × 28 × 480 |
// | | pooling | 14 × 14 × 480 |
// | 4a … 4e | cinq modules | 14 × 14 × 832 |
// | | pooling | 7 × 7 × 832 |
// | 5a, 5b | deux modules | 7 × 7 × 1 024 |
// | fin | moyenne de chaque carte, dropout de 0,4, dense de 1 000 neurones | 1 000 |
//
// Ces poolings gardent le maximum de fenêtres **3 × 3 qui avancent de 2**. Convolutions et poolings sont tous
// `'same'` ; les convolutions ont pour activation `'relu'`, la dernière couche rend des probabilités. Les nombres de cartes
// sont donnés ci-dessous, dans `modules`. (La normalisation locale de l’article, qui n’a pas de poids, n’est pas demandée.)
//
// **Les classifieurs auxiliaires.** Quand `aux` est vrai, le modèle a **trois sorties** : celle de la fin, puis celles de deux
// classifieurs, l’un derrière 4a, l’autre derrière 4d, faits pareil : pooling par **moyenne** de fenêtres 5 × 5
// avançant de 3, sans remplissage (4 × 4 cases) ; convolution 1 × 1 à 128 filtres ; aplatissement ; dense de 1 024 neurones
// (`'relu'`) ; dropout de 0,7 ; dense de 1 000 neurones, qui rend des probabilités.
//
// **Exemple.** `googLeNet(false).countParams()` vaut `6998552` ; `googLeNet(true).countParams()` vaut `13378280`, et
// `googLeNet(true).outputs.length` vaut `3`.
// %% id=c0de1908 role=given exercise=googLeNet
/** Cartes des modules : 1 × 1, réduction, 3 × 3, réduction, 5 × 5, projection du pooling. */
const modules: Record<string, [number, number, number, number, number, number]> = {
  '3a': [64, 96, 128, 16, 32, 32],
  '3b': [128, 128, 192, 32, 96, 64],
  '4a': [192, 96, 208, 16, 48, 64],
  '4b': [160, 112, 224, 24, 64, 64],
  '4c': [128, 128, 256, 24, 64, 64],
  '4d': [112, 144, 288, 32, 64, 64],
  '4e': [256, 160, 320, 32, 128, 128],
  '5a': [256, 160, 320, 32, 128, 128],
  '5b': [384, 192, 384, 48, 128, 128],
};
// %% id=c0de1909 role=answer exercise=googLeNet
function inception(
  x: tf.SymbolicTensor,
  maps: [number, number, number, number, number, number],
): tf.SymbolicTensor {
  // BEGIN SOLUTION
  const { concatenate, conv2d, maxPooling2d } = tf.layers;
  const conv = (from: tf.SymbolicTensor, filters: number, kernelSize: number) =>
    connect(conv2d({ filters, kernelSize, padding: 'same', activation: 'relu' }), from);
  const [near, fewMiddle, middle, fewFar, far, pooled] = maps;
  const pool = maxPooling2d({ poolSize: 3, strides: 1, padding: 'same' });
  return connect(concatenate(), [
    conv(x, near, 1),
    conv(conv(x, fewMiddle, 1), middle, 3),
    conv(conv(x, fewFar, 1), far, 5),
    conv(connect(pool, x), pooled, 1),
  ]);
  // END SOLUTION
}

function googLeNet(aux: boolean): tf.LayersModel {
  // BEGIN SOLUTION
  const { averagePooling2d, conv2d, dense, dropout, flatten, maxPooling2d } = tf.layers;
  const conv = (x: tf.SymbolicTensor, filters: number, kernelSize: number, strides = 1) =>
    connect(conv2d({ filters, kernelSize, strides, padding: 'same', activation: 'relu' }), x);
  const halved = (x: tf.SymbolicTensor) =>
    connect(maxPooling2d({ poolSize: 3, strides: 2, padding: 'same' }), x);
  const classified = (x: tf.SymbolicTensor, rate: number) =>
    connect(dense({ units: 1000, activation: 'softmax' }), connect(dropout({ rate }), x));
  const auxiliary = (x: tf.SymbolicTensor) => {
    const few = conv(connect(averagePooling2d({ poolSize: 5, strides: 3 }), x), 128, 1);
    const units = connect(dense({ units: 1024, activation: 'relu' }), connect(flatten(), few));
    return classified(units, 0.7);
  };

  const inputs = image([224, 224, 3]);
  const stem = halved(conv(inputs, 64, 7, 2));
  let x = conv(conv(stem, 64, 1), 192, 3);
  const helpers: tf.SymbolicTensor[] = [];
  for (const name of Object.keys(modules)) {
    if (name.endsWith('a')) x = halved(x);
    x = inception(x, modules[name]!);
    if (aux && (name === '4a' || name === '4d')) helpers.push(auxiliary(x));
  }
  const main = classified(connect(tf.layers.globalAveragePooling2d({}), x), 0.4);
  return tf.model({ inputs, outputs: [main, ...helpers] });
  // END SOLUTION
}
// %% id=c0de190a role=check exercise=googLeNet
await check('googLeNet', { inception, googLeNet, image });
// %% [markdown] id=c0de190b
// **À regarder.** Retirez les `//` ci-dessous : le nombre de paramètres de chaque couche du module 3a. Laquelle en a le
// plus ? Combien en aurait-elle sans la réduction qui la précède ?
// %% id=c0de190c role=free exercise=googLeNet
// const module3a = tf.model({ inputs: start, outputs: inception(start, modules['3a']!) });
// module3a.summary();
// %% [markdown] id=c0de190d
// ## Exercice 2 : factoriser et normaliser (5 points)
//
// Les deux idées d’Inception v2, à la main.
//
// ### Normaliser un lot
//
// Écrivez `batchNorm(x, state, mode)` :
//
// - `x` : un lot, `[exemples, canaux]`. Chaque **colonne** est un canal ;
// - `state` : ce que retient la couche, du type `NormState` ci-dessous, avec un nombre par canal dans `gamma`, `beta`, `mean` et
//   `variance` ;
// - `mode` : `'train'` à l’entraînement, `'infer'` à l’usage.
//
// Elle rend `{ output, state }`. Chaque nombre de `output` vaut `gamma` × (x − µ) / √(σ² + ε) + `beta`, ceux de son canal, où ε est
// `epsilon` et :
//
// - à l’**entraînement**, µ et σ² sont la moyenne et la variance **du lot** (la somme des carrés des écarts, divisée par le nombre
//   d’exemples). Le nouvel état garde la part `momentum` de ses moyennes et prend le reste du lot :
//   `momentum` × ancien + (1 − `momentum`) × lot, pour `mean` comme pour `variance` ;
// - à l’**usage**, µ et σ² sont les `mean` et `variance` de l’état, qui ressort comme il est entré.
//
// L’état rendu est un **nouvel** objet, avec les six mêmes clés ; `x` et `state` ne changent pas.
//
// **Exemple.** Avec `x = [[1, 10], [1, 20], [5, 10], [5, 20]]` et l’état `{ gamma: [1, 2], beta: [0, 100], mean: [0, 0],
// variance: [1, 1], momentum: 0.75, epsilon: 0 }`, à l’entraînement : le canal 0 a pour moyenne 3 et pour variance 4, le canal 1
// pour moyenne 15 et pour variance 25. `output` est `[[-1, 98], [-1, 102], [1, 98], [1, 102]]` ; dans le nouvel état, `mean` est
// `[0.75, 3.75]` et `variance` est `[1.75, 7]`. Avec `mean: [3, 15]` et `variance: [4, 25]`, à l’usage, `[[5, 20]]` donne
// `[[1, 102]]`.
//
// ### Factoriser un noyau
//
// Écrivez `factorize(kernel)`, qui cherche une colonne et une ligne dont le produit est le noyau : `kernel[y][x]` =
// `column[y]` × `row[x]`, pour toutes les cases. Elle rend `{ column, row }`, ou `null` s’il n’y en a pas.
//
// - Plusieurs écritures conviennent : rendez celle où **le premier nombre non nul de `row` est 1**.
// - Les produits de décimales ont des arrondis : une case est juste à un milliardième près **de la plus grande case du noyau**
//   (en valeur absolue).
// - Un noyau qui n’a que des 0 donne `null`.
//
// **Exemple.** `factorize([[2, 4, -6], [3, 6, -9]])` rend `{ column: [2, 3], row: [1, 2, -3] }` ; le noyau de contours
// `[[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]]` donne `null`.
//
// **Erreurs.** `batchNorm` lève une erreur si le lot est vide, si une ligne de `x` ou l’une des quatre listes de l’état n’a pas autant
// de nombres que les autres, ou si `mode` n’est ni `'train'` ni `'infer'`. `factorize` lève une erreur si le noyau est vide, ou si ses
// lignes n’ont pas toutes la même longueur.
// %% id=c0de190e role=given exercise=batchNorm
/** Ce que retient une couche de normalisation : un nombre par canal, et deux réglages. */
interface NormState {
  gamma: number[];
  beta: number[];
  /** Moyennes glissantes. */
  mean: number[];
  variance: number[];
  /** Part du passé que gardent les moyennes glissantes. */
  momentum: number;
  epsilon: number;
}
// %% id=c0de190f role=answer exercise=batchNorm
function batchNorm(
  x: number[][],
  state: NormState,
  mode: 'train' | 'infer',
): { output: number[][]; state: NormState } {
  // BEGIN SOLUTION
  const { gamma, beta, mean, variance, momentum, epsilon } = state;
  const channels = gamma.length;
  if (x.length === 0) throw new RangeError('batchNorm : le lot est vide.');
  if ([beta, mean, variance, ...x].some((list) => list.length !== channels)) {
    throw new RangeError('batchNorm : il faut un nombre par canal, partout.');
  }
  if (mode !== 'train' && mode !== 'infer') throw new RangeError('batchNorm : mode inconnu.');

  const normalised = (m: number[], v: number[]) =>
    x.map((line) =>
      line.map((value, c) => (gamma[c] * (value - m[c])) / Math.sqrt(v[c] + epsilon) + beta[c]),
    );
  if (mode === 'infer') return { output: normalised(mean, variance), state: { ...state } };

  const meanOf = (f: (line: number[], c: number) => number) =>
    gamma.map((_, c) => x.reduce((sum, line) => sum + f(line, c), 0) / x.length);
  const batchMean = meanOf((line, c) => line[c]);
  const batchVariance = meanOf((line, c) => (line[c] - batchMean[c]) ** 2);
  const moved = (old: number[], now: number[]) =>
    old.map((value, c) => momentum * value + (1 - momentum) * now[c]);
  return {
    output: normalised(batchMean, batchVariance),
    state: { ...state, mean: moved(mean, batchMean), variance: moved(variance, batchVariance) },
  };
  // END SOLUTION
}

function factorize(kernel: number[][]): { column: number[]; row: number[] } | null {
  // BEGIN SOLUTION
  if (kernel.length === 0 || kernel[0].length === 0) {
    throw new RangeError('factorize : le noyau est vide.');
  }
  if (kernel.some((line) => line.length !== kernel[0].length)) {
    throw new RangeError('factorize : les lignes n’ont pas toutes la même longueur.');
  }
  const lead = kernel[0].findIndex((_, x) => kernel.some((line) => line[x] !== 0));
  if (lead === -1) return null;
  const column = kernel.map((line) => line[lead]);
  const pivot = kernel.find((line) => line[lead] !== 0)!;
  const row = pivot.map((value) => value / pivot[lead]);
  const largest = Math.max(...kernel.flat().map(Math.abs));
  const isProduct = kernel.every((line, y) =>
    line.every((value, x) => Math.abs(value - column[y] * row[x]) <= 1e-9 * largest),
  );
  return isProduct ? { column, row } : null;
  // END SOLUTION
}
// %% id=c0de1910 role=check exercise=batchNorm
await check('batchNorm', { batchNorm, factorize });
// %% [markdown] id=c0de1911
// **À regarder.** Retirez les `//` ci-dessous : suffit-il d’ajouter un centième à chaque case de Sobel pour qu’il ne soit plus un
// produit ?
// %% id=c0de1912 role=free
// const sobel = [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]];
// console.log(factorize(sobel), factorize(sobel.map((line) => line.map((value) => value + 0.01))));
