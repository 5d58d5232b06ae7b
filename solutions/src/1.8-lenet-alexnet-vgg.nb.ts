// ---
// title: LeNet-5, AlexNet et VGG
// exercises:
//   - id: lenet5
//     title: LeNet-5
//     points: 4
//     functions: [lenet5]
//     imports: ['@convolab/lib/tf']
// ---
// %% [markdown] id=c0de1801
// # Exercices 1.8 : construire un réseau célèbre
//
// Jusqu’ici vous avez écrit les opérations. Vous allez maintenant les **assembler**, avec les couches de TensorFlow.js,
// pour refaire un réseau qui a fait date. Un exercice, **4 points** :
//
// | Exercice | Fonction à écrire | Points |
// |---|---|---|
// | 1. LeNet-5 | `lenet5` | 4 |
//
// Ce qu’il faut savoir est dans la [leçon 1.7](../lecons/1.7-reseau-a-la-main.ipynb), partie 6, pour les couches de
// tfjs ; dans la [leçon 1.3](../lecons/1.3-taille-de-sortie.ipynb) pour les tailles ; et dans la
// [leçon 1.5](../lecons/1.5-couche-dense-softmax.ipynb), partie 4, pour la fin d’un réseau.
//
// Chaque exercice tient en trois cellules : l’énoncé, la cellule où vous écrivez votre réponse, et une cellule `check`
// qui construit votre modèle et le compare, **couche par couche**, à celui qui est attendu. La note regarde aussi ce
// que vous ne voyez pas : votre modèle et LeNet-5 reçoivent les mêmes poids et la même image, et doivent donner les
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
