// ---
// title: GoogLeNet et Inception
// ---
// %% [markdown] id=g9titre1
// # 1.9 GoogLeNet et Inception : voir large à moindre coût
//
// **Comment gagner contre VGG avec vingt fois moins de paramètres ?**
//
// 2014, concours ImageNet. VGG-16 (leçon 1.8) empile les convolutions 3 × 3 et pèse 138 millions de paramètres. Le
// vainqueur, GoogLeNet, en a sept millions, plus de couches, et se trompe moins. Un an plus tard, ses auteurs
// recommencent : c’est Inception v2. Cette leçon démonte leurs idées une à une, et mesure chacune.
//
// À la fin, vous saurez :
//
// - dire ce qu’une convolution 1 × 1 réduit, et ce qu’elle ne réduit pas ;
// - compter un module Inception, branche par branche, avec et sans goulot ;
// - expliquer à quoi servent des classifieurs auxiliaires, mesures à l’appui ;
// - factoriser une convolution, et reconnaître les noyaux qui s’y prêtent exactement ;
// - normaliser un lot à la main, et montrer ce que cela change à l’apprentissage.
//
// Lecture : environ 40 minutes, réponses comprises. À chaque question « **Prédire** », remplacez `null` par votre
// réponse, exécutez cette cellule, puis la suite.
// %% [markdown] id=g9souven
// ## Avant de commencer : trois souvenirs
//
// Répondez de tête, puis dépliez.
//
// **1.** (Leçon 1.8) Où sont la plupart des 138 millions de paramètres de VGG-16 ?
//
// <details><summary>Réponse</summary>
//
// Dans ses trois couches denses : près de neuf sur dix. Les convolutions, elles, font presque tous les calculs.
//
// </details>
//
// **2.** (Leçon 1.3) Combien de poids, sans les biais, pour passer de 192 cartes à 32 avec des filtres 5 × 5 ?
//
// <details><summary>Réponse</summary>
//
// 5 × 5 × 192 × 32 = 153 600. Chaque filtre regarde **toutes** les cartes qui entrent.
//
// </details>
//
// **3.** (Leçon 1.7) Comment lire le gradient d’un poids dans ce que fait un pas de descente ordinaire, au taux 1 ?
//
// <details><summary>Réponse</summary>
//
// C’est ce que le pas lui retire : poids avant moins poids après.
//
// </details>
// %% id=g9import role=given
import {
  bars, batchNorm, batchNormTraining, byProfile, checkPrediction, conv2d, crop, display,
  heatmapGrid, kernelProduct, loadFashionMnist, measuredLines, modelDiagram, nearestProduct, photo,
  pointwiseConv2d, relu, softmax, toGray, updateMoving, Volume, type LabelledImages,
} from '@convolab/lib';
import { train } from '@convolab/lib/graph';
import {
  describe, googLeNet, inceptionModule, inceptionV2, onPaper, seeded, vgg,
} from '@convolab/lib/models';
import * as tf from '@convolab/lib/tf';
const french = (value: number, digits = 0) => value.toLocaleString('fr-FR',
  { minimumFractionDigits: digits, maximumFractionDigits: digits }).replace(/\s/g, ' ');
// %% [markdown] id=g9p1mark items=110
// ## 1. Une fenêtre d’un seul pixel
//
// Une convolution 1 × 1 ne regarde qu’un pixel. À quoi bon ? À mélanger ses **canaux** : chaque filtre en fait une
// somme pondérée, la même partout (Lin, Chen et Yan, 2013, arXiv 1312.4400). C’est une petite couche dense,
// appliquée à chaque pixel.
//
// Voici une image de 1 × 2 pixels à trois canaux, et deux filtres, un par colonne : le premier additionne le premier
// et le troisième canal, le second fait le premier **moins** le troisième.
//
// **Prédire.** Que deviennent les trois canaux du premier pixel, [1, 2, 3] ?
// %% id=g9pixelq role=free items=110
const predictPixel: number[] | null = null; // ← une liste, un nombre par filtre
// %% id=g9pixel0 items=110
const pixels = [[[1, 2, 3], [2, 0, 1]]]; // [1, 2, 3] : 1 ligne, 2 colonnes, 3 canaux
const mixers = [[1, 1], [0, 0], [1, -1]]; // [3, 2] : 3 canaux, 2 filtres
const byHand = pixels.map((line) => line.map((channels) =>
  [0, 1].map((k) => channels.reduce((sum, value, c) => sum + value * mixers[c][k], 0))));
// %% id=g9pixel1 items=110 tags=replie
checkPrediction(predictPixel, byHand[0][0],
  `1 + 3 = 4, puis 1 − 3 = −2. Deux filtres, donc deux canaux, quel que soit le nombre de ceux
qui entrent. Erreur fréquente : trois nombres, en appliquant un filtre par canal.`);
// %% id=g9pixel2 items=110
console.log('à la main        :', JSON.stringify(byHand));
console.log('pointwiseConv2d  :', JSON.stringify(pointwiseConv2d(pixels, mixers)));
const filters = tf.tensor4d(mixers.flat(), [1, 1, 3, 2]);
const byTfjs = tf.conv2d(tf.tensor3d(pixels), filters, 1, 'valid');
console.log('tf.conv2d, 1 × 1 :', JSON.stringify(byTfjs.arraySync()), 'de forme', byTfjs.shape);
// %% [markdown] id=g9e26mar items=110
// **Trouvez l’erreur.** Voici trois phrases du support sur GoogLeNet.
//
// - **A.** Le sous-échantillonnage (*pooling*) de pas 2 réduit la dimension spatiale.
// - **B.** Les convolutions 1 × 1 réduisent la dimension spatiale.
// - **C.** Les convolutions 1 × 1 contrôlent le nombre de paramètres.
//
// **Prédire.** Laquelle est fausse : `'A'`, `'B'` ou `'C'` ?
// %% id=g9e26q01 role=free items=110
const predictFalse: string | null = null; // ← 'A', 'B' ou 'C'
// %% id=g9e26sha items=110
const maps = tf.zeros([28, 28, 192]) as tf.Tensor3D;
const pooledShape = tf.maxPool(maps, 3, 2, 'same').shape;
const mixedShape = tf.conv2d(maps, tf.zeros([1, 1, 192, 16]) as tf.Tensor4D, 1, 'same').shape;
const shrinks = (shape: number[]) => shape[0] < 28 && shape[1] < 28;
// %% id=g9e26che items=110 tags=replie
checkPrediction(predictFalse, !shrinks(pooledShape) ? 'A' : !shrinks(mixedShape) ? 'B' : 'C',
  `Une fenêtre 1 × 1 de pas 1 se pose sur chaque pixel : autant de pixels à la sortie. C’est le
nombre de CANAUX qui change. Erreur fréquente : confondre « réduire la dimension » (des canaux) et
« réduire l’image ».`);
// %% id=g9e26out items=110
console.log('entrée           : 28,28,192');
console.log('pooling de pas 2 :', String(pooledShape), '← l’espace');
console.log('1 × 1, 16 filtres :', String(mixedShape), '← les canaux');
// %% [markdown] id=g9e26box items=110
// > ⚠ **Erratum du support.** Les convolutions 1 × 1 ne réduisent pas la dimension **spatiale** : elles réduisent le
// > nombre de **canaux**. Le support parle aussi de « projections linéaires » : dans GoogLeNet, chacune est suivie de
// > ReLU, donc non linéaire. Enfin, les auteurs (Szegedy et huit autres, 2014, arXiv 1409.4842)
// > étaient chez Google, mais aussi à l’université de Caroline du Nord et à celle du Michigan.
// %% [markdown] id=g9p2mark items=110
// ## 2. Le goulot
//
// Dans GoogLeNet, 192 cartes de 28 × 28 arrivent au premier module, et une branche en veut 32 à travers une fenêtre
// 5 × 5. Directement : 153 600 poids, vous venez de les compter. Les auteurs passent d’abord par **16** cartes, avec
// une convolution 1 × 1, puis font la 5 × 5 sur ces 16 : c’est un **goulot** (*bottleneck*).
//
// **Prédire.** Combien de poids en tout, sans les biais, pour 192 → 16 (1 × 1) → 32 (5 × 5) ?
// %% id=g9neckq1 role=free items=110
const predictNeck: number | null = null; // ← un entier, ou un calcul
// %% id=g9neck00 items=110
const same = { padding: 'same', useBias: false } as const;
const wide = { ...same, inputShape: [28, 28, 192] };
const direct = describe(onPaper(() => tf.sequential({ layers: [
  tf.layers.conv2d({ ...wide, filters: 32, kernelSize: 5 }),
] })));
const bottleneck = describe(onPaper(() => tf.sequential({ layers: [
  tf.layers.conv2d({ ...wide, filters: 16, kernelSize: 1 }),
  tf.layers.conv2d({ ...same, filters: 32, kernelSize: 5 }),
] })));
// %% id=g9neck01 items=110 tags=replie
checkPrediction(predictNeck, bottleneck.totals.parameters,
  `1 × 1 × 192 × 16 = 3 072, puis 5 × 5 × 16 × 32 = 12 800. La fenêtre chère ne voit plus que 16
cartes. Erreur fréquente : garder 192 cartes dans la 5 × 5.`);
// %% id=g9neck02 items=110
console.log('à la main :', 5 * 5 * 192 * 32, 'contre', 1 * 1 * 192 * 16, '+', 5 * 5 * 16 * 32);
for (const [name, { totals }] of Object.entries({ direct, goulot: bottleneck })) {
  console.log(name.padEnd(7), french(totals.parameters).padStart(8), 'poids,',
    french(totals.macs).padStart(12), 'multiplications (MAC)');
}
console.log('rapport :', french(direct.totals.parameters / bottleneck.totals.parameters, 1));
// %% [markdown] id=g9neck03 items=110
// `describe` lit le modèle lui-même ; `onPaper` le construit sans réserver de mémoire pour ses poids. Le rapport est le
// même pour les poids et pour les MAC : chaque poids sert une fois par pixel.
//
// Ce n’est pas gratuit : 16 mélanges ne peuvent pas porter tout ce que portaient 192 cartes. L’idée est qu’elles se
// répètent beaucoup, et que le réseau **apprend** quels mélanges garder.
// %% [markdown] id=g9p3mark items=110
// ## 3. Le module Inception
//
// Faut-il une fenêtre 1 × 1, 3 × 3 ou 5 × 5 ? Un objet peut être grand ou petit. Le module ne choisit pas : il fait
// **tout à la fois**, en quatre branches, et met leurs cartes **bout à bout** (*concatenation*). Voici celles du
// premier, nommé 3a :
//
// | branche | d’abord | puis |
// |---|---|---|
// | 1 × 1 | | 1 × 1, 64 cartes |
// | 3 × 3 | 1 × 1, 96 cartes | 3 × 3, 128 cartes |
// | 5 × 5 | 1 × 1, 16 cartes | 5 × 5, 32 cartes |
// | pooling | max pooling 3 × 3 de pas 1 | 1 × 1, 32 cartes |
//
// **Prédire.** Combien de cartes sortent du module ?
// %% id=g9concaq role=free items=110
const predictMaps: number | null = null; // ← un entier
// %% id=g9conca0 items=110
const google = onPaper(() => googLeNet());
const plan = describe(google);
const module3a = plan.rows.filter(({ name }) => name.startsWith('inception_3a'));
const sumOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
const weights3a = sumOf(module3a.map(({ parameters }) => parameters));
// %% id=g9conca1 items=110 tags=replie
checkPrediction(predictMaps, plan.row('inception_3a_output').outputShape[2],
  `64 + 128 + 32 + 32. Les cartes des goulots (96 et 16) ne sortent pas. Erreur fréquente : les
additionner nombre à nombre, ce qui voudrait des branches de même largeur ; bout à bout, les
largeurs s’ajoutent.`);
// %% id=g9conca2 items=110
for (const { name, outputShape, parameters } of module3a) {
  console.log(name.replace('inception_3a_', '').padEnd(11), String(outputShape).padEnd(11),
    french(parameters).padStart(8));
}
console.log('module 3a :', french(weights3a), 'paramètres, biais compris');
// %% id=g9conca3 items=110
modelDiagram(google, { block: 'inception_3a', title: 'Le module 3a, dessiné d’après le modèle' });
// %% [markdown] id=g9naive1 items=110
// Toutes les branches gardent 28 × 28 pixels (remplissage *same*, pas 1) : sans cela, on ne pourrait pas les mettre bout
// à bout. Et sans goulots, que coûterait le module ? Construisons cette version **naïve**, la figure 2 (a)
// de l’article. Le pooling, qui n’a pas de 1 × 1 derrière lui, y rend ses 192 cartes.
// %% id=g9naive2 items=110
const naive = onPaper(() => {
  const input = tf.input({ shape: [28, 28, 192], name: 'input' });
  const behind = (layer: tf.Layer) => layer.apply(input) as tf.SymbolicTensor;
  const conv = (filters: number, side: number) => behind(tf.layers.conv2d({ filters,
    kernelSize: side, padding: 'same', activation: 'relu', name: `${side}x${side}` }));
  const pool = tf.layers.maxPooling2d({ poolSize: 3, strides: 1, padding: 'same', name: 'pool' });
  const branches = [conv(64, 1), conv(128, 3), conv(32, 5), behind(pool)];
  const output = tf.layers.concatenate({ name: 'concat' }).apply(branches) as tf.SymbolicTensor;
  return tf.model({ inputs: input, outputs: output, name: 'naif' });
});
const naiveTotals = describe(naive).totals;
console.log('naïf :', french(naiveTotals.parameters), 'paramètres,',
  naive.outputs[0].shape[3], 'cartes');
console.log('avec goulots :', french(weights3a), '; rapport',
  french(naiveTotals.parameters / weights3a, 1));
// %% id=g9naive4 items=110
modelDiagram(naive, { title: 'La version naïve' });
// %% [markdown] id=g9naive3 items=110
// Deux fois plus de paramètres, et surtout **416** cartes au lieu de 256 : le module suivant les recevrait toutes, et en
// rendrait plus encore. De module en module, le coût s’emballerait. Le goulot est ce qui permet d’en empiler neuf.
// %% [markdown] id=g9p4mark items=110
// ## 4. Le réseau entier
//
// Une convolution 7 × 7, deux autres, puis neuf modules : 3a, 3b, 4a à 4e, 5a, 5b. À la fin, au lieu des grandes
// couches denses de VGG, une **moyenne de chaque carte** (*global average pooling*) : 7 × 7 × 1024 nombres deviennent
// 1024, et une seule couche dense les classe. Suivez l’espace, divisé par deux à chaque pas de 2.
// %% id=g9trace1 items=110
for (const name of ['conv1_7x7_s2', 'pool1_3x3_s2', 'pool2_3x3_s2', 'pool3_3x3_s2',
  'pool4_3x3_s2', 'inception_5b_output', 'pool5_7x7_s1', 'loss3_classifier']) {
  console.log(name.padEnd(20), String(plan.row(name).outputShape));
}
const deep = plan.rows.filter(({ name, parameters }) => parameters > 0
  && !/_1x1$|_5x5|pool_proj/.test(name)).length; // dans un module : 3 × 3 et son goulot
console.log('couches à poids, sur le plus long chemin :', deep);
// %% [markdown] id=g9count1 items=110
// **Prédire.** VGG-16 demande 15,5 milliards de MAC par image. Et GoogLeNet, qui a plus de couches : 0.5, 1.5 ou 15 milliards ?
// %% id=g9countq role=free items=110
const predictBillions: number | null = null; // ← 0.5, 1.5 ou 15
// %% id=g9count2 items=110
const rival = describe(onPaper(() => vgg()));
const millions = (value: number) => french(value / 1e6, 1);
// %% id=g9count3 items=110 tags=replie
checkPrediction(predictBillions, Math.round(plan.totals.macs / 5e8) / 2,
  `Dix fois moins. Il divise vite l’image par huit, et ses fenêtres larges ne voient que peu de
cartes. Erreur fréquente : croire qu’un réseau plus profond calcule forcément davantage.`);
// %% id=g9count4 items=110
for (const [name, { totals }] of Object.entries({ GoogLeNet: plan, 'VGG-16': rival })) {
  console.log(name.padEnd(9), ':', french(totals.parameters), 'paramètres,',
    millions(totals.macs), 'millions de MAC');
}
const firstLayer = plan.row('conv1_7x7_s2').parameters;
console.log('première convolution :', french(firstLayer), '= 7·7·3·64 + 64');
// %% id=g9count5 items=110
bars({ 'VGG-16 (7,3 %)': rival.totals.parameters, 'GoogLeNet (6,7 %)': plan.totals.parameters },
  { title: 'Paramètres (et erreur top-5 au concours de 2014)', x: 'paramètres' });
// %% [markdown] id=g9count6 items=110
// Les erreurs sont celles que rapportent Szegedy et ses collègues (2014) : 6,67 % pour sept GoogLeNet réunis, 7,32 %
// pour VGG, deuxième. « Top-5 » : la bonne classe n’est pas parmi les cinq premières réponses.
//
// Un conseil, au passage : **comptez toujours vous-même**. Le tableau 1 de l’article donne 2,7 K paramètres à la première
// convolution ; la formule, et tous ceux qui l’ont reconstruite, en trouvent 9 472.
//
// ### Deux têtes de plus, pour apprendre
//
// En 2014, un réseau de 22 couches à poids s’apprend mal : le gradient s’affaiblit en remontant. Les auteurs ajoutent
// deux **classifieurs auxiliaires**, derrière 4a et 4d. Chacun répond, lui aussi, à la question du réseau ; sa perte
// compte pour 0,3. Une fois le réseau entraîné, on les **retire**.
//
// **Prédire.** Combien de paramètres ajoutent-ils, à deux ? Répondez, en millions : 0.6, 2.1 ou 6.4.
// %% id=g9auxq01 role=free items=110
const predictAux: number | null = null; // ← 0.6, 2.1 ou 6.4
// %% id=g9aux000 items=110
const withSides = onPaper(() => googLeNet({ auxiliary: true }));
const full = describe(withSides);
const added = full.totals.parameters - plan.totals.parameters;
// %% id=g9aux001 items=110 tags=replie
checkPrediction(predictAux, Math.round(added / 1e5) / 10,
  `Presque autant que le réseau. La couche dense de 2048 vers 1024 en prend 2,1 à elle seule, dans
chacun. Erreur fréquente : croire qu’une petite tête a peu de poids ; une couche dense coûte
cher.`);
// %% id=g9aux002 items=110
for (const { name, type, outputShape, parameters } of full.rows) {
  if (name.startsWith('loss1')) console.log(name.padEnd(25), type.padEnd(17),
    String(outputShape).padEnd(8), french(parameters).padStart(9));
}
console.log('avec les auxiliaires :', french(full.totals.parameters));
console.log('sans, à l’usage      :', french(plan.totals.parameters));
// %% [markdown] id=g9aux003 items=110
// > ⚠ **Erratum du support.** Il dit ces blocs « composés de couches de convolution et de sous-échantillonnage ».
// > C’est oublier l’essentiel, deux couches **denses** : moyenne 5 × 5 de pas 3, convolution 1 × 1 à 128 cartes, couche
// > dense de 1024, *dropout* de 0,7, couche dense de 1000 et softmax.
// %% id=g9aux004 items=110
modelDiagram(withSides, { title: 'GoogLeNet et ses deux auxiliaires' });
// %% [markdown] id=g9p5mark items=110
// ## 5. Un raccourci pour le gradient
//
// Mesurons. Un GoogLeNet huit fois moins large, sur des images de vêtements ; **les mêmes poids** de départ, **les mêmes**
// 128 images. On lit le gradient dans un pas de descente au taux 1, deux fois : sans les pertes auxiliaires (poids 0),
// et avec (poids 0,3).
// %% id=g9grad01 items=110
const clothes = loadFashionMnist({ train: 2500, test: 1000 });
const pixelsOf128 = clothes.train.images.data.slice(0, 128 * 784) as Float32Array;
const framed = tf.tensor4d(pixelsOf128, [128, 28, 28, 1]) // bordées de zéros : 32 × 32
  .pad([[0, 0], [2, 2], [2, 2], [0, 0]]).dataSync() as Float32Array;
const lot: LabelledImages = { images: new Volume([128, 32, 32, 1], framed),
  labels: clothes.train.labels.slice(0, 128) };
type Version = 'paper' | 'torchvision';
const small = (seed: number, version: Version) => seeded(seed, () => googLeNet({
  inputShape: [32, 32, 1], classes: 10, width: 1 / 8, auxiliary: true, dropout: false, version }));
const stages = ['conv1', 'conv2', '3a', '3b', '4a', '4b', '4c', '4d', '4e', '5a', '5b'];
// %% id=g9grad02 items=110
const layerOf = (stage: string, version: Version) =>
  ({ conv1: 'conv1_7x7_s2', conv2: 'conv2_3x3' }[stage] ?? `inception_${stage}_3x3`)
  + (version === 'torchvision' ? '_conv' : '');
async function gradientNorms(seed: number, auxiliary: number, version: Version = 'paper') {
  const network = small(seed, version);
  const weights = () => stages.map((stage) =>
    Array.from(network.getLayer(layerOf(stage, version)).getWeights()[0].dataSync()));
  const before = weights();
  await train(network, lot, { epochs: 1, batchSize: 128, optimizer: 'sgd', learningRate: 1,
    lossWeights: [1, auxiliary, auxiliary], progress: false });
  return weights().map((after, k) => Math.hypot(...after.map((w, i) => w - before[k][i])));
}
// %% [markdown] id=g9grad03 items=110
// **Prédire.** Jusqu’à quel étage, depuis l’entrée, les auxiliaires peuvent-ils changer le gradient ? Répondez par un
// nom de `stages`, par exemple `'3b'`.
// %% id=g9gradq1 role=free items=110
const predictStage: string | null = null; // ← un nom de la liste stages
// %% id=g9grad04 items=110
const seeds = byProfile({ rapide: [1, 2, 3], complet: [1, 2, 3, 4, 5, 6] });
const without: number[][] = [];
const helped: number[][] = [];
for (const seed of seeds) {
  without.push(await gradientNorms(seed, 0));
  helped.push(await gradientNorms(seed, 0.3));
}
const ratios = stages.map((_, k) => seeds.map((_, run) => helped[run][k] / without[run][k]));
const changed = stages.filter((_, k) => ratios[k].some((ratio) => Math.abs(ratio - 1) > 1e-4));
// %% id=g9grad05 items=110 tags=replie
checkPrediction(predictStage, changed[changed.length - 1],
  `Le second auxiliaire est branché derrière 4d : son gradient remonte de là vers l’entrée, jamais
vers la sortie. Erreur fréquente : '5b', la fin du réseau.`);
// %% id=g9grad06 items=110
measuredLines({ 'sans auxiliaires': without, 'avec auxiliaires': helped }, { at: stages, logY: true,
  title: 'Norme du gradient, de l’entrée à la sortie', y: 'norme', x: 'étage' });
// %% id=g9grad07 items=110
const first = ratios[0];
console.log('première convolution, rapport avec / sans :',
  first.map((ratio) => french(ratio, 1)).join(' ; '));
console.log('plus grand à chaque graine :', first.every((ratio) => ratio > 1.3));
console.log('étages changés :', changed.join(' '));
// %% [markdown] id=g9grad08 items=110
// Le chemin depuis l’auxiliaire est plus court : le gradient des premières couches grandit, de deux à quatre fois sur les
// six graines essayées ; d’un tirage à l’autre, les nombres varient, le sens non. Au-delà de 4d, rien ne change.
//
// Est-ce que cela apprend mieux ? C’est moins sûr. Les auteurs eux-mêmes, en décembre 2015, ne voient **aucun**
// avantage au début de l’entraînement, un léger gain à la fin, et concluent que ces têtes agissent surtout comme une
// **régularisation** (Szegedy et autres, arXiv 1512.00567, section 4). Le support dit les
// deux, gradient et régularisation ; la seconde raison a mieux vieilli que la première.
//
// Voici pourquoi : entre-temps est venue la **normalisation par lots**. La même mesure, avec elle :
// %% id=g9grad09 items=110,111
const normedAlone = await gradientNorms(1, 0, 'torchvision');
const normedHelped = await gradientNorms(1, 0.3, 'torchvision');
console.log('normalisé, avec / sans :', french(normedHelped[0] / normedAlone[0], 1));
console.log('gradient d’entrée, normalisé / non normalisé : plus de mille fois :',
  normedAlone[0] / without[0][0] > 1000);
// %% [markdown] id=g9p6mark items=111
// ## 6. Deux articles, un seul nom
//
// | | Ioffe et Szegedy, février 2015 | Szegedy et autres, décembre 2015 |
// |---|---|---|
// | où | arXiv 1502.03167 | arXiv 1512.00567, « Rethinking… » |
// | réseau | **BN-Inception** | **Inception v2**, puis v3 |
// | idées | normalisation par lots ; 5 × 5 → deux 3 × 3 | factorisation jusqu’à n × n → 1 × n et n × 1 ; *label smoothing* |
// | erreur top-5 (plusieurs réseaux réunis) | 4,9 % | 3,5 % |
//
// > ⚠ **Erratum du support.** Il ne connaît qu’un « Inception v2 », dont il attribue les idées à un seul travail. Le nom
// > sert pour les deux. Quand on vous le cite, demandez lequel. Le second ne donne pas la largeur de chaque branche :
// > il n’existe donc **pas** de nombre exact de paramètres pour lui.
//
// Voyons ce que le premier a fait de GoogLeNet.
// %% id=g9bninc1 items=111
const second = describe(onPaper(() => inceptionV2()));
const named = (text: string) => second.rows.filter(({ name }) => name.endsWith(text));
console.log('BN-Inception :', french(second.totals.trainable), 'paramètres appris');
console.log('convolutions 5 × 5 :', named('_5x5_conv').length, '; doubles 3 × 3 :',
  named('_double_3x3_2_conv').length);
console.log('normalisations :', named('_bn').length, '; convolutions :', named('_conv').length);
const branches = named('_3x3_conv').concat(named('_double_3x3_1_conv'));
const behindNeck = branches.filter(({ name }) => second.rows.some((row) =>
  row.name === name.replace(/(3x3)(_1)?_conv$/, '$1_reduce_conv')));
console.log('3 × 3 précédées d’une 1 × 1 :', behindNeck.length, 'sur', branches.length);
// %% [markdown] id=g9bninc2 items=111
// Plus une seule fenêtre 5 × 5, une normalisation par convolution, et le goulot 1 × 1 toujours devant chaque fenêtre
// large : cette idée-là n’a pas bougé.
// %% [markdown] id=g9p7mark items=111
// ## 7. Factoriser une convolution
//
// Deux 3 × 3 à la file voient 5 × 5 pixels (leçon 1.8), avec 18 poids au lieu de 25. Le second article va plus loin : une
// **ligne** 1 × n puis une **colonne** n × 1 voient n × n.
//
// **Prédire.** Combien gagne-t-on, en pour cent des poids, à remplacer une 7 × 7 par une 1 × 7 et une 7 × 1 ?
// (Autant de cartes partout ; arrondissez.)
// %% id=g9saveq1 role=free items=111
const predictSaving: number | null = null; // ← de 0 à 100
// %% id=g9save00 items=111
type Sizes = [number, number][];
const chain = (...sizes: Sizes) => describe(onPaper(() => tf.sequential({
  layers: sizes.map((kernelSize, i) => tf.layers.conv2d({ filters: 64, kernelSize, ...same,
    ...(i === 0 ? { inputShape: [17, 17, 64] } : {}) })) })));
const swaps = {
  '5 × 5 → 3 × 3 et 3 × 3': [chain([5, 5]), chain([3, 3], [3, 3])],
  '7 × 7 → 1 × 7 et 7 × 1': [chain([7, 7]), chain([1, 7], [7, 1])],
  '3 × 3 → 3 × 1 et 1 × 3': [chain([3, 3]), chain([3, 1], [1, 3])],
};
const weightsOf = ({ totals }: { totals: { parameters: number } }) => totals.parameters / 64 ** 2;
const saving = swaps['7 × 7 → 1 × 7 et 7 × 1'].map(weightsOf);
// %% id=g9save01 items=111 tags=replie
checkPrediction(predictSaving, Math.round(100 * (1 - saving[1] / saving[0])),
  `49 poids deviennent 7 + 7 = 14. Plus la fenêtre est grande, plus on gagne. Erreur fréquente :
29, ce qui reste.`);
// %% id=g9save02 items=111
for (const [name, [before, after]] of Object.entries(swaps)) {
  const [from, to] = [before, after].map(weightsOf);
  const fields = [before, after].map(({ rows }) =>
    JSON.stringify(rows[rows.length - 1].receptiveField));
  console.log(`${name} : ${from} → ${to}, soit −${Math.round(100 * (1 - to / from))} %`,
    '; même champ :', fields[0] === fields[1]);
}
// %% [markdown] id=g9figs01 items=111
// Voici les trois modules que le second article en tire (ses figures 5, 6 et 7) : deux 3 × 3 pour une 5 × 5 ; des lignes et des
// colonnes à la file ; enfin, ligne et colonne **côte à côte**, pour les dernières cartes, petites et nombreuses. (Largeurs : les
// nôtres.)
// %% id=g9figs02 items=111
const figuresOfPaper = { figure5: [35, 35, 288], figure6: [17, 17, 768], figure7: [8, 8, 1280] };
for (const [kind, inputShape] of Object.entries(figuresOfPaper)) {
  const drawn = onPaper(() => inceptionModule({ kind: kind as 'figure5',
    inputShape: inputShape as [number, number, number] }));
  await display(modelDiagram(drawn, { title: kind.replace('figure', 'Figure ') }));
}
// %% [markdown] id=g9rank01 items=111
// ### Qu’a-t-on perdu ?
//
// Une colonne puis une ligne reviennent à **un** noyau : celui dont chaque case est *colonne × ligne*. Ses lignes sont
// donc toutes proportionnelles (on dit : de **rang 1**). Le noyau de Sobel en est un :
//
// $$\begin{pmatrix} -1 & 0 & 1 \\ -2 & 0 & 2 \\ -1 & 0 & 1 \end{pmatrix} =
// \begin{pmatrix} 1 \\ 2 \\ 1 \end{pmatrix} \begin{pmatrix} -1 & 0 & 1 \end{pmatrix}$$
//
// **Prédire.** Le filtre 1 de la leçon 1.2 est [[−1, −1, −1], [1, 1, 1], [0, 0, 0]]. Avec la ligne [1, 1, 1], quelle
// colonne le donne ? Et le noyau de contours [[−1, −1, −1], [−1, 8, −1], [−1, −1, −1]] : est-il de rang 1 ?
// %% id=g9rankq1 role=free items=111
const predictColumn: number[] | null = null; // ← trois nombres
const predictEdge: boolean | null = null; // ← true ou false
// %% id=g9rank02 items=111
const filter1 = [[-1, -1, -1], [1, 1, 1], [0, 0, 0]];
const edge = [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]];
const sobel = [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]];
const found = { filter1: nearestProduct(filter1), edge: nearestProduct(edge) };
const column1 = filter1.map((line) => line[0] / 1); // chaque ligne, divisée par [1, 1, 1]
// %% id=g9rank03 items=111 tags=replie
checkPrediction(predictColumn, column1,
  `Chaque ligne du noyau est [1, 1, 1] multiplié par −1, 1 ou 0.`);
checkPrediction(predictEdge, found.edge.missed === 0,
  `[−1, 8, −1] n’est pas un multiple de [−1, −1, −1]. Erreur fréquente : croire qu’un noyau
symétrique est toujours un produit.`);
// %% [markdown] id=g9rank04 items=111
// Quand le produit n’est pas exact, on peut chercher le **plus proche** (par la décomposition en valeurs singulières,
// SVD). « Reste » : ce qu’il manque, en part de la somme des carrés.
// %% id=g9rank05 items=111
kernelProduct({ Sobel: sobel, 'filtre 1': filter1, contours: edge });
// %% [markdown] id=g9rank06 items=111
// 6,7 %, est-ce peu ? Jugez sur une photo.
// %% id=g9photo1 items=111
const { image: coffee, title, credit, licence } = await photo('coffee');
const grey = toGray(crop(coffee, { top: 80, left: 180, height: 200, width: 200 }));
const thin = (column: number[], row: number[], between = (map: Volume) => map) =>
  conv2d(between(conv2d(grey, column.map((value) => [value]))), [row]);
const gap = (a: Volume, b: Volume) =>
  Array.from(a.data).reduce((most, value, i) => Math.max(most, Math.abs(value - b.data[i])), 0);
const byEdge = conv2d(grey, edge);
const nearEdge = thin(found.edge.column, found.edge.row);
console.log('Sobel, 3 × 3 ou 3 × 1 puis 1 × 3 : écart < 0,001 :',
  gap(conv2d(grey, sobel), thin([1, 2, 1], [-1, 0, 1])) < 0.001);
const uniform = (product: number[][]) => french(sumOf(product.flat()), 1);
console.log('somme des poids, contours :', uniform(edge), '; produit :',
  uniform(found.edge.product));
console.log(`${title}. ${credit}, ${licence}`);
// %% id=g9photo2 items=111
const sizeOf = (map: Volume) => map.toNested(2).map((line) => line.map(Math.abs));
const weightsSum = Math.abs(sumOf(found.edge.product.flat())); // multiplie les zones unies
heatmapGrid({ 'contours, 3 × 3': sizeOf(byEdge), 'colonne puis ligne, ramené à 255':
  sizeOf(nearEdge).map((line) => line.map((value) => value / weightsSum)) },
  { scale: 'grey', range: [0, 255] });
// %% [markdown] id=g9photo3 items=111
// Sobel passe exactement, avec 6 multiplications par pixel au lieu de 9. Le noyau de contours, non : la somme de ses
// poids n’est plus 0, donc les zones **unies** répondent, et l’image revient.
//
// Deux réserves. Dans un réseau, on ne découpe pas un noyau appris : on apprend **directement** la colonne et la ligne, avec
// assez de cartes au milieu pour que la perte soit faible. Et l’égalité ne vaut que sans activation entre les deux : avec un
// ReLU, ce n’est plus un noyau du tout.
// %% id=g9photo4 items=111
const lying = [[-1, -2, -1], [0, 0, 0], [1, 2, 1]]; // l’autre Sobel, couché
const exact = gap(conv2d(grey, lying), thin([-1, 0, 1], [1, 2, 1]));
const broken = gap(conv2d(grey, lying), thin([-1, 0, 1], [1, 2, 1], (map) => relu(map)));
console.log('sans ReLU entre les deux : écart < 0,001 :', exact < 0.001);
console.log('avec ReLU entre les deux : écart', Math.round(broken));
// %% [markdown] id=g9p8mark items=111
// ## 8. La normalisation par lots
//
// L’idée d’Ioffe et Szegedy : ne pas laisser les réponses d’une couche grossir, rétrécir ou glisser pendant
// l’apprentissage. Pour chaque canal, sur **tout le lot** (toutes les images, tous les pixels), on retire la moyenne et
// l’on divise par l’écart-type ; puis on multiplie par $\gamma$ et l’on ajoute $\beta$, deux nombres **appris** :
//
// $$\hat x = \frac{x - \mu}{\sqrt{\sigma^2 + \varepsilon}}, \qquad y = \gamma \hat x + \beta$$
//
// **Prédire.** Un canal vaut 1, 1, 5, 5 sur un lot de quatre. Que devient-il, avec $\gamma = 1$, $\beta = 0$, $\varepsilon = 0$ ?
// %% id=g9norm1q role=free items=111
const predictNormed: number[] | null = null; // ← quatre nombres
// %% id=g9norm10 items=111
const channel = [[1], [1], [5], [5]]; // [4 exemples, 1 canal]
const normed = batchNormTraining(channel, { epsilon: 0 });
// %% id=g9norm11 items=111 tags=replie
checkPrediction(predictNormed, normed.output.flat(),
  `La moyenne est 3, la variance (4 + 4 + 4 + 4) / 4 = 4, l’écart-type 2. Erreur fréquente :
diviser par n − 1, comme en statistique : la normalisation par lots divise par n.`);
// %% id=g9norm12 items=111
console.log('moyenne', normed.mean, 'variance', normed.variance, '→', normed.output.flat());
const learned = batchNormTraining(channel, { epsilon: 0, gamma: [2], beta: [10] });
console.log('γ = 2, β = 10 :', learned.output.flat());
const layer = tf.layers.batchNormalization({ inputShape: [1] });
const alone = tf.sequential({ layers: [layer] });
const answer = alone.predict(tf.tensor2d(channel)) as tf.Tensor;
console.log('tfjs, couche neuve, predict :', Array.from(answer.dataSync(), (v) => french(v, 3)));
// %% [markdown] id=g9norm13 items=111
// Surprise : `predict` n’a presque rien changé. C’est que la couche a **deux régimes**. À l’entraînement, elle emploie la
// moyenne et la variance **du lot**. À l’usage, il n’y a parfois qu’une image : elle emploie des **moyennes glissantes**,
// accumulées pas à pas pendant l’entraînement (0 et 1 au départ). Un canal a donc quatre nombres, dont deux appris.
// %% id=g9norm14 items=111
let [mean, variance] = [[0], [1]]; // l’état d’une couche neuve
for (let step = 1; step <= 3; step++) {
  mean = updateMoving(mean, normed.mean, 0.5); // 0,5 pour aller vite ; Keras et tfjs : 0,99
  variance = updateMoving(variance, normed.variance, 0.5);
  const used = batchNorm([[5]], { mean, variance, epsilon: 0 })[0][0];
  console.log(`pas ${step} : moyenne`, mean, 'variance', variance, '; à l’usage, 5 →',
    french(used, 3));
}
console.log('nombres par canal :', alone.countParams());
// %% [markdown] id=g9scale0 items=111
// **Prédire.** On multiplie par **10** tous les poids de la convolution qui précède. Que devient la sortie normalisée : `'×10'`,
// `'×100'` ou `'inchangée'` ?
// %% id=g9scaleq role=free items=111
const predictScale: string | null = null; // ← '×10', '×100' ou 'inchangée'
// %% id=g9scale1 items=111
const tenfold = batchNormTraining(channel.map(([value]) => [10 * value]), { epsilon: 0 });
const unchanged = String(tenfold.output) === String(normed.output);
// %% id=g9scale2 items=111 tags=replie
checkPrediction(predictScale, unchanged ? 'inchangée' : '×10',
  `La moyenne et l’écart-type sont multipliés par 10, eux aussi. Un pas trop grand, qui gonfle les
poids, ne fait donc plus exploser les réponses. Erreur fréquente : '×10', la réponse sans
normalisation.`);
// %% [markdown] id=g9rates0 items=111
// ### Sur toute une gamme de taux
//
// Un petit LeNet, avec et sans normalisation, deux époques sur 2500 vêtements, et le taux d’Adam de 0,0003 à 0,3. Mille fois plus
// grand d’un bout à l’autre. (Les moyennes glissantes oublient vite, `momentum` de 0,8 : il n’y a que 80 pas.)
// %% id=g9rates1 items=111
const block = (conv: tf.Layer, isNormed: boolean) => [conv,
  ...(isNormed ? [tf.layers.batchNormalization({ momentum: 0.8 })] : []),
  tf.layers.activation({ activation: 'relu' })];
const leNet = (isNormed: boolean) => tf.sequential({ layers: [
  ...block(tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 6, kernelSize: 5 }), isNormed),
  tf.layers.averagePooling2d({ poolSize: 2 }),
  ...block(tf.layers.conv2d({ filters: 16, kernelSize: 5 }), isNormed),
  tf.layers.averagePooling2d({ poolSize: 2 }),
  tf.layers.flatten(),
  ...block(tf.layers.dense({ units: 120 }), isNormed),
  ...block(tf.layers.dense({ units: 84 }), isNormed),
  tf.layers.dense({ units: 10, activation: 'softmax' }),
] });
// %% [markdown] id=g9rates2 items=111
// **Prédire.** Au taux de 0,1, quelle exactitude sur des images nouvelles, **sans** normalisation : 0.1, 0.5 ou 0.8 ?
// %% id=g9ratesq role=free items=111
const predictRate: number | null = null; // ← 0.1, 0.5 ou 0.8
// %% id=g9rates3 items=111
const rates = [0.0003, 0.001, 0.01, 0.1, 0.3];
const runs = byProfile({ rapide: [1, 2], complet: [1, 2, 3, 4, 5] });
async function sweep(isNormed: boolean): Promise<number[][]> {
  const accuracies: number[][] = runs.map(() => []);
  for (const [run, seed] of runs.entries()) for (const learningRate of rates) {
    const network = seeded(seed, () => leNet(isNormed));
    const { metrics } = await train(network, clothes.train, { epochs: 2, batchSize: 64,
      learningRate, seed, validation: clothes.test, progress: false });
    accuracies[run].push(metrics.valAccuracy[1]);
  }
  return accuracies;
}
const [plain, withNorm] = [await sweep(false), await sweep(true)];
// %% id=g9rates4 items=111 tags=replie
checkPrediction(predictRate, Math.round(10 * plain[0][3]) / 10,
  `Le hasard. À trop grands pas, les poids sautent loin de toute bonne réponse, et ReLU, fermé, ne
laisse plus de gradient pour en revenir (leçon 1.4). Erreur fréquente : croire qu’un grand taux
apprend seulement plus vite.`);
// %% id=g9rates5 items=111
measuredLines({ 'sans normalisation': plain, 'avec normalisation': withNorm }, { at: rates,
  logX: true, x: 'taux d’apprentissage', y: 'exactitude de validation', range: [0, 1],
  title: 'Deux époques, cinq taux' });
// %% id=g9rates6 items=111
const at = (results: number[][], k: number) =>
  results.map((run) => french(100 * run[k])).join(' ; ');
rates.forEach((rate, k) => console.log(String(rate).padEnd(7), 'sans', at(plain, k), '% ; avec',
  at(withNorm, k), '%'));
console.log('au taux 0,1 : sans < 20 % :', plain.every((run) => run[3] < 0.2), '; avec > 45 % :',
  withNorm.every((run) => run[3] > 0.45));
console.log('mieux avec, à chaque taux et chaque graine :', rates.every((_, k) =>
  runs.every((_, run) => withNorm[run][k] > plain[run][k])));
// %% [markdown] id=g9rates7 items=111
// **Plus vite** aux petits taux (en deux époques, quelques points de mieux), et **encore** aux grands, où l’autre réseau n’apprend
// plus rien. Sur cinq graines, l’exactitude au taux 0,1 va de 56 à 71 % avec, et reste à 9 ou 10 % sans.
// L’article rapporte la même exactitude en quatorze fois moins de pas.
//
// Pourquoi cela marche est moins clair que ses auteurs ne le pensaient : leur explication (des entrées dont la distribution
// cesse de bouger) a été contestée par l’expérience (Santurkar et autres, 2018,
// arXiv 1805.11604). Que cela marche, vous venez de le mesurer.
// %% [markdown] id=g9p9mark items=111
// ## 9. La phrase coupée
//
// > ⚠ **Erratum du support.** Il écrit qu’Inception v2 utilise « des techniques de régularisation avancées, telles que la pénalité
// > réduire le surapprentissage ». Des mots manquent. Probablement une **pénalité L2** ou le ***label smoothing*** : l’article de
// > décembre 2015 propose le second. Voici les deux, en petit.
//
// **Lisser les étiquettes** : au lieu de demander 1 pour la bonne classe, on en prend une part $\varepsilon$ que l’on partage entre
// **toutes** les K classes, la bonne comprise.
//
// **Prédire.** Avec $\varepsilon$ = 0,1 et K = 10, quelle probabilité demande-t-on pour la bonne classe ?
// %% id=g9smootq role=free items=111
const predictSmooth: number | null = null; // ← un nombre
// %% id=g9smoot0 items=111
const hard = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0];
const soft = hard.map((p) => 0.9 * p + 0.1 / 10);
// %% id=g9smoot1 items=111 tags=replie
checkPrediction(predictSmooth, soft[0],
  `0,9 × 1 + 0,1 / 10. Les neuf autres reçoivent 0,01 chacune. Erreur fréquente : 0,9, en oubliant
que la bonne classe a sa part de l’impôt.`);
// %% [markdown] id=g9smoot2 items=111
// Donnons à la descente dix logits libres et une seule image. Le gradient est q − p (leçon 1.6) ; une **pénalité L2** y ajoute
// $\lambda$ × le logit, qui tire vers 0. On suit l’**écart** entre le bon logit et les autres.
// %% id=g9smoot3 items=111
const counted = [1, 10, 100, 1000, 10_000];
function gapOver(target: number[], decay = 0): number[] {
  let z = hard.map(() => 0);
  const gaps: number[] = [];
  for (let step = 1; step <= 10_000; step++) {
    const q = softmax(z);
    z = z.map((value, i) => value - 0.5 * (q[i] - target[i] + decay * value));
    if (counted.includes(step)) gaps.push(z[0] - z[1]);
  }
  return gaps;
}
const [rigid, smooth, penalised] = [gapOver(hard), gapOver(soft), gapOver(hard, 0.01)];
// %% id=g9smoot4 items=111
measuredLines({ 'étiquette dure': [rigid], 'étiquette lissée': [smooth],
  'pénalité L2': [penalised] }, { at: counted, logX: true, x: 'pas', y: 'écart des logits',
  title: 'Jusqu’où pousser ?' });
// %% id=g9smoot5 items=111
console.log('dure    :', rigid.map((gap) => french(gap, 2)).join('  '), '… sans fin');
console.log('lissée  :', smooth.map((gap) => french(gap, 2)).join('  '), '→ ln(0,91 / 0,01) =',
  french(Math.log(0.91 / 0.01), 2));
console.log('L2      :', penalised.map((gap) => french(gap, 2)).join('  '));
// %% [markdown] id=g9smoot6 items=111
// Avec l’étiquette dure, la perte n’est nulle qu’à l’infini : le réseau pousse toujours, de plus en plus **sûr de lui**. Lissée, elle a
// un minimum à distance finie ; la pénalité en crée un aussi. Dans les deux cas, on renonce à une certitude qui ne sert qu’à réciter
// (leçon 1.6, « Les erreurs les plus assurées »).
// %% [markdown] id=g9retain
// ## À retenir
//
// - **1 × 1** : mélange les canaux, pixel par pixel. Elle change le nombre de **canaux**, jamais l’espace.
// - **Goulot** : 192 → 16 → 32 coûte 15 872 poids ; 192 → 32 directement, 153 600.
// - **Module Inception** : quatre branches, mises **bout à bout** ; les largeurs s’ajoutent.
// - **GoogLeNet** : 6 998 552 paramètres ; 13 378 280 avec les **auxiliaires**, que l’on retire après l’entraînement.
// - Les auxiliaires renforcent le gradient **en amont** de leur branchement ; la normalisation l’a mieux résolu.
// - **Factoriser** : 25 → 18, 49 → 14, 9 → 6. Exact pour un noyau de **rang 1**, sans activation entre les deux.
// - **Normalisation par lots** : moyenne et variance du lot pour apprendre, moyennes glissantes à l’usage ; elle supporte des taux bien plus
//   grands.
// - « Inception v2 » désigne **deux** articles de 2015.
//
// ### Petit glossaire
//
// | Terme | En anglais | En une ligne |
// |---|---|---|
// | goulot | *bottleneck* | réduire les canaux, travailler, les rétablir |
// | module Inception | *Inception module* | plusieurs fenêtres côte à côte sur les mêmes cartes |
// | concaténation | *concatenation* | mettre des canaux bout à bout, sans les mélanger |
// | classifieur auxiliaire | *auxiliary classifier* | une sortie de plus au milieu du réseau, le temps d’apprendre |
// | moyenne globale | *global average pooling* | un nombre par carte : sa moyenne |
// | factoriser | *factorize* | remplacer une convolution par plusieurs plus petites |
// | rang 1 | *rank 1* | un noyau égal à une colonne fois une ligne |
// | normalisation par lots | *batch normalization* | ramener chaque canal à moyenne 0 et variance 1 sur le lot |
// | lissage des étiquettes | *label smoothing* | demander un peu moins que la certitude |
// | pénalité L2 | *L2 penalty* | un coût ajouté aux grands poids |
//
// ### Notations
//
// | Notation | Sens |
// |---|---|
// | $\mu, \sigma^2$ | moyenne et variance d’un canal sur le lot |
// | $\hat x$ | valeur normalisée |
// | $\gamma, \beta$ | facteur et décalage appris de la normalisation |
// | $\lambda$ | poids d’une pénalité |
//
// ### À vous de jouer
//
// - Construisez le module et le réseau, puis la normalisation : [exercices 1.9](../exercices/1.9-googlenet-inception.ipynb).
// - Reprenez le module naïf : combien de cartes après **deux** modules naïfs aux mêmes largeurs de convolution ?
// - Dans la partie 5, déplacez le regard : quel étage gagne le plus, et pourquoi pas toujours le premier ?
// - `kernelProduct({ netteté: [[0, -1, 0], [-1, 5, -1], [0, -1, 0]] })` : combien manque-t-il ? La somme des poids reste-t-elle 1 ?
// - Enlevez `validation` et prenez un seul taux, 1 : la normalisation sauve-t-elle tout ?
// - `describe(onPaper(() => inceptionModule({ kind: 'figure7' })))` : combien de cartes sortent, et pourquoi 128 de plus qu’avec `'figure5'` ?
//
// <details><summary>Réponses</summary>
//
// - 64 + 128 + 32 + 416 = 640 : le pooling rend tout ce qu’il reçoit.
// - Souvent 3a ou 3b ; le premier auxiliaire est plus près d’eux, mais le hasard du tirage compte.
// - 0,5 % ; non : la photo change de luminosité.
// - Non. Elle supporte de grands taux, pas n’importe lesquels.
// - 384 : deux branches s’ouvrent en 1 × 3 **à côté** de 3 × 1, dont les cartes s’ajoutent.
//
// </details>
