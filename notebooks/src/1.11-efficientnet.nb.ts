// ---
// title: EfficientNet, et un comparatif
// ---
// %% [markdown] id=e11titre
// # 1.11 EfficientNet, et un comparatif
//
// **Vous pouvez dépenser deux fois plus de calcul. Faut-il un réseau plus profond, plus large, ou une image plus
// grande ?**
//
// Depuis la leçon 1.8, les réseaux ont surtout grandi en **profondeur** : 8 couches, puis 19, puis 152. EfficientNet
// pose la question autrement, et y répond par une formule. Cette leçon la vérifie, démonte le bloc dont le réseau
// est fait, regarde ce qu’un petit réseau a appris, puis compare les vingt réseaux du chapitre.
//
// À la fin, vous saurez :
//
// - dire ce que coûtent la profondeur, la largeur et la taille de l’image, et les faire grandir ensemble ;
// - compter une convolution « en profondeur » (*depthwise*), et démonter un bloc MBConv ;
// - passer de B0 à B7, avec les arrondis qui font les nombres exacts ;
// - ouvrir un réseau entraîné : filtres, cartes, occlusion, Grad-CAM ;
// - choisir un réseau d’après ses paramètres, ses multiplications, sa mémoire et sa précision.
//
// Lecture : environ 44 minutes, réponses comprises. La fin de la partie 3 est une bonne pause. À chaque question
// « **Prédire** », remplacez `null` par votre réponse, exécutez la cellule, puis les suivantes.
// %% [markdown] id=e11souven
// ## Avant de commencer : trois souvenirs
//
// Répondez de tête, puis dépliez.
//
// **1.** (Leçon 1.3) Une convolution 3 × 3 « same », sans biais, passe de 16 à 32 canaux sur des cartes de 10 × 10.
// Combien de poids ? Combien de multiplications-additions (MAC) ?
//
// <details><summary>Réponse</summary>
//
// 3 × 3 × 16 × 32 = 4608 poids, chacun utilisé aux 100 positions : 460 800 MAC.
//
// </details>
//
// **2.** (Leçon 1.9) Que réduit une convolution 1 × 1 : la hauteur et la largeur, ou le nombre de canaux ?
//
// <details><summary>Réponse</summary>
//
// Le nombre de canaux. Elle ne regarde qu’un pixel à la fois, et toutes ses couches de couleur, ou de
// caractéristiques.
//
// </details>
//
// **3.** (Leçon 1.10) Un bloc résiduel calcule H(x) = F(x) + x. Que faut-il aux formes de F(x) et de x ?
//
// <details><summary>Réponse</summary>
//
// Qu’elles soient égales : même hauteur, même largeur, même nombre de canaux. Sinon, on les ajuste, ou l’on se passe
// du raccourci.
//
// </details>
// %% id=e11import role=given
import {
  activationsByLayer, byProfile, checkPrediction, compareModels, conv2d, fashionClasses,
  fiveScalings, globalAvgPool2d, gradCam, heatmapGrid, learnedFilters, loadFashionMnist,
  modelDiagram, occlusionMap, pickImages, resize, scalingByFormula, sigmoid, swish, Volume,
  type LabelledImages,
} from '@convolab/lib';
import { train } from '@convolab/lib/graph';
import {
  catalogue, describe, efficientNet, efficientNetScales, occlusionOf, onPaper, seeded,
} from '@convolab/lib/models';
import * as tf from '@convolab/lib/tf';
// useProfile('complet'); // à importer aussi : plus d’images et plus de graines, dix minutes
// %% [markdown] id=e11p1mark items=115
// ## 1. Trois façons de grandir
//
// En 2019, Mingxing Tan et Quoc V. Le, chez Google, publient à la conférence ICML l’article d’EfficientNet,
// *Rethinking Model Scaling for Convolutional Neural Networks* (arXiv 1905.11946). Leur remarque : on agrandit un
// réseau par l’un de trois **axes**,
//
// - la **profondeur** : davantage de couches (ResNet-50, puis 152) ;
// - la **largeur** : davantage de canaux par couche ;
// - la **résolution** : une image d’entrée plus grande,
//
// et chacun, seul, finit par ne presque plus rien apporter. Leur proposition : les trois **ensemble**, dans un
// rapport fixe.
//
// Combien coûte chaque axe ? Prenez des couches 3 × 3, toutes de c canaux, sur des cartes de n × n. Chacune coûte
// 9 × c × c × n × n MAC.
//
// **Prédire.** On **double** la profondeur, puis (depuis le départ) la largeur, puis le côté de l’image. Par combien
// sont multipliées les MAC, dans les trois cas ?
// %% id=e11axisq role=free items=115
const predictAxes: number[] | null = null; // ← [profondeur, largeur, image]
// %% id=e11axis0 items=115
const macsOfStack = (layers: number, c: number, n: number) => layers * 9 * c * c * n * n;
const start = macsOfStack(10, 16, 32);
const doubled = [macsOfStack(20, 16, 32), macsOfStack(10, 32, 32), macsOfStack(10, 16, 64)];
const factors = doubled.map((macs) => macs / start);
// %% id=e11axisk items=115 tags=replie
checkPrediction(predictAxes, factors,
  `La profondeur compte une fois. La largeur compte deux fois, car les canaux d’une couche sont
aussi les entrées de la suivante. Le côté compte deux fois : en hauteur et en largeur. Erreur
fréquente : [2, 2, 2].`);
// %% id=e11axis1 items=115
console.log('au départ :', start, 'MAC ; doublés :', doubled.join(', '));
// %% [markdown] id=e11phi001 items=115
// D’où la formule de l’article. Un seul nombre, $\phi$, dit combien on veut grandir, et l’on prend
//
// $$d = \alpha^\phi, \qquad w = \beta^\phi, \qquad r = \gamma^\phi, \qquad
// \alpha \cdot \beta^2 \cdot \gamma^2 \approx 2$$
//
// pour la profondeur, la largeur et la résolution. Les carrés viennent de votre réponse. Quand $\phi$ augmente de 1,
// le coût double donc à peu près. Les auteurs ont cherché α, β et γ par essais, sur leur plus petit réseau : **1,2 ;
// 1,1 ; 1,15**.
//
// **Prédire.** Calculez $\alpha\beta^2\gamma^2$, à la main si vous pouvez. (Trois décimales.)
// %% id=e11abgq0 role=free items=115
const predictProduct: number | null = null; // ← un nombre, ou un calcul
// %% id=e11abg00 items=115
const [alpha, beta, gamma] = [1.2, 1.1, 1.15];
const perStep = alpha * beta ** 2 * gamma ** 2;
// %% id=e11abgk0 items=115 tags=replie
checkPrediction(predictProduct, Number(perStep.toFixed(3)),
  `1,2 × 1,21 × 1,3225 = 1,920 : un peu moins que 2. Erreur fréquente : 1,2 × 1,1 × 1,15 = 1,518,
en oubliant les carrés.`);
// %% id=e11abg01 items=115
console.log('α β² γ² =', perStep.toFixed(3));
for (const phi of [1, 2, 3, 7]) {
  const cost = (perStep ** phi).toFixed(2);
  console.log(`φ = ${phi} : coût × ${cost}, au lieu de ${2 ** phi}`);
}
// %% [markdown] id=e11five0 items=115
// Voici les cinq réseaux de la figure 2 de l’article, redessinés : celui du départ, puis quatre façons de dépenser
// **autant** de calcul. Déplacez φ. Regardez combien il faut empiler de couches en *c* pour dépenser ce que *e*
// répartit.
// %% id=e11five1 items=115
fiveScalings();
// %% [markdown] id=e11toy00 items=115
// ### Un essai, sur un jouet
//
// L’article le montre sur ImageNet, avec des semaines de calcul. Essayons en petit : des vêtements de Fashion-MNIST
// réduits à **8 × 8** pixels, un réseau de six convolutions à blocs résiduels, et φ = 2, c’est-à-dire environ 3,7
// fois plus de calcul, dépensé de quatre façons.
// %% id=e11toy1b items=115
interface Size { depth: number; width: number; side: number }
const put = (layer: tf.Layer, x: tf.SymbolicTensor | tf.SymbolicTensor[]) =>
  layer.apply(x) as tf.SymbolicTensor;
const averageEach = () => tf.layers.globalAveragePooling2d({});
const classes = () => tf.layers.dense({ units: 10, activation: 'softmax' });
// %% id=e11toy01 items=115
function toy({ depth, width, side }: Size): tf.LayersModel {
  const conv = (filters: number) => tf.layers.conv2d({ filters: filters, kernelSize: 3,
    padding: 'same', activation: 'relu', kernelInitializer: 'heNormal' });
  const image = tf.input({ shape: [side, side, 1] });
  let x = image;
  for (const filters of [width, 2 * width, 4 * width]) {
    x = put(conv(filters), x);
    for (let k = 1; k < depth; k++) x = put(tf.layers.add(), [x, put(conv(filters), x)]);
    x = put(filters < 4 * width ? tf.layers.maxPooling2d({}) : averageEach(), x);
  }
  return tf.model({ inputs: image, outputs: put(classes(), x) });
}
// %% id=e11toy02 items=115
const sizes: Record<string, Size> = {
  'départ': { depth: 2, width: 6, side: 8 },
  'profondeur': { depth: 7, width: 6, side: 8 },
  'largeur': { depth: 2, width: 12, side: 8 },
  'image': { depth: 2, width: 6, side: 16 },
  'les trois': { depth: 3, width: 7, side: 11 },
};
for (const [name, size] of Object.entries(sizes)) {
  const { macs, parameters } = describe(onPaper(() => toy(size))).totals;
  console.log(name.padEnd(10), String(macs).padStart(7), 'MAC ;', parameters, 'paramètres');
}
// %% [markdown] id=e11toy03 items=115
// Les quatre derniers coûtent de trois à quatre fois et demie le premier (on ne coupe pas une couche en deux) ;
// « les trois » est le **moins** cher d’entre eux.
//
// **Prédire.** Lequel des quatre gagnera le moins, en exactitude sur des images jamais vues : `'profondeur'`,
// `'largeur'`, `'image'` ou `'les trois'` ?
// %% id=e11toyq0 role=free items=115
const predictLeast: string | null = null; // ← un des quatre noms
// %% id=e11toy04 items=115
const { images, seeds } = byProfile({
  rapide: { images: 3000, seeds: [1, 2] }, complet: { images: 10_000, seeds: [1, 2, 3, 4, 5] },
});
const clothes = loadFashionMnist({ train: images, test: 2000 });
function reduced({ images: all, labels }: LabelledImages, side: number): LabelledImages {
  const pixels = new Float32Array(labels.length * side * side);
  labels.forEach((_, i) => {
    const one = all.data.subarray(784 * i, 784 * (i + 1)) as Float32Array;
    pixels.set(resize(new Volume([28, 28], one), side, side).data as Float32Array, i * side * side);
  });
  return { images: new Volume([labels.length, side, side, 1], pixels), labels };
}
// %% id=e11toy05 items=115
const scores: Record<string, number[]> = {};
for (const [name, size] of Object.entries(sizes)) {
  const [learn, judge] = [clothes.train, clothes.test].map((part) => reduced(part, size.side));
  scores[name] = [];
  for (const seed of seeds) {
    const { metrics } = await train(seeded(seed, () => toy(size)), learn, {
      epochs: 5, seed: seed, validation: judge, progress: false,
      learningRate: (step, steps) => 0.005 * (1 - step / (steps + 1)), // de plus en plus petit
    });
    scores[name].push(metrics.valAccuracy[4]);
  }
}
// %% id=e11toy06 items=115
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const percent = (share: number) => `${(100 * share).toFixed(1)} %`.replace('.', ',');
const rivals = Object.keys(sizes).slice(1);
const least = rivals.reduce((a, b) => (mean(scores[a]) < mean(scores[b]) ? a : b));
// %% id=e11toyk0 items=115 tags=replie
checkPrediction(predictLeast, least,
  `Vingt et une couches étroites sont plus difficiles à entraîner que six, malgré les
raccourcis : en cinq époques, elles apprennent moins bien leurs propres images. Erreur
fréquente : « plus profond, donc meilleur », la leçon que l’on retient trop vite de ResNet.`);
// %% id=e11toy07 items=115
for (const [name, all] of Object.entries(scores)) {
  console.log(name.padEnd(10), all.map(percent).join('  '), ' moyenne', percent(mean(all)));
}
const gain = (a: string, b: string) => mean(scores[a]) > mean(scores[b]);
console.log('les trois ensemble font mieux que le départ :', gain('les trois', 'départ'));
console.log('et mieux que la profondeur seule :', gain('les trois', 'profondeur'));
// %% [markdown] id=e11toy08 items=115
// Soyons honnêtes sur ce que cela montre. Chez nous, sur cinq graines : départ 74,3 %, profondeur 72,2 %, image
// 75,9 %, les trois 76,2 %, largeur 77,2 %. La profondeur seule fait moins bien que le départ, à quatre graines
// sur cinq ; les trois ensemble font mieux, aux **cinq**, pour la plus petite des quatre dépenses. Mais la **largeur** seule fait
// ici un point de plus encore : sur un si petit réseau, entraîné cinq époques, elle suffit. La formule n’est donc
// pas une loi de la nature. Ses α, β et γ ont été cherchés pour B0, sur ImageNet ; pour un autre réseau et d’autres
// images, il faudrait les chercher de nouveau. Ce qui se retrouve partout : dépenser sur un seul axe, choisi
// d’avance, peut ne rien rapporter.
// %% [markdown] id=e11p2mark items=115
// ## 2. De la formule aux réseaux
//
// Le réseau de départ, **B0**, lit des images de 224 × 224. Sept autres le suivent, de B1 à B7.
//
// **Prédire.** Selon la formule, avec φ = 1, quel serait le côté de l’image de B1 ? (Arrondissez à l’entier.)
// %% id=e11sideq role=free items=115
const predictSide: number | null = null; // ← un entier, ou Math.round(…)
// %% id=e11side0 items=115
const byFormula = efficientNetScales.map((_, phi) => Math.round(224 * gamma ** phi));
// %% id=e11sidek items=115 tags=replie
checkPrediction(predictSide, byFormula[1],
  `224 × 1,15 = 257,6. Erreur fréquente : 240, si vous connaissiez déjà B1 : c’est la valeur
employée, et ce n’est pas celle de la formule.`);
// %% id=e11side1 items=115
console.log('formule  :', byFormula.join('  '));
console.log('employés :', efficientNetScales.map(({ resolution }) => resolution).join('  '));
// %% [markdown] id=e11formu items=115
// Pas un des sept ne tombe juste. La figure compare, pour chaque φ, ce que demande la formule et ce qu’est le
// réseau. Ses MAC ne sont recopiées nulle part : les huit réseaux sont construits **sur le papier** (sans leurs
// poids) et comptés.
// %% id=e11formv items=115
type Scale = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;
const family = efficientNetScales.map((scale, b) => ({
  ...scale, ...describe(onPaper(() => efficientNet({ scale: b as Scale }))).totals,
}));
scalingByFormula(family);
// %% [markdown] id=e11e30mk items=115
// Déplacez le curseur jusqu’à 7 : la formule et le réseau finissent par se rejoindre, à quelques centièmes près pour
// le coût. Entre les deux, les auteurs ont choisi des φ fractionnaires (B1 a une profondeur de 1,1, qui vaut 1,2 à
// la puissance 0,5), puis arrondi.
//
// **Trouvez l’erreur.** Le support résume l’article en trois phrases, dont voici l’essentiel :
//
// | n° | le support |
// |---|---|
// | 1 | « des coefficients de mise à l’échelle (φ) » règlent la taille du réseau |
// | 2 | les blocs MBConv combinent « des convolutions profondes et des convolutions à faible coût » |
// | 3 | les valeurs de φ déterminent la profondeur, la largeur et la résolution |
//
// Deux phrases disent mal ce qu’elles veulent dire, et la troisième est trop affirmative. Cherchez, puis lisez.
// %% [markdown] id=e11e30er items=115
// > ⚠ **Erratum du support.** Phrase 1 : φ n’est pas « des coefficients », mais **un** coefficient composé ; d = 1,2^φ, w = 1,1^φ,
// > r = 1,15^φ. Phrase 2 : *depthwise* se dit « en profondeur », canal par canal ; une convolution « profonde » serait tout autre chose, et
// > c’est elle-même qui est à faible coût (partie 3). Le bloc ne regarde pas non plus « différentes échelles » : c’est Inception qui le fait
// > (leçon 1.9). Phrase 3 : juste pour l’idée, mais les réseaux publiés ne suivent pas la formule au pixel près : elle donne
// > 258, 296, 341, 392, 451, 518, 596 là où l’on emploie 240, 260, 300, 380, 456, 528, 600. Enfin, « profondeur » désigne ici le nombre de
// > **couches**, pas le nombre de filtres (leçon 1.3).
//
// ### Les arrondis
//
// 16 canaux × 1,2 = 19,2 : il faut un entier. Les auteurs arrondissent au **multiple de 8** le plus proche (les
// processeurs les aiment), mais jamais à moins de **90 %** de ce qui était voulu : sinon, on prend le multiple
// suivant. Le nombre de blocs, lui, est arrondi **vers le haut**.
//
// **Prédire.** B3 a une largeur de 1,2. Le premier étage de B0 a 16 canaux : combien en a celui de B3 ?
// %% id=e11rndq0 role=free items=115
const predictRound: number | null = null; // ← un multiple de 8
// %% id=e11rnd00 items=115
const b3 = describe(onPaper(() => efficientNet({ scale: 3 })));
const retained = b3.row('block1a_project_conv').outputShape[2]; // lu dans le vrai B3
// %% id=e11rndk0 items=115 tags=replie
checkPrediction(predictRound, Number(retained),
  `19,2 est plus près de 16 que de 24, mais 16 est sous 90 % de 19,2, c’est-à-dire 17,28 : on
monte à 24. Erreur fréquente : 16.`);
// %% id=e11rnd01 items=115
console.log('voulu 19.2 ; 90 % :', (0.9 * 19.2).toFixed(2), '; retenu', retained);
console.log('dans le vrai B3, sortie de block1a :', b3.row('block1a_project_conv').outputShape);
// %% [markdown] id=e11rep00 items=115
// B0 a sept étages, de 1, 2, 2, 3, 3, 4 et 1 blocs : 16 en tout. B1 a une profondeur de 1,1 seulement.
//
// **Prédire.** Combien de blocs a B1 ?
// %% id=e11repq0 role=free items=115
const predictBlocks: number | null = null; // ← un entier
// %% id=e11rep01 items=115
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const blocksOf = (b: number) => { // les blocs de chaque étage, comptés dans le vrai réseau
  const { rows } = describe(onPaper(() => efficientNet({ scale: b as Scale })));
  return [1, 2, 3, 4, 5, 6, 7].map((stage) =>
    rows.filter(({ name }) => new RegExp(`^block${stage}[a-z]_project_conv$`).test(name)).length);
};
// %% id=e11repk0 items=115 tags=replie
checkPrediction(predictBlocks, sum(blocksOf(1)),
  `2 + 3 + 3 + 4 + 4 + 5 + 2 : chaque étage monte d’un bloc, car 1,1 × 1 = 1,1 donne déjà 2. La
profondeur réelle est multipliée par 1,44, non par 1,1. Erreur fréquente : arrondir 16 × 1,1 =
17,6.`);
// %% id=e11rep02 items=115
efficientNetScales.forEach(({ depth }, b) => {
  const blocks = blocksOf(b);
  console.log(`profondeur ${depth} :`, blocks.join(' + '), '=', sum(blocks));
});
// %% [markdown] id=e11p3mark items=115
// ## 3. MBConv, démonté
//
// Le bloc de B0 s’appelle MBConv, *mobile inverted residual bottleneck* : un bloc résiduel, fait pour les téléphones
// (il vient de MobileNetV2, Sandler et autres, 2018), et « inversé » : là où celui de ResNet **resserre** les canaux
// avant sa convolution 3 × 3, celui-ci les **élargit**. Il peut se le permettre, parce que sa convolution 3 × 3 ne
// coûte presque rien.
//
// ### Deux convolutions pour une
//
// Une convolution ordinaire fait deux choses à la fois : elle regarde les pixels **voisins**, et elle **mélange**
// les canaux. Séparons-les. D’abord une convolution **en profondeur** (*depthwise*) : un petit filtre par canal,
// chacun sur le sien, sans rien additionner. Puis une convolution 1 × 1 (*pointwise*), qui mélange.
//
// **Prédire.** Deux canaux, deux filtres 2 × 2, puis une 1 × 1 de poids 1 et −1. Quelle est la case en haut à gauche
// du résultat ?
// %% id=e11dwq00 role=free items=115
const predictCorner: number | null = null; // ← un nombre
// %% id=e11dw000 items=115
const first = [[1, 0, 2], [0, 1, 0], [2, 0, 1]]; // canal 1, avec le filtre d’en dessous
const firstFilter = [[1, 0], [0, 1]];
const second = [[0, 3, 0], [3, 1, 3], [0, 3, 0]]; // canal 2
const secondFilter = [[0, 1], [1, 0]];
const mapA = conv2d(first, firstFilter);
const mapB = conv2d(second, secondFilter);
const mixed = mapA.map((row, i) => row.map((a, j) => 1 * a - 1 * mapB[i][j]));
// %% id=e11dwk00 items=115 tags=replie
checkPrediction(predictCorner, mixed[0][0],
  `Canal 1 : 1 × 1 + 1 × 1 = 2. Canal 2 : 3 × 1 + 3 × 1 = 6. Puis 1 × 2 − 1 × 6. Erreur
fréquente : additionner les deux canaux dès la première étape, comme une convolution ordinaire.`);
// %% id=e11dw001 items=115
console.log('en profondeur, à la main :', mapA, mapB);
const pair = first.map((row, i) => row.map((value, j) => [value, second[i][j]]));
const filters = firstFilter.map((row, i) => row.map((w, j) => [[w], [secondFilter[i][j]]]));
const byTfjs = tf.depthwiseConv2d(tf.tensor4d([pair]), tf.tensor4d(filters), 1, 'valid');
console.log('depthwiseConv2d de tfjs  :', Array.from(byTfjs.dataSync()).join('  '));
console.log('puis 1 × 1               :', mixed);
// %% [markdown] id=e11dw002 items=115
// (tfjs range les canaux côte à côte : 2 et 6 d’abord, pour le premier pixel.)
//
// Comptons, pour des filtres 3 × 3 de C canaux vers C’ : une convolution ordinaire a **9 C C’** poids. En
// profondeur, **9 C** ; puis la 1 × 1, **C C’**.
//
// **Prédire.** Avec C = 32 et C’ = 64, combien de poids (sans biais) ont l’ordinaire et la paire ?
// %% id=e11sepq0 role=free items=115
const predictPair: number[] | null = null; // ← [ordinaire, paire]
// %% id=e11sep00 items=115
const options = { kernelSize: 3, padding: 'same' as const, useBias: false };
const inputShape = [28, 28, 32];
const ordinary = onPaper(() => tf.sequential({ layers: [
  tf.layers.conv2d({ ...options, inputShape, filters: 64 }),
] }));
const separated = onPaper(() => tf.sequential({ layers: [
  tf.layers.depthwiseConv2d({ ...options, inputShape, name: 'en_profondeur' }),
  tf.layers.conv2d({ filters: 64, kernelSize: 1, useBias: false, name: 'un_par_un' }),
] }));
const costs = [ordinary, separated].map((model) => describe(model).totals);
// %% id=e11sepk0 items=115 tags=replie
checkPrediction(predictPair, costs.map(({ parameters }) => parameters),
  `9 × 32 × 64, contre 9 × 32 + 32 × 64. Erreur fréquente : multiplier 9 C par C C’, alors que
les deux étapes se suivent : leurs poids s’ajoutent.`);
// %% id=e11sep01 items=115
const [full, two] = costs;
console.log(`ordinaire : ${full.parameters} poids, ${full.macs} MAC`);
console.log(`paire     : ${two.parameters} poids, ${two.macs} MAC`);
console.log('rapport :', (full.macs / two.macs).toFixed(2), '; 9 au plus, quand C’ est grand');
describe(separated);
// %% [markdown] id=e11sep02 items=115
// Ce n’est pas le même calcul : la paire ne peut pas tout ce que peut l’ordinaire, comme la 3 × 1 suivie de la 1 × 3
// de la leçon 1.9. Elle parie que voisins et canaux se traitent séparément, et le pari tient assez bien pour diviser
// le coût par huit.
//
// ### Les cinq étapes
//
// Voici le deuxième bloc de l’étage 2 de B0, `block2b`, couche par couche.
// %% id=e11blk00 items=115
const b0 = describe(onPaper(() => efficientNet()));
for (const { name, outputShape, parameters, macs } of b0.rows) {
  if (!/^block2b_(expand_conv|dwconv|se_|project_conv|add)/.test(name)) continue;
  const columns = [outputShape.join('×').padEnd(10), String(parameters).padStart(5)];
  console.log(name.padEnd(20), ...columns, 'paramètres', String(macs).padStart(9), 'MAC');
}
// %% id=e11blk02 items=115
modelDiagram(onPaper(() => efficientNet()), { block: 'block2b', title: 'block2b, un MBConv' });
// %% [markdown] id=e11blk01 items=115
// 1. **Élargir** : une 1 × 1 fait de 24 canaux 24 × 6 = 144.
// 2. **Regarder les voisins** : la convolution en profondeur, sur 144 canaux, pour presque rien.
// 3. **Doser** (*squeeze and excitation*, Hu et autres, 2017) : multiplier chaque carte par un nombre de 0 à 1.
// 4. **Resserrer** : une 1 × 1 ramène 144 canaux à 24, **sans** activation.
// 5. **Ajouter** l’entrée, si les formes le permettent : un bloc résiduel.
//
// Après les étapes 1 et 2, une *batch normalization* (leçon 1.9) et l’activation *swish*, x × σ(x) ; après l’étape
// 4, la normalisation seule.
//
// **Prédire.** Dans ce bloc, les deux 1 × 1 et la convolution en profondeur : quelle part de leurs MAC va à la
// convolution en profondeur, celle qui regarde l’image ? Répondez à 5 % près : 0.1, 0.15, 0.5 ou 0.9.
// %% id=e11dwshq role=free items=115
const predictShare: number | null = null; // ← 0.1, 0.15, 0.5 ou 0.9
// %% id=e11dwsh0 items=115
const parts = ['expand_conv', 'dwconv', 'project_conv'];
const [expand, depthwise, project] = parts.map((part) => b0.row(`block2b_${part}`).macs);
const share = depthwise / (expand + depthwise + project);
// %% id=e11dwshk items=115 tags=replie
checkPrediction(predictShare, Math.round(20 * share) / 20,
  `9 × 144 contre 2 × 24 × 144 : 9 / (9 + 48). Presque tout le calcul d’EfficientNet est dans les
1 × 1, qui mélangent. Erreur fréquente : croire la fenêtre 3 × 3 plus chère que les 1 × 1.`);
// %% id=e11dwsh1 items=115
console.log('part de la convolution en profondeur :', percent(share));
// %% [markdown] id=e11se000 items=115
// ### Doser : *squeeze and excitation*
//
// Reprenons nos deux petites cartes. **Resserrer** (*squeeze*) : la moyenne de chacune. **Exciter** : deux petites
// couches denses lisent toutes les moyennes et rendent un facteur par carte, entre 0 et 1. Puis on multiplie.
// %% id=e11se001 items=115
const maps = mapA.map((row, i) => row.map((a, j) => [a, mapB[i][j]])); // [ligne][colonne][canal]
const squeezed = globalAvgPool2d(maps);
const [few] = swish([-1.5 * squeezed[0] + 1 * squeezed[1]]); // un seul neurone au milieu
const scale = sigmoid([1 * few, -1 * few]);
console.log('moyennes :', squeezed, '; au milieu :', few.toFixed(3));
console.log('facteurs :', scale.map((factor) => factor.toFixed(3)).join('  '));
// %% id=e11se002 items=115
heatmapGrid({
  'carte 1': mapA, 'carte 2': mapB,
  'carte 1, dosée': mapA.map((row) => row.map((value) => value * scale[0])),
  'carte 2, dosée': mapB.map((row) => row.map((value) => value * scale[1])),
});
// %% [markdown] id=e11se003 items=115
// La carte 2, la plus forte, est presque éteinte, la carte 1 presque intacte. Ce réglage dépend de l’**image
// entière**, ce qu’aucune fenêtre 3 × 3 ne peut faire.
//
// **Prédire.** Dans `block2b`, 24 canaux entrent dans le bloc, 144 cartes sont à doser, et le milieu a un neurone
// pour **quatre canaux d’entrée du bloc**. Combien de paramètres ont les deux petites couches ensemble, biais
// compris ?
// %% id=e11seq00 role=free items=115
const predictSe: number | null = null; // ← un entier, ou un calcul
// %% id=e11se004 items=115
const seParameters = ['reduce', 'expand']
  .map((part) => b0.row(`block2b_se_${part}`).parameters);
// %% id=e11sek00 items=115 tags=replie
checkPrediction(predictSe, sum(seParameters),
  `24 / 4 = 6 neurones au milieu : 144 × 6 + 6, puis 6 × 144 + 144. Erreur fréquente : 144 / 4 =
36, le quart des cartes élargies. C’est la première faute de qui récrit ce réseau, et le compte
total la trahit.`);
// %% id=e11se005 items=115
console.log('144 × 6 + 6 =', 144 * 6 + 6, '; 6 × 144 + 144 =', 6 * 144 + 144);
console.log('describe :', seParameters.join(' + '), '=', sum(seParameters));
// %% [markdown] id=e11drop0 items=115
// ### Sauter un bloc : *drop connect*
//
// Pendant l’apprentissage seulement, un bloc est parfois **sauté** pour une image : il n’en reste que le raccourci,
// x. C’est le *dropout* de la leçon 1.8, sur un bloc entier. La probabilité croît avec la place du bloc, de 0 à
// presque 0,2. Pour que la **moyenne** ne change pas, F(x) est divisé par 1 − p quand il est gardé. (Huang et
// autres, 2016, l’appellent *stochastic depth* ; le code d’EfficientNet, *drop connect*.)
//
// Avec x = 2, F(x) = 4 et p = 0,2 :
// %% id=e11drop1 items=115
const [x, F, p] = [2, 4, 0.2];
const [kept, skipped] = [x + F / (1 - p), x];
const average = (1 - p) * kept + p * skipped;
console.log('gardé', kept, '; sauté', skipped, '; moyenne', average.toFixed(1));
// %% [markdown] id=e11p4mark items=115
// ## 4. De B0 à B7, au paramètre près
//
// Voici la famille, comptée. Un mot sur les unités, une fois pour toutes : l’article écrit « FLOPS » pour ce que ce
// cours appelle MAC, une multiplication **avec** son addition. Ses 0,39 milliard pour B0 sont nos 385 814 752. Qui
// compte deux opérations par MAC trouve le double.
// %% id=e11fam00 items=115
family.forEach(({ parameters, macs, resolution }, b) => {
  const billions = (macs / 1e9).toFixed(2).padStart(5);
  const which = `B${b} : image ${resolution}`;
  console.log(`${which}, ${parameters} paramètres, ${billions} milliards de MAC`);
});
// %% [markdown] id=e11seven items=115
// Keras annonce 5 330 571 paramètres pour B0 : **7** de plus que nous, et 7 de plus pour chacun. Sa première couche,
// qui normalise l’image, range parmi les paramètres la moyenne de 3 canaux, leur variance, et le nombre d’images
// vues : 3 + 3 + 1. Rien de cela ne s’apprend. La nôtre garde ces nombres dans ses réglages.
//
// **Prédire.** De B0 à B7, les paramètres sont multipliés par 12,5. Et les MAC, par à peu près combien : 12, 40 ou
// 100 ?
// %% id=e11famq0 role=free items=115
const predictCost: number | null = null; // ← 12, 40 ou 100
// %% id=e11fam01 items=115
const ratio = family[7].macs / family[0].macs;
const off = (guess: number) => Math.abs(guess - ratio);
const nearest = [12, 40, 100].reduce((a, b) => (off(a) < off(b) ? a : b));
// %% id=e11famk0 items=115 tags=replie
checkPrediction(predictCost, nearest,
  `Une image plus grande ne change pas le nombre de poids, mais chacun sert à plus de positions ;
ici (600 / 224)² = 7,2 fois plus. Erreur fréquente : croire que paramètres et calcul vont
ensemble.`);
// %% id=e11fam02 items=115
console.log('MAC de B7 / MAC de B0 :', ratio.toFixed(1));
console.log('la formule dit', (perStep ** 7).toFixed(1));
console.log('paramètres :', (family[7].parameters / family[0].parameters).toFixed(1));
console.log('B0, appris :', family[0].trainable, '; non appris :',
  family[0].parameters - family[0].trainable);
// %% [markdown] id=e11p5mark
// ## 5. Ce qu’un réseau a appris
//
// Nous savons compter les poids d’un réseau. Que **font**-ils ? Entraînons-en un petit, une dizaine de secondes, et
// ouvrons-le. Il a ce que vous avez vu tout au long du chapitre : trois convolutions, des normalisations, ReLU, deux
// poolings, une moyenne par carte, une couche dense.
// %% id=e11eye00
const block = (k: number, filters: number, kernelSize: number) => [
  tf.layers.conv2d({ name: `conv${k}`, filters, kernelSize, padding: 'same', useBias: false,
    ...(k === 1 ? { inputShape: [28, 28, 1] } : {}) }),
  tf.layers.batchNormalization({ momentum: 0.9 }),
  tf.layers.reLU({ name: `relu${k}` }),
];
const pool = () => tf.layers.maxPooling2d({ poolSize: 2 });
const eye = seeded(1, () => tf.sequential({ layers: [
  ...block(1, 8, 5), pool(), ...block(2, 16, 3), pool(), ...block(3, 32, 3),
  averageEach(), classes(),
] }));
// %% id=e11eye01 items=115
const many = byProfile({ rapide: 8000, complet: 60_000 });
const wardrobe = loadFashionMnist({ train: many, test: 2000 });
const course = await train(eye, wardrobe.train, {
  epochs: 6, seed: 1, validation: wardrobe.test,
  learningRate: (step, steps) => 0.01 * (1 - step / (steps + 1)),
});
const reached = course.metrics.valAccuracy[5];
console.log('exactitude sur 2000 images jamais vues :', percent(reached));
console.log('au-dessus de 80 % :', reached > 0.8);
// %% [markdown] id=e11eye02
// ### Les filtres
//
// Ceux de la première convolution se regardent : bleu sous 0, orange au-dessus. Reconnaissez-vous des filtres de la
// leçon 1.2 : un bord, une moyenne, une raie ? Personne ne les a écrits.
// %% id=e11eye03
learnedFilters(eye);
// %% [markdown] id=e11eye06
// ### Les cartes
//
// Ceux de la deuxième convolution ne se dessinent pas en une image : chacun traverse les 8 cartes d’avant, soit
// 3 × 3 × 8 = 72 nombres. On regarde donc ce qu’ils **répondent**. Prenons la basket dont le réseau est le plus sûr.
// Le curseur va d’une couche à la suivante.
// %% id=e11eye07
const probabilities = (eye.predict(tf.toTensor(wardrobe.test.images)) as tf.Tensor)
  .arraySync() as number[][];
const sneaker = fashionClasses.indexOf('basket');
const surest = wardrobe.test.labels
  .map((label, i) => (label === sneaker ? probabilities[i][sneaker] : -1))
  .reduce((best, sure, i, all) => (sure > all[best] ? i : best), 0);
const shoe = pickImages(wardrobe.test, [surest]).images;
activationsByLayer(eye, shoe, { layers: ['relu1', 'relu2', 'relu3'] });
// %% [markdown] id=e11eye08
// La première couche redessine la chaussure : ses contours, ses aplats. La dernière n’est plus une image, mais des
// réponses à des questions (« y a-t-il ici une semelle ? »), sur une grille de 7 × 7.
//
// ### Cacher pour comprendre : l’occlusion
//
// Qu’est-ce qui, dans l’image, décide ? Le plus simple est d’en **cacher** un morceau et de redemander (Zeiler et
// Fergus, 2014). Un carré noir de 7 × 7 se promène ; à chaque place, de combien baisse la probabilité de
// « basket » ?
//
// **Prédire.** Quand le carré est à la pire place, que répond le réseau : `'basket'`, `'bottine'`, `'sandale'` ou
// `'sac'` ?
// %% id=e11occq0 role=free
const predictCovered: string | null = null; // ← un des quatre noms
// %% id=e11occ00
const how = { window: 7, stride: 3 };
const { falls, rows: tops, columns: lefts } = occlusionOf(eye, shoe, how);
const worst = falls.data.indexOf(Math.max(...falls.data));
const [top, left] = [tops[Math.floor(worst / lefts.length)], lefts[worst % lefts.length]];
const covered = (shoe.data as Float32Array).slice();
for (let row = top; row < top + 7; row++) covered.fill(0, 28 * row + left, 28 * row + left + 7);
const answer = (eye.predict(tf.tensor4d(covered, [1, 28, 28, 1])) as tf.Tensor).dataSync();
const said = fashionClasses[answer.indexOf(Math.max(...answer))];
// %% id=e11occk0 tags=replie
checkPrediction(predictCovered, said,
  `Un trou noir au milieu d’une chaussure : pour lui, c’est une sandale, car sur ses images les
sandales sont les chaussures à trous. Erreur fréquente : oublier que cacher, c’est aussi ajouter
quelque chose, ici un carré noir aux bords nets.`);
// %% id=e11occ01 items=115
console.log('carré noir à partir de la ligne', top + 1, 'et de la colonne', left + 1, '→', said);
occlusionMap(eye, shoe, { ...how, names: fashionClasses });
// %% [markdown] id=e11cam00
// Essayez `fill: 0.5` dans `how` : un carré gris ressemble moins à un trou, et la carte change. Une explication
// dépend de la question posée.
//
// ### Suivre le gradient : Grad-CAM
//
// Cacher demande un passage par position. **Grad-CAM** (Selvaraju et autres, 2017) n’en demande qu’un, et un retour
// (leçon 1.7) : quelles **cartes** de la dernière couche feraient monter le score de la classe ? On pèse chaque
// carte par son gradient moyen, on additionne, on garde le positif.
// %% id=e11cam01
gradCam(eye, shoe, { layer: 'relu3', names: fashionClasses });
// %% [markdown] id=e11cam02
// **À vous.** Les deux figures montrent-elles le même endroit ? Pourquoi Grad-CAM est-il plus flou ?
//
// <details><summary>Réponse</summary>
//
// Non, pas tout à fait : l’une dit ce qui **manquerait**, l’autre ce qui **pousse** le score. Chez nous, Grad-CAM
// désigne aussi le **vide** au-dessus du bout de la chaussure : une basket n’a pas de tige, et cela compte ; cacher
// du noir par du noir, au contraire, ne change rien. Il est flou parce qu’il travaille sur les cartes de 7 × 7 de la
// dernière couche : chaque case couvre 4 × 4 pixels, agrandis ensuite. Et aucune des deux ne dit **pourquoi** :
// elles montrent où, pas comment.
//
// </details>
// %% [markdown] id=e11p6mark items=115
// ## 6. Le comparatif
//
// Voici les vingt réseaux du chapitre, construits sur le papier et comptés à l’instant.
// %% id=e11all00 items=115
const counted = catalogue // le nom, l’année, l’article, et de quoi construire chacun
  .map(({ name, build }) => ({ name, ...describe(onPaper(build)).totals }));
console.log(counted.map(({ name }) => name).join(', '));
// %% [markdown] id=e11all01 items=115
// **Prédire.** Des dix-neuf qui lisent ImageNet (tous sauf LeNet-5), lequel a le **moins** de paramètres ? Écrivez
// son nom comme dans la liste.
// %% id=e11allq0 role=free items=115
const predictLightest: string | null = null; // ← un des noms
// %% id=e11all02 items=115
const best = (of: 'parameters' | 'macs', sign: 1 | -1) => counted
  .filter(({ name }) => name !== 'LeNet-5')
  .reduce((a, b) => (sign * a[of] < sign * b[of] ? a : b));
// %% id=e11allk0 items=115 tags=replie
checkPrediction(predictLightest, best('parameters', 1).name,
  `5,3 millions, devant GoogLeNet et ses 7 millions, qui date de 2014 et tenait déjà la place
d’un vingtième de VGG. Erreur fréquente : AlexNet, parce qu’il est le plus ancien.`);
// %% [markdown] id=e11all03 items=115
// **Prédire.** Et lequel coûte le **plus** de multiplications pour une image ?
// %% id=e11macq0 role=free items=115
const predictDearest: string | null = null; // ← un des noms
// %% id=e11mack0 items=115 tags=replie
checkPrediction(predictDearest, best('macs', -1).name,
  `37,7 milliards, presque deux fois VGG-19, avec moins de la moitié de ses paramètres : c’est le
prix d’une image de 600 × 600. Erreur fréquente : VGG-19, le plus lourd en paramètres.`);
// %% id=e11all04 items=115
compareModels();
// %% [markdown] id=e11acc00 items=115
// Un point par réseau, les deux axes par puissances de dix : plus à gauche, moins de paramètres ; plus bas, moins de
// calcul. La dernière colonne est l’erreur *top-5* sur les 50 000 images de validation d’ImageNet, telle que la
// donne l’article de chacun. De tels nombres ne se comparent pas au dixième près : la façon de découper les images,
// et surtout celle d’entraîner, comptent autant que le plan ; EfficientNet a cinq ans de recettes d’avance sur VGG.
//
// **À vous.** 1. Une application de téléphone ne doit pas peser plus de 30 Mo, réseau compris. Lesquels restent ?
// Lequel prendriez-vous ? 2. Où VGG-16 dépense-t-il ses 138 millions de paramètres ? Et ses 15 milliards de MAC ?
//
// <details><summary>Réponse</summary>
//
// 1. À 4 octets par paramètre, 30 Mo font 7,5 millions : B0 (21 Mo) et GoogLeNet (28 Mo). B0 est plus petit, quatre fois
// moins coûteux, et se trompe moins (6,7 % contre 10,1 %). B1, avec 31,4 Mo, manque la porte de peu ; en rangeant
// les poids sur 16 bits, il entre.
//
// 2. Ses trois couches denses ont 89 % des paramètres et moins de 1 % des MAC ; les convolutions, l’inverse (leçon 1.8). Remplacer ces couches par une
// moyenne de chaque carte, comme tous ses successeurs, enlève l’essentiel du poids sans toucher au calcul.
//
// </details>
//
// ### Des MAC ne sont pas des secondes
//
// Reprenons la convolution ordinaire de la partie 3 et la paire qui la remplace : 7,9 fois moins de MAC.
//
// **Prédire.** Sur cette machine, la paire sera-t-elle au moins 6 fois plus **rapide** ? `true` ou `false`.
// %% id=e11timq0 role=free items=115
const predictFaster: boolean | null = null; // ← true ou false
// %% id=e11tim00 items=115 tags=mesure
const photos = tf.zeros([16, 28, 28, 32]);
const weights = [[3, 3, 32, 64], [3, 3, 32, 1], [1, 1, 32, 64]].map((shape) => tf.zeros(shape));
const [k, kOne, kMix] = weights as tf.Tensor4D[];
const conv = (x: tf.Tensor, kernel: tf.Tensor4D) => tf.conv2d(x as tf.Tensor4D, kernel, 1, 'same');
const rivalry = {
  ordinaire: () => conv(photos, k),
  paire: () => conv(tf.depthwiseConv2d(photos as tf.Tensor4D, kOne, 1, 'same'), kMix),
};
// %% id=e11tim01 items=115 tags=mesure
const milliseconds = Object.values(rivalry).map((run) => {
  const times = Array.from({ length: 15 }, () => {
    const begin = performance.now();
    tf.tidy(() => void run().dataSync());
    return performance.now() - begin;
  });
  return Math.min(...times); // le meilleur tour : les autres ont été dérangés
});
const speedup = milliseconds[0] / milliseconds[1];
// %% id=e11timk0 items=115 tags=replie,mesure
checkPrediction(predictFaster, speedup >= 6,
  `C’est mesuré sur votre machine. La convolution en profondeur fait peu de calculs pour chaque
nombre qu’elle lit : le processeur attend la mémoire. Erreur fréquente : annoncer une vitesse
d’après les MAC.`);
// %% id=e11tim02 items=115 tags=mesure
console.log('MAC : 7,9 fois moins ; temps :', speedup.toFixed(1).replace('.', ','), 'fois moins');
// %% [markdown] id=e11p7mark
// ## 7. Regarder en arrière
//
// Voilà le chapitre 1. Tout a commencé par neuf nombres qui glissent sur une image.
// %% id=e11ladd0
const ladder = { 'un filtre 3 × 3, sans biais (1.2)': 9, 'le petit réseau à la main (1.7)': 15,
  'LeNet-5 (1.8)': counted[0].parameters, 'ResNet-50 (1.10)': counted[6].parameters,
  'EfficientNet-B7 (1.11)': family[7].parameters };
for (const [name, count] of Object.entries(ladder)) console.log(String(count).padStart(9), name);
// %% [markdown] id=e11back0
// Une leçon par question. Répondez à voix haute, ou par écrit, **avant** de déplier ; celles qui résistent disent où
// relire.
//
// **1.1** Quelle est la forme du tableau d’une photo en couleur de 200 pixels de large et 100 de haut ?
//
// **1.2** Combien de nombres apprend une couche de 10 filtres 3 × 3 sur une image à 3 canaux ?
//
// **1.3** Une image de 224 × 224, une fenêtre de 7 × 7, un pas de 2, 3 zéros de chaque côté : quelle taille de
// sortie ?
//
// **1.4** Combien de paramètres a un max pooling 2 × 2 ? Sur cent valeurs, combien en garde-t-il ?
//
// **1.5** Que devient softmax si l’on ajoute 100 à tous les logits ?
//
// **1.6** Quelle perte doit afficher, au tout premier pas, un réseau à 1000 classes ?
//
// <details><summary>Réponses, 1.1 à 1.6</summary>
//
// - **1.1** [100, 200, 3] : hauteur, largeur, canaux.
// - **1.2** 10 × (3 × 3 × 3 + 1) = 280.
// - **1.3** ⌊(224 − 7 + 2 × 3) / 2⌋ + 1 = 112.
// - **1.4** Aucun ; vingt-cinq, la plus grande de chaque fenêtre de quatre.
// - **1.5** Rien : seuls les écarts comptent.
// - **1.6** ln 1000 ≈ 6,9. Sinon, quelque chose ne va pas avant même d’apprendre.
//
// </details>
//
// **1.7** Que reçoit une couche dans le sens du retour, et que rend-elle ?
//
// **1.8** Pourquoi deux convolutions 3 × 3 plutôt qu’une 5 × 5 ?
//
// **1.9** Comment une 1 × 1 rend-elle abordable la 5 × 5 qui la suit ?
//
// **1.10** Qu’apporte le « + x » d’un bloc résiduel au gradient ?
//
// <details><summary>Réponses, 1.7 à 1.10</summary>
//
// - **1.7** Le gradient de sa sortie ; ceux de son entrée et de ses poids.
// - **1.8** Le même champ de 5 × 5, avec 18 C² poids au lieu de 25 C², et une activation de plus entre les deux.
// - **1.9** Elle réduit d’abord les canaux : la 5 × 5 travaille sur 16 au lieu de 192.
// - **1.10** $dH/dx = dF/dx + 1$ : même si F ne laisse rien passer, le gradient passe.
//
// </details>
//
// Le chapitre 2 change de question : non plus construire un réseau, mais en tirer le meilleur quand on a peu
// d’images.
// %% [markdown] id=e11retain
// ## À retenir
//
// - Doubler la **profondeur** double le coût ; doubler la **largeur** ou le **côté de l’image** le multiplie par 4. D’où α · β² · γ² ≈ 2.
// - **φ** est un seul nombre. Les tailles publiées s’écartent de la formule : mieux vaut lire la table que la recalculer.
// - Canaux : multiple de 8 le plus proche, jamais sous 90 % ; blocs : arrondi vers le haut.
// - **En profondeur + 1 × 1** : 9 C + C C’ poids, au lieu de 9 C C’.
// - **MBConv** : élargir, regarder les voisins, doser, resserrer, ajouter. Le milieu du dosage compte d’après l’**entrée** du bloc.
// - Paramètres, MAC, mémoire et secondes sont **quatre** prix différents.
// - Occlusion et Grad-CAM montrent **où** un réseau regarde, pas pourquoi ; cacher, c’est aussi ajouter.
//
// ### Petit glossaire
//
// | Terme | En anglais | En une ligne |
// |---|---|---|
// | échelle composée | *compound scaling* | agrandir profondeur, largeur et image ensemble, par un seul nombre φ |
// | convolution en profondeur | *depthwise convolution* | un filtre par canal, sans mélanger les canaux |
// | convolution 1 × 1 de mélange | *pointwise convolution* | à chaque pixel, des sommes pondérées des canaux |
// | MBConv | *mobile inverted bottleneck* | le bloc d’EfficientNet : élargir, voisins, doser, resserrer, ajouter |
// | dosage des cartes | *squeeze and excitation* | multiplier chaque carte par un facteur lu sur toute l’image |
// | saut de blocs | *stochastic depth, drop connect* | pendant l’apprentissage, un bloc entier est parfois sauté |
// | swish | *swish, SiLU* | x × σ(x), une activation lisse |
// | occlusion | *occlusion map* | cacher un morceau de l’image et voir si la réponse change |
// | Grad-CAM | *Grad-CAM* | les cartes d’une couche, pesées par le gradient d’une classe |
//
// ### Notations
//
// | Notation | Sens |
// |---|---|
// | $\phi$ | coefficient composé |
// | $\alpha, \beta, \gamma$ | ce qu’un pas de φ multiplie : 1,2 ; 1,1 ; 1,15 |
// | $d, w, r$ | facteurs de profondeur, de largeur, de résolution |
// | C, C’ | canaux d’entrée, canaux de sortie |
// | $p$ | probabilité de sauter un bloc |
//
// ### À vous de jouer
//
// - Programmez les arrondis, MBConv et la famille : [exercices 1.11](../exercices/1.11-efficientnet.ipynb).
// - Remplacez la 1 × 1 de mélange de la partie 3 par une autre de 8 canaux de sortie. Que devient le rapport ? Pourquoi n’est-il plus près de 9 ?
// - Passez `class: fashionClasses.indexOf('sandale')` à `gradCam`, sur la même basket. Qu’est-ce qui, en elle, ressemble à une sandale ?
// - Cachez un carré gris (`fill: 0.5`) : le réseau se trompe-t-il encore ?
//
// <details><summary>Réponses</summary>
//
// - 9 × 32 × 8 contre 9 × 32 + 32 × 8 : 4,2. Quand C’ est petit, les 9 C de la première étape pèsent. Le rapport vaut 9 C’ / (9 + C’).
// - Comparez les deux cartes : ce qui parle pour l’une parle souvent **contre** l’autre, ou ne parle pas du tout.
// - Le gris ressemble davantage au tissu : regardez la probabilité qui reste.
//
// </details>
// %% id=e11brouil role=free
// votre brouillon
