// ---
// title: ResNet et DenseNet
// ---
// %% [markdown] id=r0titre1
// # 1.10 ResNet et DenseNet : des raccourcis
//
// **Si dix couches valent mieux que cinq, pourquoi cinquante-six font-elles moins bien que vingt ?**
//
// Jusqu’en 2014, gagner le concours ImageNet, c’était empiler plus de couches. Puis l’on a buté sur un mur : passé
// une vingtaine de couches, ajouter des couches **abîme** le réseau. En 2015, une addition a suffi à passer de 19
// couches à 152. Cette leçon montre le mur, puis l’addition, puis une variante : la concaténation.
//
// À la fin, vous saurez :
//
// - montrer la dégradation : un réseau plus profond qui **apprend** moins bien ;
// - calculer à la main un bloc résiduel, et dire qui passe par le raccourci ;
// - expliquer ce que le raccourci fait au gradient, et le mesurer couche par couche ;
// - compter ResNet-50, 101, 152 et DenseNet-121, 169, 201 ;
// - dire ce qu’un bloc dense relie, ce qu’il ne relie pas, et ce que la concaténation change.
//
// Lecture : environ 40 minutes, réponses comprises. La fin de la partie 5 est une bonne pause. À chaque question
// « **Prédire** », remplacez `null` par votre réponse, exécutez la cellule, puis les suivantes.
// %% [markdown] id=r0souven
// ## Avant de commencer : trois souvenirs
//
// Répondez de tête, puis dépliez.
//
// **1.** (Leçon 1.9) Que change une convolution 1 × 1 : la taille des cartes, ou leur nombre ?
//
// <details><summary>Réponse</summary>
//
// Leur nombre, c’est-à-dire les canaux. Elle est bon marché : placée avant une convolution 3 × 3, elle en réduit le coût.
//
// </details>
//
// **2.** (Leçon 1.6) Au retour, que fait un nœud **+** du gradient qu’il reçoit ?
//
// <details><summary>Réponse</summary>
//
// Il le recopie, tel quel, vers chacune de ses deux entrées.
//
// </details>
//
// **3.** (Leçon 1.6) Un réseau se trompe peu sur les images apprises et beaucoup sur les autres. Comment cela s’appelle-t-il ?
//
// <details><summary>Réponse</summary>
//
// Le surapprentissage. Gardez-le en tête : ce que vous allez voir n’en est **pas**.
//
// </details>
// %% id=r0import role=given
import {
  avgPool2d, byProfile, checkPrediction, conv2d, dense, denseBlock, depthColumns, lineProfile,
  linkMatrix, loadFashionMnist, modelDiagram, relu, useProfile, Volume, type LabelledImages,
} from '@convolab/lib';
import { train } from '@convolab/lib/graph';
import {
  alexNet, denseNet, describe, onPaper, resNet, seeded, smallResNet, sourcesOf, vgg,
} from '@convolab/lib/models';
import * as tf from '@convolab/lib/tf';
// useProfile('complet'); // sans les deux barres : plus d’images et d’époques, quelques minutes
// %% [markdown] id=r1mark01 items=112
// ## 1. Toujours plus profond
//
// Comptons les couches **à poids** (convolutions et couches denses) des réseaux que vous connaissez, et de ResNet (Kaiming
// He, Xiangyu Zhang, Shaoqing Ren et Jian Sun, *Deep Residual Learning for Image Recognition*, décembre 2015). C’est le code
// qui compte, sur les modèles eux-mêmes, bâtis « sur le papier » : sans place en mémoire pour leurs poids.
// %% id=r1count1 items=112
const giants = {
  'AlexNet': onPaper(() => alexNet()),
  'VGG-19': onPaper(() => vgg({ depth: 19 })),
  'ResNet-152': onPaper(() => resNet({ depth: 152 })),
};
// une projection, « _0_conv », est à côté du chemin : on ne la compte pas (partie 3)
const depthOf = (model: tf.LayersModel) => describe(model).rows.filter(({ type, name }) =>
  /Conv|Dense/.test(type) && !name.endsWith('_0_conv')).length;
for (const [name, model] of Object.entries(giants)) {
  console.log(name, ':', depthOf(model), 'couches');
}
// %% id=r1column items=112
const errors = [16.4, 7.3, 3.57]; // top-5, en %, relevées dans les articles (voir dessous)
const years = [2012, 2014, 2015];
depthColumns(Object.entries(giants).map(([name, model], i) =>
  ({ name: name, layers: depthOf(model), year: years[i], error: errors[i] })));
// %% [markdown] id=r1facts1 items=112
// L’erreur **top-5** : la part des images dont la bonne classe n’est pas parmi les cinq premières réponses. D’où viennent ces
// nombres ? 16,4 % : cinq AlexNet dont on fait la moyenne (article de 2012 ; avec sept réseaux et davantage d’images, ils
// ont gagné à 15,3 %). 7,3 % : sept VGG (article de 2014), deuxièmes derrière GoogLeNet. 3,57 % : six ResNet de
// profondeurs diverses (article de 2015) ; **un** ResNet-152 seul fait 4,49 %, sur les images de validation. L’équipe a gagné.
//
// **Prédire.** ResNet-152 a huit fois plus de couches que VGG-19. Combien de multiplications demande-t-il pour une
// image : `'moins'`, `'autant'` ou `'plus'` ?
// %% id=r1costq1 role=free items=112
const predictCost: string | null = null; // ← 'moins', 'autant' ou 'plus'
// %% id=r1cost01 items=112
const costs = Object.values(giants).map((model) => describe(model).totals);
const ratio = costs[2].macs / costs[1].macs;
// %% id=r1cost02 items=112 tags=replie
checkPrediction(predictCost, ratio < 0.9 ? 'moins' : ratio < 1.1 ? 'autant' : 'plus',
  `Ses couches sont minces : la plupart ont 64 à 512 canaux, sur des cartes vite réduites, et il
finit par une moyenne, sans les énormes couches denses de VGG. Profond ne veut pas dire lourd.
Erreur fréquente : multiplier le coût par la profondeur.`);
// %% id=r1cost03 items=112
const millions = (n: number) => (n / 1e6).toFixed(1).replace('.', ',');
Object.keys(giants).forEach((name, i) => console.log(name.padEnd(10), ':',
  millions(costs[i].parameters), 'M paramètres ;', millions(costs[i].macs), 'M multiplications'));
// %% [markdown] id=r2mark01 items=113
// ## 2. Le mur : la dégradation
//
// Prenons un bon réseau de 20 couches et glissons-y 36 couches de plus. Pourrait-on **choisir** les poids de ces
// couches pour que le réseau de 56 calcule exactement la même chose que celui de 20 ?
//
// **Prédire.** Y a-t-il un noyau 3 × 3 qui rend l’image inchangée : `'oui'` ou `'non'` ?
// %% id=r2identq role=free items=113
const predictIdentity: string | null = null; // ← 'oui' ou 'non'
// %% id=r2ident1 items=113
const picture = [[1, 2, 3], [4, 5, 6], [7, 8, 9]];
const doNothing = [[0, 0, 0], [0, 1, 0], [0, 0, 0]];
const unchanged = relu(conv2d(picture, doNothing, { padding: 'same' }));
// %% id=r2ident2 items=113 tags=replie
checkPrediction(predictIdentity, String(unchanged) === String(picture) ? 'oui' : 'non',
  `Un 1 au centre, des 0 autour. ReLU n’y change rien, puisque ce qui sort d’un ReLU n’est jamais
négatif. Erreur fréquente : croire que toute couche transforme.`);
// %% [markdown] id=r2reason items=113
// Le réseau de 56 couches **peut** donc faire au moins aussi bien que celui de 20, sur les images apprises : il suffit que
// 36 couches apprennent à ne rien faire. Reste à savoir si la descente de gradient les y mène.
//
// Mesurons. `smallResNet` est le réseau de l’article pour petites images (6n + 2 couches) ; `shortcut: false` en ôte les
// raccourcis : il reste un réseau **nu** (*plain*), avec normalisation par lot. Les images : des vêtements, réduits à 14 × 14.
// %% id=r2data01 items=113
const size = byProfile({
  rapide: { images: 1500, epochs: 6 },
  complet: { images: 10_000, epochs: 12 },
});
const clothes = loadFashionMnist({ train: size.images, test: 1 }).train;
const small: LabelledImages = {
  images: avgPool2d(clothes.images, { poolSize: 2 }), labels: clothes.labels,
};
const seed = 1; // une autre graine, d’autres poids au départ et un autre ordre des images
const build = (depth: number, shortcut: boolean) => seeded(seed, () => smallResNet({
  depth: depth, shortcut: shortcut, inputShape: [14, 14, 1], width: 0.25,
}));
console.log(small.images.shape, '; 20 couches :', build(20, false).countParams(), 'paramètres');
// %% [markdown] id=r2train0 items=113
// Les deux réseaux nus voient les mêmes images, dans le même ordre.
//
// **Prédire.** Lequel aura la plus petite perte **sur les images apprises** : 20 ou 56 ?
// %% id=r2trainq role=free items=113
const predictPlain: number | null = null; // ← 20 ou 56
// %% id=r2train1 items=113
const learn = async (depth: number, shortcut: boolean) => (await train(build(depth, shortcut),
  small, { epochs: size.epochs, batchSize: 50, learningRate: 0.002, seed: seed,
    progress: false })).metrics;
const plain20 = await learn(20, false);
const plain56 = await learn(56, false);
const last = (values: number[]) => values[values.length - 1];
// %% id=r2train2 items=113 tags=replie
checkPrediction(predictPlain, last(plain20.loss) < last(plain56.loss) ? 20 : 56,
  `Le plus profond apprend moins bien ce qu’on lui montre. Ce n’est donc pas du surapprentissage,
qui ne se voit que sur d’autres images. Erreur fréquente : « plus de paramètres, donc au moins
aussi bon » ; il le pourrait, mais la descente n’y arrive pas.`);
// %% id=r2train3 items=113
const text = (values: number[]) => values.map((value) => value.toFixed(2)).join(' → ');
console.log('nu, 20 couches :', text(plain20.loss));
console.log('nu, 56 couches :', text(plain56.loss));
console.log('le hasard vaut :', Math.log(10).toFixed(2));
console.log('56 apprend moins bien que 20 :', last(plain56.loss) > last(plain20.loss) + 0.3);
// %% [markdown] id=r2degrad items=113
// C’est la **dégradation**. He et ses collègues l’ont vue sur CIFAR-10 (20 et 56 couches, figure 1 de l’article) et sur
// ImageNet (34 couches nues font 28,54 % d’erreur top-1, 18 en font 27,94 %, table 2). Le mot du support, « dégradation
// de la performance », est le bon ; il faut ajouter : **dès l’apprentissage**.
// %% [markdown] id=r3mark01 items=113
// ## 3. Le bloc résiduel
//
// L’idée : si « ne rien faire » est difficile à apprendre, donnons-le d’avance. Un bloc reçoit x ; ses couches calculent
// F(x) ; et l’on **ajoute x**, qui est passé à côté, intact :
//
// $$\mathcal{H}(x) = \mathcal{F}(x) + x$$
//
// Essayons avec deux nombres, x = [2, 1], et deux petites couches denses pour F.
// %% id=r3tiny01 items=113
const x = [2, 1];
const W1 = [[1, -1], [0.5, 1]]; // [entrées, sorties]
const W2 = [[0.2, -0.4], [1, 1]];
const F = (input: number[]) => dense(relu(dense(input, W1)), W2);
const H = (input: number[]) => F(input).map((f, i) => f + input[i]);
console.log('x W1   =', dense(x, W1), '; après ReLU :', relu(dense(x, W1)));
console.log('F(x)   =', F(x), ': ce que les couches ont calculé');
// %% [markdown] id=r3tiny02 items=113
// **Prédire.** Que vaut H(x) ?
// %% id=r3tinyq1 role=free items=113
const predictH: number[] | null = null; // ← deux nombres
// %% id=r3tiny03 items=113 tags=replie
checkPrediction(predictH, H(x),
  `[0,5 + 2 ; −1 + 1]. Le raccourci a apporté x = [2, 1], et rien d’autre. Erreur fréquente :
redonner F(x), en oubliant l’addition.`);
// %% id=r3tiny04 items=113
console.log('par les couches   : F(x) =', F(x));
console.log('par le raccourci  :   x  =', x);
console.log('somme             : H(x) =', H(x));
// %% [markdown] id=r3zeroes items=113
// **Prédire.** On met tous les poids de W2 à **zéro**. Que rend le bloc pour x = [2, 1] ?
// %% id=r3zeroq1 role=free items=113
const predictZero: number[] | null = null; // ← deux nombres
// %% id=r3zero01 items=113
const silent = dense(relu(dense(x, W1)), [[0, 0], [0, 0]]); // F, une fois W2 nul
// %% id=r3zero02 items=113 tags=replie
checkPrediction(predictZero, silent.map((f, i) => f + x[i]),
  `F(x) = 0, donc H(x) = x : pour « ne rien faire », il suffit d’effacer des poids. Sans raccourci,
le même bloc rendrait [0, 0] : toute l’image serait perdue. Erreur fréquente : [0, 0].`);
// %% [markdown] id=r3e28001 items=113
// **Trouvez l’erreur.** Le support dit que les blocs résiduels « utilisent des connexions de saut pour transmettre les
// résidus de l’entrée aux sorties des couches subséquentes ».
//
// **Prédire.** Qu’est-ce qui passe par la connexion de saut : `'x'`, `'F(x)'` ou `'H(x)'` ?
// %% id=r3e28q01 role=free items=113
const predictSkip: string | null = null; // ← 'x', 'F(x)' ou 'H(x)'
// %% id=r3e28002 items=113
const carried = H(x).map((h, i) => h - F(x)[i]); // ce qu’il faut ajouter à F(x) pour avoir H(x)
const skips = { 'x': x, 'F(x)': F(x), 'H(x)': H(x) };
const onSkip = Object.entries(skips).find(([, value]) => String(value) === String(carried));
// %% id=r3e28003 items=113 tags=replie
checkPrediction(predictSkip, onSkip?.[0] ?? '',
  `Le saut porte l’identité. Le résidu, c’est F(x) = H(x) − x, ce que les couches ajoutent.
Erreur fréquente : suivre le support.`);
// %% [markdown] id=r3e28004 items=113
// > ⚠ **Erratum du support.** La connexion de saut ne transmet pas « les résidus de l’entrée » : elle transmet **l’entrée
// > elle-même**, x, inchangée. Le **résidu** est F(x) = H(x) − x, et ce sont les **couches** qui l’apprennent. La formule de
// > la même diapositive le dit bien ; et l’on dit **la** dégradation.
//
// Et dans un vrai réseau ? Prenons le premier bloc de notre réseau de 20 couches et faisons-lui rendre, séparément, ce qui
// entre, ce que les couches calculent, et la somme.
// %% id=r3real01 items=113
const net = build(20, true);
const outputOf = (name: string) => net.getLayer(name).output as tf.SymbolicTensor;
const [first, block] = ['conv1_relu', 'conv2_block1'];
const probe = tf.model({ inputs: net.inputs,
  outputs: [outputOf(first), outputOf(`${block}_2_bn`), outputOf(`${block}_add`)] });
const one = tf.tensor(small.images.data.slice(0, 196) as Float32Array, [1, 14, 14, 1]);
const [xs, Fs, Hs] = (probe.predict(one) as tf.Tensor[]).map((t) => t.dataSync());
const gap = Math.max(...Hs.map((h, i) => Math.abs(h - (Fs[i] + xs[i]))));
console.log('H = F + x, à 0,000001 près, sur', Hs.length, 'nombres :', gap < 1e-6);
console.log('F compte à côté de x :', Fs.some((f) => Math.abs(f) > 0.01));
// %% id=r3diagra items=113
modelDiagram(net, { block: block, title: 'Un bloc résiduel, d’après le modèle' });
// %% [markdown] id=r3block1 items=113
// Deux détails des vrais blocs. ReLU vient **après** l’addition : avant, F ne pourrait qu’ajouter, jamais retrancher. Et
// là où un bloc change la taille ou le nombre des cartes, x et F(x) n’ont plus la même forme : une convolution 1 × 1, de pas 2
// s’il le faut, met x à la bonne forme. C’est une **projection**, la couche `_0_conv` que nous n’avons pas comptée.
//
// **Prédire.** Au premier bloc de conv3 de ResNet-50, x a 256 canaux et F(x) en a 512. Combien de poids la
// projection a-t-elle, sans les biais ?
// %% id=r3projq1 role=free items=113
const predictProjection: number | null = null; // ← un entier, ou un calcul
// %% id=r3proj01 items=113
const resNet50 = onPaper(() => resNet({ depth: 50 }));
const [kernel] = resNet50.getLayer('conv3_block1_0_conv').getWeights();
// %% id=r3proj02 items=113 tags=replie
checkPrediction(predictProjection, kernel.shape.reduce((product, n) => product * n, 1),
  `Un noyau [1, 1, 256, 512] : 256 × 512. Erreur fréquente : multiplier encore par 9, comme pour
un noyau 3 × 3.`);
// %% id=r3proj03 items=113
modelDiagram(resNet50, { block: 'conv3_block1', title: 'Un bloc avec projection (ResNet-50)' });
// %% [markdown] id=r4mark01 items=113
// ## 4. Ce que le raccourci fait au gradient
//
// Dérivons H(x) = F(x) + x. La dérivée de x par rapport à x est 1 ; pour un vecteur, la matrice identité I :
//
// $$\frac{\partial \mathcal{H}}{\partial x} = \frac{\partial \mathcal{F}}{\partial x} + I$$
//
// **Prédire.** Dans notre petit bloc, si l’on augmente un peu $x_1$, $F_1$ augmente 0,2 fois autant. Et $H_1$ ?
// %% id=r4jacobq role=free items=113
const predictSlope: number | null = null; // ← un nombre
// %% id=r4jacob1 items=113
const bump = (i: number, h: number) => x.map((value, k) => (k === i ? value + h : value));
const jacobian = (f: (input: number[]) => number[]) => [0, 1].map((j) => [0, 1].map((i) => {
  const slope = (f(bump(i, 1e-4))[j] - f(bump(i, -1e-4))[j]) / 2e-4; // différence centrée
  return Number(slope.toFixed(6));
}));
const [dF, dH] = [jacobian(F), jacobian(H)]; // ligne j : les dérivées de la sortie j
// %% id=r4jacob2 items=113 tags=replie
checkPrediction(predictSlope, dH[0][0],
  `0,2 par les couches, plus 1 par le raccourci. Erreur fréquente : 0,2 encore, en oubliant que x
arrive aussi par l’addition.`);
// %% id=r4jacob3 items=113
console.log('dF/dx =', dF);
console.log('dH/dx =', dH);
const identity = dH.map((row, j) => row.map((value, i) => Number((value - dF[j][i]).toFixed(6))));
console.log('différence =', identity);
// %% [markdown] id=r4chain0 items=113
// Au retour, le gradient est multiplié par la dérivée de **chaque** bloc qu’il traverse. Sans raccourci, c’est un produit
// de pentes : qu’elles soient petites, et il ne reste rien. Avec, chaque facteur devient 1 + pente.
//
// **Prédire.** Deux blocs, de pentes 0,1 et −0,2. Sans raccourcis, le produit vaut −0,02. Et avec ?
// %% id=r4chainq role=free items=113
const predictChain: number | null = null; // ← un nombre
// %% id=r4chain1 items=113
const slopes = [0.1, -0.2];
const through = (list: number[], shortcut: number) =>
  list.reduce((product, slope) => product * (shortcut + slope), 1);
// %% id=r4chain2 items=113 tags=replie
checkPrediction(predictChain, Number(through(slopes, 1).toFixed(6)),
  `(1 + 0,1) × (1 − 0,2). Développez : 1 + 0,1 − 0,2 − 0,02. Le 1 est le chemin qui ne passe que
par des raccourcis. Erreur fréquente : 1 − 0,02.`);
// %% id=r4chain3 items=113
const twenty = new Array<number>(20).fill(0.1);
console.log('deux blocs  : nus', through(slopes, 0).toFixed(2), '; avec',
  through(slopes, 1).toFixed(2));
console.log('vingt blocs : nus', through(twenty, 0).toExponential(0), '; avec',
  through(twenty, 1).toFixed(2));
// %% [markdown] id=r4norm00 items=113
// Voilà pour la théorie. Et dans nos vrais réseaux, **au départ**, avant tout apprentissage ? Un moyen simple de lire un
// gradient : faire **un** pas de descente de taux 1 (poids ← poids − gradient), et regarder de combien chaque poids a bougé.
// %% id=r4norm01 items=113
const batch: LabelledImages = {
  images: new Volume([128, 14, 14, 1], small.images.data.slice(0, 128 * 196)),
  labels: small.labels.slice(0, 128),
};
const kernelsOf = (model: tf.LayersModel) => model.layers
  .filter(({ name }) => name.endsWith('_conv') && !name.endsWith('_0_conv'))
  .map((layer) => [...layer.getWeights()[0].dataSync()]);
const gradientNorms = async (model: tf.LayersModel) => { // une par convolution
  const before = kernelsOf(model);
  await train(model, batch, { epochs: 1, batchSize: 128, learningRate: 1, optimizer: 'sgd',
    progress: false });
  return kernelsOf(model).map((after, l) => Math.hypot(...after.map((w, i) => w - before[l][i])));
};
// %% [markdown] id=r4norm02 items=113
// **Prédire.** Réseau **nu** de 56 couches : comparé à celui de la dernière convolution, le gradient de la **première**
// est-il `'plus petit'`, `'semblable'` ou `'plus grand'` ?
// %% id=r4normq1 role=free items=113
const predictNorm: string | null = null; // ← 'plus petit', 'semblable' ou 'plus grand'
// %% id=r4norm03 items=113
const norms = { 'nu 20': await gradientNorms(build(20, false)),
  'résiduel 20': await gradientNorms(build(20, true)),
  'nu 56': await gradientNorms(build(56, false)),
  'résiduel 56': await gradientNorms(build(56, true)) };
const excess = (list: number[]) => list[0] / last(list); // la première contre la dernière
// %% id=r4norm04 items=113 tags=replie
const kindOf = (r: number) => (r < 1 / 3 ? 'plus petit' : r > 3 ? 'plus grand' : 'semblable');
checkPrediction(predictNorm, kindOf(excess(norms['nu 56'])),
  `On lit partout que le gradient « s’évanouit » dans les réseaux profonds. Pas ici : la
normalisation par lot remet chaque couche à l’échelle, et c’est l’inverse qui arrive, il explose
en remontant. Erreur fréquente : répondre d’après le slogan.`);
// %% id=r4norm05 items=113
lineProfile(norms, { log: true, title: 'Gradient de chaque convolution, au départ',
  x: 'convolution, de l’entrée (0) vers la sortie', y: 'norme' });
// %% id=r4norm06 items=113
for (const [name, list] of Object.entries(norms)) {
  console.log(name.padEnd(11), ': première / dernière =', excess(list).toPrecision(2));
}
const [bare, eased] = [excess(norms['nu 56']), excess(norms['résiduel 56'])];
console.log('nu 56 : plus de 100 fois :', bare > 100);
console.log('résiduel 56 : au moins 10 fois moins déséquilibré :', eased < bare / 10);
// %% [markdown] id=r4norm07 items=113
// À 56 couches nues, la première convolution reçoit un gradient des centaines de fois plus grand que la dernière : aucun pas
// ne convient aux deux à la fois. Les raccourcis ramènent ce rapport à une dizaine. Sur quatre graines, nous avons trouvé
// entre 380 et 1 800 pour le réseau nu, entre 3 et 12 pour l’autre.
//
// Restons honnêtes. L’article de 2015 écarte le gradient évanoui comme cause de la dégradation : ses réseaux nus sont normalisés,
// et leurs gradients lui ont paru sains. Notre mesure ne vaut qu’au **départ**, sur un petit réseau. Que les raccourcis
// aident, tout le monde le mesure ; pourquoi exactement, on en débat encore.
// %% [markdown] id=r5mark01 items=113
// ## 5. Les quatre courbes
//
// Entraînons les deux réseaux **résiduels**, comme les deux nus : mêmes images, même ordre, même taux.
//
// **Prédire.** Rangez du meilleur au pire, sur les images apprises, ces trois réseaux : `'résiduel 56'`, `'nu 20'`, `'nu 56'`.
// %% id=r5rankq1 role=free items=113
const predictRank: string[] | null = null; // ← les trois noms, le meilleur d’abord
// %% id=r5rank01 items=113
const residual20 = await learn(20, true);
const residual56 = await learn(56, true);
const final: Record<string, number> = { 'nu 20': last(plain20.loss), 'nu 56': last(plain56.loss),
  'résiduel 56': last(residual56.loss) };
// %% id=r5rank02 items=113 tags=replie
checkPrediction(predictRank, Object.keys(final).sort((a, b) => final[a] - final[b]),
  `Avec raccourcis, 56 couches apprennent, et mieux que 20 couches nues. Erreur fréquente : mettre
« nu 20 » devant, parce qu’il a moins de couches à régler.`);
// %% id=r5curve1 items=113
lineProfile({ 'nu 20': plain20.loss, 'nu 56': plain56.loss, 'résiduel 20': residual20.loss,
  'résiduel 56': residual56.loss }, { title: 'Perte sur les images apprises', x: 'époque',
  y: 'perte', first: 1 });
// %% id=r5curve2 items=113
console.log('résiduel, 20 couches :', text(residual20.loss));
console.log('résiduel, 56 couches :', text(residual56.loss));
console.log('nu : 56 perd sur 20 :', last(plain56.loss) - last(plain20.loss) > 0.3);
console.log('résiduel : 56 suit 20 à 0,3 près :',
  Math.abs(last(residual56.loss) - last(residual20.loss)) < 0.3);
// %% [markdown] id=r5honest items=113
// **Ce que l’on voit** : la dégradation disparaît. **Ce que l’on ne voit pas** : que 56 couches fassent *mieux* que 20. Sur
// quatre graines, 56 finit une fois à égalité et trois fois derrière, de 0,1 à 0,2. Nos images sont minuscules, l’entraînement dure
// quelques secondes. Dans l’article (table 6, CIFAR-10, 64 000 pas), l’erreur de test descend de 8,75 % à 20 couches à
// 6,97 % à 56 et 6,43 % à 110.
//
// Pourquoi ne pas montrer la validation ? La normalisation par lot s’y sert de moyennes glissantes (leçon 1.9), et nos
// quelque 180 pas ne suffisent pas à les établir. La dégradation se lit de toute façon sur l’apprentissage.
// %% [markdown] id=r6mark01 items=112
// ## 6. ResNet-50, 101, 152
//
// À partir de 50 couches, un bloc a **trois** convolutions : une 1 × 1 réduit les canaux, une 3 × 3 travaille, une 1 × 1 les
// rétablit. C’est le **goulot** (*bottleneck*) : 256 → 64 → 64 → 256.
//
// **Prédire.** Combien de poids ont ces trois noyaux ? (Deux 3 × 3 sur 256 canaux en auraient 1 179 648.)
// %% id=r6neckq1 role=free items=112
const predictNeck: number | null = null; // ← un entier, ou un calcul
// %% id=r6neck01 items=112
const weightsOf = (name: string) => // le noyau d’une couche de ResNet-50, sans ses biais
  resNet50.getLayer(name).getWeights()[0].shape.reduce((product, n) => product * n, 1);
const three = [1, 2, 3].map((k) => weightsOf(`conv2_block2_${k}_conv`));
const neck = three.reduce((sum, n) => sum + n, 0);
// %% id=r6neck02 items=112 tags=replie
checkPrediction(predictNeck, neck,
  `256 × 64 + 9 × 64 × 64 + 64 × 256. Erreur fréquente : compter 9 pour les trois noyaux ; seul
celui du milieu est 3 × 3.`);
// %% id=r6neck03 items=112
console.log(three.join(' + '), '=', neck, '; deux 3 × 3 :', 2 * 9 * 256 * 256, 'soit',
  (2 * 9 * 256 * 256 / neck).toFixed(1), 'fois plus');
// %% id=r6count1 items=112
for (const depth of [50, 101, 152] as const) {
  const model = depth === 50 ? resNet50 : onPaper(() => resNet({ depth: depth }));
  const { parameters, macs } = describe(model).totals;
  console.log(`ResNet-${depth} : ${depthOf(model)} couches, ${parameters} paramètres,`, macs,
    'multiplications');
}
// %% [markdown] id=r6stride items=112
// (Pour une image de 224 × 224.)
//
// Un détail qui a semé la confusion. Là où l’image rétrécit, le pas de 2 est placé sur la **première** 1 × 1 du goulot : c’est
// l’article, et Keras. PyTorch le place sur la 3 × 3 (on dit « v1.5 »), pour ne pas sauter trois pixels sur quatre.
//
// **Prédire.** Combien de paramètres la version 1.5 a-t-elle **de plus** ?
// %% id=r6strid0 role=free items=112
const predictExtra: number | null = null; // ← un entier
// %% id=r6strid1 items=112
const v1 = describe(resNet50).totals;
const v15 = describe(onPaper(() => resNet({ depth: 50, strideIn: '3x3' }))).totals;
// %% id=r6strid2 items=112 tags=replie
checkPrediction(predictExtra, v15.parameters - v1.parameters,
  `Un pas n’est pas un poids. Mais la première 1 × 1 travaille alors sur quatre fois plus de
pixels : le calcul augmente. Erreur fréquente : croire que plus de calcul veut dire plus de
paramètres.`);
// %% id=r6strid3 items=112
const giga = (n: number) => (n / 1e9).toFixed(3).replace('.', ',');
console.log('v1 :', giga(v1.macs), 'G ; v1.5 :', giga(v15.macs), 'G ; soit',
  `+${(100 * (v15.macs / v1.macs - 1)).toFixed(1).replace('.', ',')} %`);
// %% [markdown] id=r7mark01 items=114
// ## 7. DenseNet : concaténer au lieu d’ajouter
//
// Un an plus tard, Gao Huang, Zhuang Liu, Laurens van der Maaten et Kilian Weinberger (*Densely Connected
// Convolutional Networks*, août 2016, présenté à CVPR 2017) poussent l’idée : au lieu d’**ajouter** x, on le **garde à
// côté**. Chaque couche reçoit alors tout ce que les précédentes ont produit.
//
// **Prédire.** x = [1, 2] et F = [10, 20] sont deux canaux chacun. Que reçoit la couche suivante si l’on **concatène**
// x puis F ?
// %% id=r7concaq role=free items=114
const predictConcat: number[] | null = null; // ← une liste
// %% id=r7conca1 items=114
const [kept, fresh] = [[1, 2], [10, 20]];
const joined = [...tf.concat([tf.tensor1d(kept), tf.tensor1d(fresh)], 0).dataSync()];
const added = [...tf.add(tf.tensor1d(kept), tf.tensor1d(fresh)).dataSync()];
// %% id=r7conca2 items=114 tags=replie
checkPrediction(predictConcat, joined,
  `Quatre canaux : rien n’est mélangé, on peut encore lire 1, 2, 10 et 20. La somme, elle, n’en a
que deux, et 11 peut venir de 1 + 10 ou de 5 + 6. Erreur fréquente : [11, 22].`);
// %% id=r7conca3 items=114
console.log('concaténation :', joined, '; addition :', added);
// %% [markdown] id=r7block0 items=114
// Le prix : les canaux s’accumulent. Chaque couche n’en produit donc que peu : k, le **taux de croissance** (*growth rate*).
// Voici un bloc dense de 5 couches, k = 4, dessiné d’après le modèle. Les arcs montrent qui lit qui.
// %% id=r7block1 items=114
const buildDense = () => denseNet({
  blocks: [5], growthRate: 4, width: 0.125, inputShape: [32, 32, 1], classes: 10,
});
denseBlock(onPaper(buildDense), 'conv2');
// %% [markdown] id=r7links0 items=114
// **Prédire.** Combien de liens dans un bloc de **6** couches (le premier de DenseNet-121) ?
// %% id=r7linksq role=free items=114
const predictLinks: number | null = null; // ← un entier
// %% id=r7links1 items=114
const denseNet121 = onPaper(() => denseNet({ depth: 121 }));
const sources = sourcesOf(denseNet121); // ce que lit chaque couche à poids, relevé sur le modèle
const linksIn = (block: string) => [...sources].filter(([name]) =>
  name.startsWith(`${block}_`) && name.endsWith('_1_conv')).map(([, read]) => read.length);
const count = (links: number[]) => links.reduce((sum, n) => sum + n, 0);
// %% id=r7links2 items=114 tags=replie
checkPrediction(predictLinks, count(linksIn('conv2')),
  `La couche l lit l paquets : 1 + 2 + … + 6 = 6 × 7 / 2. En général L(L + 1)/2. Erreur
fréquente : 6, un lien par couche, comme dans un réseau nu.`);
// %% id=r7links3 items=114
for (const block of ['conv2', 'conv3', 'conv4', 'conv5']) {
  const L = linksIn(block).length;
  console.log(`${block} : ${L} couches, ${count(linksIn(block))} liens ; L(L + 1)/2 =`,
    L * (L + 1) / 2);
}
// %% [markdown] id=r7chan00 items=114
// **Prédire.** Ce bloc reçoit 64 canaux, et k = 32. Combien de canaux en sortent, après ses 6 couches ?
// %% id=r7chanq1 role=free items=114
const predictChannels: number | null = null; // ← un entier
// %% id=r7chan01 items=114
const channelsAfter = (l: number) => // à la sortie de la couche l du bloc
  Number(describe(denseNet121).row(`conv2_block${l}_concat`).outputShape[2]);
const channels = [1, 2, 3, 4, 5, 6].map(channelsAfter);
// %% id=r7chan02 items=114 tags=replie
checkPrediction(predictChannels, channels[5],
  `64 + 32 × 6. Erreur fréquente : 192, en oubliant l’entrée du bloc, qui est gardée elle aussi.`);
// %% id=r7chan03 items=114
console.log('64 + 32 l :', channels.join(', '));
const pooled = describe(denseNet121).row('pool2_pool').outputShape;
console.log('après la transition :', pooled.join(' × '));
// %% id=r7matrix items=114
const packets = ['entrée', 'H1', 'H2', 'H3', 'H4', 'H5'];
linkMatrix(packets.map((_, l) => packets.map((__, s) => (s > l ? null : s === 0 ? 64 : 32))), {
  title: 'Le premier bloc de DenseNet-121', unit: 'canaux',
  rows: packets.map((_, l) => `couche ${l + 1}`), columns: packets,
});
// %% [markdown] id=r7trans0 items=114
// Entre deux blocs, une **transition** (1 × 1, puis moyenne 2 × 2) garde la moitié des canaux et divise l’image par deux :
// on ne concatène pas des cartes de tailles différentes. Qu’en est-il alors des liens **d’un bloc à l’autre** ?
// %% id=r7inside items=114
const read = sources.get('conv3_block2_1_conv') ?? [];
console.log('la couche 2 du bloc conv3 lit :', read.join(', '));
console.log('des couches du bloc conv2 :', read.filter((name) => name.startsWith('conv2')).length);
// %% [markdown] id=r7e29001 items=114
// > ⚠ **Erratum du support.** « Chaque couche est connectée à toutes les couches précédentes » n’est vrai qu’**à l’intérieur
// > d’un bloc dense** (on ne dit pas « bloc de densité »). D’un bloc au suivant, tout passe par une transition. Et il s’agit de
// > **concaténation**, pas d’addition. L’article est de 2016 sur arXiv, de 2017 à CVPR.
// %% id=r7count1 items=114
for (const depth of [121, 169, 201] as const) {
  const model = depth === 121 ? denseNet121 : onPaper(() => denseNet({ depth: depth }));
  const { parameters, macs } = describe(model).totals;
  console.log(`DenseNet-${depth} : ${depthOf(model)} couches, ${parameters} paramètres,`, macs,
    'multiplications');
}
const megabytes = (model: tf.LayersModel) => describe(model).totals.activationBytes / 1e6;
const [memory, other] = [denseNet121, resNet50].map(megabytes);
console.log(`cartes d’une image : ${memory.toFixed(0)} Mo, contre ${other.toFixed(0)} (ResNet-50)`);
// %% [markdown] id=r7count2 items=114
// D’après l’article (figure 3), DenseNet-201 se trompe à peu près autant que ResNet-101, qui a deux fois plus de
// paramètres : une couche qui lit tout n’a pas besoin de réapprendre ce que d’autres savent. Mais ses cartes, gardées et
// recopiées, prennent plus de mémoire.
// %% [markdown] id=r8mark01 items=114
// ## 8. Les cartes anciennes servent-elles encore ?
//
// C’est la **réutilisation** des caractéristiques. L’article la montre par la taille moyenne des poids de chaque lien (figure
// 5). Sur un entraînement court, cette taille dit surtout d’où l’on est parti ; nous ferons mieux : **couper** un lien (ses
// poids à zéro), et voir de combien la perte monte.
// %% id=r8train1 items=114
const count8 = size.images; // 28 × 28 → 32 × 32 : une marge de deux zéros tout autour
const margin = tf.tidy(() => tf.tensor(clothes.images.data as Float32Array, [count8, 28, 28, 1])
  .pad([[0, 0], [2, 2], [2, 2], [0, 0]]).dataSync());
const framed: LabelledImages = {
  images: new Volume([count8, 32, 32, 1], margin as Float32Array), labels: clothes.labels,
};
const tinyDense = seeded(seed, buildDense);
const { metrics } = await train(tinyDense, framed, { epochs: size.epochs, batchSize: 50,
  seed: seed, learningRate: 0.005, progress: false });
console.log('perte :', text(metrics.loss));
// %% [markdown] id=r8cutq00 items=114
// Six lecteurs : les cinq couches du bloc, et la couche des classes, qui lit les six paquets. Pour couper un lien, on met à zéro les
// poids qui lisent ce paquet, on mesure la perte, on les remet.
// %% id=r8cut001 items=114
const few = tf.tensor(framed.images.data.slice(0, 400 * 1024) as Float32Array, [400, 32, 32, 1]);
const lossNow = () => tf.tidy(() => { // sur 400 images, normalisées par lot comme à l’apprentissage
  const q = (tinyDense.apply(few, { training: true }) as tf.Tensor).dataSync();
  const terms = [...framed.labels.slice(0, 400)].map((label, i) => -Math.log(q[10 * i + label]));
  return terms.reduce((sum, term) => sum + term, 0) / 400;
});
// %% id=r8cut002 items=114
const whole = lossNow();
const edges = [0, 8, 12, 16, 20, 24, 28]; // les canaux du paquet s : de edges[s] à edges[s + 1]
const riseWithout = (reader: string, s: number) => {
  const layer = tinyDense.getLayer(reader);
  const [kernel, ...others] = layer.getWeights();
  const shape = [...kernel.shape];
  const all = kernel.dataSync().slice() as Float32Array;
  const width = shape[shape.length - 1]; // les poids qui lisent un même canal se suivent
  const cut = all.slice().fill(0, edges[s] * width, edges[s + 1] * width);
  layer.setWeights([tf.tensor(cut, shape), ...others]);
  const rise = lossNow() - whole;
  layer.setWeights([tf.tensor(all, shape), ...others]);
  return rise;
};
// %% [markdown] id=r8cutq02 items=114
// **Prédire.** Coupons le lien **le plus long** : de l’entrée du bloc à la couche des classes, par-dessus les cinq couches. La
// perte monte-t-elle d’au moins 0,01 : `'oui'` ou `'non'` ?
// %% id=r8cutq01 role=free items=114
const predictReuse: string | null = null; // ← 'oui' ou 'non'
// %% id=r8cut003 items=114
const readers = [1, 2, 3, 4, 5].map((l) => `conv2_block${l}_1_conv`).concat('predictions');
const rises = readers.map((reader, l) => [0, 1, 2, 3, 4, 5].map((s) =>
  (s > l ? null : riseWithout(reader, s))));
const longest = rises[5][0] ?? 0;
// %% id=r8cut004 items=114 tags=replie
checkPrediction(predictReuse, longest >= 0.01 ? 'oui' : 'non',
  `La dernière couche se sert encore de ce que le bloc a reçu, six étages plus bas. Erreur
fréquente : croire qu’une couche n’a besoin que de la précédente.`);
// %% id=r8cut005 items=114
const short = (rise: number | null) => (rise === null ? null : Number(rise.toFixed(2)));
linkMatrix(rises.map((row) => row.map(short)), {
  title: 'De combien la perte monte quand on coupe un lien', unit: 'hausse de la perte',
  rows: ['couche 1', 'couche 2', 'couche 3', 'couche 4', 'couche 5', 'classes'], columns: packets,
});
// %% id=r8cut006 items=114
const classes = rises[5].map((rise) => rise ?? 0);
console.log('perte du réseau entier :', whole.toFixed(2));
console.log('liens vers les classes dont la coupe coûte au moins 0,01 :',
  classes.filter((rise) => rise >= 0.01).length, 'sur 6');
const nearest = rises.slice(0, 5).map((row, l) => row[l] ?? 0);
const older = rises.slice(0, 5).flatMap((row, l) => row.slice(0, l).map((rise) => rise ?? 0));
const mean = (list: number[]) => list.reduce((sum, n) => sum + n, 0) / list.length;
console.log('entre couches, le paquet le plus récent compte plus :', mean(nearest) > mean(older));
console.log('mais les anciens comptent aussi :', mean(older) > 0.01);
// %% [markdown] id=r8honest items=114
// La couche des classes se sert de **tous** les paquets, les plus anciens compris ; entre couches, c’est le plus récent qui compte le
// plus, en moyenne. Sur quatre graines, ces deux faits tiennent ; le détail des cases, non : un lien presque inutile ici sera
// précieux ailleurs. Et comme chaque lien est aussi un chemin de retour, le gradient de la perte arrive **directement** à
// chaque couche du bloc : c’est la propagation « plus fluide » dont parle le support.
// %% [markdown] id=r9retain
// ## À retenir
//
// - **Dégradation** : passé une certaine profondeur, un réseau nu apprend moins bien, sur les images **apprises**. Ce n’est pas
//   du surapprentissage.
// - **Bloc résiduel** : H(x) = F(x) + x. Le raccourci porte **x** ; les couches apprennent le résidu, F = H − x.
// - dH/dx = dF/dx + **I** : le gradient a toujours un chemin que rien ne multiplie.
// - **Projection** : une 1 × 1 sur le raccourci, là où la taille ou le nombre de canaux change.
// - **Goulot** : 1 × 1, 3 × 3, 1 × 1. ResNet-50 a 25 636 712 paramètres (avec les biais, comme Keras).
// - **Bloc dense** : chaque couche lit tous les paquets du bloc, **concaténés**, et en ajoute un de k canaux ; L(L + 1)/2 liens.
// - **Transition** : entre deux blocs denses, moitié moins de canaux, image divisée par deux. DenseNet-121 : 8 062 504 paramètres.
//
// ### Petit glossaire
//
// | Terme | En anglais | En une ligne |
// |---|---|---|
// | dégradation | *degradation* | un réseau plus profond qui apprend moins bien |
// | réseau nu | *plain network* | les mêmes couches, sans raccourcis |
// | raccourci, connexion de saut | *shortcut, skip connection* | un chemin qui passe à côté des couches |
// | résidu | *residual* | ce que les couches d’un bloc ajoutent à son entrée |
// | projection | *projection shortcut* | une convolution 1 × 1 sur le raccourci |
// | goulot | *bottleneck* | réduire les canaux, travailler, les rétablir |
// | bloc dense | *dense block* | des couches dont chacune lit toutes les précédentes |
// | concaténation | *concatenation* | mettre des canaux bout à bout, sans les mélanger |
// | taux de croissance | *growth rate* | les canaux que chaque couche d’un bloc dense ajoute |
// | transition | *transition layer* | ce qui relie deux blocs denses |
//
// ### Notations
//
// | Notation | Sens |
// |---|---|
// | $\mathcal{F}(x)$ | ce que calculent les couches d’un bloc : le résidu |
// | $\mathcal{H}(x)$ | ce que rend le bloc |
// | $I$ | la matrice identité |
// | $k$ | taux de croissance d’un bloc dense |
// | $L$ | nombre de couches d’un bloc dense |
//
// ### À vous de jouer
//
// Construisez ResNet-50 et DenseNet-121, au paramètre près, dans les [exercices 1.10](../exercices/1.10-resnet-densenet.ipynb). Et
// ici :
//
// 1. Changez `seed`, et relancez les parties 2 et 5. Qu’est-ce qui reste vrai ?
// 2. Entraînez `learn(110, true)` (une minute). Y a-t-il dégradation ?
// 3. Dans la partie 3, donnez à W2 les poids opposés, [[−0,2 ; 0,4], [−1 ; −1]]. Que devient H(x) ? Et dH/dx ?
// 4. Combien de liens aurait DenseNet-121 si chaque couche lisait **toutes** les précédentes, d’un bloc à l’autre compris
//    (58 couches en tout) ?
//
// <details><summary>Réponses</summary>
//
// 1. Nu, 56 reste loin derrière 20 ; résiduel, il le suit de près.
// 2. Non : il apprend, un peu plus lentement.
// 3. F(x) = [−0,5 ; 1], donc H(x) = [1,5 ; 2] ; dH/dx = [[0,8 ; −0,1], [0,4 ; 1,2]].
// 4. 58 × 59 / 2 = 1711, au lieu de 21 + 78 + 300 + 136 = 535.
//
// </details>
// %% id=r9brouil role=free
// votre brouillon
