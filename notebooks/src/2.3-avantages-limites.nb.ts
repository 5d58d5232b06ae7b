// ---
// title: Avantages et limites, mesurés
// ---
// %% [markdown] id=a23titre
// # 2.3 Avantages et limites, mesurés
//
// **On vante cinq qualités des réseaux à convolution, on leur connaît cinq défauts. Lesquels tiennent, quand on mesure ?**
//
// Le support du cours se termine par deux listes de cinq lignes, sans un nombre. Les voici, une par une, avec une mesure
// chacune, faite devant vous. Dix petites expériences : l’une d’elles donne tort au support, et deux de ses lignes se
// révèlent n’être qu’une seule et même courbe.
//
// À la fin, vous saurez :
//
// - montrer qu’un CNN profite de la **place** des pixels, et un réseau dense non ;
// - distinguer **équivariance** et **invariance**, et mesurer l’une et l’autre ;
// - dire ce qu’un réseau apprend, couche après couche, et combien d’images et d’étiquettes il lui faut ;
// - compter ce que coûte un entraînement, et reconnaître ce qui réduit le surapprentissage ;
// - vous servir d’une carte d’occlusion, et vous en méfier.
//
// Lecture : environ 46 minutes, réponses comprises. La fin de la partie 4 est une bonne pause. À chaque question
// « **Prédire** », remplacez `null` par votre réponse, exécutez la cellule, puis les suivantes.
// %% [markdown] id=a23souv
// ## Avant de commencer : trois souvenirs
//
// Répondez de tête, puis dépliez.
//
// **1.** (Leçon 1.4) Un motif bouge d’un pixel sous un max pooling 2 × 2. La carte qui sort change-t-elle ?
//
// <details><summary>Réponse</summary>
//
// Cela dépend : pas si le motif reste dans la même fenêtre, oui s’il en change.
//
// </details>
//
// **2.** (Leçon 1.6) Qu’est-ce qui trahit le surapprentissage ?
//
// <details><summary>Réponse</summary>
//
// L’écart entre ce que le réseau réussit sur les images apprises et ce qu’il réussit sur les autres.
//
// </details>
//
// **3.** (Leçon 1.11) Que montre une carte d’occlusion ?
//
// <details><summary>Réponse</summary>
//
// De combien la probabilité d’une classe baisse quand on cache chaque région de l’image : **où** la réponse se joue.
//
// </details>
// %% id=a23impor role=given
import {
  activationsByLayer, avgPool2d, byProfile, checkPrediction, conv1d, conv2d, dense,
  fashionClasses, featureScatter, gradCam, heatmapGrid, loadFashionMnist, loadMnist, maxPool2d,
  measuredLines, measureStrips, occlusionMap, pickImages, rotateImages, shiftImages,
  shiftResponse, useProfile, Volume, type LabelledImages,
} from '@convolab/lib';
import * as fast from '@convolab/lib/fast';
import { compileGraph, train } from '@convolab/lib/graph';
import { describe, gradCamOf, occlusionOf, seeded } from '@convolab/lib/models';
import * as tf from '@convolab/lib/tf';
// useProfile('complet'); // sans les deux barres : plus d’images et de graines, dix minutes
// %% [markdown] id=a23p1mar items=118
// ## 1. Des données spatiales
//
// *Premier avantage du support : « adaptation aux données spatiales ».* Une convolution suppose que des pixels voisins vont
// ensemble. Pour voir ce que vaut ce pari, retirons-lui son objet : **mélangeons les pixels**, toujours de la même façon. Rien n’est
// perdu, chaque pixel est seulement ailleurs ; mais il n’y a plus de voisins.
//
// D’abord sur trois nombres et un neurone dense, de poids 1, 10 et 100.
//
// **Prédire.** L’entrée [1, 2, 3] donne 1 + 20 + 300 = 321. On la range dans l’ordre [3, 1, 2], et l’on range les poids de la
// **même** façon. Que donne le neurone ?
// %% id=a23densq role=free items=118
const predictDense: number | null = null; // ← un nombre
// %% id=a23dens0 items=118
const order = [2, 0, 1]; // ce qui était à la place 2 vient en premier, etc.
const rearranged = (values: number[]) => order.map((place) => values[place]);
const [x3, w3] = [[1, 2, 3], [1, 10, 100]];
const column = (weights: number[]) => weights.map((weight) => [weight]); // [entrées][sorties]
const [inOrder] = dense(x3, column(w3));
const [mixed] = dense(rearranged(x3), column(rearranged(w3)));
// %% id=a23densk items=118 tags=replie
checkPrediction(predictDense, mixed,
  `Une somme ne dépend pas de l’ordre de ses termes. Un réseau dense peut donc apprendre des images
mélangées exactement comme les autres : il lui suffit de ranger ses poids autrement. Erreur
fréquente : croire que mélanger lui cache quelque chose.`);
// %% [markdown] id=a23conv0 items=118
// Et une convolution ? Voici un signal où un bord se voit bien, et le même, mélangé.
// %% id=a23conv1 items=118
const signal = [0, 0, 0, 5, 5, 5, 0, 0, 0];
const shuffled = [5, 0, 0, 5, 0, 0, 0, 5, 0]; // les mêmes nombres
const edge = [-1, 0, 1];
console.log('bords, en ordre  :', conv1d(signal, edge));
console.log('bords, mélangés  :', conv1d(shuffled, edge));
// %% [markdown] id=a23conv2 items=118
// Aucun rangement des trois poids ne retrouve les deux bords : leurs pixels ne sont plus côte à côte. Passons à de vrais
// chiffres. Un petit CNN et un réseau dense apprennent 3000 chiffres, en ordre, puis mélangés. (Les cellules repliées sont de la plomberie : ouvrez-les d’un clic si elles vous intéressent.)
// %% id=a23net01 items=118
const size = byProfile({
  rapide: { images: 3000, seeds: [1, 2] },
  complet: { images: 20_000, seeds: [1, 2, 3, 4, 5] },
});
const digits = loadMnist({ train: size.images, test: 1000 });
const conv = (filters: number, kernelSize: number, more = {}) => tf.layers.conv2d({
  filters: filters, kernelSize: kernelSize, padding: 'same', activation: 'relu', ...more,
});
const pool = () => tf.layers.maxPooling2d({ poolSize: 2 });
const classes = () => tf.layers.dense({ units: 10, activation: 'softmax' });
const input = { inputShape: [28, 28, 1] };
// %% id=a23net02 items=118
const cnn = () => tf.sequential({ layers: [
  conv(8, 5, { ...input, name: 'conv1' }), pool(), conv(16, 3, { name: 'conv2' }), pool(),
  tf.layers.flatten(), classes(),
] });
const denseNet = () => tf.sequential({ layers: [
  tf.layers.flatten(input), tf.layers.dense({ units: 32, activation: 'relu' }), classes(),
] });
async function learn(build: () => tf.LayersModel, data: LabelledImages, seed: number,
  epochs = 5, rate = 0.003) {
  const model = seeded(seed, build); // les mêmes poids de départ à chaque exécution
  await train(model, data, { epochs: epochs, batchSize: 50, learningRate: rate, seed: seed,
    progress: false });
  return model;
}
// %% id=a23net03 items=118 tags=replie
const rowsOf = (model: tf.LayersModel, images: Volume) =>
  tf.tidy(() => (model.predict(tf.toTensor(images)) as tf.Tensor).arraySync() as number[][]);
const place = (row: number[]) => row.indexOf(Math.max(...row));
function accuracy(model: tf.LayersModel, { images, labels }: LabelledImages) {
  const rows = rowsOf(model, images);
  return labels.filter((label, i) => label === place(rows[i])).length / labels.length;
}
const firsts = (count: number) => Array.from({ length: count }, (_, i) => i);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`.replace('.', ',');
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
// %% id=a23perm1 items=118 tags=replie
function shuffledPixels({ images, labels }: LabelledImages): LabelledImages {
  let state = 7; // un hasard qui se répète : le même mélange pour toutes les images
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const places = Array.from({ length: 784 }, (_, i) => ({ i, key: random() }));
  const from = places.sort((a, b) => a.key - b.key).map(({ i }) => i);
  const pixels = images.data.map((_, at) => images.data[at - (at % 784) + from[at % 784]]);
  return { images: new Volume(images.shape, pixels as Float32Array), labels: labels };
}
// %% id=a23perm0 items=118
const mixedDigits = { train: shuffledPixels(digits.train), test: shuffledPixels(digits.test) };
const first = ({ images }: LabelledImages) =>
  new Volume([28, 28], images.data.slice(0, 784) as Float32Array);
heatmapGrid({ 'en ordre': first(digits.test), 'mélangé': first(mixedDigits.test) },
  { scale: 'grey', range: [0, 1] });
// %% [markdown] id=a23perm2 items=118
// **Prédire.** Lequel des deux perd au moins trois points à ce mélange : `'cnn'`, `'dense'`, `'les deux'` ou `'aucun'` ?
// %% id=a23permq role=free items=118
const predictFall: string | null = null; // ← 'cnn', 'dense', 'les deux' ou 'aucun'
// %% id=a23perm3 items=118
const trained: Record<string, tf.LayersModel[]> = {}; // gardés pour la partie 2, un par graine
const spatial: Record<string, number[]> = {};
for (const [name, build] of Object.entries({ cnn: cnn, dense: denseNet })) {
  for (const [order, data] of Object.entries({ 'en ordre': digits, 'mélangé': mixedDigits })) {
    const models = [];
    for (const seed of size.seeds) models.push(await learn(build, data.train, seed));
    spatial[`${name}, ${order}`] = models.map((model) => 100 * accuracy(model, data.test));
    if (data === digits) trained[name] = models;
  }
}
const fallOf = (name: string) =>
  mean(spatial[`${name}, en ordre`]) - mean(spatial[`${name}, mélangé`]);
const fallen = ['cnn', 'dense'].filter((name) => fallOf(name) >= 3);
// %% id=a23permk items=118 tags=replie
checkPrediction(predictFall, ['aucun', fallen[0], 'les deux'][fallen.length],
  `Ses petits filtres ne trouvent plus rien qui se répète d’un endroit à l’autre. Le réseau dense,
lui, n’a jamais su quels pixels se touchent. Erreur fréquente : « les deux », parce que nos yeux,
eux aussi, ont besoin des voisins.`);
// %% id=a23perm4 items=118
measureStrips(spatial, { title: 'Chiffres jamais vus', x: '% de bonnes réponses' });
// %% id=a23perm5 items=118
console.log('le CNN perd au moins 3 points :', fallOf('cnn') >= 3);
console.log('le réseau dense, moins de 2 :', Math.abs(fallOf('dense')) < 2);
// %% [markdown] id=a23perm6 items=118
// Sur six entraînements (trois graines, et des vêtements aussi), le CNN perd de 2 à 7 points, le réseau dense au plus un. Mélangé, le CNN
// fait même **moins bien** que le réseau dense. L’avantage est donc réel, et il a une condition : que la place des nombres dise
// quelque chose. Sur les colonnes d’un tableur, rangées par ordre alphabétique, une convolution n’a rien à faire.
// %% [markdown] id=a23p2mar items=118
// ## 2. « Invariant » ? Équivariant
//
// *Deuxième avantage du support : « invariance aux translations et déformations ».* Deux mots se ressemblent et disent presque le
// contraire. Une opération f est
//
// - **invariante** si décaler l’image ne **change rien** : f(image décalée) = f(image) ;
// - **équivariante** si le résultat se décale **avec** elle : f(image décalée) = f(image), décalé d’autant.
//
// **Prédire.** `conv1d` rend [5, 7, 1, −1, 0, 0] pour un signal. On décale ce signal de **deux** cases vers la droite, loin des bords.
// Que rend-elle ?
// %% id=a23equiq role=free items=118
const predictShift: number[] | null = null; // ← six nombres
// %% id=a23equi0 items=118
const bump = [0, 0, 5, 2, -1, 0, 0, 0];
const bumpLater = [0, 0, 0, 0, 5, 2, -1, 0]; // deux cases plus loin
const sums = [0, 1, 1]; // un pixel et le suivant
const [early, late] = [conv1d(bump, sums), conv1d(bumpLater, sums)];
// %% id=a23equik items=118 tags=replie
checkPrediction(predictShift, late,
  `Le résultat a suivi : il est décalé de deux cases, lui aussi. Une convolution est équivariante,
puisqu’elle fait partout le même calcul. Erreur fréquente : répéter le premier résultat, comme si
la convolution était invariante.`);
// %% id=a23equi1 items=118
console.log('signal          :', early);
console.log('signal, décalé  :', late);
// %% [markdown] id=a23pool0 items=118
// Et les poolings ? Prenons un chiffre, décalé de 1 à 4 pixels (il reste dans l’image), et demandons, exactement : la carte
// est-elle la même, **décalée d’un nombre entier de cases** ? Une convolution d’abord, puis un max pooling 2 × 2 derrière elle, puis
// un second.
//
// **Prédire.** Derrière **deux** poolings 2 × 2, quel est le plus petit décalage de l’image (au moins 1) que la carte suit
// exactement ?
// %% id=a23poolq role=free items=118
const predictStep: number | null = null; // ← un nombre de pixels
// %% id=a23pool1 items=118
const digit = first(digits.test);
const kernel = [[1, 2, 0], [0, 3, -1], [-2, 0, 1]];
const filtered = (image: Volume) =>
  Volume.from(conv2d(image.toNested(2), kernel, { padding: 'same' }));
const halved = (map: Volume) => maxPool2d(map, { poolSize: 2 });
const stages = {
  'convolution': filtered,
  'puis un pooling': (image: Volume) => halved(filtered(image)),
  'puis un second': (image: Volume) => halved(halved(filtered(image))),
};
const same = (a: Volume, b: Volume) => a.data.every((value, i) => value === b.data[i]);
const follows = (stage: (image: Volume) => Volume, d: number) => [0, 1, 2, 3, 4].some((s) =>
  same(stage(shiftImages(digit, { right: d })), shiftImages(stage(digit), { right: s })));
// %% id=a23poolk items=118 tags=replie
checkPrediction(predictStep, [1, 2, 3, 4].find((d) => follows(stages['puis un second'], d)) ?? 0,
  `Chaque pooling, de pas 2, ne suit que les multiples de 2 ; deux de suite, ceux de 4. Entre les
deux, le chiffre tombe autrement dans les fenêtres, et la carte change. Erreur fréquente : 1, « le
pooling rend invariant ».`);
// %% id=a23pool2 items=118
for (const [name, stage] of Object.entries(stages)) {
  const answers = [1, 2, 3, 4].map((d) => `${d} : ${follows(stage, d) ? 'oui' : 'non'}`);
  console.log(name.padEnd(16), answers.join(' ; '));
}
// %% [markdown] id=a23pool3 items=118
// La convolution suit **exactement**, le pooling casse. Qu’apporte-t-il alors ? Une invariance **locale et approchée** : pour un pixel de décalage,
// de combien la carte change-t-elle, rapportée à sa taille ?
// %% id=a23local items=118
const norm = (values: ArrayLike<number>) =>
  Math.sqrt(Array.from(values).reduce((sum, value) => sum + value * value, 0));
const some = firsts(30).map((i) =>
  new Volume([28, 28], digits.test.images.data.slice(784 * i, 784 * (i + 1)) as Float32Array));
const changes = [1, 2, 4, 7, 14, 28].map((side) => mean(some.map((image) => {
  const pooled = (from: Volume) => maxPool2d(filtered(from), { poolSize: side });
  const [before, after] = [pooled(image), pooled(shiftImages(image, { right: 1 }))];
  return norm(before.data.map((value, i) => value - after.data[i])) / norm(before.data);
})));
console.log('fenêtres de côté 1, 2, 4, 7, 14, 28 :', changes.map(percent).join(' ; '));
console.log('plus la fenêtre est large, moins la carte change :',
  changes.every((change, i) => i === 0 || change <= changes[i - 1]));
// %% [markdown] id=a23resp0 items=118
// Plus la fenêtre est large, moins la carte change ; à 28 × 28, il n’y a plus qu’un nombre par carte, et plus aucune place : là, c’est vraiment de
// l’invariance. Voyez-le sur le réseau de la partie 1 : déplacez le curseur. La carte du milieu suit le chiffre pas à pas, celle de droite par
// sauts de deux pixels, et la réponse… ne suit pas.
// %% id=a23resp1 items=118
const five = digits.test.labels.indexOf(5);
shiftResponse(trained.cnn[0], pickImages(digits.test, [five]).images,
  { layers: ['conv1', 'conv2'] });
// %% [markdown] id=a23curv0 items=118
// **Prédire.** Décalés de **quatre** pixels, les chiffres de test sont-ils reconnus par le CNN à plus de 80 % : `'oui'` ou `'non'` ?
// %% id=a23curvq role=free items=118
const predictFour: string | null = null; // ← 'oui' ou 'non'
// %% id=a23curv1 items=118
const averaging = () => tf.sequential({ layers: [ // une moyenne par carte, au lieu d’aplatir
  conv(8, 5, input), pool(), conv(16, 3), pool(), conv(32, 3, { name: 'conv3' }),
  tf.layers.globalAveragePooling2d({}), classes(),
] });
const scattered: LabelledImages = { labels: digits.train.labels, // chaque image, ailleurs
  images: new Volume(digits.train.images.shape, digits.train.images.data.slice()) };
scattered.labels.forEach((_, i) => {
  const by = { right: (7 * i) % 13 - 6, down: (5 * i) % 9 - 4 };
  scattered.images.data.set(shiftImages(pickImages(digits.train, [i]).images, by).data, 784 * i);
});
for (const seed of size.seeds) {
  (trained['moyenne'] ??= []).push(await learn(averaging, digits.train, seed, 10));
  (trained['cnn, images décalées'] ??= []).push(await learn(cnn, scattered, seed));
}
// %% id=a23curv2 items=118 tags=replie
const judged = pickImages(digits.test, firsts(500));
const curvesOf = (move: (images: Volume, by: number) => Volume, at: number[]) => {
  const curves: Record<string, number[][]> = {};
  for (const [name, models] of Object.entries(trained)) curves[name] = models.map(() => []);
  for (const by of at) {
    const moved = { images: move(judged.images, by), labels: judged.labels };
    for (const [name, models] of Object.entries(trained)) {
      models.forEach((model, i) => curves[name][i].push(100 * accuracy(model, moved)));
    }
  }
  return curves;
};
const shifts = [0, 1, 2, 3, 4, 6];
const byShift = curvesOf((images, by) => shiftImages(images, { right: by }), shifts);
const atFour = (name: string) => mean(byShift[name].map((run) => run[4]));
// %% id=a23curvk items=118 tags=replie
checkPrediction(predictFour, atFour('cnn') > 80 ? 'oui' : 'non',
  `Environ une fois sur deux, seulement. Sa couche dense lit les cartes case par case : le chiffre
est ailleurs, elle ne le retrouve pas. Erreur fréquente : prêter au réseau entier une qualité de ses
convolutions.`);
// %% id=a23curv3 items=118
measuredLines(byShift, { at: shifts, range: [0, 100], title: 'Chiffres décalés vers la droite',
  x: 'décalage, en pixels', y: '% de bonnes réponses' });
// %% id=a23curv4 items=118
console.log('à 4 pixels, le CNN fait moins de 70 % :', atFour('cnn') < 70);
console.log('le réseau dense, moins de 50 % :', atFour('dense') < 50);
console.log('une moyenne par carte, plus de 80 % :', atFour('moyenne') > 80);
console.log('des images décalées pour apprendre, plus de 85 % :',
  atFour('cnn, images décalées') > 85);
// %% [markdown] id=a23curv5 items=118
// Deux choses rendent un réseau à peu près invariant, et aucune n’est « d’être à convolution » : finir par **une moyenne par carte**, qui
// oublie la place ; ou **montrer des images décalées**, avec la même étiquette. La seconde s’apprend comme le reste. Le CNN
// vaut mieux que le réseau dense, c’est vrai : il résiste à deux pixels environ, ceux de ses poolings.
//
// Et les **déformations** ? Tournons les mêmes chiffres.
//
// **Prédire.** L’un des quatre réseaux reconnaît-il encore plus de 80 % des chiffres tournés de 45° : `'oui'` ou `'non'` ?
// %% id=a23rotaq role=free items=118
const predictTurn: string | null = null; // ← 'oui' ou 'non'
// %% id=a23rota0 items=118
const angles = [0, 15, 30, 45, 60, 90];
const byAngle = curvesOf(rotateImages, angles);
const atTurn = Object.values(byAngle).map((runs) => mean(runs.map((run) => run[3])));
// %% id=a23rotak items=118 tags=replie
checkPrediction(predictTurn, Math.max(...atTurn) > 80 ? 'oui' : 'non',
  `Un filtre tourné est un autre filtre : rien, dans une convolution, ne lie les deux. Ce qui
rendait invariant aux décalages n’y change rien. Erreur fréquente : étendre aux rotations, ou aux
tailles, ce qui ne vaut que des translations.`);
// %% id=a23rota1 items=118
measuredLines(byAngle, { at: angles, range: [0, 100], title: 'Chiffres tournés',
  x: 'angle, en degrés', y: '% de bonnes réponses' });
// %% id=a23rota2 items=118
console.log('à 45°, le meilleur des quatre fait moins de 60 % :', Math.max(...atTurn) < 60);
// %% [markdown] id=a23e33mk items=118
// > ⚠ **Erratum du support.** « Invariance aux translations et déformations » : non. Une **convolution** est **équivariante** aux
// > translations, exactement, sauf au bord ; les **poolings** et les pas n’apportent qu’une invariance locale et approchée ; une
// > moyenne par carte en apporte davantage. Aux rotations, aux changements de taille et aux déformations, **aucune** : elle s’apprend, en montrant
// > des images tournées, agrandies, déformées. Des réseaux célèbres changent d’avis pour un pixel (Azulay et Weiss, 2019), et l’on
// > sait flouter leurs poolings pour les calmer (Zhang, 2019).
// %% [markdown] id=a23p3mar items=118
// ## 3. Des caractéristiques que personne n’a écrites
//
// *Troisième avantage : « extraction automatique des caractéristiques ».* À la leçon 1.1, deux mesures **inventées** pour 0, 1 et 7
// (les changements par ligne, l’encre au centre) donnaient 45 % sur les dix chiffres. Opposons-leur, à armes égales, deux
// mesures **apprises** : un CNN dont l’avant-dernière couche n’a que deux neurones. Le classifieur, lui, est le même : les cinq
// plus proches voisins.
//
// **Prédire.** Avec deux nombres appris par image, le score sera-t-il plus près de 45, de 65 ou de 90 % ?
// %% id=a23featq role=free items=118
const predictTwo: number | null = null; // ← 45, 65 ou 90
// %% id=a23feat0 items=118
const twoNumbers = () => tf.sequential({ layers: [
  conv(8, 5, input), pool(), conv(16, 3), pool(), tf.layers.flatten(),
  tf.layers.dense({ units: 32, activation: 'relu' }),
  tf.layers.dense({ units: 2, name: 'deux_nombres' }), classes(),
] });
function upTo(model: tf.LayersModel, layer: string) { // le réseau, coupé derrière une couche
  const output = model.getLayer(layer).output as tf.SymbolicTensor;
  return tf.model({ inputs: model.inputs, outputs: output });
}
// %% id=a23feat1 items=118 tags=replie
function handMade(images: Volume): number[][] { // les deux mesures de la leçon 1.1
  return Array.from({ length: images.shape[0] }, (_, i) => {
    const pixels = images.data.subarray(784 * i, 784 * (i + 1));
    let [changes, centre] = [0, 0];
    for (let at = 0; at < 784; at++) {
      const [y, x] = [Math.floor(at / 28), at % 28];
      if (x > 0) changes += Math.abs(pixels[at] - pixels[at - 1]) / 28;
      if (x >= 12 && x < 16 && y >= 12 && y < 16) centre += pixels[at] / 16;
    }
    return [changes, centre];
  });
}
// %% id=a23feat2 items=118 tags=replie
function byNeighbours(known: number[][], labels: number[], point: number[]): number {
  const far = known.map((one) => one.reduce((sum, value, k) => sum + (value - point[k]) ** 2, 0));
  const five = far.map((_, i) => i).sort((a, b) => far[a] - far[b]).slice(0, 5);
  const votes = new Array<number>(10).fill(0);
  for (const i of five) votes[labels[i]] += 1;
  return place(votes);
}
type Measure = (images: Volume) => number[][];
function scoreOf(measure: Measure, data: { train: LabelledImages; test: LabelledImages }) {
  const known = pickImages(data.train, firsts(1000));
  const tried = pickImages(data.test, firsts(300));
  const points = measure(known.images);
  const said = measure(tried.images).map((point) => byNeighbours(points, known.labels, point));
  return said.filter((label, i) => label === tried.labels[i]).length / 300;
}
// %% id=a23feat3 items=118
const clothes = loadFashionMnist({ train: size.images, test: 1000 });
const learnedOf = async (data: LabelledImages, seed: number) => {
  const cut = upTo(await learn(twoNumbers, data, seed, 8), 'deux_nombres');
  return (images: Volume) => rowsOf(cut, images);
};
const onDigits: Measure[] = [];
for (const seed of size.seeds) onDigits.push(await learnedOf(digits.train, seed));
const learnedScores = onDigits.map((measure) => scoreOf(measure, digits));
const nearest = [45, 65, 90].reduce((a, b) =>
  (Math.abs(a - 100 * mean(learnedScores)) < Math.abs(b - 100 * mean(learnedScores)) ? a : b));
// %% id=a23featk items=118 tags=replie
checkPrediction(predictTwo, nearest,
  `Deux nombres par image, comme avant ; mais choisis par la descente de gradient, pour ces dix
classes-là. Erreur fréquente : croire que deux nombres ne suffisent jamais. Tout dépend desquels.`);
// %% id=a23feat4 items=118
const inventedScore = scoreOf(handMade, digits);
console.log('deux mesures inventées :', percent(inventedScore));
console.log('deux mesures apprises  :', learnedScores.map(percent).join(' ; '));
console.log('au moins 25 points d’écart :', mean(learnedScores) > inventedScore + 0.25);
// %% id=a23feat5 items=118 tags=replie
const planeOf = (measure: Measure) => {
  const some = pickImages(digits.test, firsts(300));
  const points = measure(some.images).map(([x, y]) => [x, y] as const);
  const groups: Record<string, (readonly [number, number])[]> = {};
  for (let label = 0; label < 10; label++) {
    groups[`${label}`] = points.filter((_, i) => some.labels[i] === label);
  }
  return groups;
};
// %% id=a23feata items=118
featureScatter(planeOf(handMade), { title: 'Deux mesures inventées',
  x: 'changements par ligne', y: 'encre au centre' });
// %% id=a23feat6 items=118
featureScatter(planeOf(onDigits[0]), { title: 'Deux mesures apprises',
  x: 'premier nombre', y: 'second nombre' });
// %% [markdown] id=a23feat7 items=118
// Le réseau a dessiné un éventail : chaque chiffre a sa direction, que la dernière couche n’a plus qu’à lire. Et l’avantage est
// surtout **l’automatisme** : pour des vêtements, les deux mesures inventées ne valent plus rien, et il faudrait s’y remettre. Le
// réseau, lui, réapprend en une seconde, par le même code.
// %% id=a23feat8 items=118
const inventedClothes = scoreOf(handMade, clothes);
const learnedClothes = scoreOf(await learnedOf(clothes.train, size.seeds[0]), clothes);
console.log('vêtements, inventées :', percent(inventedClothes));
console.log('vêtements, apprises  :', percent(learnedClothes));
console.log('au moins 25 points d’écart :', learnedClothes > inventedClothes + 0.25);
// %% [markdown] id=a23feat9 items=118
// Le revers : ces deux nombres n’ont **pas de nom**. « Encre au centre » se discute, « premier nombre » non. Gardez-le pour la partie 9.
// %% [markdown] id=a23p4mar items=118
// ## 4. Une hiérarchie
//
// *Quatrième avantage : « apprentissage hiérarchique ».* Les premières couches verraient des bords, les dernières des objets. Comment le savoir ? Par une
// **sonde linéaire** (Alain et Bengio, 2016) : on prend ce qu’une couche rend, on n’y touche plus, et l’on demande à **une** couche dense, apprise
// par-dessus, de dire la classe. Plus elle y arrive, plus la couche a rangé les classes à l’avance.
//
// Cinq convolutions de **seize** cartes chacune. La sonde ne lit que la moyenne de chaque carte, donc seize nombres partout : la
// comparaison est loyale.
// %% id=a23deep0 items=118
const deep = () => {
  const layers: tf.Layer[] = [];
  for (const k of [1, 2, 3, 4, 5]) {
    layers.push(tf.layers.conv2d({ name: `conv${k}`, filters: 16, kernelSize: 3, padding: 'same',
      useBias: false, ...(k === 1 ? input : {}) }));
    layers.push(tf.layers.batchNormalization({ momentum: 0.9 }));
    layers.push(tf.layers.reLU({ name: `relu${k}` }));
    if (k === 1 || k === 3) layers.push(pool());
  }
  return tf.sequential({ layers: [...layers, tf.layers.globalAveragePooling2d({}), classes()] });
};
for (const k of [1, 2, 3, 4, 5]) {
  const seen = describe(deep()).row(`relu${k}`).receptiveField;
  console.log(`couche ${k} : chaque case voit`, seen === 'image' ? seen : seen.size.join(' × '));
}
// %% [markdown] id=a23deep1 items=118
// Un témoin : le même réseau, **pas entraîné**, avec ses poids tirés au hasard. Lui aussi a cinq couches, et des champs de plus en plus larges.
//
// **Prédire.** Sur la cinquième couche du réseau **non entraîné**, la sonde lira-t-elle plus de 80 % des chiffres : `'oui'` ou `'non'` ?
// %% id=a23deepq role=free items=118
const predictProbe: string | null = null; // ← 'oui' ou 'non'
// %% id=a23deep2 items=118 tags=replie
async function probe(model: tf.LayersModel, layer: string): Promise<number> {
  const averages = tf.sequential({ layers: [ // une moyenne par carte
    upTo(model, layer), tf.layers.globalAveragePooling2d({}),
  ] });
  const means = (images: Volume) => Volume.from(rowsOf(averages, images));
  const known = pickImages(digits.train, firsts(2000));
  const tried = pickImages(digits.test, firsts(500));
  const reader = seeded(1, () => tf.sequential({ layers: [
    tf.layers.batchNormalization({ inputShape: [16], momentum: 0.9 }), classes(),
  ] }));
  const { metrics } = await train(reader, { inputs: means(known.images), labels: known.labels },
    { epochs: 10, learningRate: 0.01, progress: false, seed: 1,
      validation: { inputs: means(tried.images), labels: tried.labels } });
  return 100 * metrics.valAccuracy[9];
}
// %% id=a23deep3 items=118
const fresh = seeded(1, deep); // jamais entraîné
const taught = await learn(deep, digits.train, 1);
const probes: Record<string, number[][]> = { 'entraîné': [[]], 'au hasard': [[]] };
for (const k of [1, 2, 3, 4, 5]) {
  probes['entraîné'][0].push(await probe(taught, `relu${k}`));
  probes['au hasard'][0].push(await probe(fresh, `relu${k}`));
}
const [[byLayer], [byChance]] = Object.values(probes);
// %% id=a23deepk items=118 tags=replie
checkPrediction(predictProbe, byChance[4] > 80 ? 'oui' : 'non',
  `Empiler des convolutions ne suffit pas : après la deuxième, le réseau au hasard ne range plus
rien. La hiérarchie s’apprend. Erreur fréquente : croire que l’architecture la donne toute faite.`);
// %% id=a23deep4 items=118
measuredLines(probes, { at: ['couche 1', 'couche 2', 'couche 3', 'couche 4', 'couche 5'],
  range: [0, 100], title: 'Ce qu’une sonde linéaire lit, couche après couche', x: 'couche lue',
  y: '% de chiffres' });
// %% id=a23deep5 items=118
console.log('entraîné : de la couche 1 à la 5, plus de 20 points :', byLayer[4] - byLayer[0] > 20);
console.log('au hasard : la couche 5 reste sous 80 % :', byChance[4] < 80);
// %% id=a23deep6 items=118
activationsByLayer(taught, pickImages(digits.test, [five]).images,
  { layers: ['relu1', 'relu3', 'relu5'], channels: 4 });
// %% [markdown] id=a23deep7 items=118
// Les cartes le disent aussi : la première redessine le chiffre, la troisième garde des morceaux de trait, la cinquième n’est plus qu’une grille de
// réponses. « Hiérarchique » est donc juste, à condition d’ajouter : **appris**. Et « bords, puis formes, puis objets » est une façon de
// parler : personne n’a demandé à une couche de voir des bords.
// %% [markdown] id=a23p5mar items=118
// ## 5. Beaucoup d’images : une capacité, et un besoin
//
// *Cinquième avantage : « capacité à gérer de grandes quantités de données ». Cinquième inconvénient : « besoin de grandes quantités
// de données ».* Le support range la même chose des deux côtés. Traçons-la : l’exactitude selon le **nombre d’images**, pour un CNN et
// pour le modèle le plus simple, une seule couche dense qui lit les pixels. Les images sont réduites à 14 × 14 pour aller vite.
//
// **Prédire.** Avec **50** vêtements pour apprendre (cinq par classe), le CNN dépasse-t-il le modèle simple de plus de dix points :
// `'oui'` ou `'non'` ?
// %% id=a23manyq role=free items=118
const predictFew: string | null = null; // ← 'oui' ou 'non'
// %% id=a23many0 items=118
const half = ({ images, labels }: LabelledImages): LabelledImages =>
  ({ images: avgPool2d(images, { poolSize: 2 }), labels: labels });
const part = (data: LabelledImages, count: number) =>
  pickImages(data, firsts(count));
const counts = byProfile({ rapide: [50, 250, 1000, 4000, 16_000],
  complet: [50, 250, 1000, 4000, 16_000, 60_000] });
const wardrobe = loadFashionMnist({ train: Math.max(...counts), test: 1000 });
const [smallTrain, smallTest] = [half(wardrobe.train), half(wardrobe.test)];
const small = { inputShape: [14, 14, 1] };
const simple = () => tf.sequential({ layers: [
  tf.layers.flatten(small), tf.layers.dense({ units: 10, activation: 'softmax' }),
] });
// %% id=a23many1 items=118
const smallCnn = (dropout = 0) => {
  const rest = () => (dropout > 0 ? [tf.layers.dropout({ rate: dropout })] : []); // partie 8
  return tf.sequential({ layers: [
    conv(16, 3, small), pool(), conv(32, 3), tf.layers.flatten(), ...rest(),
    tf.layers.dense({ units: 64, activation: 'relu' }), ...rest(), classes(),
  ] });
};
// %% id=a23many5 items=118
const byCount: Record<string, number[][]> = { 'CNN': [], 'modèle simple': [] };
const rivals = [['CNN', () => smallCnn(), 0.002], ['modèle simple', simple, 0.005]] as const;
for (const seed of size.seeds) {
  for (const [name, build, rate] of rivals) { // à chacun le taux qui lui va
    const run: number[] = [];
    for (const count of counts) { // autant d’images vues en tout, ou presque
      const epochs = Math.min(30, Math.round(24_000 / count) || 1);
      const model = await learn(build, part(smallTrain, count), seed, epochs, rate);
      run.push(100 * accuracy(model, smallTest));
    }
    byCount[name].push(run);
  }
}
// %% id=a23manyk items=118 tags=replie
const lead = counts.map((_, i) =>
  mean(byCount['CNN'].map((run) => run[i])) - mean(byCount['modèle simple'].map((run) => run[i])));
checkPrediction(predictFew, lead[0] > 10 ? 'oui' : 'non',
  `Avec si peu d’images, les deux se valent à peu près, et le hasard du tirage pèse plus que le
modèle. Erreur fréquente : croire un CNN meilleur en toute circonstance.`);
// %% id=a23many2 items=118
measuredLines(byCount, { at: counts, logX: true, title: 'Vêtements jamais vus',
  x: 'images pour apprendre', y: '% de bonnes réponses' });
// %% id=a23many3 items=118
const gainFrom = (name: string, from: number) => mean(byCount[name].map((run) =>
  run[counts.indexOf(16_000)] - run[counts.indexOf(from)]));
console.log('de 1000 à 16 000 images, le modèle simple gagne moins de 3 points :',
  gainFrom('modèle simple', 1000) < 3);
console.log('et le CNN, au moins un point de plus que lui :',
  gainFrom('CNN', 1000) >= gainFrom('modèle simple', 1000) + 1);
console.log('de 50 à 16 000, le CNN gagne plus de 15 points :', gainFrom('CNN', 50) > 15);
// %% [markdown] id=a23many4 items=118
// Les deux lignes du support sont les **deux bouts de cette courbe**. À droite, la capacité : le modèle simple a donné presque tout ce qu’il pouvait dès
// mille images, le CNN continue de monter. À gauche, le besoin : sans images, sa souplesse ne sert à rien. Et quand on n’en a que
// peu ? C’est toute la leçon [2.1](2.1-transfert.ipynb) : partir d’un réseau qui en a déjà vu beaucoup.
//
// > ⚠ **Erratum du support.** « Capacité à **gérer** de grandes quantités de données » est ambigu : ce n’est pas de les stocker, ni de les
// > traiter vite (un pas coûte autant, que l’on ait mille images ou un million). C’est d’en **profiter** quand d’autres modèles n’en
// > tirent plus rien. Et cela va de pair avec le « besoin » que le support compte parmi les défauts.
// %% [markdown] id=a23p6mar items=118
// ## 6. Des étiquettes
//
// *Premier inconvénient : « besoin de données étiquetées ».* Quelqu’un doit dire ce que montre chaque image.
//
// **Prédire.** MNIST a 60 000 images pour apprendre. À cinq secondes par étiquette, combien d’**heures** de travail est-ce ?
// (Arrondissez à l’entier.)
// %% id=a23hourq role=free items=118
const predictHours: number | null = null; // ← un entier, ou Math.round(…)
// %% id=a23hour0 items=118
const hours = 60_000 * 5 / 3600;
// %% id=a23hourk items=118 tags=replie
checkPrediction(predictHours, Math.round(hours),
  `300 000 secondes, soit plus de deux semaines à plein temps, pour des images qu’un enfant de six
ans sait lire. Sur des radiographies, ce sont des heures de médecin. Erreur fréquente : compter
l’ordinateur, et oublier les gens.`);
// %% id=a23hour1 items=118
console.log('60 000 × 5 s =', hours.toFixed(1), 'heures, ou', (hours / 35).toFixed(1), 'semaines');
// %% [markdown] id=a23nois0 items=118
// Et si l’on étiquette vite et mal ? Remplaçons une partie des étiquettes par un tirage au sort, dans les images d’apprentissage
// seulement ; le test reste juste.
//
// **Prédire.** Avec **40 %** d’étiquettes tirées au sort, de combien de points l’exactitude baisse-t-elle : 5, 20 ou 40 ? (Le plus
// proche.)
// %% id=a23noisq role=free items=118
const predictNoise: number | null = null; // ← 5, 20 ou 40
// %% id=a23nois1 items=118 tags=replie
function drawn({ images, labels }: LabelledImages, share: number, seed: number): LabelledImages {
  let state = 1000 + seed; // un hasard qui se répète
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const noisy = labels.map((label) => {
    const [luck, other] = [random(), Math.floor(10 * random())]; // deux tirages par image
    return luck < share ? other : label;
  });
  return { images: images, labels: noisy };
}
// %% id=a23nois5 items=118
const shares = [0, 0.2, 0.4, 0.6, 0.8];
const byNoise: Record<string, number[][]> = { 'sur le test': [], 'étiquettes apprises': [] };
for (const seed of size.seeds) {
  const runs = [[], []] as number[][];
  for (const share of shares) {
    const lesson = drawn(part(smallTrain, 2000), share, seed);
    const model = await learn(() => smallCnn(), lesson, seed, 8);
    runs[0].push(100 * accuracy(model, smallTest));
    runs[1].push(100 * accuracy(model, lesson));
  }
  byNoise['sur le test'].push(runs[0]);
  byNoise['étiquettes apprises'].push(runs[1]);
}
// %% id=a23noisk items=118 tags=replie
const onTest = shares.map((_, i) => mean(byNoise['sur le test'].map((run) => run[i])));
const falls = [5, 20, 40];
const fall40 = onTest[0] - onTest[2];
checkPrediction(predictNoise, falls.reduce((a, b) =>
  (Math.abs(a - fall40) < Math.abs(b - fall40) ? a : b)),
  `Des erreurs au hasard se contredisent : il n’y a rien à y apprendre, et les bonnes étiquettes
l’emportent. Erreur fréquente : retrancher 40 points, comme si chaque étiquette fausse coûtait une
bonne réponse.`);
// %% id=a23nois2 items=118
measuredLines(byNoise, { at: shares.map((share) => 100 * share), range: [0, 100],
  title: 'Des étiquettes tirées au sort', x: '% d’étiquettes tirées au sort',
  y: '% de réponses égales à l’étiquette' });
// %% id=a23nois3 items=118
console.log('40 % de hasard coûtent moins de 10 points :', fall40 < 10);
console.log('80 % en coûtent plus de 10 :', onTest[0] - onTest[4] > 10);
// %% [markdown] id=a23nois4 items=118
// Lisez la seconde courbe : avec 40 % de hasard, le réseau contredit une bonne partie de ce qu’on lui enseigne, et il a raison. Deux réserves.
// Entraîné bien plus longtemps, il finirait par apprendre les fausses étiquettes par cœur. Et des erreurs **qui se ressemblent** (tous les pulls
// noirs étiquetés « manteau ») s’apprennent, elles, parfaitement.
// %% [markdown] id=a23p7mar items=118
// ## 7. Du calcul
//
// *Deuxième inconvénient : « besoin de puissance de calcul ».* Comptons. Apprendre une image coûte à peu près **trois** fois la reconnaître :
// un aller, puis un retour qui calcule deux gradients, celui des entrées et celui des poids (leçon 1.7).
//
// **Prédire.** Notre CNN de la partie 1 demande 390 432 MAC pour une image. Combien de **milliards** de MAC pour apprendre 3000 images pendant
// 5 époques ? (Arrondissez à l’entier.)
// %% id=a23macsq role=free items=118
const predictMacs: number | null = null; // ← un entier, ou Math.round(…)
// %% id=a23macs0 items=118
const perImage = describe(cnn()).totals.macs;
const ours = perImage * 3 * 3000 * 5;
// %% id=a23macsk items=118 tags=replie
checkPrediction(predictMacs, Math.round(ours / 1e9),
  `390 432 × 3 × 3000 × 5. Erreur fréquente : oublier le facteur 3 du retour, ou les époques.`);
// %% id=a23macs1 items=118
// ResNet-50 : 3 857 973 248 MAC par image (leçon 1.10) ; 600 000 lots de 256 (He et al., 2015)
const resNet = 3_857_973_248 * 3 * 600_000 * 256;
console.log('ce CNN    :', perImage, 'MAC par image ;', (ours / 1e9).toFixed(1), 'milliards');
console.log('ResNet-50 :', resNet.toExponential(2), 'MAC, soit', Math.round(resNet / ours / 1e6),
  'millions de fois plus');
// %% [markdown] id=a23time0 items=118
// Des MAC, passons aux secondes. La même convolution (16 cartes de 28 × 28, 32 filtres 3 × 3, huit images), de quatre façons : les
// boucles de ce cours, faites pour être lues ; les mêmes en WebAssembly ; tfjs ; et le graphe TensorFlow qui entraîne nos réseaux.
// %% id=a23time1 items=118 tags=replie,mesure
const eight = new Volume([8, 28, 28, 16], new Float32Array(8 * 784 * 16).fill(0.5));
const filters = new Volume([3, 3, 16, 32], new Float32Array(9 * 16 * 32).fill(0.1));
const layer = tf.sequential({ layers: [tf.layers.conv2d({ inputShape: [28, 28, 16], filters: 32,
  kernelSize: 3, padding: 'same' })] });
const graph = await compileGraph(layer);
const asTensor = tf.toTensor(eight) as tf.Tensor4D;
const kernel4 = tf.toTensor(filters) as tf.Tensor4D;
const ways: Record<string, () => unknown> = {
  'boucles lisibles': () => conv2d(eight, filters, { padding: 'same' }),
  'WebAssembly': () => fast.scope(() => fast.conv2d(eight, filters, { padding: 'same' })),
  'tfjs': () => tf.tidy(() => tf.conv2d(asTensor, kernel4, 1, 'same').dataSync()),
  'graphe': () => graph.predict(asTensor).dataSync(),
};
// %% id=a23time2 items=118 tags=replie,mesure
const layerMacs = 8 * 28 * 28 * 9 * 16 * 32;
let quickest = Infinity;
for (const [name, run] of Object.entries(ways)) {
  const times = Array.from({ length: 5 }, () => {
    const begin = performance.now();
    run();
    return (performance.now() - begin) / 1000;
  });
  const best = Math.min(...times); // les autres tours ont été dérangés
  quickest = Math.min(quickest, best);
  console.log(name.padEnd(16), (1000 * best).toFixed(1).padStart(7), 'ms,',
    (layerMacs / best / 1e9).toFixed(2), 'milliards de MAC par seconde');
}
const years = resNet / (layerMacs / quickest) / (365 * 24 * 3600);
console.log('ResNet-50 sur ImageNet, à la meilleure de ces vitesses :', years.toFixed(1), 'ans');
// %% [markdown] id=a23time3 items=118
// Le même calcul, au résultat près, va jusqu’à cent fois plus vite selon qui le fait : c’est pour cela que la fin du cours ne boucle plus à la
// main. Mais la dernière ligne ne se corrige pas par du beau code : il faut des cartes graphiques, beaucoup, ou **ne pas repartir de
// zéro**.
// %% [markdown] id=a23p8mar items=118
// ## 8. Le surapprentissage
//
// *Troisième inconvénient : « risque de surapprentissage ».* Le remède que l’on connaît déjà est d’arrêter à temps (leçon 1.6). Comparons-en
// trois autres sur **200** chiffres, vus assez longtemps pour être sus par cœur :
//
// - le **dropout** de la leçon 1.8, qui éteint la moitié des neurones au hasard ;
// - l’**augmentation** : chaque image, et ses quatre voisines décalées d’un pixel, avec la même étiquette ;
// - **dix fois plus** d’images.
//
// **Prédire.** Lequel rapporte le plus : `'dropout'`, `'augmentation'` ou `'images'` ?
// %% id=a23overq role=free items=118
const predictCure: string | null = null; // ← 'dropout', 'augmentation' ou 'images'
// %% id=a23over0 items=118 tags=replie
const fewDigits = half(part(digits.train, 200));
const steps = [[0, 0], [1, 0], [-1, 0], [0, 1], [0, -1]];
const copies = steps.map(([right, down]) => shiftImages(fewDigits.images, { right, down }));
const together = new Float32Array(5 * fewDigits.images.size);
copies.forEach((copy, k) => together.set(copy.data as Float32Array, k * copy.size));
const nudged: LabelledImages = { images: new Volume([1000, 14, 14, 1], together),
  labels: steps.flatMap(() => fewDigits.labels) };
const cures = { // de quoi apprendre, le taux de dropout, et des époques : autant de pas à peu près
  'sans remède': { data: fewDigits, dropout: 0, epochs: 60 },
  'dropout': { data: fewDigits, dropout: 0.5, epochs: 60 },
  'augmentation': { data: nudged, dropout: 0, epochs: 12 },
  'les deux': { data: nudged, dropout: 0.5, epochs: 12 },
  'images': { data: half(part(digits.train, 2000)), dropout: 0, epochs: 6 },
};
// %% id=a23over1 items=118
const smallDigits = half(digits.test);
const learnedBy: Record<string, number> = {};
const unseenBy: Record<string, number[]> = {};
for (const [name, { data, dropout, epochs }] of Object.entries(cures)) {
  unseenBy[name] = [];
  for (const seed of size.seeds) {
    const model = await learn(() => smallCnn(dropout), data, seed, epochs);
    learnedBy[name] = accuracy(model, data);
    unseenBy[name].push(100 * accuracy(model, smallDigits));
  }
}
// %% id=a23overk items=118 tags=replie
const gainOf = (name: string) => mean(unseenBy[name]) - mean(unseenBy['sans remède']);
const cure = ['dropout', 'augmentation', 'images']
  .reduce((a, b) => (gainOf(a) > gainOf(b) ? a : b));
checkPrediction(predictCure, cure,
  `Rien ne vaut de vraies images. Le dropout et l’augmentation sont ce que l’on fait quand on n’en a
pas d’autres : ils ne coûtent rien à étiqueter. Erreur fréquente : attendre d’un réglage ce que
seules des données apportent.`);
// %% id=a23over2 items=118
measureStrips(unseenBy, { title: 'Chiffres jamais vus, après 200 chiffres appris (ou 2000)',
  x: '% de bonnes réponses' });
// %% id=a23over3 items=118
for (const name of Object.keys(cures)) {
  console.log(name.padEnd(13), 'appris', percent(learnedBy[name]), '; jamais vus',
    percent(mean(unseenBy[name]) / 100));
}
console.log('sans remède, l’écart dépasse 10 points :',
  100 * learnedBy['sans remède'] - mean(unseenBy['sans remède']) > 10);
console.log('dropout et augmentation gagnent chacun un point au moins :',
  gainOf('dropout') >= 1 && gainOf('augmentation') >= 1);
// %% [markdown] id=a23over4 items=118
// Tous apprennent leurs images presque parfaitement : l’exactitude d’apprentissage ne dit plus rien, c’est l’**écart** qui parle. Un remède n’est bon
// que pour les images qui le supportent : décaler un chiffre ne change pas sa classe, retourner un 6 en fait un 9.
// %% [markdown] id=a23p9mar items=118
// ## 9. Voir ce qu’il regarde
//
// *Quatrième inconvénient : « interprétabilité limitée ».* Voici un piège, comme il s’en trouve dans de vraies collections de photos. Dans les
// images d’apprentissage **et de test**, toutes les **chemises** portent un petit carré blanc en haut à gauche : le photographe les a
// étiquetées, et elles seules.
// %% id=a23trap0 items=118 tags=replie
const shirt = fashionClasses.indexOf('chemise');
function tagged({ images, labels }: LabelledImages): LabelledImages {
  const pixels = images.data.slice() as Float32Array;
  labels.forEach((label, i) => {
    for (let y = 0; y < 4 && label === shirt; y++) {
      pixels.fill(1, 784 * i + 28 * y, 784 * i + 28 * y + 4);
    }
  });
  return { images: new Volume(images.shape, pixels), labels: labels };
}
// %% id=a23trap6 items=118
const trapped = await learn(averaging, tagged(clothes.train), size.seeds[0], 8);
const shirts = clothes.test.labels.flatMap((label, i) => (label === shirt ? [i] : []));
const withTag = pickImages(tagged(clothes.test), shirts);
console.log('plus de 90 % des chemises de test reconnues :', accuracy(trapped, withTag) > 0.9);
// %% [markdown] id=a23trap1 items=118
// Plus de 90 %, pour la classe la plus difficile de Fashion-MNIST : on livrerait ce réseau.
//
// **Prédire.** On lui montre les **mêmes** chemises, sans le carré. En reconnaît-il plutôt 90, 50 ou 0 % ?
// %% id=a23trapq role=free items=118
const predictTrap: number | null = null; // ← 90, 50 ou 0
// %% id=a23trap2 items=118
const bare = accuracy(trapped, pickImages(clothes.test, shirts));
const guessed = [90, 50, 0].reduce((a, b) =>
  (Math.abs(a - 100 * bare) < Math.abs(b - 100 * bare) ? a : b));
// %% id=a23trapk items=118 tags=replie
checkPrediction(predictTrap, guessed,
  `Il n’a jamais appris ce qu’est une chemise : le carré suffisait, et il était plus facile à voir.
L’exactitude sur le test n’en disait rien, puisque le test avait le même défaut. Erreur fréquente :
croire qu’un bon score prouve une bonne raison.`);
// %% id=a23trap3 items=118
console.log('avec le carré :', percent(accuracy(trapped, withTag)), '; sans :', percent(bare));
const suspect = pickImages(withTag, [0]).images;
occlusionMap(trapped, suspect, { window: 7, stride: 3, names: fashionClasses });
// %% id=a23trap4 items=118
const { falls: hidden, rows, columns } = occlusionOf(trapped, suspect, { window: 7, stride: 3 });
const worst = hidden.data.indexOf(Math.max(...hidden.data));
const [top, left] = [rows[Math.floor(worst / columns.length)], columns[worst % columns.length]];
console.log('la fenêtre qui compte le plus commence à la ligne', top + 1,
  'et à la colonne', left + 1);
// %% [markdown] id=a23trap5 items=118
// Une carte, et le piège saute aux yeux : voilà à quoi elles servent. Maintenant, leurs limites, sur un réseau honnête.
//
// **Trompeuse, d’abord.** Le réseau se trompe sur une image. Grad-CAM montre ce qui parle pour **sa réponse** ; demandons-lui aussi ce qui
// parle pour la **bonne** classe, celle qu’il n’a pas dite.
//
// **Prédire.** Les deux cartes se ressemblent-elles (cosinus au-dessus de 0,5), sur la plupart des erreurs : `'oui'` ou `'non'` ?
// %% id=a23camq0 role=free items=118
const predictCam: string | null = null; // ← 'oui' ou 'non'
// %% id=a23cam00 items=118
const honest = await learn(averaging, clothes.train, size.seeds[0], 8);
const said = rowsOf(honest, clothes.test.images).map(place);
const mistaken = said.flatMap((label, i) => (label === clothes.test.labels[i] ? [] : [i]));
const errors = mistaken.slice(0, 40);
const imageOf = (i: number) => pickImages(clothes.test, [i]).images;
const likeness = errors.map((i) => {
  const [one, other] = [said[i], clothes.test.labels[i]].map((label) =>
    gradCamOf(honest, imageOf(i), { class: label }).map.data);
  const product = Array.from(one).reduce((sum, value, k) => sum + value * other[k], 0);
  return product / (norm(one) * norm(other) || 1);
});
const alike = likeness.filter((cosine) => cosine > 0.5).length / errors.length;
// %% id=a23camk0 items=118 tags=replie
checkPrediction(predictCam, alike > 0.5 ? 'oui' : 'non',
  `Même région, deux réponses contraires : la carte dit où il a regardé, pas ce qu’il y a vu, ni
pourquoi il s’est trompé. Erreur fréquente : lire une carte sensée comme une raison sensée.`);
// %% id=a23cam01 items=118
console.log('cartes qui se ressemblent, sur 40 erreurs, la plupart :', alike > 0.5);
const mostAlike = errors[likeness.indexOf(Math.max(...likeness))];
gradCam(honest, imageOf(mostAlike), { class: said[mostAlike], names: fashionClasses });
// %% id=a23cam02 items=118
gradCam(honest, imageOf(mostAlike),
  { class: clothes.test.labels[mostAlike], names: fashionClasses });
// %% [markdown] id=a23occ00 items=118
// **Fragile, ensuite.** Une carte d’occlusion dépend de ce que l’on met à la place. Comparons un carré noir et un carré blanc, sur quarante images :
// la fenêtre « qui compte le plus » est-elle la même, à sept pixels près ?
// %% id=a23occ01 items=118
const strongest = (image: Volume, fill: number) => {
  const map = occlusionOf(honest, image, { window: 7, stride: 3, fill: fill });
  const at = map.falls.data.indexOf(Math.max(...map.falls.data));
  return [map.rows[Math.floor(at / map.columns.length)], map.columns[at % map.columns.length]];
};
const elsewhere = firsts(40).map((i) => {
  const [black, white] = [0, 1].map((fill) => strongest(imageOf(i), fill));
  return Math.hypot(black[0] - white[0], black[1] - white[1]) > 7;
}).filter(Boolean).length;
console.log('ailleurs, plus d’une fois sur deux :', elsewhere > 20);
// %% [markdown] id=a23occ02 items=118
// Une carte est la réponse à **une** question (« et si c’était noir, ici ? »). Elle fait soupçonner, comme le carré blanc ; elle ne prouve pas.
// Ce qui prouve, c’est l’expérience qui suit : retirer le carré, et mesurer.
// %% [markdown] id=a23p10ma items=118
// ## 10. Le bilan
//
// | Le support dit | Nous avons mesuré |
// |---|---|
// | + données spatiales | pixels mélangés : le CNN perd 5 points ou plus, le réseau dense rien |
// | + invariance | équivariance exacte de la convolution ; le réseau, lui, perd la moitié de ses réponses à 4 pixels |
// | + caractéristiques automatiques | deux nombres appris : 90 % ; deux nombres inventés : 45 % |
// | + hiérarchie | la sonde lit de mieux en mieux, couche après couche |
// | + beaucoup de données | il monte encore quand le modèle simple s’arrête |
// | − étiquettes | 83 heures pour MNIST ; mais 40 % d’étiquettes au hasard ne coûtent que quelques points |
// | − calcul | trois fois un aller, par image et par époque ; ResNet-50 : 1,8 milliard de milliards de MAC |
// | − surapprentissage | 200 chiffres : 100 % appris, 83 % ailleurs ; les vraies images d’abord |
// | − interprétabilité | une carte montre où, pas pourquoi |
// | − besoin de données | la même courbe que l’avantage, vue de l’autre bout |
//
// Aucune de ces lignes n’est vraie « en général » : chacune l’est pour des images, un réseau, un budget. C’est ce que ce cours
// aura voulu vous laisser : devant une phrase, chercher **la mesure**.
// %% [markdown] id=a23retai
// ## À retenir
//
// - Un CNN parie que les pixels **voisins** vont ensemble : sans voisinage, il n’a plus d’avantage.
// - **Équivariante** : le résultat suit. **Invariante** : il ne bouge pas. La convolution est équivariante ; un réseau n’est invariant que
//   par une moyenne sur toute la carte, ou par ce qu’il a vu.
// - Rien, dans une convolution, ne vaut pour les **rotations** ni les changements de taille.
// - Les caractéristiques **apprises** se refont seules pour d’autres images ; elles n’ont pas de nom.
// - Besoin et capacité sont **une** courbe : l’exactitude selon le nombre d’images.
// - Apprendre une image coûte à peu près **trois** passes avant.
// - Contre le surapprentissage : plus d’images ; sinon augmentation, dropout, arrêt.
// - Une carte d’occlusion ou de Grad-CAM fait soupçonner ; une **expérience** prouve.
//
// ### Petit glossaire
//
// | Terme | En anglais | En une ligne |
// |---|---|---|
// | équivariance | *equivariance* | décaler l’entrée décale la sortie d’autant |
// | invariance | *invariance* | décaler l’entrée ne change pas la sortie |
// | sonde linéaire | *linear probe* | une couche dense apprise sur les cartes d’une couche, sans toucher au réseau |
// | augmentation | *data augmentation* | apprendre aussi des images modifiées, avec la même étiquette |
// | bruit d’étiquettes | *label noise* | la part des étiquettes fausses |
//
// ### Notations
//
// | Notation | Sens |
// |---|---|
// | $f(T_d\,x) = T_d\,f(x)$ | f est équivariante au décalage de d pixels, $T_d$ |
// | $f(T_d\,x) = f(x)$ | f y est invariante |
//
// ### À vous de jouer
//
// Écrivez vous-même la courbe de décalage, le test d’équivariance et l’occlusion : [exercices 2.3](../exercices/2.3-avantages-limites.ipynb). Et ici :
//
// 1. Dans la partie 2, décalez vers le **bas** au lieu de la droite. Même courbe ?
// 2. Apprenez des chiffres tournés au hasard de −45° à 45°, et retracez la courbe des rotations. Que devient-elle à 0° ?
// 3. Dans la partie 9, mettez le carré sur **la moitié** des chemises seulement. Le réseau apprend-il autre chose ?
//
// <details><summary>Réponses</summary>
//
// 1. À peu près : le réseau ne distingue pas les deux directions, les chiffres un peu.
// 2. Elle s’aplatit entre les deux angles, et baisse d’un ou deux points à 0°.
// 3. Oui : il reconnaît alors une partie des chemises sans carré, mais le carré suffit encore à le convaincre.
//
// </details>
//
// ### Le cours est fini
//
// Tout a commencé par un noyau de neuf nombres ; vous savez maintenant construire un réseau, l’entraîner, l’adapter à peu d’images, et dire
// ce qu’il vaut. Deux projets, notés, vous le font faire de bout en bout :
// [un CNN sans bibliothèque](../exercices/P1-cnn-sans-bibliotheque.ipynb), et
// [le transfert sur vos images](../exercices/P2-transfert-sur-vos-images.ipynb). La suite se fait sans nous. Bonne route.
// %% id=a23brouil role=free
// votre brouillon
