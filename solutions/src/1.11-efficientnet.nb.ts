// ---
// title: EfficientNet
// exercises:
//   - id: efficientNet
//     title: MBConv et échelle composée
//     points: 6
//     functions: [roundFilters, compoundScale, mbConv, efficientNet]
//     fixtures: [image]
//     imports: ['@convolab/lib/tf']
// ---
// %% [markdown] id=c0de1b01
// # Exercices 1.11 : une famille entière
//
// Huit réseaux, de 5 à 67 millions de paramètres, et **une seule fonction** qui les construit tous. Un exercice,
// **6 points** :
//
// | Exercice | Fonctions à écrire | Points |
// |---|---|---|
// | 1. MBConv et échelle composée | `roundFilters`, `compoundScale`, `mbConv`, `efficientNet` | 6 |
//
// Ce qu’il faut savoir est dans la [leçon 1.11](../lecons/1.11-efficientnet.ipynb), parties 2 et 3 ; et dans la
// [leçon 1.10](../lecons/1.10-resnet-densenet.ipynb) pour l’addition qui saute un bloc.
//
// La cellule `check` essaie vos quatre fonctions : les nombres, puis des blocs, puis B0, **couche par couche**. La note
// regarde aussi d’autres blocs, B1, B3 et B7, et ce que votre modèle répond avec les mêmes poids que le vrai. Un modèle
// n’y est que décrit, jamais rempli : B7 se vérifie en une seconde. Chez vous aussi, `check` ne lui donne pas de poids ;
// mais `efficientNet(7)` dans une cellule à vous les tire, et demande 270 Mo.
//
// Les règles :
//
// - gardez le nom et la signature des fonctions ;
// - elles ne font que **compter et construire** : ni entraînement, ni chargement ;
// - `tf`, importé ci-dessous, suffit : n’importez rien d’autre ;
// - les noms des couches et le tirage des poids : comme vous voulez ;
// - ajoutez autant de cellules que vous voulez pour essayer ;
// - si vous êtes bloqué, `await hint('efficientNet')` donne un premier indice, puis un deuxième, puis un troisième :
//   personne ne les compte ;
// - `await progress()` montre où vous en êtes, leçon par leçon ;
// - pour recommencer, remplacez votre réponse par `await reset('efficientNet')` et exécutez la cellule : elle reprend
//   son texte de départ, et l’ancienne réponse est gardée à côté du carnet.
// %% id=c0de1b02 role=given
import { check, hint, progress, reset } from '@convolab/lib/check';
// %% id=c0de1b03 role=given exercise=efficientNet
import * as tf from '@convolab/lib/tf';

/** Branche une couche derrière x, ou derrière plusieurs branches. */
const connect = (layer: tf.Layer, x: tf.SymbolicTensor | tf.SymbolicTensor[]): tf.SymbolicTensor =>
  // Une copie de la liste : tfjs la garde, et la vôtre peut grandir ensuite.
  layer.apply(Array.isArray(x) ? [...x] : x) as tf.SymbolicTensor;

/** L’image, ou les cartes, d’où part un réseau. */
const image = (shape: number[]): tf.SymbolicTensor => tf.input({ shape });
// %% [markdown] id=c0de1b04
// ## Échauffement : en profondeur, ou tout à la fois ?
//
// Sur 40 cartes, une convolution 5 × 5 ordinaire à 40 filtres, et une convolution 5 × 5 **en profondeur** (chaque filtre ne
// lit qu’une carte), suivie d’une convolution 1 × 1 à 40 filtres. Avant d’exécuter la cellule, estimez combien de
// fois moins de poids a la seconde façon.
// %% id=c0de1b05 role=free
const maps = image([28, 28, 40]);
const whole = tf.layers.conv2d({ filters: 40, kernelSize: 5, padding: 'same', useBias: false });
const deep = tf.layers.depthwiseConv2d({ kernelSize: 5, padding: 'same', useBias: false });
const mix = tf.layers.conv2d({ filters: 40, kernelSize: 1, useBias: false });
console.log(connect(whole, maps).shape, connect(mix, connect(deep, maps)).shape);
console.log(whole.countParams(), 'contre', deep.countParams() + mix.countParams());
// %% [markdown] id=c0de1b06
// 25 × 40 × 40 = 40 000 poids d’un côté ; 25 × 40 + 40 × 40 = 2 600 de l’autre, quinze fois moins. L’une regarde autour,
// l’autre mélange les cartes ; la convolution ordinaire fait les deux d’un coup, et le paie.
// %% [markdown] id=c0de1b07
// ## Exercice 1 : MBConv et échelle composée (6 points)
//
// EfficientNet (Tan et Le, 2019) part d’un petit réseau, **B0**, et l’agrandit : plus large, plus profond, sur une image plus
// grande. Les tables `stages` (les sept étages de B0) et `scales` (de B0 à B7) sont données ci-dessous.
//
// **Les arrondis.** `roundFilters(filters, width)` rend le nombre de filtres quand `filters` est multiplié par `width` : le
// **multiple de 8 le plus proche** de ce produit (le plus grand des deux s’il est juste au milieu), jamais moins de 8 ;
// et s’il tombe **sous 90 %** du produit, le multiple de 8 suivant. `compoundScale(b)` dit ce qu’est le réseau numéro `b` :
//
// - `resolution`, le côté de l’image ;
// - `filters`, neuf nombres arrondis : la première convolution (32 dans B0), les sept étages, la dernière convolution
//   (1 280 dans B0) ;
// - `repeats`, sept nombres : les blocs de chaque étage, multipliés par `depth` et arrondis **vers le haut**.
//
// Il lève une erreur si `b` n’est pas un entier de 0 à 7.
//
// **Exemple.** 16 × 1,2 = 19,2 : le multiple de 8 le plus proche est 16, mais 90 % de 19,2 font 17,28, donc
// `roundFilters(16, 1.2)` vaut `24`. `compoundScale(3).repeats` vaut `[2, 3, 3, 5, 5, 6, 2]`.
//
// **Le bloc.** `mbConv(x, block)` rend ce qui sort d’un bloc MBConv quand `x` y entre. Notons C le nombre de cartes de `x` :
//
// 1. si `expansion` n’est pas 1, une convolution 1 × 1 **élargit** à C × `expansion` cartes ; normalisation par lots, swish ;
// 2. une convolution **en profondeur** (`depthwiseConv2d`) de côté `kernelSize`, de pas `strides`, `'same'` ;
//    normalisation par lots, swish ;
// 3. l’**excitation** pèse chaque carte : moyenne de chaque carte, `reshape` en 1 × 1, convolution 1 × 1 vers **C / 4** cartes
//    (l’entier en dessous, jamais moins de 1) avec swish, convolution 1 × 1 vers autant de cartes qu’à l’étape 2 avec `'sigmoid'` ;
//    les cartes de l’étape 2 sont **multipliées** par ces nombres ;
// 4. une convolution 1 × 1 **resserre** à `filters` cartes ; normalisation par lots, et pas d’activation ;
// 5. si `strides` vaut 1 et si `filters` vaut C, `x` s’**ajoute** au résultat. Avant l’addition, si `drop` n’est pas 0, un
//    dropout de taux `drop` et de `noiseShape` `perImage`, donné ci-dessous : il laisse de côté le bloc entier, ou rien.
//
// Seules les deux convolutions de l’excitation ont des biais. `'swish'` est une activation de tfjs ; la normalisation garde ses
// réglages par défaut.
// (`check` appelle `Dense` ces deux convolutions 1 × 1 : sur une carte d’un seul pixel, c’est le même calcul.)
//
// **Le réseau.** `efficientNet(b)` rend le réseau numéro `b`, pour des images de `resolution` × `resolution` à trois canaux, déjà normalisées :
//
// 1. une convolution 3 × 3 de pas 2, `'same'`, sans biais ; normalisation, swish ;
// 2. les blocs, étage par étage ; le pas d’un étage est celui de son **premier** bloc, les autres avancent de 1. Le bloc
//    numéro i (à partir de 0) sur n en tout a un `drop` de 0,2 × i / n ;
// 3. une convolution 1 × 1, sans biais ; normalisation, swish ;
// 4. la moyenne de chaque carte, un dropout de taux `dropout`, et une couche dense qui rend mille probabilités.
//
// **Exemple.** `efficientNet(0).countParams()` vaut `5330564` (Keras en annonce 7 de plus : la moyenne, la variance et le
// compte de ses images).
// %% id=c0de1b08 role=given exercise=efficientNet
/** Les sept étages de B0. */
const stages = [
  { kernelSize: 3, repeats: 1, filters: 16, expansion: 1, strides: 1 },
  { kernelSize: 3, repeats: 2, filters: 24, expansion: 6, strides: 2 },
  { kernelSize: 5, repeats: 2, filters: 40, expansion: 6, strides: 2 },
  { kernelSize: 3, repeats: 3, filters: 80, expansion: 6, strides: 2 },
  { kernelSize: 5, repeats: 3, filters: 112, expansion: 6, strides: 1 },
  { kernelSize: 5, repeats: 4, filters: 192, expansion: 6, strides: 2 },
  { kernelSize: 3, repeats: 1, filters: 320, expansion: 6, strides: 1 },
];

/** De B0 à B7. */
const scales = [
  { width: 1, depth: 1, resolution: 224, dropout: 0.2 },
  { width: 1, depth: 1.1, resolution: 240, dropout: 0.2 },
  { width: 1.1, depth: 1.2, resolution: 260, dropout: 0.3 },
  { width: 1.2, depth: 1.4, resolution: 300, dropout: 0.3 },
  { width: 1.4, depth: 1.8, resolution: 380, dropout: 0.4 },
  { width: 1.6, depth: 2.2, resolution: 456, dropout: 0.4 },
  { width: 1.8, depth: 2.6, resolution: 528, dropout: 0.5 },
  { width: 2, depth: 3.1, resolution: 600, dropout: 0.5 },
];

/** Ce qui distingue un bloc d’un autre. */
interface Block {
  kernelSize: number;
  filters: number;
  expansion: number;
  strides: number;
  drop: number;
}

/** Un tirage par image du lot, le même pour toute sa carte. */
const perImage = [null, 1, 1, 1] as unknown as number[];
// %% id=c0de1b09 role=answer exercise=efficientNet
function roundFilters(filters: number, width: number): number {
  // BEGIN SOLUTION
  const wanted = filters * width;
  const nearest = Math.max(8, Math.floor((wanted + 4) / 8) * 8);
  return nearest < 0.9 * wanted ? nearest + 8 : nearest;
  // END SOLUTION
}

function compoundScale(b: number): { resolution: number; filters: number[]; repeats: number[] } {
  // BEGIN SOLUTION
  const scale = scales[b];
  if (scale === undefined)
    throw new RangeError(`Il n’y a pas de B${b} : b est un entier de 0 à 7.`);
  const filters = [32, ...stages.map((stage) => stage.filters), 1280];
  return {
    resolution: scale.resolution,
    filters: filters.map((count) => roundFilters(count, scale.width)),
    repeats: stages.map((stage) => Math.ceil(stage.repeats * scale.depth)),
  };
  // END SOLUTION
}
// %% id=c0de1b0a role=answer exercise=efficientNet
function mbConv(x: tf.SymbolicTensor, block: Block): tf.SymbolicTensor {
  // BEGIN SOLUTION
  const { add, conv2d, depthwiseConv2d, dropout, multiply, reshape } = tf.layers;
  const { kernelSize, filters, expansion, strides, drop } = block;
  const normalised = (from: tf.SymbolicTensor) => connect(tf.layers.batchNormalization(), from);
  const swish = (from: tf.SymbolicTensor) =>
    connect(tf.layers.activation({ activation: 'swish' }), from);
  const channels = x.shape.at(-1)!;
  const inside = channels * expansion;

  const widen = conv2d({ filters: inside, kernelSize: 1, useBias: false });
  const wide = expansion === 1 ? x : swish(normalised(connect(widen, x)));
  const window = depthwiseConv2d({ kernelSize, strides, padding: 'same', useBias: false });
  const seen = swish(normalised(connect(window, wide)));

  const means = connect(tf.layers.globalAveragePooling2d({}), seen);
  const few = Math.max(1, Math.floor(channels / 4));
  const squeeze = conv2d({ filters: few, kernelSize: 1, activation: 'swish' });
  const excite = conv2d({ filters: inside, kernelSize: 1, activation: 'sigmoid' });
  const ones = connect(reshape({ targetShape: [1, 1, inside] }), means);
  const weighed = connect(multiply(), [seen, connect(excite, connect(squeeze, ones))]);

  const y = normalised(connect(conv2d({ filters, kernelSize: 1, useBias: false }), weighed));
  if (strides !== 1 || filters !== channels) return y;
  const kept = drop > 0 ? connect(dropout({ rate: drop, noiseShape: perImage }), y) : y;
  return connect(add(), [kept, x]);
  // END SOLUTION
}
// %% id=c0de1b0b role=answer exercise=efficientNet
function efficientNet(b: number): tf.LayersModel {
  // BEGIN SOLUTION
  const { resolution, filters, repeats } = compoundScale(b);
  const blocks = repeats.reduce((sum, count) => sum + count, 0);
  const normalisedSwish = (from: tf.SymbolicTensor) =>
    connect(
      tf.layers.activation({ activation: 'swish' }),
      connect(tf.layers.batchNormalization(), from),
    );
  const { conv2d, dense, dropout } = tf.layers;

  const inputs = image([resolution, resolution, 3]);
  const first = { kernelSize: 3, strides: 2, padding: 'same', useBias: false } as const;
  let x = normalisedSwish(connect(conv2d({ filters: filters[0]!, ...first }), inputs));
  let done = 0;
  stages.forEach((stage, i) => {
    for (let place = 0; place < repeats[i]!; place++) {
      const strides = place === 0 ? stage.strides : 1;
      x = mbConv(x, { ...stage, strides, filters: filters[i + 1]!, drop: (0.2 * done) / blocks });
      done++;
    }
  });
  x = normalisedSwish(connect(conv2d({ filters: filters[8]!, kernelSize: 1, useBias: false }), x));
  x = connect(tf.layers.globalAveragePooling2d({}), x);
  x = connect(dropout({ rate: scales[b]!.dropout }), x);
  return tf.model({ inputs, outputs: connect(dense({ units: 1000, activation: 'softmax' }), x) });
  // END SOLUTION
}
// %% id=c0de1b0c role=check exercise=efficientNet
await check('efficientNet', { roundFilters, compoundScale, mbConv, efficientNet, image });
// %% [markdown] id=c0de1b0d
// **À regarder.** Retirez les `//` ci-dessous : la famille que donnent vos arrondis. Entre B0 et B7, le nombre de blocs est
// multiplié par 3,4, celui des filtres par 2, le côté de l’image par 2,7. Devinez de combien le sont les multiplications.
// %% id=c0de1b0e role=free
// for (let b = 0; b <= 7; b++) {
//   const { resolution, filters, repeats } = compoundScale(b);
//   console.log(`B${b}`, resolution, filters.join(' '), repeats.join(' '));
// }
