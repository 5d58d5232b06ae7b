// ---
// title: LeNet-5, AlexNet, VGG
// ---
// %% [markdown] id=l8titre1
// # 1.8 LeNet-5, AlexNet, VGG : trois réseaux qui ont fait date
//
// **Seize ans séparent un lecteur de chiffres de 60 000 paramètres et un réseau de 138 millions. Qu’est-ce
// qui a vraiment changé entre les deux ?**
//
// Les opérations sont celles que vous connaissez : convolution, pooling, couche dense, softmax. Cette leçon
// regarde comment trois équipes les ont assemblées. Nous construirons leurs réseaux au paramètre près, et nous
// **mesurerons** ce qu’on en dit, avant de le croire.
//
// À la fin, vous saurez :
//
// - compter LeNet-5, AlexNet et VGG, couche par couche, et dire où sont leurs paramètres et leurs calculs ;
// - distinguer le LeNet-5 de l’article et celui qu’on programme aujourd’hui ;
// - lire une erreur « top-5 », et dire ce qu’est ImageNet ;
// - montrer ce que changent ReLU, le dropout et le calcul rapide ;
// - dire pourquoi deux filtres 3 × 3 valent un filtre 5 × 5, et souvent mieux.
//
// Lecture : environ 40 minutes, réponses comprises. Comptez autant pour vos essais. À chaque question
// « **Prédire** », remplacez `null` par votre réponse, exécutez la cellule, puis les suivantes.
// %% [markdown] id=l8souven
// ## Avant de commencer : trois souvenirs
//
// Répondez de tête, puis dépliez.
//
// **1.** (Leçon 1.3) Une image de 227 pixels de côté, des filtres 11 × 11, un pas de 4, aucun remplissage. Quel
// est le côté de la carte ? Et avec 224 pixels ?
//
// <details><summary>Réponse</summary>
//
// (227 − 11) / 4 + 1 = 55. Avec 224, la division ne tombe pas juste : 54 après l’arrondi vers le bas.
//
// </details>
//
// **2.** (Leçon 1.5) Combien de paramètres relient 400 nombres à 120 neurones ?
//
// <details><summary>Réponse</summary>
//
// 400 × 120 poids et 120 biais : 48 120.
//
// </details>
//
// **3.** (Leçon 1.6) À quoi reconnaît-on le surapprentissage sur deux courbes ?
//
// <details><summary>Réponse</summary>
//
// La perte d’apprentissage continue de descendre, celle de validation remonte.
//
// </details>
// %% id=l8import role=given
import {
  activationsByLayer, bars, byProfile, checkPrediction, drawnDigit, dropout, heatmapGrid,
  layerDiagram, lineProfile, loadFashionMnist, loadMnist, modelDiagram, modelTable, outputSize,
  parameterTreemap, readDigit, twoTowers, Volume,
} from '@convolab/lib';
import { train } from '@convolab/lib/graph';
import { alexNet, describe, leNet, onPaper, seeded, vgg } from '@convolab/lib/models';
import type { LeNetOptions } from '@convolab/lib/models';
import * as tf from '@convolab/lib/tf';
// %% [markdown] id=l8p1mark items=106
// ## 1. LeNet-5 : lire des chiffres (1998)
//
// Yann LeCun, Léon Bottou, Yoshua Bengio et Patrick Haffner publient en 1998
// *Gradient-Based Learning Applied to Document Recognition* (*Proceedings of the IEEE*). Leur réseau, **LeNet-5**,
// y lit des chiffres écrits à la main, puis des chèques entiers. C’est l’un des premiers réseaux à convolution qui
// aient compté.
//
// `describe` lit un réseau couche par couche ; `onPaper` le construit **sans lui donner de mémoire**, ce qui
// suffit pour compter, et servira pour les géants. Voici le LeNet-5 qu’on programme aujourd’hui. Les noms sont
// ceux de l’article : C pour convolution, S pour sous-échantillonnage (le pooling), F pour une couche
// entièrement connectée.
// %% id=l8lenet1 items=106
const lenet = onPaper(() => leNet());
const modern = describe(lenet);
layerDiagram(modern.rows.filter(({ type }) => type !== 'Flatten').map((row) => ({
  name: row.name, shape: row.outputShape,
  part: row.type === 'Dense' ? 'classification' : 'extraction',
})));
// %% [markdown] id=l8lenet2 items=106
// Chaque étage réduit les cartes et en augmente le nombre, jusqu’à n’avoir plus que des cartes d’un pixel.
// C1, C3 et C5 ont des filtres 5 × 5 ; S2 et S4 font la **moyenne** de fenêtres 2 × 2 ; F6 et la sortie sont denses.
//
// **Prédire.** Où sont les paramètres ? Laquelle de ces couches en a le plus : `'C1'`, `'C3'`, `'C5'` ou `'F6'` ?
// %% id=l8mostq1 role=free items=106
const predictMost: string | null = null; // ← 'C1', 'C3', 'C5' ou 'F6'
// %% id=l8most01 items=106 tags=replie
const most = [...modern.rows].sort((a, b) => b.parameters - a.parameters)[0];
checkPrediction(predictMost, most.name,
  `C5 relie chacune de ses 120 sorties aux 5 × 5 × 16 = 400 nombres de S4 : c’est une couche dense
qui ne dit pas son nom. Erreur fréquente : F6, parce qu’elle s’appelle dense ; elle ne reçoit que
120 nombres.`);
// %% id=l8most02 items=106
modelTable(lenet); // champ : ce que voit un nombre de la sortie ; MAC : multiplications
// %% id=l8most03 items=106
const share = (part: number, whole: number) => (100 * part / whole).toFixed(1).replace('.', ',');
const atTheEnd = ['C5', 'F6', 'output'].reduce((sum, n) => sum + modern.row(n).parameters, 0);
console.log('paramètres :', modern.totals.parameters);
console.log('dans les trois dernières couches :', share(atTheEnd, modern.totals.parameters), '%');
const mnist = loadMnist(); // le jeu complet
console.log('images d’apprentissage de MNIST :', mnist.train.labels.length);
// %% [markdown] id=l8paper1 items=106
// ### Celui de l’article
//
// Il était plus étrange. Dans C3, chaque filtre ne voit qu’une **partie** des six cartes de S2 : six filtres en
// voient 3, neuf en voient 4, un seul voit les 6. Les poolings apprennent : chaque carte a un coefficient et un
// biais. L’activation est une tangente hyperbolique agrandie, 1,7159 tanh(2x/3). Et la sortie n’est pas un
// softmax : F6 a 84 neurones, autant que de pixels dans un petit dessin de 7 × 12 ; on **compare** F6 au dessin
// de chaque chiffre, et le plus proche gagne. (Le dessin est de nous, l’idée de l’article.)
//
// **Prédire.** Chaque filtre de C3 est un 5 × 5 par carte vue, plus un biais. Combien de paramètres a ce C3 ?
// Un calcul convient.
// %% id=l8c3ques role=free items=106
const predictC3: number | null = null; // ← un entier ou un calcul
// %% id=l8c3num1 items=106
const paperNet = leNet({ version: 'paper' });
const original = describe(paperNet);
// %% id=l8c3num2 items=106 tags=replie
checkPrediction(predictC3, original.row('C3').parameters,
  `6 × (3 × 25 + 1) + 9 × (4 × 25 + 1) + 1 × (6 × 25 + 1). Erreur fréquente : 16 × (6 × 25 + 1), où
chaque filtre verrait tout, comme on le fait aujourd’hui.`);
// %% id=l8c3num3 items=106
console.log('C3 :', original.row('C3').parameters, 'au lieu de', modern.row('C3').parameters);
const learned = original.rows.reduce((sum, row) => sum + row.trainable, 0);
console.log('article, 1998 :', learned, 'poids appris, et 840 fixés, les dessins');
console.log('aujourd’hui   :', modern.totals.parameters, 'poids, tous appris');
// %% id=l8codes1 items=106
const codes = paperNet.getLayer('output').getWeights()[0].arraySync() as number[][];
const drawing = (code: number[]) => // 12 lignes de 7
  Array.from({ length: 12 }, (_, y) => code.slice(7 * y, 7 * y + 7));
heatmapGrid(Object.fromEntries(codes.map((code, digit) => [`${digit}`, drawing(code)])),
  { columns: 10 });
// %% [markdown] id=l8e22mrk items=106
// > ⚠ **Erratum du support.** Le support titre « LeNet (1990) » et décrit une sortie softmax. LeNet-5 est de
// > **1998** ; de 1989 et 1990 datent des réseaux plus petits, ses ancêtres (LeCun et al., *Neural Computation*,
// > 1989). Et sa sortie mesurait des distances à des dessins. « LeNet-5 » désigne donc deux réseaux : dites
// > toujours **60 000** ou **61 706**.
// %% [markdown] id=l8acts01 items=106
// ### Moyenne ou maximum, sigmoïde, tanh ou ReLU ?
//
// Aujourd’hui on prendrait le maximum et ReLU. Était-ce une erreur de ne pas le faire ? Entraînons cinq LeNet-5 :
// mêmes images, même ordre, même graine pour les poids de départ.
//
// **Prédire.** L’un des cinq n’a presque rien appris après trois époques. Lequel ?
// %% id=l8actsq1 role=free items=106
// 'tanh moyenne', 'tanh max', 'ReLU moyenne', 'ReLU max' ou 'sigmoïde'
const predictStuck: string | null = null; // ← votre réponse
// %% id=l8acts02 items=106
const size = byProfile({ rapide: 3_000, complet: 20_000 });
const digits = loadMnist({ train: size, test: 1000 });
const kinds: Record<string, LeNetOptions> = {
  'tanh moyenne': {}, 'tanh max': { pooling: 'max' },
  'ReLU moyenne': { activation: 'relu' }, 'ReLU max': { activation: 'relu', pooling: 'max' },
  'sigmoïde': { activation: 'sigmoid' },
};
const nets = Object.fromEntries(Object.entries(kinds).map(([name, options]) =>
  [name, seeded(1, () => leNet({ inputShape: [28, 28, 1], ...options }))]));
const reached: Record<string, number> = {}; // bonnes réponses sur 1000 images de test, en %
for (const [name, net] of Object.entries(nets)) {
  const { metrics } = await train(net, digits.train,
    { epochs: 3, batchSize: 50, validation: digits.test, progress: false });
  reached[name] = 100 * metrics.valAccuracy[2];
}
// %% id=l8acts03 items=106 tags=replie
const worst = Object.entries(reached).sort((a, b) => a[1] - b[1])[0];
checkPrediction(predictStuck, worst[0],
  `La sigmoïde reste près du hasard (10 %), et la cellule plus bas dira pourquoi. Erreur fréquente :
tanh moyenne, parce qu’elle est la plus ancienne.`);
// %% id=l8acts04 items=106
bars(reached, { title: 'Bonnes réponses après trois époques', x: '%', most: 100 });
// %% id=l8acts05 items=106
const others = Object.entries(reached).filter(([name]) => name !== 'sigmoïde');
console.log('les quatre autres dépassent 85 % :', others.every(([, value]) => value > 85));
console.log('le maximum n’est pas moins bon que la moyenne, à un point près :',
  ['tanh', 'ReLU'].every((name) => reached[`${name} max`] > reached[`${name} moyenne`] - 1));
console.log('la sigmoïde dépasse 50 % :', reached['sigmoïde'] > 50);
// %% [markdown] id=l8acts06 items=106
// Nous avons recommencé avec trois graines : les quatre premiers finissent entre 90 et 95 %, le maximum un à
// deux points devant la moyenne ; tanh ne démérite pas. La sigmoïde, elle, n’avait pas bougé. Regardons ses
// **gradients**. Un pas de descente ordinaire au taux 1 retranche le gradient : ce qui a changé dans un
// poids **est** donc son gradient.
// %% id=l8grads1 items=106
const few = loadMnist({ train: 500, test: 1 }).train;
const withWeights = 'C1 C3 C5 F6 output'.split(' ');
async function gradientSizes(activation: tf.Activation): Promise<number[]> {
  const net = seeded(1, () => leNet({ inputShape: [28, 28, 1], activation: activation }));
  const kernels = () =>
    withWeights.map((name) => [...net.getLayer(name).getWeights()[0].dataSync()]);
  const before = kernels();
  await train(net, few, { epochs: 1, batchSize: 500, optimizer: 'sgd', learningRate: 1,
    progress: false });
  return kernels().map((after, k) => Math.hypot(...after.map((w, i) => w - before[k][i])));
}
// %% id=l8grads4 items=106
const bySigmoid = await gradientSizes('sigmoid');
const byTanh = await gradientSizes('tanh');
const byRelu = await gradientSizes('relu');
console.log('dans C1, tanh reçoit plus de 30 fois ce que reçoit la sigmoïde :',
  byTanh[0] > 30 * bySigmoid[0]);
// %% id=l8grads2 items=106
lineProfile({
  sigmoïde: bySigmoid.map(Math.log10), tanh: byTanh.map(Math.log10), ReLU: byRelu.map(Math.log10),
}, { title: 'Taille du gradient, de C1 (1) à la sortie (5)', x: 'couche', first: 1,
  y: 'log₁₀ de la taille' });
// %% [markdown] id=l8grads3 items=106
// De la sortie (à droite) vers C1, chaque sigmoïde multiplie le gradient par au plus **1/4**, sa plus grande
// pente ; tanh peut atteindre 1, ReLU aussi. Quatre couches suffisent pour que C1 ne reçoive presque plus rien : c’est le
// **gradient qui s’évanouit**. L’article de 1998 avait choisi tanh, et l’avait réglée pour cela.
//
// Un chiffre que le réseau n’a jamais vu, maintenant : le vôtre, si vous le photographiez (leçon 1.6).
// %% id=l8mine01 role=free items=106
const mine = await readDigit(drawnDigit(7)); // ou readDigit('mon-chiffre.png')
const drawn = mine.reshape([1, 28, 28, 1]);
const input = tf.tensor(drawn.data as Float32Array, [1, 28, 28, 1]);
const answers = (nets['tanh moyenne'].predict(input) as tf.Tensor2D).arraySync();
const total = answers[0].reduce((sum, p) => sum + p, 0);
const said = answers[0].indexOf(Math.max(...answers[0]));
console.log('réponse :', said, '; somme des dix probabilités :', total.toFixed(3));
activationsByLayer(nets['tanh moyenne'], drawn, { layers: ['C1', 'S2', 'C3', 'S4'], channels: 6 });
// %% [markdown] id=l8p2mark items=107
// ## 2. ImageNet : un million de photos, mille noms
//
// Pour dépasser les chiffres, il fallait des images. **ImageNet** (présenté par Deng et al. à CVPR 2009) en compte, une
// fois achevé, 14 197 122, trouvées sur Internet et rangées dans 21 841 catégories de noms anglais. Le **défi** ILSVRC
// (Russakovsky et al., IJCV 2015), une fois par an de **2010 à 2017**, en garde 1000 classes : 1 281 167 images pour
// apprendre, 50 000 pour valider, 100 000 pour le test. Le site est [image-net.org](https://www.image-net.org/).
// %% id=l8facts1 items=107
const imageNet = { images: 14_197_122, categories: 21_841 };
const challenge = { images: 1_281_167, classes: 1000, firstYear: 2010, lastYear: 2017 };
console.log('le défi :', share(challenge.images, imageNet.images), '% des images,',
  share(challenge.classes, imageNet.categories), '% des catégories,',
  challenge.lastYear - challenge.firstYear + 1, 'années');
console.log('images par classe :', Math.round(challenge.images / challenge.classes));
// %% [markdown] id=l8e23mrk items=107
// > ⚠ **Erratum du support.** Le support parle du défi au présent, comme d’une compétition annuelle : la
// > dernière a eu lieu en 2017. Ses « 20 000 classes » et « 1,2 million » sont les arrondis de 21 841 et de
// > 1 281 167 ; les premières sont celles d’ImageNet, le second celui du défi.
//
// ### Qui a mis les étiquettes ?
//
// Des milliers de personnes, payées quelques centimes par lot d’images sur Amazon *Mechanical Turk*. Une personne se
// trompe ; on demande donc à **plusieurs**, et l’on garde l’avis de la majorité.
//
// **Prédire.** Chacun répond juste 8 fois sur 10, sans regarder les autres. Trois personnes votent : quelle est la
// probabilité que la majorité ait raison ? (Trois sur trois, ou deux sur trois.)
// %% id=l8voteq1 role=free items=107
const predictVote: number | null = null; // ← un nombre ou un calcul
// %% id=l8vote01 items=107
const right = 0.8;
const ways = (n: number, k: number): number => (k === 0 ? 1 : ways(n, k - 1) * (n - k + 1) / k);
/** La probabilité que plus de la moitié de n personnes aient raison. */
function majority(n: number): number {
  let sum = 0;
  for (let k = (n + 1) / 2; k <= n; k++) sum += ways(n, k) * right ** k * (1 - right) ** (n - k);
  return sum;
}
// %% id=l8vote02 items=107 tags=replie
checkPrediction(predictVote, majority(3),
  `0,8³ + 3 × 0,8² × 0,2 : les trois ont raison, ou deux sur les trois, ce qui arrive de trois
façons. Erreur fréquente : 0,8³, qui demande l’unanimité.`);
// %% id=l8vote03 items=107
for (const n of [1, 3, 5, 11]) console.log(n, 'avis :', majority(n).toFixed(3).replace('.', ','));
// %% [markdown] id=l8vote04 items=107
// Onze votes ramènent 20 % d’erreurs à 1 %, si les gens se trompent **indépendamment**. Sur une photo trompeuse, ils
// se trompent ensemble, et aucun vote n’y peut rien.
//
// ### L’erreur top-5
//
// Une photo montre souvent plusieurs objets et ne porte qu’un nom. Le défi laisse donc **cinq** essais : l’erreur
// **top-5** compte les images dont le nom n’est pas parmi les cinq classes les plus probables.
//
// **Prédire.** Un réseau donne à six classes les probabilités ci-dessous, et la bonne est la classe 4. Est-ce une
// erreur top-1 ? Une erreur top-5 ? Répondez `'oui'` ou `'non'`, dans cet ordre.
// %% id=l8top5q1 role=free items=107
const probabilities = [0.35, 0.1, 0.25, 0.02, 0.08, 0.2];
const predictTop: string[] | null = null; // ← par exemple ['oui', 'oui']
// %% id=l8top501 items=107
const rank = (values: number[], label: number) =>
  1 + values.filter((value) => value > values[label]).length;
const missed = (top: number) => (rank(probabilities, 4) > top ? 'oui' : 'non');
// %% id=l8top502 items=107 tags=replie
checkPrediction(predictTop, [missed(1), missed(5)],
  `La classe 4 est la cinquième : c’est faux au premier essai, juste au cinquième. Erreur
fréquente : croire que top-5 demande une probabilité d’au moins 1/5.`);
// %% id=l8top503 items=107,108
console.log('rang de la bonne classe :', rank(probabilities, 4));
const best = [28.2, 25.8, 16.4, 11.7, 6.7, 3.57, 2.99, 2.25];
lineProfile({ 'le gagnant': best, 'une personne entraînée': best.map(() => 5.1) },
  { title: 'Erreur top-5 du défi ImageNet', x: 'année', y: '%', first: challenge.firstYear });
// %% [markdown] id=l8top504 items=107,108
// Les cinq premières années viennent de Russakovsky et al. (2015), qui mesurent aussi les 5,1 % d’une personne
// entraînée à ces mille noms ; 2015 est ResNet (He et al., 2016), 2016 l’équipe Trimps-Soushen (page des résultats
// du défi), 2017 SENet (Hu et al., 2018). Regardez **2012** : de 25,8 à 16,4 %, quand le deuxième de cette année-là
// est encore à 26,2. (On lit aussi 15,3 : c’est le même réseau, aidé par d’autres images.) C’est AlexNet.
// %% [markdown] id=l8p3mark items=108
// ## 3. AlexNet : plus grand, plus vite (2012)
//
// Alex Krizhevsky, Ilya Sutskever et Geoffrey Hinton gagnent le défi, et publient en 2012
// *ImageNet Classification with Deep Convolutional Neural Networks* (NIPS). Cinq convolutions et trois couches denses,
// en couleur : pooling par **maximum**, **ReLU**, **dropout**. Le réseau ne tient pas dans une carte graphique de 3 Go :
// ils le coupent en **deux tours**, une par carte, qui ne se parlent qu’à certaines couches (flèches croisées).
// %% id=l8towers items=108
const towers = onPaper(() => alexNet());
twoTowers(towers);
// %% [markdown] id=l8group1 items=108
// Dans conv2, conv4 et conv5, un filtre ne voit donc que la moitié des cartes, celles de sa tour. On appelle cela une
// convolution en deux **groupes**.
//
// **Prédire.** conv2 a 256 filtres 5 × 5 et reçoit 96 cartes. Sans groupes, elle aurait 5 × 5 × 96 × 256 = 614 400
// poids. Combien en a-t-elle avec deux groupes ?
// %% id=l8groupq role=free items=108
const predictGroups: number | null = null; // ← un entier ou un calcul
// %% id=l8group2 items=108
const twin = describe(towers);
const single = describe(onPaper(() => alexNet({ version: 'single' })));
const later = describe(onPaper(() => alexNet({ version: 'torchvision' })));
const biases = 256;
// %% id=l8group3 items=108 tags=replie
checkPrediction(predictGroups, twin.row('conv2').parameters - biases,
  `La moitié : chaque filtre a 5 × 5 × 48 poids, et il y a toujours 256 filtres. Erreur fréquente :
le quart, en divisant aussi le nombre de filtres.`);
// %% id=l8group4 items=108
console.log('deux tours (article)    :', twin.totals.parameters);
console.log('une tour, sans groupes  :', single.totals.parameters);
console.log('torchvision (2014)      :', later.totals.parameters);
const maps = twin.rows.filter(({ name }) => /^(conv|fc)/.test(name));
for (const { name, parameters, macs, outputShape } of maps) {
  console.log(name.padEnd(5), outputShape.join(' × ').padEnd(13),
    share(parameters, twin.totals.parameters).padStart(5), '% des paramètres,',
    share(macs, twin.totals.macs).padStart(5), '% des multiplications');
}
// %% [markdown] id=l8group5 items=108
// Trois « AlexNet », trois comptes : 60,97 millions, 62,38 et 61,10 (la version de PyTorch, d’après un article de
// Krizhevsky de 2014). Voyez le partage : les **calculs** sont dans les convolutions, les **paramètres** dans les
// couches denses.
//
// **Prédire.** On dit qu’AlexNet a 650 000 **unités** : les nombres qui sortent de ses convolutions et de ses couches
// denses. Combien pour conv1 seule, dont la carte a 55 pixels de côté et qui a 96 filtres ?
// %% id=l8unitsq role=free items=108
const predictUnits: number | null = null; // ← un entier ou un calcul
// %% id=l8units1 items=108
const unitsOf = (shape: number[]) => shape.reduce((product, n) => product * n, 1);
const firstUnits = unitsOf(twin.row('conv1').outputShape);
// %% id=l8units2 items=108 tags=replie
checkPrediction(predictUnits, firstUnits,
  `55 × 55 × 96 : une unité par filtre et par place. Erreur fréquente : 96, en comptant les filtres,
qui sont partagés par toutes les places.`);
// %% id=l8units3 items=108
const units = maps.reduce((sum, { outputShape }) => sum + unitsOf(outputShape), 0);
console.log('conv1 :', firstUnits, '; en tout :', units);
console.log('avec les 253 440 de l’article pour conv1 :', units - firstUnits + 253_440);
const side = (n: number) => outputSize(n, 11, 4);
console.log('côté de conv1 :', side(227), 'pour 227,', side(224), 'pour 224');
// %% [markdown] id=l8e24mrk items=108
// > ⚠ **Erratum du support.** « 650 K » et « 60 M » sont de bons arrondis : 659 272 unités et 60 965 224
// > paramètres. Mais l’article lui-même se trompe deux fois : il compte 253 440 unités dans conv1 (il y en a
// > 290 400), et annonce des images de 224 pixels, dont ses propres tailles ne sortent pas : il en faut **227**.
// > Enfin « une semaine » est large : cinq à six jours, écrivent les auteurs, sur deux GTX 580.
// %% [markdown] id=l8relu01 items=108
// ### ReLU, six fois plus vite ?
//
// L’article montre un réseau à quatre convolutions qui atteint 25 % d’erreur d’apprentissage **six fois plus vite** avec
// ReLU qu’avec tanh, chacune avec le taux qui lui convient. Refaisons l’essai en petit, sur 2000 vêtements de Fashion-MNIST, de deux façons :
//
// - **comme en 2012** : pixels de 0 à 255 dont on retranche la moyenne (environ 73), descente ordinaire, le meilleur
//   taux pour chacune (nous en avons essayé trois) ;
// - **comme aujourd’hui** : pixels de 0 à 1, Adam.
//
// **Prédire.** Comme en 2012, laquelle a la plus petite erreur d’apprentissage après huit époques : `'tanh'` ou `'ReLU'` ?
// %% id=l8reluq1 role=free items=108
const predictRelu: string | null = null; // ← 'tanh' ou 'ReLU'
// %% id=l8relu02 items=108
const clothes = loadFashionMnist({ train: 2000, test: 1000 });
const { shape, data } = clothes.train.images;
const centred = new Volume(shape, data.map((v) => 255 * v - 73));
const raw = { images: centred, labels: clothes.train.labels };
const conv = (filters: number, kernelSize: number, activation: tf.Activation, first = {}) =>
  tf.layers.conv2d({ filters: filters, kernelSize: kernelSize, padding: 'same',
    activation: activation, ...first });
const image28 = { inputShape: [28, 28, 1] }; // ce que la première couche doit savoir
const pool = () => tf.layers.maxPooling2d({ poolSize: 2 });
const fourConvs = (activation: tf.Activation) => seeded(1, () => tf.sequential({ layers: [
  conv(16, 5, activation, image28), pool(), conv(16, 5, activation), pool(),
  conv(32, 3, activation), conv(32, 3, activation),
  tf.layers.flatten(), tf.layers.dense({ units: 10, activation: 'softmax' }),
] }));
// %% id=l8relu03 items=108
type Course = Record<string, number[]>;
const errors = ({ accuracy }: Course) => accuracy.map((value) => 100 * (1 - value));
const common = { batchSize: 50, progress: false };
async function past(activation: tf.Activation, rate: number) {
  const options = { ...common, epochs: 8, optimizer: 'sgd' as const, learningRate: rate };
  return errors((await train(fourConvs(activation), raw, options)).metrics);
}
async function now(activation: tf.Activation) {
  const options = { ...common, epochs: 8, learningRate: 0.003 };
  return errors((await train(fourConvs(activation), clothes.train, options)).metrics);
}
const [oldTanh, oldRelu] = [await past('tanh', 0.03), await past('relu', 0.003)];
// %% id=l8relu04 items=108 tags=replie
checkPrediction(predictRelu, oldTanh[7] < oldRelu[7] ? 'tanh' : 'ReLU',
  `Loin de 0, tanh est plate : des entrées énormes la saturent, et ses gradients s’éteignent. ReLU
n’a pas ce plafond. Erreur fréquente : se fier à la première époque, où tanh est souvent devant.`);
// %% id=l8relu05 items=108
const [newTanh, newRelu] = [await now('tanh'), await now('relu')];
lineProfile({ '2012, tanh': oldTanh, '2012, ReLU': oldRelu, 'Adam, tanh': newTanh,
  'Adam, ReLU': newRelu },
  { title: 'Erreur d’apprentissage, quatre convolutions', x: 'époque', y: '%', first: 1 });
// %% id=l8relu06 items=108
console.log('comme en 2012, ReLU finit devant :', oldRelu[7] < oldTanh[7]);
console.log('aujourd’hui, l’écart est de moins de 5 points :',
  Math.abs(newRelu[7] - newTanh[7]) < 5);
const under = (course: number[]) => course.findIndex((value) => value < 25) + 1;
console.log(`sous 25 % dès l’époque : 2012, tanh ${under(oldTanh)}, ReLU ${under(oldRelu)} ;`,
  `aujourd’hui, tanh ${under(newTanh)}, ReLU ${under(newRelu)}`);
// %% [markdown] id=l8relu07 items=108
// Avec trois graines, « 2012 » donne toujours le même sens : ReLU passe sous 25 % à l’époque 2 ou 3, tanh à la 4, et l’écart
// se creuse ensuite. Ce n’est pas un facteur six. Et « aujourd’hui », tanh fait jeu égal sur ce petit réseau. L’affirmation de
// l’article n’est pas fausse : elle vaut **pour ses conditions**, un autre jeu d’images, un autre départ, d’autres
// entrées. Un nombre célèbre se cite avec ses conditions. ReLU a gagné pour d’autres raisons encore : elle ne coûte rien
// à calculer, et laisse passer le gradient à travers beaucoup de couches.
// %% [markdown] id=l8drop01 items=108
// ### Le dropout
//
// 60 millions de paramètres pour 1,3 million d’images : AlexNet pourrait tout réciter. À chaque pas d’apprentissage, le
// **dropout** met à 0 la moitié des sorties d’une couche dense, tirées au hasard, et double les autres pour garder la même
// somme en moyenne. Aucun neurone ne peut plus compter sur un voisin précis. Au test, on n’enlève rien.
// %% id=l8drop02 items=108
const { output: dropped, mask } = dropout([1, 2, 3, 4, 5, 6], { rate: 0.5, seed: 1 });
console.log('tirage :', mask, '; sorties :', dropped);
// %% [markdown] id=l8drop03 items=108
// **Prédire.** Deux réseaux denses apprennent **200** images pendant 40 époques, l’un avec dropout, l’autre sans. Lequel a, à la
// fin, la plus grande perte de validation ? Et d’apprentissage ? Répondez `'avec'` ou `'sans'`, dans cet ordre.
// %% id=l8dropq1 role=free items=108
const predictDrop: string[] | null = null; // ← par exemple ['avec', 'avec']
// %% id=l8drop04 items=108
const wide = (rate: number) => seeded(1, () => tf.sequential({ layers: [
  tf.layers.flatten({ inputShape: [28, 28, 1] }),
  tf.layers.dense({ units: 256, activation: 'relu' }), tf.layers.dropout({ rate: rate }),
  tf.layers.dense({ units: 256, activation: 'relu' }), tf.layers.dropout({ rate: rate }),
  tf.layers.dense({ units: 10, activation: 'softmax' }),
] }));
const scarce = loadFashionMnist({ train: 200, test: 1000 });
const learn = async (net: tf.LayersModel) => (await train(net, scarce.train,
  { ...common, epochs: 40, validation: scarce.test })).metrics;
const [without, withDropout] = [await learn(wide(0)), await learn(wide(0.5))];
const larger = (name: string) => (withDropout[name][39] > without[name][39] ? 'avec' : 'sans');
// %% id=l8drop05 items=108 tags=replie
checkPrediction(predictDrop, [larger('valLoss'), larger('loss')],
  `Sans dropout, le réseau récite ses 200 images et se trompe avec assurance sur les autres.
Avec, il apprend moins bien ce qu’on lui montre. Erreur fréquente : croire que le dropout
améliore tout.`);
// %% id=l8drop06 items=108
lineProfile({ 'sans': without.loss, 'sans, val.': without.valLoss,
  'avec': withDropout.loss, 'avec, val.': withDropout.valLoss },
  { title: 'Perte, et perte de validation (val.), sans et avec dropout',
    x: 'époque', y: 'perte', first: 1 });
// %% id=l8drop07 items=108
const gap = ({ loss, valLoss }: Course) => valLoss[39] - loss[39];
console.log('écart final entre les deux pertes, deux fois plus petit avec dropout :',
  2 * gap(withDropout) < gap(without));
// %% [markdown] id=l8gpu001 items=108
// ### La carte graphique
//
// La convolution fait beaucoup de fois la même chose. Six boucles suffisent à l’écrire (`sixLoops`, ci-dessous) ; pour
// aller vite, on **range** d’abord chaque fenêtre dans une ligne d’un grand tableau (*im2col*), et la convolution devient
// **un** produit de matrices, que tout matériel sait faire vite. Voici une couche de la taille de conv2, un huitième en largeur.
// %% id=l8gpu002 items=108
const [n, channels, filters, k] = [27, 24, 32, 5]; // la carte fait 27 × 27, l’image 31 × 31
const wave = (length: number) => Float32Array.from({ length: length }, (_, i) => Math.sin(i));
const picture = new Volume([31, 31, channels], wave(31 * 31 * channels));
const bank = new Volume([k, k, channels, filters], wave(k * k * channels * filters));
const [x, w] = [picture.toNested(3), bank.toNested(4)];
function sixLoops(): number[] {
  const out: number[] = [];
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) for (let f = 0; f < filters; f++) {
    let sum = 0;
    for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) for (let c = 0; c < channels; c++)
      sum += x[i + a][j + b][c] * w[a][b][c][f];
    out.push(sum);
  }
  return out;
}
// %% id=l8gpu003 items=108
const kernelMatrix = tf.tensor2d(bank.data as Float32Array, [k * k * channels, filters]);
function im2col(): number[] { // une ligne par fenêtre, puis un seul produit
  const rows = new Float32Array(n * n * k * k * channels);
  let at = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) for (let a = 0; a < k; a++) {
    const from = ((i + a) * 31 + j) * channels;
    rows.set(picture.data.subarray(from, from + k * channels), at);
    at += k * channels;
  }
  const matrix = tf.tensor2d(rows, [n * n, k * k * channels]);
  return [...tf.matMul(matrix, kernelMatrix).dataSync()];
}
const tx = tf.tensor4d(picture.data as Float32Array, [1, 31, 31, channels]);
const tw = tf.tensor4d(bank.data as Float32Array, [k, k, channels, filters]);
const native = () => [...tf.conv2d(tx, tw, 1, 'valid').dataSync()];
// %% id=l8gpu004 items=108
const same = (a: number[], b: number[]) => a.every((value, i) => Math.abs(value - b[i]) < 1e-3);
const loops = sixLoops();
console.log('les trois donnent la même carte :', same(loops, im2col()) && same(loops, native()));
const work = n * n * k * k * channels * filters;
console.log('multiplications :', work);
// %% [markdown] id=l8gpu005 items=108
// AlexNet demande 0,72 milliard de multiplications par image à l’aller, et environ deux fois plus au retour. L’article a passé
// 90 fois sur 1,2 million d’images.
//
// **Prédire.** Avec six boucles comme celles-ci, sur cette machine, l’apprentissage d’AlexNet durerait des `'jours'`, des `'mois'` ou des
// `'années'` ?
// %% id=l8gpuq01 role=free items=108
const predictTime: string | null = null; // ← 'jours', 'mois' ou 'années'
// %% id=l8gpu006 items=108 tags=replie,mesure
function seconds(run: () => unknown): number { // le meilleur de cinq tours, après un tour à vide
  run();
  const times = Array.from({ length: 5 }, () => {
    const begin = performance.now();
    run();
    return (performance.now() - begin) / 1000;
  });
  return Math.min(...times);
}
const took = { 'six boucles': seconds(sixLoops), 'im2col + produit': seconds(im2col),
  'tfjs, C++': seconds(native) };
const wholeTraining = 3 * twin.totals.macs * 1.2e6 * 90; // en multiplications
const days = (time: number) => wholeTraining / (work / time) / 86_400;
const unitOf = (d: number) => (d > 365 ? 'années' : d > 30 ? 'mois' : 'jours');
// %% id=l8gpu007 items=108 tags=replie,mesure
checkPrediction(predictTime, unitOf(days(took['six boucles'])),
  `C’est mesuré ici, à l’instant. Erreur fréquente : penser qu’un ordinateur fait « tout de suite »
2 × 10¹⁷ multiplications.`);
// %% id=l8gpu008 items=108 tags=mesure
for (const [name, time] of Object.entries(took)) {
  console.log(name.padEnd(17), ': ×', (took['six boucles'] / time).toFixed(1).padStart(5),
    '; AlexNet en', Math.round(days(time)), 'jours');
}
console.log('deux GTX 580 en 2012 : 5 à 6 jours');
// %% [markdown] id=l8gpu009 items=108
// Le support annonce « 50 fois » plus vite sur carte graphique. Ce rapport dépend de la carte, du processeur et du soin mis dans
// **les deux** programmes : sur ce même processeur, changer de programme vient de déplacer la référence. Retenez le sens,
// pas le nombre : sans ce calcul rapide, l’expérience était hors de portée.
// %% [markdown] id=l8p4mark items=109
// ## 4. VGG : seize couches toutes pareilles (2014)
//
// Karen Simonyan et Andrew Zisserman, du *Visual Geometry Group* d’Oxford, publient en 2014
// *Very Deep Convolutional Networks for Large-Scale Image Recognition* (ICLR 2015). Ils ne changent qu’une chose, la
// **profondeur**. Toutes les convolutions sont 3 × 3, au pas de 1, avec remplissage, suivies de ReLU. **VGG-16** en a
// treize, et trois couches denses ; **VGG-19**, trois convolutions de plus.
// %% id=l8vgg001 items=109
const vggNet = onPaper(() => vgg({ depth: 16 }));
const vgg16 = describe(vggNet);
const vgg19 = describe(onPaper(() => vgg({ depth: 19 })));
// %% [markdown] id=l8vgg002 items=109
// **Trouvez l’erreur.** Le support écrit de VGG : « **toutes** les couches de convolution sont suivies d’une couche de
// sous-échantillonnage », avec des filtres « de plus petites tailles (2 × 2 et 3 × 3) ». Deux choses sont fausses.
//
// **Prédire.** Une image de 224 pixels arrive aux couches denses en cartes de 7 × 7. Combien VGG-16 a-t-il de poolings
// 2 × 2, pour ses treize convolutions ?
// %% id=l8vggq01 role=free items=109
const predictPools: number | null = null; // ← un entier
// %% id=l8vgg003 items=109 tags=replie
const steps = vgg16.rows.filter(({ type }) => /Input|Conv2D|MaxPooling2D/.test(type));
const fields = steps.map(({ receptiveField: seen }) => (seen === 'image' ? [NaN, NaN] : [
  seen.size[0], seen.stride[0]])); // ce que voit un nombre de chaque couche, et le pas entre deux
// une fenêtre de côté k agrandit ce champ de k − 1 pas de la couche d’avant
const sideOf = (i: number) => (fields[i][0] - fields[i - 1][0]) / fields[i - 1][1] + 1;
const windows = (kind: string) =>
  steps.flatMap(({ type }, i) => (type === kind ? [sideOf(i)] : []));
const [kernels, pools] = [windows('Conv2D'), windows('MaxPooling2D')];
// %% id=l8vgg004 items=109 tags=replie
checkPrediction(predictPools, pools.length,
  `De 224 à 7, il faut diviser cinq fois par deux : un pooling par bloc de deux ou trois
convolutions. Erreur fréquente : treize, en suivant le support ; il ne resterait qu’un pixel dès le
septième.`);
// %% id=l8vgg005 items=109
const kindsOf = (sides: number[]) => [...new Set(sides)].map((k) => `${k} × ${k}`).join(', ');
console.log(kernels.length, 'convolutions, filtres :', kindsOf(kernels));
console.log(pools.length, 'poolings, fenêtres :', kindsOf(pools));
console.log('dans l’ordre :', steps.slice(1).map(({ type }) => type[0]).join(' '));
// %% id=l8vgg006 items=109
modelDiagram(vggNet);
// %% [markdown] id=l8e25mrk items=109
// Cinq **blocs** : dans chacun les cartes gardent leur taille ; un pooling la divise par deux, et le bloc suivant a deux
// fois plus de filtres, jusqu’à 512.
//
// > ⚠ **Erratum du support.** Un pooling vient à la fin de chaque **bloc** de deux à quatre convolutions (une à quatre
// > selon la variante), pas après chacune. Les filtres sont **3 × 3** (la variante C a aussi des 1 × 1) ; **2 × 2** est la
// > fenêtre du pooling. Et les « 138 M » sont ceux de VGG-16 : VGG-19 en a 143,7.
//
// ### Deux 3 × 3 valent un 5 × 5
//
// Pourquoi de si petits filtres ? Un pixel de la première carte voit 3 × 3 pixels. Un pixel de la seconde voit 3 × 3
// pixels de la première, dont les fenêtres se chevauchent.
//
// **Prédire.** Quel est le côté de ce que voient deux convolutions 3 × 3 l’une derrière l’autre ? Et trois ?
// %% id=l8seesq1 role=free items=109
const predictSees: number[] | null = null; // ← par exemple [6, 9]
// %% id=l8sees01 items=109
const chain = (C: number, sizes: number[]) => describe(onPaper(() => tf.sequential({ layers: [
  ...sizes.map((size, i) => tf.layers.conv2d({ ...(i === 0 ? { inputShape: [28, 28, C] } : {}),
    filters: C, kernelSize: size, padding: 'same', useBias: false })),
] })));
const seenBy = (sizes: number[]) => { // le champ récepteur de la dernière couche
  const { receptiveField } = chain(64, sizes).rows[sizes.length - 1];
  return receptiveField === 'image' ? NaN : receptiveField.size[0];
};
// %% id=l8sees02 items=109 tags=replie
checkPrediction(predictSees, [seenBy([3, 3]), seenBy([3, 3, 3])],
  `Chaque 3 × 3 ajoute un pixel de chaque côté : 3, 5, 7. Erreur fréquente : 6 et 9, en oubliant que
les fenêtres se chevauchent.`);
// %% id=l8sees03 items=109
for (const sizes of [[5], [3, 3], [7], [3, 3, 3]]) {
  const { totals } = chain(64, sizes);
  console.log(sizes.join(' puis ').padEnd(15), ': voit', seenBy(sizes), '×', seenBy(sizes), ';',
    totals.parameters, 'poids =', totals.parameters / 64 ** 2, '× 64²');
}
// %% [markdown] id=l8sees04 items=109
// Avec C cartes à l’entrée et à la sortie, deux 3 × 3 ont 2 × 9C² = **18C²** poids, un 5 × 5 en a **25C²** : 28 % de moins,
// et un ReLU de plus entre les deux. Pour 7 × 7, c’est 27C² contre 49C². Mais est-ce que le réseau apprend aussi bien ?
// %% id=l8comp01 items=109
const pair = (seed: number, sizes: number[]) => seeded(seed, () => tf.sequential({ layers: [
  conv(16, 3, 'relu', image28), pool(),
  ...sizes.map((size) => conv(16, size, 'relu')), pool(),
  tf.layers.flatten(), tf.layers.dense({ units: 10, activation: 'softmax' }),
] }));
const wardrobe = loadFashionMnist({ train: 3000, test: 2000 });
async function meanOfThree(sizes: number[]): Promise<number> {
  let sum = 0;
  for (const seed of [1, 2, 3]) {
    const { metrics } = await train(pair(seed, sizes), wardrobe.train, { ...common, epochs: 5,
      learningRate: 0.002, seed: seed, validation: wardrobe.test });
    sum += metrics.valAccuracy[4];
  }
  return 100 * sum / 3;
}
// %% id=l8comp02 items=109
const [five, threes] = [await meanOfThree([5]), await meanOfThree([3, 3])];
bars({ 'un 5 × 5': five, 'deux 3 × 3': threes },
  { title: 'Vêtements reconnus, moyenne de trois graines', x: '%', most: 100 });
// %% id=l8comp03 items=109
console.log('à moins de 3 points l’un de l’autre :', Math.abs(five - threes) < 3);
console.log('paramètres :', pair(1, [5]).countParams(), 'et', pair(1, [3, 3]).countParams());
// %% [markdown] id=l8comp04 items=109
// Autant, aux hasards du tirage près (d’une graine à l’autre, chacun varie de deux points), avec moins de poids. C’est tout
// ce que cet essai dit ; sur ImageNet, l’article mesure que son réseau à petits filtres **gagne** contre un jumeau moins profond à
// filtres 5 × 5.
//
// ### Où sont les 138 millions ?
//
// **Prédire.** Quelle part des paramètres de VGG-16 est dans ses trois couches denses, à 10 % près : 10, 50 ou 90 % ? Et
// combien de Mio (2²⁰ octets) occupe-t-il, à 4 octets par paramètre, arrondi au plus proche ?
// %% id=l8heavyq role=free items=109
const predictHeavy: number[] | null = null; // ← par exemple [50, 138]
// %% id=l8heavy1 items=109
const denseRows = vgg16.rows.filter(({ type }) => type === 'Dense');
const sumOf = (key: 'parameters' | 'macs') => denseRows.reduce((sum, row) => sum + row[key], 0);
const mib = vgg16.totals.weightBytes / 2 ** 20;
const inDense = 100 * sumOf('parameters') / vgg16.totals.parameters;
// %% id=l8heavy2 items=109 tags=replie
checkPrediction(predictHeavy, [10 * Math.round(inDense / 10), Math.round(mib)],
  `138 357 544 × 4 octets, divisés par 1 048 576. La première couche dense, à elle seule, relie
25 088 nombres à 4096 neurones. Erreur fréquente : chercher les paramètres là où sont les
calculs.`);
// %% id=l8heavy3 items=109
console.log('VGG-16 :', vgg16.totals.parameters, '; VGG-19 :', vgg19.totals.parameters);
console.log(vgg16.totals.weightBytes, 'octets =', mib.toFixed(1).replace('.', ','), 'Mio');
console.log('couches denses :', share(sumOf('parameters'), vgg16.totals.parameters),
  '% des paramètres,', share(sumOf('macs'), vgg16.totals.macs), '% des multiplications');
console.log(`multiplications par image : ${vgg16.totals.macs}, soit`,
  (vgg16.totals.macs / twin.totals.macs).toFixed(1).replace('.', ','), 'fois AlexNet');
// %% id=l8heavy4 items=109
parameterTreemap(vggNet); // le second bouton partage les multiplications
// %% [markdown] id=l8heavy5 items=109
// VGG est **simple**, **profond** et **cher** : une seule couche, fc1, a plus de paramètres que tout AlexNet. Il finit deuxième du
// défi de 2014, avec 7,3 % d’erreur top-5. Le premier, GoogLeNet, fait 6,7 % avec vingt fois moins de paramètres : c’est la [leçon 1.9](1.9-googlenet-inception.ipynb).
// %% [markdown] id=l8retain
// ## À retenir
//
// - **LeNet-5** (1998) : convolution et pooling par moyenne, deux fois, puis des couches denses ; tanh. 60 000 poids dans
//   l’article, 61 706 aujourd’hui, presque tous à la fin.
// - **ImageNet** : 14 millions d’images ; le défi (2010 à 2017) en prend 1,28 million, 1000 classes. Erreur **top-5** : le bon
//   nom n’est pas parmi les cinq premiers.
// - **AlexNet** (2012) : maximum, ReLU, dropout, deux cartes graphiques ; 60,97 millions de paramètres en deux tours.
// - Une sigmoïde divise le gradient par quatre au moins : en profondeur, il **s’évanouit**.
// - Le **dropout** rapproche les deux courbes ; il ne sert qu’à l’apprentissage.
// - **VGG** (2014) : des blocs de 3 × 3, un pooling par bloc. Deux 3 × 3 voient 5 × 5 pour 18C² poids au lieu de 25C².
// - Les **paramètres** sont dans les couches denses (89,4 % de VGG-16), les **calculs** dans les convolutions.
// - Un résultat célèbre se cite avec ses conditions ; un rapport de vitesses, avec ses deux programmes.
//
// ### Petit glossaire
//
// | Terme | En anglais | En une ligne |
// |---|---|---|
// | ILSVRC | *ImageNet Large Scale Visual Recognition Challenge* | le défi ImageNet, 1000 classes, de 2010 à 2017 |
// | erreur top-5 | *top-5 error* | la part des images dont le nom n’est pas parmi les cinq premiers |
// | gradient qui s’évanouit | *vanishing gradient* | un gradient qui diminue à chaque couche traversée |
// | groupes | *groups* | une convolution coupée en parties qui ne se voient pas |
// | dropout | *dropout* | mettre à 0 des sorties tirées au hasard, pendant l’apprentissage |
// | im2col | *im2col* | ranger les fenêtres en lignes pour faire de la convolution un produit |
// | bloc | *block* | quelques couches qui se répètent |
//
// ### Notations
//
// | Notation | Sens |
// |---|---|
// | C1, S2, F6 | couches de LeNet-5 : convolution, sous-échantillonnage, dense |
// | $C$ | nombre de cartes à l’entrée et à la sortie d’une couche |
// | MAC | une multiplication suivie d’une addition |
// | Mio | 2²⁰ octets, soit 1 048 576 |
//
// ### À vous de jouer
//
// Construisez LeNet-5 vous-même dans les [exercices 1.8](../exercices/1.8-lenet-alexnet-vgg.ipynb). Et ici :
//
// 1. Quelle part des multiplications de LeNet-5 est dans C3 ? Devinez, puis lisez `modern`.
// 2. Remplacez `right = 0.8` par 0,5 puis 0,4. Que vaut le vote de onze personnes, et pourquoi ?
// 3. Dans l’essai du dropout, prenez 2000 images au lieu de 200. L’écart reste-t-il aussi grand ?
// 4. VGG-16 sans ses couches denses (`vgg({ includeTop: false })`) : combien de paramètres ?
//
// <details><summary>Réponses</summary>
//
// 1. 240 000 sur 416 520, soit 58 % : C3 travaille plus que C1, sur des cartes plus petites mais plus nombreuses.
// 2. 0,5 : le vote ne sert à rien. Au-dessous, il se trompe davantage qu’une personne seule.
// 3. Non : avec plus d’images, il y a moins à réciter.
// 4. 14 714 688, dix fois moins.
//
// </details>
// %% id=l8brouil role=free
// votre brouillon
