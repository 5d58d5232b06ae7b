// ---
// title: LeNet-5, AlexNet et VGG
// exercises:
//   - id: lenet5
//     title: LeNet-5
//     points: 4
//     functions: [lenet5]
//     imports: ['@convolab/lib/tf']
//   - id: alexNet
//     title: AlexNet à deux tours
//     points: 5
//     functions: [alexNet]
//     imports: ['@convolab/lib/tf']
//   - id: vgg
//     title: VGG par configuration
//     points: 4
//     functions: [vgg]
//     imports: ['@convolab/lib/tf']
// ---
// %% [markdown] id=c0de1801
// # Exercices 1.8 : construire un réseau célèbre
//
// Jusqu’ici vous avez écrit les opérations. Vous allez maintenant les **assembler**, avec les couches de TensorFlow.js,
// pour refaire des réseaux qui ont fait date. Trois exercices, **13 points** :
//
// | Exercice | Fonction à écrire | Points |
// |---|---|---|
// | 1. LeNet-5 | `lenet5` | 4 |
// | 2. AlexNet à deux tours | `alexNet` | 5 |
// | 3. VGG par configuration | `vgg` | 4 |
//
// Ce qu’il faut savoir est dans la [leçon 1.8](../lecons/1.8-lenet-alexnet-vgg.ipynb) pour ces réseaux et les couches
// de tfjs ; dans la [leçon 1.3](../lecons/1.3-taille-de-sortie.ipynb) pour les tailles ; et dans la
// [leçon 1.5](../lecons/1.5-couche-dense-softmax.ipynb), partie 4, pour la fin d’un réseau.
//
// Chaque exercice tient en trois cellules : l’énoncé, la cellule où vous écrivez votre réponse, et une cellule `check`
// qui construit votre modèle et le compare, **couche par couche**, à celui qui est attendu. La note regarde aussi ce
// que vous ne voyez pas : votre modèle et le vrai reçoivent les mêmes poids et la même image, et doivent donner les
// mêmes réponses.
//
// Les règles :
//
// - gardez le nom et la signature de la fonction ;
// - elle ne fait que **construire** le modèle et le rendre : ni entraînement, ni calcul, ni chargement ;
// - `tf`, importé ci-dessous, suffit : n’importez rien d’autre ;
// - `tf.sequential` ou `tf.model`, les noms des couches, le tirage des poids : comme vous voulez ;
// - ajoutez autant de cellules que vous voulez pour essayer : `lenet5().summary()` montre votre modèle ;
// - si vous êtes bloqué, `await hint('lenet5')` donne un premier indice, puis un deuxième, puis un troisième :
//   personne ne les compte ;
// - `await progress()` montre où vous en êtes, leçon par leçon ;
// - pour recommencer un exercice, remplacez votre réponse par `await reset('lenet5')` et exécutez la cellule : elle
//   reprend son texte de départ, et l’ancienne réponse est gardée à côté du carnet.
// %% id=c0de1802 role=given
import { check, hint, progress, reset } from '@convolab/lib/check';
// %% id=c0de1803 role=given exercise=lenet5
import * as tf from '@convolab/lib/tf';
// %% [markdown] id=c0de1804
// ## Échauffement : où sont les paramètres ?
//
// Une convolution de 6 filtres 5 × 5 sur une image à un canal, et une couche dense de 10 neurones sur les mêmes cartes
// aplaties. Avant d’exécuter la cellule qui suit, répondez de tête :
//
// 1. Laquelle des deux a le plus de paramètres ? Dix fois, cent fois plus ?
// 2. Que deviennent ces deux nombres si l’image fait 56 × 56 ?
//
// Changez ensuite `side` pour vérifier vos réponses.
// %% id=c0de1805 role=free
const side = 28;
const small = tf.sequential({
  layers: [
    tf.layers.conv2d({ inputShape: [side, side, 1], filters: 6, kernelSize: 5, padding: 'same' }),
    tf.layers.flatten(),
    tf.layers.dense({ units: 10 }),
  ],
});
for (const layer of small.layers) {
  console.log(layer.getClassName(), layer.outputShape, layer.countParams());
}
// %% [markdown] id=c0de1806
// La convolution a 6 × (25 + 1) = 156 paramètres, quelle que soit l’image ; la couche dense, 28 × 28 × 6 × 10 + 10 =
// 47 050, trois cents fois plus, et quatre fois plus encore quand le côté double. LeNet-5 réduit donc ses cartes
// avant de conclure.
// %% [markdown] id=c0de1807
// ## Exercice 1 : LeNet-5 (4 points)
//
// Écrivez `lenet5()`, qui rend un modèle de tfjs : LeNet-5 (LeCun, Bottou, Bengio et Haffner, 1998), tel qu’on le
// construit aujourd’hui pour les images de MNIST. Il reçoit des images de forme `[28, 28, 1]` :
//
// | Couche | Ce qu’elle fait | Sortie | Paramètres |
// |---|---|---|---|
// | C1 | convolution, 6 filtres 5 × 5, qui **garde la taille** | 28 × 28 × 6 | 156 |
// | S2 | pooling par **moyenne**, fenêtres 2 × 2 | 14 × 14 × 6 | 0 |
// | C3 | convolution, 16 filtres 5 × 5, sans remplissage | 10 × 10 × 16 | 2 416 |
// | S4 | pooling par **moyenne**, fenêtres 2 × 2 | 5 × 5 × 16 | 0 |
// | | aplatissement | 400 | 0 |
// | C5 | couche dense, 120 neurones | 120 | 48 120 |
// | F6 | couche dense, 84 neurones | 84 | 10 164 |
// | sortie | couche dense, 10 neurones | 10 | 850 |
//
// En tout **61 706** paramètres. L’activation de C1, C3, C5 et F6 est la **tangente hyperbolique** (`'tanh'`) ; la
// sortie rend dix **probabilités** (`'softmax'`). Chaque couche qui a des poids a aussi ses biais.
//
// **Exemple.** `lenet5().countParams()` vaut `61706`, `lenet5().layers.at(-1).outputShape` vaut `[null, 10]` :
// `null` est la taille du lot, que tfjs laisse ouverte. (Dans l’article, C3 ne relie pas toutes les cartes, et les
// poolings apprennent : ce LeNet-5-là est raconté dans la leçon.)
// %% id=c0de1808 role=answer exercise=lenet5
function lenet5(): tf.LayersModel {
  // BEGIN SOLUTION
  const { conv2d, averagePooling2d, flatten, dense } = tf.layers;
  return tf.sequential({
    layers: [
      // Des cartes de plus en plus petites, de plus en plus nombreuses…
      conv2d({
        inputShape: [28, 28, 1],
        filters: 6,
        kernelSize: 5,
        padding: 'same',
        activation: 'tanh',
      }),
      averagePooling2d({ poolSize: 2 }),
      conv2d({ filters: 16, kernelSize: 5, activation: 'tanh' }),
      averagePooling2d({ poolSize: 2 }),
      // … puis une bande, où chaque neurone voit tout.
      flatten(),
      dense({ units: 120, activation: 'tanh' }),
      dense({ units: 84, activation: 'tanh' }),
      dense({ units: 10, activation: 'softmax' }),
    ],
  });
  // END SOLUTION
}
// %% id=c0de1809 role=check exercise=lenet5
await check('lenet5', lenet5);
// %% [markdown] id=c0de180a
// **À regarder.** Retirez les `//` ci-dessous : les probabilités d’un réseau qui n’a rien appris, pour une image
// blanche. Exécutez plusieurs fois : pourquoi changent-elles, et autour de quel nombre ?
// %% id=c0de180b role=free
// const untrained = lenet5().predict(tf.ones([1, 28, 28, 1])) as tf.Tensor;
// untrained.dataSync();
// %% [markdown] id=c0de1810
// ## Exercice 2 : AlexNet à deux tours (5 points)
//
// En 2012, AlexNet (Krizhevsky, Sutskever et Hinton) ne tenait pas dans la mémoire d’une carte graphique. Ses auteurs
// l’ont coupé en **deux tours**, une par carte : deux suites de couches, chacune avec la moitié des filtres, qui
// ne se parlent qu’à **deux endroits**.
//
// Écrivez `alexNet(groups)`, qui rend ce réseau en une tour (`groups` vaut 1) ou en deux (`groups` vaut 2). Il reçoit des
// images de forme `[227, 227, 3]` :
//
// | Couche | Ce qu’elle fait | Sortie, toutes tours ensemble |
// |---|---|---|
// | conv1 | 96 filtres 11 × 11, de 4 en 4, sans remplissage | 55 × 55 × 96 |
// | pool1 | maximum, fenêtres **3 × 3, de 2 en 2** | 27 × 27 × 96 |
// | conv2 | 256 filtres 5 × 5, qui gardent la taille | 27 × 27 × 256 |
// | pool2 | comme pool1 | 13 × 13 × 256 |
// | | **les tours se rencontrent** | 13 × 13 × 256 |
// | conv3 | 384 filtres 3 × 3, qui gardent la taille | 13 × 13 × 384 |
// | conv4 | de même | 13 × 13 × 384 |
// | conv5 | 256 filtres 3 × 3, qui gardent la taille | 13 × 13 × 256 |
// | pool5 | comme pool1 | 6 × 6 × 256 |
// | | **les tours se rencontrent**, puis aplatissement | 9 216 |
// | fc6, fc7 | dense, 4 096 neurones, puis un dropout de 0,5 ; deux fois | 4 096 |
// | fc8 | dense, 1 000 neurones | 1 000 |
//
// Avec deux tours, chacune a la moitié des filtres de chaque ligne (48, puis 128…), et ne lit que **ses** cartes ;
// conv1 lit l’image, et conv3 lit les cartes des deux tours mises bout à bout (`concatenate`). Les convolutions, fc6 et fc7
// ont pour activation `'relu'` ; la sortie rend mille probabilités. Chaque couche qui a des poids a ses biais. La
// normalisation locale de l’article, qui n’a pas de poids et que plus personne n’utilise, n’est pas demandée.
//
// **Exemple.** `alexNet(1).countParams()` vaut `62378344`, `alexNet(2).countParams()` vaut `60965224`.
//
// Un réseau qui se sépare ne s’écrit pas avec `tf.sequential`. On part d’une entrée, `tf.input({ shape })`, on branche les
// couches une à une, et `tf.model({ inputs, outputs })` referme le tout. Pour brancher, `connect`, donnée
// ci-dessous : `connect(couche, x)` rend ce qui sort de la couche quand `x` y entre, et
// `connect(tf.layers.concatenate(), [a, b])` ce qui sort quand `a` et `b` y entrent.
// %% id=c0de1811 role=given exercise=alexNet
/** Branche une couche derrière x, ou derrière plusieurs branches. */
const connect = (layer: tf.Layer, x: tf.SymbolicTensor | tf.SymbolicTensor[]): tf.SymbolicTensor =>
  // Une copie de la liste : tfjs la garde, et la vôtre peut grandir ensuite.
  layer.apply(Array.isArray(x) ? [...x] : x) as tf.SymbolicTensor;
// %% id=c0de1812 role=answer exercise=alexNet
function alexNet(groups: 1 | 2): tf.LayersModel {
  // BEGIN SOLUTION
  const { conv2d, maxPooling2d, concatenate, flatten, dense, dropout } = tf.layers;
  type X = tf.SymbolicTensor;
  // Les filtres se partagent entre les tours.
  const conv = (x: X, filters: number, kernelSize: number, more = {}): X =>
    connect(
      conv2d({
        filters: filters / groups,
        kernelSize,
        padding: 'same',
        activation: 'relu',
        ...more,
      }),
      x,
    );
  const pool = (x: X): X => connect(maxPooling2d({ poolSize: 3, strides: 2 }), x);
  // Une fois pour chaque tour, puis elles se rencontrent.
  const meet = (tower: () => X): X =>
    groups === 1 ? tower() : connect(concatenate(), [tower(), tower()]);

  const input = tf.input({ shape: [227, 227, 3] });
  const seen = meet(() => {
    const first = pool(conv(input, 96, 11, { strides: 4, padding: 'valid' }));
    return pool(conv(first, 256, 5));
  });
  const maps = meet(() => pool(conv(conv(conv(seen, 384, 3), 384, 3), 256, 3)));
  let x = connect(flatten(), maps);
  for (let layer = 6; layer <= 7; layer++) {
    x = connect(dense({ units: 4096, activation: 'relu' }), x);
    x = connect(dropout({ rate: 0.5 }), x);
  }
  const output = connect(dense({ units: 1000, activation: 'softmax' }), x);
  return tf.model({ inputs: input, outputs: output });
  // END SOLUTION
}
// %% id=c0de1813 role=check exercise=alexNet
await check('alexNet', alexNet);
// %% [markdown] id=c0de1814
// **À regarder.** Retirez les `//` ci-dessous. La mémoire que demandent les poids d’AlexNet, en mégaoctets : quatre
// octets par nombre. Une image de 227 × 227 à trois canaux en demande combien de fois moins ?
// %% id=c0de1815 role=free
// const megabytes = (4 * alexNet(2).countParams()) / 1e6;
// console.log(megabytes.toFixed(0), 'Mo');
// %% [markdown] id=c0de1820
// ## Exercice 3 : VGG par configuration (4 points)
//
// VGG-16 et VGG-19 (Simonyan et Zisserman, 2014) sont le même réseau, à quelques nombres près. Écrivez
// `vgg(blocks, inputShape, classes)`, qui le construit d’après ces nombres :
//
// - `blocks` donne le nombre de convolutions de chaque bloc : `[2, 2, 3, 3, 3]` pour VGG-16 ;
// - `inputShape` est la forme de l’image, `[hauteur, largeur, canaux]` ;
// - `classes` est le nombre de classes ; **0** : le modèle s’arrête au dernier pooling.
//
// | Partie | Ce qu’elle fait |
// |---|---|
// | un bloc | ses convolutions, toutes 3 × 3, qui gardent la taille, `'relu'` ; puis **un** pooling par maximum, fenêtre 2 × 2 |
// | filtres | 64 dans le premier bloc, deux fois plus dans chaque bloc suivant, **jamais plus de 512** |
// | fin (si `classes` n’est pas 0) | aplatissement ; dense de 4 096 neurones, `'relu'`, puis un dropout de 0,5, deux fois ; dense de `classes` neurones, `'softmax'` |
//
// Chaque couche qui a des poids a ses biais. Une taille impaire est divisée par deux et arrondie vers le bas, comme le fait
// le pooling de tfjs. Une image dont la hauteur ou la largeur est plus petite que 2 puissance le nombre de blocs n’aurait plus
// un pixel à la fin : **lancez une erreur** (`RangeError`). `blocks` ne doit pas changer. Seule la première convolution reçoit
// `inputShape` : donné aux suivantes, tfjs n’en fait rien, et le dit à chaque fois.
//
// **Exemple.** `vgg([1, 1], [8, 8, 1], 0)` a quatre couches : 64 filtres (8 × 8 × 64), pooling (4 × 4 × 64), 128 filtres
// (4 × 4 × 128), pooling (2 × 2 × 128). Et `vgg([2, 2, 3, 3, 3], [224, 224, 3], 1000).countParams()` vaut `138357544`.
//
// (VGG-19 demande 575 Mo. Ici, `check` le construit sans donner de mémoire à ses poids ; dans vos essais, prenez une
// petite image ou `classes` égal à 0.)
// %% id=c0de1821 role=answer exercise=vgg
function vgg(
  blocks: number[],
  inputShape: [height: number, width: number, channels: number],
  classes: number,
): tf.LayersModel {
  // BEGIN SOLUTION
  const { conv2d, maxPooling2d, flatten, dense, dropout } = tf.layers;
  const [height, width] = inputShape;
  const smallest = 2 ** blocks.length;
  if (height < smallest || width < smallest) {
    throw new RangeError(`vgg : il faut ${smallest} pixels de côté, reçu ${height} × ${width}.`);
  }
  const layers: tf.Layer[] = [];
  let filters = 64;
  for (const count of blocks) {
    for (let nth = 0; nth < count; nth++) {
      const first = layers.length === 0 ? { inputShape } : {};
      layers.push(
        conv2d({ ...first, filters, kernelSize: 3, padding: 'same', activation: 'relu' }),
      );
    }
    layers.push(maxPooling2d({ poolSize: 2 }));
    filters = Math.min(2 * filters, 512);
  }
  if (classes > 0) {
    layers.push(flatten());
    for (let i = 0; i < 2; i++) {
      layers.push(dense({ units: 4096, activation: 'relu' }), dropout({ rate: 0.5 }));
    }
    layers.push(dense({ units: classes, activation: 'softmax' }));
  }
  return tf.sequential({ layers });
  // END SOLUTION
}
// %% id=c0de1822 role=check exercise=vgg
await check('vgg', vgg);
// %% [markdown] id=c0de1823
// **À regarder.** Retirez les `//` ci-dessous : le même VGG, de plus en plus profond, sans ses couches denses. Que coûte une
// convolution de plus, selon le bloc où vous la mettez ?
// %% id=c0de1824 role=free
// console.log(vgg([1, 1, 1], [32, 32, 3], 0).countParams());
// console.log(vgg([2, 1, 1], [32, 32, 3], 0).countParams()); // une de plus dans le premier bloc
// console.log(vgg([1, 1, 2], [32, 32, 3], 0).countParams()); // une de plus dans le troisième
