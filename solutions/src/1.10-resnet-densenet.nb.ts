// ---
// title: ResNet et DenseNet
// exercises:
//   - id: resNet
//     title: Bloc résiduel et ResNet
//     points: 6
//     functions: [residual, bottleneck, resNet]
//     imports: ['@convolab/lib/tf']
//     fixtures: [image]
//   - id: denseNet
//     title: Bloc dense et DenseNet
//     points: 5
//     functions: [denseBlock, transition, denseNet]
//     imports: ['@convolab/lib/tf']
//     fixtures: [image]
// ---
// %% [markdown] id=c0de1a01
// # Exercices 1.10 : des raccourcis
//
// Vous allez construire deux réseaux de plus de cent couches, bloc par bloc, jusqu’au dernier paramètre. Deux
// exercices, **11 points** :
//
// | Exercice | Fonctions à écrire | Points |
// |---|---|---|
// | 1. Bloc résiduel et ResNet | `residual`, `bottleneck`, `resNet` | 6 |
// | 2. Bloc dense et DenseNet | `denseBlock`, `transition`, `denseNet` | 5 |
//
// Ce qu’il faut savoir est dans la [leçon 1.10](../lecons/1.10-resnet-densenet.ipynb) : parties 3 et 6 pour le premier,
// partie 7 pour le second.
//
// Chaque exercice a plusieurs fonctions, et chacune rapporte des points : commencez par la première. `check` construit
// vos blocs et vos modèles et les compare, **couche par couche**, à ceux qui sont attendus. La note leur donne aussi les
// mêmes poids et la même image qu’aux vrais, et compare les réponses.
//
// Les règles :
//
// - gardez le nom et la signature des fonctions ;
// - elles ne font que **construire** : ni entraînement, ni chargement (`residual`, elle, calcule) ;
// - `tf`, `connect` et le langage suffisent : n’importez rien d’autre ;
// - les noms des couches et le tirage des poids : comme vous voulez ;
// - si vous êtes bloqué, `await hint('resNet')` donne un premier indice, puis un deuxième, puis un troisième ;
// - `await progress()` montre où vous en êtes, et `await reset('resNet')`, à la place de votre réponse, reprend le
//   texte de départ (l’ancienne réponse est gardée à côté du carnet).
// %% id=c0de1a02 role=given
import { check, hint, progress, reset } from '@convolab/lib/check';
// %% id=c0de1a03 role=given exercise=resNet
import * as tf from '@convolab/lib/tf';

/** Branche une couche derrière x, ou derrière plusieurs branches. */
const connect = (layer: tf.Layer, x: tf.SymbolicTensor | tf.SymbolicTensor[]): tf.SymbolicTensor =>
  // Une copie de la liste : tfjs la garde, et la vôtre peut grandir ensuite.
  layer.apply(Array.isArray(x) ? [...x] : x) as tf.SymbolicTensor;

/** L’image, ou les cartes, d’où part un réseau. */
const image = (shape: number[]): tf.SymbolicTensor => tf.input({ shape });
// %% [markdown] id=c0de1a04
// ## Échauffement : une addition a besoin de deux formes égales
//
// Avant d’exécuter : laquelle des deux lignes échoue, et pourquoi ? Que faudrait-il mettre sur le chemin de `x` ?
// %% id=c0de1a05 role=free
const x = image([56, 56, 64]);
const wide = connect(tf.layers.conv2d({ filters: 256, kernelSize: 1 }), x);
console.log('concaténer :', connect(tf.layers.concatenate(), [x, wide]).shape);
try {
  console.log('ajouter :', connect(tf.layers.add(), [x, wide]).shape);
} catch (error) {
  console.log('ajouter :', (error as Error).message);
}
// %% [markdown] id=c0de1a06
// 64 cartes ne s’ajoutent pas à 256. Une convolution 1 × 1 à 256 filtres sur le chemin de `x`, la **projection**, règle
// la question. La concaténation, elle, accepte : 320 cartes.
// %% [markdown] id=c0de1a07
// ## Exercice 1 : bloc résiduel et ResNet (6 points)
//
// **`residual(x, w1, w2)`**, à la main, sur des nombres. `x` est un vecteur de n nombres, `w1` et `w2` les noyaux de deux
// couches denses sans biais, `[entrées][sorties]`. Rendez
//
// $$\text{ReLU}\big(\mathcal{F}(x) + x\big), \qquad \mathcal{F}(x) = \text{ReLU}(x\,W_1)\,W_2$$
//
// `RangeError` si F(x) et x n’ont pas le même nombre de valeurs. Les arguments ne changent pas.
//
// **Exemple.** `residual([2, 1], [[1, -1], [0, 1]], [[0.5, -2], [1, 1]])` : x W1 = [2, −1], ReLU donne [2, 0], F(x) = [1, −4],
// F(x) + x = [3, −3], et le résultat est `[3, 0]`.
//
// **`bottleneck(x, filters, strides)`**, le bloc de ResNet-50. `x` est un tenseur entre deux couches, comme celui
// que rend `connect` ; rendez le tenseur qui sort du bloc.
//
// | Sur le chemin des couches | |
// |---|---|
// | convolution 1 × 1, `filters` filtres, **de pas `strides`** | normalisation, ReLU |
// | convolution 3 × 3, `filters` filtres, qui garde la taille | normalisation, ReLU |
// | convolution 1 × 1, **4 ×** `filters` filtres | normalisation |
//
// Sur le raccourci : `x` lui-même **s’il a déjà la bonne forme** (pas de 1, et 4 × `filters` canaux), sinon une
// projection : convolution 1 × 1, 4 × `filters` filtres, de pas `strides`, puis normalisation. On ajoute les deux, puis
// ReLU. Les convolutions ont leurs biais ; la normalisation est `tf.layers.batchNormalization()`, sans option.
//
// **Exemple.** `bottleneck(image([56, 56, 256]), 128, 2).shape` vaut `[null, 28, 28, 512]`.
//
// **`resNet(depth)`**, le réseau entier, pour des images `[224, 224, 3]` :
//
// | | | Sortie |
// |---|---|---|
// | entrée | marge de 3 zéros, convolution 7 × 7 de pas 2 sans remplissage, 64 filtres, normalisation, ReLU | 112 × 112 × 64 |
// | | marge de 1 zéro, max pooling 3 × 3 de pas 2 | 56 × 56 × 64 |
// | conv2 | blocs de 64 filtres ; pas de 1 | 56 × 56 × 256 |
// | conv3 | blocs de 128 filtres ; le **premier** a un pas de 2 | 28 × 28 × 512 |
// | conv4 | blocs de 256 filtres, de même | 14 × 14 × 1024 |
// | conv5 | blocs de 512 filtres, de même | 7 × 7 × 2048 |
// | sortie | moyenne de chaque carte, couche dense à 1 000 neurones, softmax | 1 000 |
//
// | `depth` | blocs de conv2, conv3, conv4, conv5 |
// |---|---|
// | 50 | 3, 4, 6, 3 |
// | 101 | 3, 4, 23, 3 |
// | 152 | 3, 8, 36, 3 |
//
// `RangeError` pour toute autre profondeur. **Exemple.** `resNet(50).countParams()` vaut `25636712`.
// %% id=c0de1a08 role=answer exercise=resNet
function residual(x: number[], w1: number[][], w2: number[][]): number[] {
  // BEGIN SOLUTION
  const relu = (values: number[]) => values.map((value) => Math.max(0, value));
  const dense = (input: number[], kernel: number[][]) =>
    kernel[0].map((_, j) => input.reduce((sum, value, i) => sum + value * kernel[i][j], 0));
  // Ce que les couches calculent…
  const f = dense(relu(dense(x, w1)), w2);
  if (f.length !== x.length) {
    throw new RangeError(`F(x) a ${f.length} valeurs, x en a ${x.length} : on ne peut les ajouter`);
  }
  // … et ce qui est passé à côté.
  return relu(f.map((value, i) => value + x[i]));
  // END SOLUTION
}

function bottleneck(x: tf.SymbolicTensor, filters: number, strides: number): tf.SymbolicTensor {
  // BEGIN SOLUTION
  const { conv2d, batchNormalization, reLU, add } = tf.layers;
  const normalised = (from: tf.SymbolicTensor, count: number, kernelSize: number, step = 1) =>
    connect(
      batchNormalization(),
      connect(conv2d({ filters: count, kernelSize, strides: step, padding: 'same' }), from),
    );
  const relu = (from: tf.SymbolicTensor) => connect(reLU(), from);
  const few = relu(normalised(x, filters, 1, strides));
  const residue = normalised(relu(normalised(few, filters, 3)), 4 * filters, 1);
  const fits = strides === 1 && x.shape[3] === 4 * filters;
  const shortcut = fits ? x : normalised(x, 4 * filters, 1, strides);
  return relu(connect(add(), [shortcut, residue]));
  // END SOLUTION
}

function resNet(depth: number): tf.LayersModel {
  // BEGIN SOLUTION
  const { zeroPadding2d, conv2d, batchNormalization, reLU, maxPooling2d } = tf.layers;
  const { globalAveragePooling2d, dense } = tf.layers;
  const stages = new Map([
    [50, [3, 4, 6, 3]],
    [101, [3, 4, 23, 3]],
    [152, [3, 8, 36, 3]],
  ]);
  const counts = stages.get(depth);
  if (counts === undefined) throw new RangeError(`${depth} n’est ni 50, ni 101, ni 152`);
  const input = tf.input({ shape: [224, 224, 3] });
  let x = [
    zeroPadding2d({ padding: 3 }),
    conv2d({ filters: 64, kernelSize: 7, strides: 2 }),
    batchNormalization(),
    reLU(),
    zeroPadding2d({ padding: 1 }),
    maxPooling2d({ poolSize: 3, strides: 2 }),
  ].reduce((from, layer) => connect(layer, from), input);
  counts.forEach((count, stage) => {
    for (let block = 0; block < count; block++) {
      const halves = stage > 0 && block === 0;
      x = bottleneck(x, 64 * 2 ** stage, halves ? 2 : 1);
    }
  });
  const means = connect(globalAveragePooling2d({}), x);
  const output = connect(dense({ units: 1000, activation: 'softmax' }), means);
  return tf.model({ inputs: input, outputs: output });
  // END SOLUTION
}
// %% id=c0de1a09 role=check exercise=resNet
await check('resNet', { residual, bottleneck, resNet, image });
// %% [markdown] id=c0de1a0a
// **À regarder.** Retirez les `//` ci-dessous. Trois fois plus de couches, mais combien de fois plus de paramètres ?
// %% id=c0de1a0b role=free
// for (const depth of [50, 101, 152]) console.log(depth, resNet(depth).countParams());
// %% [markdown] id=c0de1a0c
// ## Exercice 2 : bloc dense et DenseNet (5 points)
//
// **`denseBlock(x, layers, growth)`** rend ce qui sort d’un bloc dense de `layers` couches. Chaque couche lit **tout** ce
// qui précède dans le bloc, entrée comprise, et y ajoute `growth` cartes, **bout à bout** :
//
// 1. normalisation, ReLU, convolution 1 × 1 à **4 ×** `growth` filtres ;
// 2. normalisation, ReLU, convolution 3 × 3 à `growth` filtres, qui garde la taille ;
// 3. concaténation de ce qui était là et de ces nouvelles cartes, dans cet ordre.
//
// La normalisation vient **avant** la convolution. Les convolutions n’ont **pas de biais** ; la normalisation est
// `tf.layers.batchNormalization()`, sans option.
//
// **Exemple.** `denseBlock(image([56, 56, 64]), 6, 32).shape` vaut `[null, 56, 56, 256]` : 64 + 6 × 32.
//
// **`transition(x)`** rend ce qui sort d’une transition : normalisation, ReLU, convolution 1 × 1 sans biais qui garde la
// **moitié** des canaux (arrondie vers le bas), puis pooling par **moyenne** 2 × 2.
//
// **Exemple.** `transition(image([56, 56, 256])).shape` vaut `[null, 28, 28, 128]`.
//
// **`denseNet(blocks)`** rend le réseau entier, pour des images `[224, 224, 3]`, avec une croissance de 32. `blocks` dit
// combien de couches a chaque bloc dense :
//
// | | |
// |---|---|
// | entrée | marge de 3 zéros, convolution 7 × 7 de pas 2 sans remplissage ni biais, 64 filtres, normalisation, ReLU |
// | | marge de 1 zéro, max pooling 3 × 3 de pas 2 |
// | corps | un bloc dense par nombre de `blocks`, et une transition **entre** deux blocs, pas après le dernier |
// | sortie | normalisation, ReLU, moyenne de chaque carte, couche dense à 1 000 neurones, softmax |
//
// `RangeError` si `blocks` est vide. **Exemple.** DenseNet-121 : `denseNet([6, 12, 24, 16]).countParams()` vaut `8062504`.
// %% id=c0de1a0d role=answer exercise=denseNet
function denseBlock(x: tf.SymbolicTensor, layers: number, growth: number): tf.SymbolicTensor {
  // BEGIN SOLUTION
  const { batchNormalization, reLU, conv2d, concatenate } = tf.layers;
  const read = (from: tf.SymbolicTensor, filters: number, kernelSize: number) =>
    [
      batchNormalization(),
      reLU(),
      conv2d({ filters, kernelSize, padding: 'same', useBias: false }),
    ].reduce((seen, layer) => connect(layer, seen), from);
  let all = x;
  for (let layer = 0; layer < layers; layer++) {
    const fresh = read(read(all, 4 * growth, 1), growth, 3);
    all = connect(concatenate(), [all, fresh]);
  }
  return all;
  // END SOLUTION
}

function transition(x: tf.SymbolicTensor): tf.SymbolicTensor {
  // BEGIN SOLUTION
  const { batchNormalization, reLU, conv2d, averagePooling2d } = tf.layers;
  const half = Math.floor(x.shape[3]! / 2);
  return [
    batchNormalization(),
    reLU(),
    conv2d({ filters: half, kernelSize: 1, useBias: false }),
    averagePooling2d({ poolSize: 2 }),
  ].reduce((from, layer) => connect(layer, from), x);
  // END SOLUTION
}

function denseNet(blocks: number[]): tf.LayersModel {
  // BEGIN SOLUTION
  const { zeroPadding2d, conv2d, batchNormalization, reLU, maxPooling2d } = tf.layers;
  const { globalAveragePooling2d, dense } = tf.layers;
  if (blocks.length === 0) throw new RangeError('il faut au moins un bloc');
  const chain = (from: tf.SymbolicTensor, layers: tf.Layer[]) =>
    layers.reduce((x, layer) => connect(layer, x), from);
  const input = tf.input({ shape: [224, 224, 3] });
  let x = chain(input, [
    zeroPadding2d({ padding: 3 }),
    conv2d({ filters: 64, kernelSize: 7, strides: 2, useBias: false }),
    batchNormalization(),
    reLU(),
    zeroPadding2d({ padding: 1 }),
    maxPooling2d({ poolSize: 3, strides: 2 }),
  ]);
  blocks.forEach((layers, i) => {
    if (i > 0) x = transition(x);
    x = denseBlock(x, layers, 32);
  });
  const output = chain(x, [
    batchNormalization(),
    reLU(),
    globalAveragePooling2d({}),
    dense({ units: 1000, activation: 'softmax' }),
  ]);
  return tf.model({ inputs: input, outputs: output });
  // END SOLUTION
}
// %% id=c0de1a0e role=check exercise=denseNet
await check('denseNet', { denseBlock, transition, denseNet, image });
// %% [markdown] id=c0de1a0f
// **À regarder.** Retirez les `//` ci-dessous : DenseNet-169 et 201, que seul le nombre de couches des blocs distingue.
// %% id=c0de1a10 role=free
// console.log(denseNet([6, 12, 32, 32]).countParams(), denseNet([6, 12, 48, 32]).countParams());
