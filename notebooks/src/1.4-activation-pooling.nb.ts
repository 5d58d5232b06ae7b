// ---
// title: Activation et pooling
// ---
// %% [markdown] id=bc7uy1qd
// # 1.4 Activation et pooling
//
// **Pourquoi glisser entre deux convolutions une fonction aussi simple que « remplacer les nombres
// négatifs par zéro », et pourquoi jeter ensuite trois nombres sur quatre ?**
//
// Ces deux opérations n’ont aucun paramètre à apprendre. Pourtant, sans la première, empiler des
// couches ne servirait à rien ; sans la seconde, la fin du réseau coûterait quatre fois plus cher.
// Voyons pourquoi, sur des tableaux de seize nombres, puis sur des réseaux que vous entraînerez ici
// même.
//
// À la fin, vous saurez :
//
// - montrer que deux convolutions de suite n’en font qu’une, et ce que ReLU y change ;
// - appliquer ReLU, Leaky ReLU et ELU, et lire leur dérivée sur une courbe ;
// - reconnaître un neurone mort, et dire comment l’éviter ;
// - calculer un pooling par maximum, par moyenne ou par somme, et la taille de ce qu’il rend ;
// - dire ce que le pooling économise, ce qu’il n’économise pas, et ce qu’il perd.
//
// Lecture : environ 50 minutes, réponses comprises. Comptez autant pour vos essais, en deux fois si vous
// voulez : la fin de la partie 7 est une bonne étape.
//
// À chaque « **Prédire** », remplacez `null` par votre réponse, puis exécutez la suite : la cellule repliée
// compare votre réponse au calcul, et explique.
// %% [markdown] id=28goq6vp
// ## Avant de commencer : trois souvenirs des leçons 1.2 et 1.3
//
// Répondez de tête, puis dépliez.
//
// **1.** Un filtre 3 × 3 glisse sur une image 7 × 7, avec un pas de 2 et sans remplissage. Combien de
// lignes le résultat a-t-il ?
//
// <details><summary>Réponse</summary>
//
// (7 − 3) / 2 + 1 = 3 lignes.
//
// </details>
//
// **2.** Une couche a 6 filtres 3 × 3 et reçoit une image en couleur. Combien de paramètres doit-elle
// apprendre ?
//
// <details><summary>Réponse</summary>
//
// 6 × (3 × 3 × 3 + 1) = 168 : chaque filtre a une tranche par canal, et un seul biais.
//
// </details>
//
// **3.** Sur une carte de caractéristiques, que veut dire une réponse fortement négative ?
//
// <details><summary>Réponse</summary>
//
// Que la région contient le motif **inverse** de celui du filtre : pour un détecteur de bords, un bord
// dans l’autre sens.
//
// </details>
// %% id=5nujzjh4 role=given
import {
  activationCurves, avgPool2d, bars, byProfile, checkPrediction, conv2d, decisionFilm,
  decisionSurface, elu, heatmapGrid, kernelCells, leakyRelu, leakyReluBackward, lineProfile,
  loadMnist, maxPool2d, measureStrips, outputSize, poolingWindow, relu, reluBackward, sigmoid,
  sigmoidBackward, sumPool2d, tanh, trueConv2d, Volume, type DecisionShot,
} from '@convolab/lib';
import * as nn from '@convolab/lib/nn';
import * as tf from '@convolab/lib/tf';
// %% [markdown] id=1nfgxfpc items=64
// ## 1. Deux convolutions de suite n’en font qu’une
//
// Une première convolution trouve des bords ; une deuxième, sur ses cartes, devrait trouver des motifs
// faits de bords : des coins, des boucles. Essayons, avec une image de 7 × 7 et deux noyaux de 3 × 3
// (pas de 1, sans remplissage).
//
// **Prédire.** Supposons qu’**une seule** convolution sache faire le travail des deux. De quelle taille
// devrait être son noyau : 3 × 3, 5 × 5, 6 × 6 ou 9 × 9 ? Écrivez son côté.
// %% id=p7dzf7ba role=free items=64
const predictSide: number | null = null; // ← 3, 5, 6 ou 9
// %% id=kmkc057o items=64
const sample = [
  [1, 0, 2, 1, 0, 3, 1],
  [0, 4, 1, 0, 2, 1, 0],
  [2, 1, 0, 3, 1, 0, 2],
  [0, 2, 5, 1, 0, 1, 1],
  [1, 0, 1, 2, 4, 0, 0],
  [3, 1, 0, 0, 1, 2, 1],
  [0, 2, 1, 1, 0, 0, 5],
];
const first = [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]];
const second = [[1, 0, -1], [0, 1, 0], [0, -1, 0]];
const stacked = conv2d(conv2d(sample, first), second);
// %% id=ly5ilyzw items=64 tags=replie
checkPrediction(predictSide, sample.length - stacked.length + 1,
  `Chaque noyau 3 × 3 retire 2 : de 7 à 5, puis à 3. Un seul noyau doit donc retirer 4, et 7 − F
+ 1 = 3 donne F = 5. Erreur fréquente : 6, en additionnant les deux côtés.`);
// %% [markdown] id=yrkkbcvg items=64
// Ce noyau existe-t-il vraiment ? Oui, et on sait le calculer : c’est la convolution, au sens des
// mathématiques (leçon 1.2), des deux noyaux, en gardant toutes les positions où ils se touchent.
// %% id=g6z642u4 items=64
const merged = trueConv2d(first, second, { padding: 2 });
console.log('deux convolutions de suite :', stacked);
console.log('une seule, de noyau 5 × 5  :', conv2d(sample, merged));
kernelCells({ 'premier noyau': first, 'second noyau': second, 'noyau unique': merged });
// %% [markdown] id=y6dpml6j items=64
// Mêmes nombres. Deux convolutions de suite, ou cent, ne calculent donc rien qu’une seule, assez large,
// ne sache calculer. (Avec des biais, c’est pareil : il reste un noyau et un biais.) Une opération qui
// ne fait que multiplier par des nombres fixes et additionner est dite **linéaire**, et deux opérations
// linéaires de suite en font encore une.
//
// Il faut donc **casser la linéarité** entre les deux. Le plus simple : après la première convolution,
// remplacer chaque nombre négatif par 0.
//
// Comment être sûr qu’aucun noyau, même immense, n’imite plus le tout ? Par un test que toute
// convolution sans biais réussit : quand on change le signe de l’image, le résultat change de signe.
//
// **Prédire.** Avec ce remplacement au milieu, l’image opposée donne-t-elle encore le résultat opposé ?
// %% id=sz25kwij role=free items=64
const predictOpposite: string | null = null; // ← 'oui' ou 'non'
// %% id=lk4l7gia items=64
const opposite = (matrix: number[][]) => matrix.map((row) => row.map((x) => 0 - x));
const linear = (image: number[][]) => conv2d(conv2d(image, first), second);
const broken = (image: number[][]) => conv2d(relu(conv2d(image, first)), second);
const isOdd = (f: typeof linear) => String(f(opposite(sample))) === String(opposite(f(sample)));
// %% id=tclpjmf6 items=64 tags=replie
checkPrediction(predictOpposite, isOdd(broken) ? 'oui' : 'non',
  `Les nombres mis à zéro ne sont pas les mêmes pour l’image et pour son opposée. Erreur
fréquente : oui, parce que chaque convolution, seule, réussit le test.`);
// %% id=qv0k8xiq items=64
console.log('sans rien au milieu, le test réussit :', isOdd(linear));
console.log('avec ReLU au milieu, le test réussit :', isOdd(broken));
console.log('l’image   :', broken(sample));
console.log('l’opposée :', broken(opposite(sample)));
// %% [markdown] id=fwq06156 items=64,65
// Le test échoue : cette fois, les deux couches font ensemble ce qu’aucune convolution seule ne peut
// faire. (Un biais n’y aiderait pas : les deux résultats, additionnés, donneraient alors le même nombre dans
// toutes les cases, le double du biais. Ici, −2 + 1 = −1 dans la première, 10 − 7 = 3 dans la septième.) Une fonction glissée ainsi entre les couches s’appelle une **fonction d’activation**. Elle
// s’applique **élément par élément** : chaque nombre est transformé seul, et la forme ne change pas.
// %% [markdown] id=1mewhmeo items=65
// ## 2. ReLU : garder le positif
//
// Celle que nous venons d’employer est la plus courante, **ReLU** (*rectified linear unit*, « unité
// linéaire redressée ») :
//
// $$f(x) = \max(0, x) = \begin{cases} x & \text{si } x \ge 0 \\ 0 & \text{si } x < 0 \end{cases}$$
//
// Les nombres positifs passent tels quels, les autres sont arrêtés.
// %% id=hymmeqcp items=65,67
const someNumbers = [-3, -0.5, 0, 0.5, 3];
console.log('x             :', someNumbers);
console.log('max(0, x)     :', someNumbers.map((x) => Math.max(0, x)));
console.log('x ≥ 0 ? x : 0 :', someNumbers.map((x) => (x >= 0 ? x : 0)));
console.log('relu          :', relu(someNumbers));
console.log('tfjs          :', Array.from(tf.relu(tf.tensor1d(someNumbers)).dataSync()));
// %% [markdown] id=klyzfvoj items=66
// Voici une petite carte de caractéristiques, qui nous suivra jusqu’à la fin de la leçon.
//
// | | | | |
// |---|---|---|---|
// | 15 | 20 | −10 | 35 |
// | 18 | −110 | 25 | 100 |
// | 20 | −15 | 25 | −10 |
// | 101 | 75 | 18 | 23 |
//
// **Prédire.** Combien de zéros la carte aura-t-elle après ReLU ?
// %% id=v2gtlb9t role=free items=66
const predictZeros: number | null = null; // ← votre réponse
// %% id=6f6b6m76 items=66
const table = [
  [15, 20, -10, 35],
  [18, -110, 25, 100],
  [20, -15, 25, -10],
  [101, 75, 18, 23],
];
const rectified = relu(table);
// %% id=2nh2wb6z items=66 tags=replie
checkPrediction(predictZeros, rectified.flat().filter((value) => value === 0).length,
  `Un zéro par nombre négatif : −10, −110, −15 et −10. Erreur fréquente : 3, en oubliant que −10
y est deux fois.`);
// %% id=gltpz2us items=66
console.log('relu :', rectified);
console.log('tfjs :', tf.relu(tf.tensor2d(table)).arraySync());
heatmapGrid({ 'avant ReLU': table, 'après ReLU': rectified });
// %% [markdown] id=x2g9u2cg items=65,67
// La leçon 1.2 l’avait promis : ses filtres 1 et 3 donnaient des cartes opposées, donc redondantes ;
// après ReLU, elles ne le sont plus.
// %% id=wxyt0f72 items=65,67
const digits = loadMnist(byProfile({
  rapide: { train: 4000, test: 1000 },
  complet: { train: 60000, test: 10000 },
}));
const place = digits.test.labels.indexOf(7) * 784; // 28 × 28 nombres par image
const digit = new Volume([28, 28], digits.test.images.data.slice(place, place + 784));
const topEdges = conv2d(digit.toNested(2), [[-1, -1, -1], [1, 1, 1], [0, 0, 0]]);
const bottomEdges = conv2d(digit.toNested(2), [[0, 0, 0], [1, 1, 1], [-1, -1, -1]]);
heatmapGrid({
  'filtre 1': topEdges, 'filtre 1, ReLU': relu(topEdges),
  'filtre 3': bottomEdges, 'filtre 3, ReLU': relu(bottomEdges),
});
// %% [markdown] id=q61zftn8 items=65,67
// Dans chaque paire, ReLU ne garde que l’orange : les bords du haut pour le filtre 1, ceux du bas pour
// le filtre 3. Chacun a désormais son rôle.
// %% [markdown] id=vl4c4m6h items=68
// ## 3. Premier avantage : ne plus être linéaire
//
// Un tout petit problème résiste pourtant au linéaire : **XOR** (« ou exclusif »), quatre points, deux
// classes. Un point est de la classe 1 quand une seule de ses coordonnées vaut 1.
//
// | x | y | classe |
// |---|---|---|
// | 0 | 0 | 0 |
// | 0 | 1 | 1 |
// | 1 | 0 | 1 |
// | 1 | 1 | 0 |
//
// Un réseau linéaire sépare deux classes par une **droite**. Dessinez le carré, et essayez.
//
// **Prédire.** Combien des quatre points une droite peut-elle classer juste, au mieux ?
// %% id=ymfl97cw role=free items=68
const predictLine: number | null = null; // ← un nombre de 0 à 4
// %% id=00qxp98x items=68
const corners = [[0, 0], [0, 1], [1, 0], [1, 1]];
const points = corners.map(([x, y]) => ({ x: x, y: y, label: x === y ? 0 : 1 }));
// %% id=f2b53at9 items=68 tags=replie
let bestLine = 0;
for (let degrees = 0; degrees < 360; degrees++) { // toutes les directions...
  const [a, b] = [Math.cos(degrees * Math.PI / 180), Math.sin(degrees * Math.PI / 180)];
  for (let c = -2; c <= 2; c += 0.05) { // ... et beaucoup de positions de la droite a x + b y = c
    const right = points.filter(({ x, y, label }) => (a * x + b * y > c ? 1 : 0) === label);
    bestLine = Math.max(bestLine, right.length);
  }
}
checkPrediction(predictLine, bestLine,
  `La cellule a essayé des milliers de droites. Une droite isole facilement un coin, mais jamais
deux coins opposés à la fois. Erreur fréquente : 2, en ne pensant qu’aux droites parallèles aux
axes.`);
// %% [markdown] id=om8b8x1d items=68
// Entraînons deux réseaux sur ces quatre points : deux couches denses (leçon 1.5), les mêmes poids au
// départ, une seule différence : le second applique ReLU entre les deux. L’apprentissage attendra la
// leçon 1.6 ; regardez seulement ce que chacun **devient capable** de séparer. (Une cellule repliée
// contient de la plomberie : ouvrez-la d’un clic si elle vous intéresse.)
// %% id=88sjojtz items=68
const build = (activation: 'linear' | 'relu') => nn.sequential([
  nn.dense({ units: 8, activation: activation }),
  nn.dense({ units: 2, activation: 'softmax' }), // une probabilité par classe
], { inputShape: [2], seed: 1 });
const contestants = { 'sans ReLU': build('linear'), 'avec ReLU': build('relu') };
const xor = {
  inputs: Volume.from(points.map(({ x, y }) => [x, y])), labels: points.map(({ label }) => label),
};
// ce que répond un réseau en beaucoup de points du plan : la probabilité de la classe 1
const look = (network: nn.Network) => decisionSurface((grid) =>
  Array.from(network.predict(Volume.from(grid)).data).filter((_, i) => i % 2 === 1));
// %% id=wlud2e9z items=68 tags=replie
const xorStory: DecisionShot[] = [];
let done = 0;
for (const epoch of [0, 5, 10, 20, 50, 100, 200]) {
  const surfaces: Record<string, number[][]> = {};
  for (const [name, network] of Object.entries(contestants)) {
    if (epoch > done) {
      const options = { optimizer: nn.sgd(), learningRate: 0.5, progress: false };
      await network.fit(xor, { epochs: epoch - done, ...options });
    }
    surfaces[name] = look(network);
  }
  xorStory.push({ epoch: epoch, surfaces: surfaces });
  done = epoch;
}
// %% [markdown] id=n8wj6bb8 items=68
// Faites défiler les époques. La couleur est la réponse du réseau (bleu : classe 0, orange : classe 1,
// presque blanc : il hésite), et le trait marque la frontière. À partir de quelle époque le réseau avec
// ReLU a-t-il tout juste ?
// %% id=ecqfsy1p items=68
decisionFilm(xorStory, points);
// %% [markdown] id=dbor1rbi items=68
// Sans ReLU, les deux couches n’en font qu’une, et le réseau finit par répondre 0,5 partout, faute de
// mieux. Avec ReLU, tout est juste à l’époque 20 (mais pas à 10), et la frontière est faite de **lignes brisées** : chaque
// neurone a sa droite, d’un côté de laquelle il se tait, et la somme des huit, chacun avec son poids, isole
// les coins opposés.
//
// Dans une image aussi : « une boucle **et** pas de barre » n’est pas une somme de pixels.
// %% [markdown] id=n0tou6kz items=69
// ## 4. Deuxième avantage : des zéros, beaucoup de zéros
//
// Un tableau où beaucoup de nombres sont nuls est dit **creux** (on parle de *sparsité*, de l’anglais
// *sparsity*). ReLU en fabrique : pour une image donnée, seuls répondent les filtres dont le motif est
// là, et les autres se taisent. Si les réponses tombaient au hasard autour de zéro, ReLU en annulerait
// une sur deux. Et dans un vrai réseau, sur de vraies images ?
//
// Mesurons. Voici un petit CNN à trois activations ReLU. On l’entraîne un peu, et l’on compte les zéros
// après chaque ReLU, avant et après l’apprentissage, sur des chiffres qu’il n’a jamais vus.
// %% id=ozcnowz5 items=69
const reader = nn.sequential([
  nn.conv2d({ filters: 8, kernelSize: 3, padding: 'same', activation: 'relu' }),
  nn.maxPool2d(), // le pooling : partie 8
  nn.conv2d({ filters: 16, kernelSize: 3, padding: 'same', activation: 'relu' }),
  nn.maxPool2d(),
  nn.flatten(),
  nn.dense({ units: 32, activation: 'relu' }),
  nn.dense({ units: 10, activation: 'softmax' }),
], { inputShape: [28, 28, 1], seed: 1 });
// %% id=rmx7uzz4 items=69 tags=replie
// 2000 chiffres pour apprendre, 200 autres pour compter les zéros
const pixels = digits.train.images.data.slice(0, 2000 * 784);
const few = {
  images: new Volume([2000, 28, 28, 1], pixels), labels: digits.train.labels.slice(0, 2000),
};
const unseenPixels = digits.test.images.data.slice(0, 200 * 784) as Float32Array;
const unseen = tf.tensor4d(unseenPixels, [200, 28, 28, 1]);
// %% id=jn425krh items=69 tags=replie
function zerosByLayer(when: string): Record<string, number> {
  const twin = nn.toTfjs(reader); // le même réseau en tfjs, qui sait montrer ses couches une à une
  const outputs = twin.layers.filter((layer) => layer.getClassName() === 'ReLU')
    .map((layer) => layer.output as tf.SymbolicTensor);
  const probe = tf.model({ inputs: twin.inputs, outputs: outputs });
  const answers = probe.predict(unseen) as tf.Tensor[];
  const zeroShare = (t: tf.Tensor) => (t.equal(0).toFloat().mean() as tf.Scalar).arraySync();
  return Object.fromEntries(['conv 1', 'conv 2', 'dense'].map((name, i) =>
    [`${name}, ${when}`, Math.round(100 * zeroShare(answers[i]))]));
}
// %% id=ftdnhwur items=69
const zerosBefore = Object.entries(zerosByLayer('avant'));
await reader.fit(few, { epochs: 2, learningRate: 0.002, progress: false });
const zerosAfter = Object.entries(zerosByLayer('après'));
bars(Object.fromEntries(zerosBefore.flatMap((pair, i) => [pair, zerosAfter[i]])), {
  title: 'Part de zéros après ReLU, avant et après l’apprentissage', x: '% de zéros', most: 100,
});
// %% [markdown] id=duzzruoc items=69
// Partout, une bonne part des nombres est nulle. Mais :
//
// - **avant** l’apprentissage, la première couche dépasse de loin 50 %, parce que le fond des images
//   est noir et qu’un filtre de biais nul y répond 0 : ces zéros-là viennent des données ;
// - **après**, la part de zéros a changé (ici, elle baisse) : les poids et les biais ont bougé, et
//   chaque filtre répond plus souvent ou plus rarement.
//
// ReLU **permet** donc des représentations creuses, souvent utiles ; elle n’en fixe pas la part.
// %% [markdown] id=qrm68j27 items=70
// ## 5. Troisième avantage : un calcul bon marché
//
// Avant ReLU, on employait surtout deux fonctions en forme de S : la **sigmoïde**, qui ramène tout
// entre 0 et 1, et la **tangente hyperbolique** (tanh), entre −1 et 1. Elles calculent des
// exponentielles ; ReLU, une comparaison.
//
// Chronométrons-les **ici**, sur dix millions de nombres, avec ELU, une variante de la partie 7.
// D’abord avec nos boucles en TypeScript :
// %% id=61b91i7x items=70 tags=mesure
const many = new Volume([1e7], Float32Array.from({ length: 1e7 }, (_, i) => 4 * Math.sin(i)));
function milliseconds(compute: () => unknown): number {
  const start = performance.now();
  compute();
  return performance.now() - start;
}
const times = Object.fromEntries(Object.entries({ relu, elu, sigmoid, tanh }).map(([name, f]) =>
  [name, [1, 2, 3].map(() => milliseconds(() => f(many)))]));
measureStrips(times, { title: 'Nos boucles, trois mesures chacune', x: 'millisecondes' });
// %% [markdown] id=nixo3oob items=70
// tfjs calcule plusieurs nombres à la fois et sur plusieurs cœurs : d’ordinaire, tout y est plus
// rapide, et les écarts n’y sont pas les mêmes.
// %% id=uvntn4dg items=70 tags=mesure,replie
const manyTf = tf.tensor1d(many.data as Float32Array);
tf.dispose(tf.relu(manyTf)); // un premier calcul pour rien : il prépare la mémoire
const { relu: tfRelu, elu: tfElu, sigmoid: tfSigmoid, tanh: tfTanh } = tf;
const timeTf = (f: typeof tfRelu) => milliseconds(() => tf.dispose(f(manyTf)));
const timesTf = Object.fromEntries(
  Object.entries({ relu: tfRelu, elu: tfElu, sigmoid: tfSigmoid, tanh: tfTanh })
    .map(([name, f]) => [name, [1, 2, 3, 4, 5].map(() => timeTf(f))]));
measureStrips(timesTf, { title: 'tfjs, cinq mesures chacune', x: 'millisecondes' });
// %% [markdown] id=zxok3vl3 items=70
// Est-ce décisif ? Pas vraiment. Dans une convolution 3 × 3 sur 32 cartes, chaque nombre a déjà coûté
// 3 × 3 × 32 = 288 multiplications quand l’activation arrive. Si ReLU s’est imposée, c’est surtout
// grâce à sa **pente**.
// %% [markdown] id=wrfo7y9b items=71
// ## 6. La pente, et les neurones morts
//
// Un réseau corrige chaque poids d’autant plus que le résultat bouge quand ce poids bouge un peu :
// c’est une **dérivée** (leçon 1.6). L’activation est sur le chemin : la correction est multipliée par
// **sa** dérivée, la pente de sa courbe au point où l’on est.
//
// Dans la bibliothèque, `reluBackward(1, x)` donne la pente de ReLU en x. Devinez-la avant d’exécuter.
// %% id=e86ritz1 items=71
for (const x of [-3, -1, 0, 1, 3]) {
  const slopes = [reluBackward(1, x), sigmoidBackward(1, x).toFixed(4)];
  console.log(`x = ${x} : pente de ReLU ${slopes[0]}, pente de la sigmoïde ${slopes[1]}`);
}
// %% [markdown] id=n34dz4om items=71
// (En 0, ReLU fait un coin et n’a pas de pente : on convient de 0, comme tfjs.)
//
// La sigmoïde est plate des **deux** côtés, et sa pente ne dépasse jamais 0,25. Or, dans un réseau
// profond, les pentes des couches successives se multiplient (les poids aussi, mais laissons-les de
// côté).
//
// **Prédire.** Dix sigmoïdes de suite, chacune à sa pente maximale 0,25 : la correction est multipliée
// par 0,25 dix fois. De quelle puissance de dix ce produit est-il le plus proche ? Écrivez l’exposant
// (−2 pour un centième).
// %% id=jnzq5d9l role=free items=71
const predictVanish: number | null = null; // ← un entier négatif
// %% id=4cj5hvbb items=71 tags=replie
checkPrediction(predictVanish, Math.round(Math.log10(sigmoidBackward(1, 0) ** 10)),
  `0,25 puissance 10 vaut environ un millionième : la première couche n’apprend presque plus.
C’est l’évanouissement du gradient. Erreur fréquente : −1, en additionnant au lieu de multiplier.`);
// %% [markdown] id=e2k2vb8q items=71
// La pente de ReLU vaut 1 partout où le neurone répond : dix de suite laissent passer la correction
// **entière**. Voilà son avantage décisif.
//
// Et voici son défaut. Là où le neurone se tait, la pente vaut 0, et rien ne passe. S’il se tait pour
// **toutes** les images, aucune ne peut plus corriger ses poids. On dit qu’il est **mort**. (Avec
// l’apprentissage simple employé ici, seul un changement de ses entrées pourrait le réveiller ; dans la
// première couche, les entrées sont les images, et ne changent pas.)
//
// Provoquons l’accident. Un réseau de 64 neurones ReLU lit des chiffres ; le **taux d’apprentissage**
// règle la taille des corrections. Trop grande, une correction peut envoyer un neurone si loin que plus
// aucune image ne le réveille. Les deux cellules repliées entraînent le réseau et, après chaque époque,
// comptent les neurones qui se taisent sur toutes les images d’apprentissage.
// %% id=9hu8lfkh items=71 tags=replie
const units = 64;
const hidden = nn.dense({ units: units, activation: 'relu', initializer: 'heNormal' });
const front = nn.sequential([nn.flatten(), hidden], { inputShape: [28, 28, 1] });
function countDead(network: nn.Network): number {
  const { 'dense/kernel': kernel, 'dense/bias': bias } = network.getWeights();
  front.setWeights({ 'dense/kernel': kernel, 'dense/bias': bias });
  const alive = new Set<number>();
  const responses = front.predict(few.images).data; // [2000, 64]
  for (let i = 0; i < responses.length; i++) if (responses[i] > 0) alive.add(i % units);
  return units - alive.size;
}
// %% id=vw5hf2kj items=71 tags=replie
async function liveWith(rate: number, activation = nn.relu()) {
  const start = nn.dense({ units: units, initializer: 'heNormal' });
  const layers = [nn.flatten(), start, activation, nn.dense({ units: 10, activation: 'softmax' })];
  const network = nn.sequential(layers, { inputShape: [28, 28, 1], seed: 1 });
  const dead = [countDead(network)];
  for (let epoch = 1; epoch <= 8; epoch++) {
    const options = { optimizer: nn.sgd(), learningRate: rate, seed: epoch, progress: false };
    await network.fit(few, { epochs: 1, batchSize: 32, ...options });
    dead.push(countDead(network));
  }
  const { accuracy } = await network.evaluate(digits.test);
  return { dead: dead, percent: Math.round(100 * accuracy) };
}
// %% [markdown] id=a77yryod items=71
// **Prédire.** Avec un taux d’apprentissage de 1, plus de la moitié des 64 neurones seront-ils morts
// après 8 époques ?
// %% id=qgtwnuyw role=free items=71
const predictDead: string | null = null; // ← 'oui' ou 'non'
// %% id=4w9iw93m items=71
const lives = {
  'taux 0,1': await liveWith(0.1), 'taux 0,5': await liveWith(0.5), 'taux 1': await liveWith(1),
};
const wild = lives['taux 1'];
// %% id=yqegc5lm items=71 tags=replie
checkPrediction(predictDead, wild.dead[8] > units / 2 ? 'oui' : 'non',
  `Au taux 1, ${wild.dead[8]} neurones sur ${units} ne répondent plus à aucune des 2000 images ;
au taux 0,1, ${lives['taux 0,1'].dead[8]}. Erreur fréquente : penser qu’un neurone silencieux
finit par se réveiller.`);
// %% id=gaur7ezq items=71
for (const [rate, life] of Object.entries(lives)) {
  console.log(`${rate} : ${life.dead[8]} morts, ${life.percent} % de bonnes réponses`);
}
lineProfile(Object.fromEntries(Object.entries(lives).map(([rate, { dead }]) => [rate, dead])),
  { title: `Neurones morts, sur ${units}`, x: 'époque', y: 'morts' });
// %% [markdown] id=yc76dggd items=71
// Aucune courbe ne redescend : les morts ne reviennent pas. Et le réseau qui en compte le plus est
// aussi celui qui lit le moins bien. Est-ce la faute des morts, ou du taux trop grand ? La partie 7
// tranchera.
// %% [markdown] id=25i7wszg items=72
// ## 7. Des variantes qui ne meurent pas
//
// ### Leaky ReLU : une fuite
//
// **Leaky ReLU** (« ReLU qui fuit ») multiplie les négatifs par un petit nombre au lieu de les
// annuler ; ici, 0,1 :
//
// $$f(x) = \max(0{,}1\,x,\; x)$$
//
// **Prédire.** Que vaut cette fonction en x = −30 ?
// %% id=4wd6v1nu role=free items=72
const predictLeaky: number | null = null; // ← votre réponse
// %% id=0q7zj521 items=72 tags=replie
checkPrediction(predictLeaky, leakyRelu(-30, { alpha: 0.1 }),
  `Des deux nombres −3 et −30, le plus grand est −3. Erreur fréquente : −30, en prenant le plus
grand sans son signe.`);
// %% id=5ckcudd8 items=72
console.log('à la main :', [-30, -1, 0, 5].map((x) => Math.max(0.1 * x, x)));
console.log('leakyRelu :', leakyRelu([-30, -1, 0, 5], { alpha: 0.1 }));
const leakyTf = tf.leakyRelu(tf.tensor1d([-30, -1, 0, 5]), 0.1);
console.log('tfjs      :', Array.from(leakyTf.dataSync(), (value) => Number(value.toFixed(6))));
console.log('pente en −30 :', leakyReluBackward(1, -30, { alpha: 0.1 }));
// %% [markdown] id=3sp0k9x9 items=72
// La pente n’est plus jamais nulle : un neurone silencieux reçoit encore un dixième de la correction,
// et peut revenir. Refaisons l’expérience au même taux, 1, en ne changeant que l’activation.
// %% id=jwig27yc items=72
const leakyLife = await liveWith(1, nn.leakyRelu({ alpha: 0.1 }));
console.log(`ReLU, taux 1       : ${wild.percent} % de bonnes réponses`);
console.log(`Leaky ReLU, taux 1 : ${leakyLife.percent} % de bonnes réponses`);
// %% [markdown] id=kzkitv96 items=72
// Le taux de 1 n’était donc pas trop grand en lui-même : sans neurones morts, il convient. C’est leur mort
// qui coûtait.
//
// > ⚠ **Erratum du support.** Le support écrit la pente 0,1 comme si elle faisait partie de la
// > définition. C’est un **choix**, et chacun a le sien : 0,01 dans l’article d’origine et dans
// > PyTorch, 0,3 dans la couche de Keras, et deux valeurs différentes dans tfjs selon qu’on prend la
// > couche ou l’opération. Ne la supposez pas : écrivez-la, ou demandez-la.
//
// Demandons à tfjs : il suffit de lui donner −1.
// %% id=j7kbo595 items=72
const minusOne = tf.tensor1d([-1]);
const asLayer = tf.layers.leakyReLU().apply(minusOne) as tf.Tensor;
const slopeOf = (answer: tf.Tensor) => (0 - answer.dataSync()[0]).toFixed(2);
console.log('pente de la couche tf.layers.leakyReLU() :', slopeOf(asLayer));
console.log('pente de l’opération tf.leakyRelu(x)     :', slopeOf(tf.leakyRelu(minusOne)));
// %% [markdown] id=x2gi0osj items=73
// ### ELU : une courbe au lieu d’un coin
//
// **ELU** (*exponential linear unit*) remplace la demi-droite de gauche par une exponentielle qui
// s’aplatit peu à peu :
//
// $$f(x) = \begin{cases} x & \text{si } x \ge 0 \\ \alpha\,(e^{x} - 1) & \text{si } x < 0 \end{cases}$$
//
// **Prédire.** De quelle valeur ELU s’approche-t-elle très loin à gauche, avec α = 1 ?
// %% id=y1hg8un1 role=free items=73
const predictElu: number | null = null; // ← votre réponse
// %% id=2zxh2wuj items=73 tags=replie
checkPrediction(predictElu, elu(-1000),
  `Très loin à gauche, l’exponentielle tend vers 0, et il reste α × (0 − 1). Erreur fréquente : 0,
en oubliant le −1.`);
// %% id=dga8cupm items=73
console.log('à la main : ELU(−1) =', (Math.exp(-1) - 1).toFixed(4));
console.log('elu       : ELU(−1) =', elu(-1).toFixed(4));
console.log('tfjs      : ELU(−1) =', tf.elu(minusOne).dataSync()[0].toFixed(4));
console.log('avec α = 2 : ELU(−1) =', elu(-1, { alpha: 2 }).toFixed(4));
// %% [markdown] id=f8vnf2rl items=74
// ### Les trois courbes
//
// Le bouton « Dérivée » montre les pentes ; le curseur change le α de ELU. Cherchez deux choses : pour
// quelle valeur de α la pente de ELU ne **saute**-t-elle plus en 0 ? Et que devient cette pente loin à
// gauche ?
// %% id=zi8r8jd3 items=73,74
activationCurves(['relu', 'leakyRelu', 'elu'], { leak: 0.1, alpha: 0.5 });
// %% [markdown] id=i3v6rfqs items=73,74
// <details><summary>Réponses</summary>
//
// α = 1 : juste à gauche de 0, la pente de ELU vaut α (la dérivée de α (exp(x) − 1) est α exp(x)), et
// juste à droite 1. Loin à gauche, la pente de ELU tend vers 0, sans l’atteindre : un neurone très
// négatif y apprend très lentement. Leaky ReLU, elle, y garde la même pente.
//
// </details>
// %% [markdown] id=h921lod1 items=74
// Et toute la famille, avec **swish**, $x$ multiplié par sa sigmoïde, que vous retrouverez dans
// EfficientNet (leçon 1.11). Sur les dérivées, voyez lesquelles s’écrasent des deux côtés : celles-là
// font s’évanouir le gradient.
// %% id=sfh2v1kv items=74
activationCurves();
// %% [markdown] id=9h4v577i items=75,76,77
// ## 8. Le pooling : résumer une région par un nombre
//
// Le **pooling**, ou **sous-échantillonnage**, fait glisser une fenêtre sans poids, et ne garde de
// chaque région qu’**un** nombre :
//
// - **max pooling** : le plus grand ;
// - **average pooling** : la moyenne ;
// - **sum pooling** : la somme.
//
// D’ordinaire, la fenêtre fait 2 × 2 et avance de 2 : la carte devient deux fois plus petite dans
// chaque sens. Chaque carte est traitée **séparément** : leur nombre ne change pas.
//
// Reprenons notre carte après ReLU. Sa première fenêtre contient 15, 20, 18 et 0.
//
// **Prédire.** Que rendent les trois poolings pour cette fenêtre ? Écrivez [maximum, moyenne, somme].
// %% id=90ogh9xn role=free items=77-79
const predictThree: number[] | null = null; // ← par exemple [1, 2, 3]
// %% id=uttaubxr items=77-79
const maxima = maxPool2d(rectified, { poolSize: 2 });
const means = avgPool2d(rectified, { poolSize: 2 });
const sums = sumPool2d(rectified, { poolSize: 2 });
// %% id=vc5vv0ax items=77-79 tags=replie
checkPrediction(predictThree, [maxima[0][0], means[0][0], sums[0][0]],
  `53 / 4 = 13,25. Erreur fréquente : diviser par 3, en sautant le zéro ; c’est un nombre comme
un autre.`);
// %% [markdown] id=4hur6iee items=77-79
// Calculez les trois autres fenêtres de tête, puis vérifiez en faisant défiler.
// %% id=w2jv0gnh items=77-79
poolingWindow(rectified, { poolSize: 2 });
// %% id=5fbulo9a items=77-79
const tfRectified = tf.tensor3d(rectified.flat(), [4, 4, 1]);
console.log('maximum :', maxima);
console.log('   tfjs :', tf.maxPool(tfRectified, 2, 2, 'valid').squeeze().arraySync());
console.log('moyenne :', means);
console.log('   tfjs :', tf.avgPool(tfRectified, 2, 2, 'valid').squeeze().arraySync());
console.log('somme   :', sums);
// %% [markdown] id=v0hqt7xr items=77-79
// Une autre carte, pour s’exercer : calculez ses trois poolings 2 × 2 avant d’exécuter.
// %% id=131hlg7x items=77-79
const practice = [[1, 1, 2, 4], [5, 6, 7, 8], [3, 2, 1, 0], [1, 2, 3, 4]];
console.log('maximum :', maxPool2d(practice, { poolSize: 2 }));
console.log('moyenne :', avgPool2d(practice, { poolSize: 2 }));
console.log('somme   :', sumPool2d(practice, { poolSize: 2 }));
// %% [markdown] id=xivitaeh items=80,81
// ## 9. Combien de nombres restent ?
//
// La fenêtre se déplace comme un noyau : la formule de la leçon 1.3 vaut encore. Pour une carte de
// $N_x$ colonnes et $N_y$ lignes, une fenêtre de $F_x$ sur $F_y$ et des pas $S_x$ et $S_y$ :
//
// $$O_x = \left\lfloor \frac{N_x - F_x}{S_x} \right\rfloor + 1 \qquad
// O_y = \left\lfloor \frac{N_y - F_y}{S_y} \right\rfloor + 1$$
//
// Sur notre carte : (4 − 2) / 2 + 1 = 2, donc 2 × 2.
//
// > ⚠ **Erratum du support.** Ses formules n’ont pas les crochets $\lfloor\;\rfloor$, qui disent
// > d’**arrondir vers le bas**. Sans eux, une carte de 5 colonnes donnerait (5 − 2) / 2 + 1 = 2,5
// > colonnes.
//
// **Prédire.** Combien de colonnes reste-t-il pour N = 5, F = 2, S = 2 ?
// %% id=jmxpk7yk role=free items=80,81
const predictFive: number | null = null; // ← votre réponse
// %% id=3q0ex4uc items=80,81 tags=replie
checkPrediction(predictFive, outputSize(5, 2, 2),
  `La troisième fenêtre dépasserait : elle n’est pas calculée. Erreur fréquente : 3, en
arrondissant vers le haut.`);
// %% id=mti5q335 items=80,81
console.log('N = 4, F = 2, S = 2 :', outputSize(4, 2, 2));
const fiveColumns = [[1, 2, 3, 4, 9], [5, 6, 7, 8, 9]];
console.log('5 colonnes :', maxPool2d(fiveColumns, { poolSize: 2 }), '(les deux 9 sont perdus)');
// %% [markdown] id=bs5hgk3z items=80
// La fenêtre peut être un rectangle, et le pas différer de sa taille. Attention à l’ordre : les
// formules nomment x d’abord, le code écrit toujours **[vertical, horizontal]**.
//
// **Prédire.** Une carte de 4 lignes et 6 colonnes, une fenêtre `[2, 3]`, un pas `[2, 1]`. Quelle est
// la forme du résultat, [lignes, colonnes] ?
// %% id=ouskra0o role=free items=80
const predictRectangle: number[] | null = null; // ← par exemple [1, 1]
// %% id=5le5xlv3 items=80
const grid = [[1, 2, 0, 4, 3, 1], [0, 5, 1, 2, 2, 6], [7, 1, 3, 0, 1, 1], [2, 2, 0, 8, 1, 4]];
const pooledGrid = maxPool2d(grid, { poolSize: [2, 3], stride: [2, 1] });
// %% id=fs7jb974 items=80 tags=replie
checkPrediction(predictRectangle, [pooledGrid.length, pooledGrid[0].length],
  `Lignes : (4 − 2) / 2 + 1. Colonnes : (6 − 3) / 1 + 1. Erreur fréquente : [4, 2], les deux axes
échangés.`);
// %% id=g5usgi9q items=80
const tfGrid = tf.maxPool(tf.tensor3d(grid.flat(), [4, 6, 1]), [2, 3], [2, 1], 'valid');
console.log('formule :', [outputSize(4, 2, 2), outputSize(6, 3, 1)]);
console.log('tfjs    :', tfGrid.shape.slice(0, 2), tfGrid.squeeze().arraySync());
poolingWindow(grid, { poolSize: [2, 3], stride: [2, 1], modes: ['max', 'average'] });
// %% [markdown] id=lqjubr6l items=82,83
// ## 10. Dans une bibliothèque
//
// En Keras, les couches s’appellent `MaxPooling2D` et `AveragePooling2D` ; en tfjs, `maxPooling2d` et
// `averagePooling2d`. Trois options, les mêmes des deux côtés à l’écriture près :
//
// | Keras | tfjs | notre bibliothèque | sens |
// |---|---|---|---|
// | `pool_size` | `poolSize` | `poolSize` | taille de la fenêtre |
// | `strides` | `strides` | `stride` | pas ; par défaut, la taille de la fenêtre |
// | `padding` | `padding` | `padding` | `'valid'` : sans dépasser ; `'same'` : en dépassant s’il le faut |
// %% id=urqh89e6 items=82,83
const batch = tfRectified.expandDims<tf.Tensor4D>(); // une couche reçoit un lot : [1, 4, 4, 1]
const options = { poolSize: 2, strides: 2, padding: 'valid' } as const;
for (const layer of [tf.layers.maxPooling2d(options), tf.layers.averagePooling2d(options)]) {
  const answer = layer.apply(batch) as tf.Tensor;
  console.log(layer.getClassName().padEnd(16), answer.squeeze().arraySync());
}
// %% [markdown] id=b8s9jgmm items=82
// **Prédire.** Le support résume ainsi : « `'valid'` : réduction ; `'same'` : taille conservée ». Une
// carte de 28 × 28 traverse un max pooling 2 × 2 de pas 2, avec `padding: 'same'`. Combien de lignes
// reste-t-il ?
// %% id=y4m8mg3e role=free items=82
const predictSame: number | null = null; // ← votre réponse
// %% id=o7elvq0q items=82
const samePool = tf.layers.maxPooling2d({ poolSize: 2, strides: 2, padding: 'same' });
const sameShape = (samePool.apply(tf.zeros([1, 28, 28, 1])) as tf.Tensor).shape;
// %% id=4d305px4 items=82 tags=replie
checkPrediction(predictSame, sameShape[1],
  `Avec un pas de 2, la moitié. Erreur fréquente : 28, en croyant le commentaire du support.`);
// %% [markdown] id=v0808zcd items=82
// > ⚠ **Erratum du support.** `'same'` ne conserve la taille que si le pas vaut 1. En général, il reste
// > $\lceil N / S \rceil$ lignes (arrondi vers le **haut**) : la dernière fenêtre dépasse du bord au
// > lieu d’être abandonnée.
// %% id=o0499q6w items=82
for (const size of [28, 5]) {
  const both = (['valid', 'same'] as const).map((padding) => outputSize(size, 2, 2, padding));
  console.log(`N = ${size} : 'valid' ${both[0]}, 'same' ${both[1]}`);
}
// %% [markdown] id=qekn92pa items=84
// ### Trouvez l’erreur
//
// Le support annonce trois poolings (max, average, sum), puis montre trois extraits de code. Leurs
// premières lignes importent, dans l’ordre : `MaxPooling2D`, `AveragePooling2D`, `MaxPooling2D`.
// Qu’est-ce qui ne va pas, et pourquoi n’est-ce sans doute pas qu’une faute de frappe ?
//
// <details><summary>Réponse</summary>
//
// Le troisième extrait répète le premier, là où l’on attendait le sum pooling. Et l’on ne pouvait pas
// l’écrire ainsi : ni Keras ni tfjs n’ont de couche `SumPooling2D`. Il faut la fabriquer, et ce n’est
// pas difficile : la somme est la moyenne multipliée par le nombre de cases de la fenêtre.
//
// </details>
//
// Fabriquons cette couche. Une couche tfjs dit trois choses : son nom, la forme de sa sortie, et son
// calcul.
// %% id=oagw1r40 items=79,84
class SumPooling2D extends tf.layers.Layer {
  static className = 'SumPooling2D';
  constructor(readonly size: number, readonly padding: 'valid' | 'same' = 'valid') {
    super({});
  }
  computeOutputShape(shape: tf.Shape): tf.Shape {
    const sizeOut = (n: number | null) => n && outputSize(n, this.size, this.size, this.padding);
    return [shape[0], sizeOut(shape[1]), sizeOut(shape[2]), shape[3]];
  }
  call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const image = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor4D;
    return tf.avgPool(image, this.size, this.size, this.padding).mul(this.size ** 2);
  }
}
// %% id=3ms4w2o8 items=79,84
const fourSums = new SumPooling2D(2).apply(batch) as tf.Tensor;
console.log('SumPooling2D :', fourSums.squeeze().arraySync(), '; sumPool2d :', sums);
const inModel = tf.sequential({ layers: [
  tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 6, kernelSize: 5 }), new SumPooling2D(2),
] });
console.log('dans un modèle :', inModel.layers.map((layer) => layer.outputShape));
// %% [markdown] id=1um60juu items=79,84
// Elle marche. Toujours ? Avec `'same'`, la fenêtre peut dépasser du bord. Prenons une carte de 3 × 3,
// une fenêtre 2 × 2 et un pas de 2 : il y a quatre fenêtres, dont trois dépassent.
//
// **Prédire.** Dans combien des quatre cases « moyenne × 4 » donne-t-elle une **mauvaise** somme ?
// %% id=ci7tuedx role=free items=79,84
const predictWrong: number | null = null; // ← un nombre de 0 à 4
// %% id=9rzz1p9l items=79,84
const three = [[1, 2, 3], [4, 5, 6], [7, 8, 9]];
const tfThree = tf.tensor4d(three.flat(), [1, 3, 3, 1]);
const guessed = (new SumPooling2D(2, 'same').apply(tfThree) as tf.Tensor).squeeze<tf.Tensor2D>();
const guess = guessed.arraySync();
const exact = sumPool2d(three, { poolSize: 2, padding: 'same' });
// %% id=jm42k62p items=79,84 tags=replie
checkPrediction(predictWrong, guess.flat().filter((value, i) => value !== exact.flat()[i]).length,
  `Au bord, tfjs fait la moyenne des seules cases qui existent : multiplier par 4 compte des
cases absentes. Erreur fréquente : 0, en croyant que la moyenne divise toujours par 4.`);
// %% id=2uzmj8n1 items=79,84
console.log('moyenne × 4  :', guess);
console.log('vraie somme  :', exact);
const ones = tf.ones([2, 2, 1, 1]) as tf.Tensor4D;
console.log('conv. de 1   :', tf.depthwiseConv2d(tfThree, ones, 2, 'same').squeeze().arraySync());
poolingWindow(three, { poolSize: 2, padding: 'same' });
// %% [markdown] id=5via5f5n items=79,84
// Les cases vides du dessin n’existent pas : le remplissage d’un pooling n’est pas fait de zéros. La
// dernière fenêtre ne contient que 9 ; sa moyenne est 9, et 9 × 4 = 36 n’est pas sa somme. Une autre
// recette tient même au bord : une **convolution dont tous les poids valent 1**, faite carte par carte
// (*depthwise*, leçon 1.11). Là, le remplissage est bien fait de zéros, et un zéro ne change pas une
// somme.
// %% [markdown] id=vdzvgw3k items=77,78
// ## 11. ReLU avant ou après le pooling ?
//
// Voici les trois poolings sur la carte **d’avant** ReLU. Comparez avec la partie 8 : lequel rend les
// mêmes nombres ?
// %% id=ni6ru9rv items=77-79
poolingWindow(table, { poolSize: 2 });
// %% [markdown] id=ceyu6d5z items=77,78
// **Prédire.** Calculer « ReLU puis pooling » ou « pooling puis ReLU » donne-t-il toujours le même
// résultat, sur cette carte, pour le max pooling ? Et pour l’average pooling ?
// %% id=pfk4xvkg role=free items=77,78
const predictOrder: string[] | null = null; // ← ['oui', 'non'] par exemple : [max, average]
// %% id=wg3tz961 items=77,78
const window2 = { poolSize: 2 };
const reluLast = { max: relu(maxPool2d(table, window2)), mean: relu(avgPool2d(table, window2)) };
const yesNo = (a: number[][], b: number[][]) => (String(a) === String(b) ? 'oui' : 'non');
// %% id=ttol9wtb items=77,78 tags=replie
checkPrediction(predictOrder, [yesNo(reluLast.max, maxima), yesNo(reluLast.mean, means)],
  `ReLU ne change pas l’ordre des nombres : le plus grand avant reste le plus grand après. Une
moyenne, elle, mélange le négatif au reste. Erreur fréquente : oui deux fois, parce que les deux
opérations sont simples.`);
// %% id=oapheymq items=77,78
console.log('max :     ReLU puis pooling', maxima, '; pooling puis ReLU', reluLast.max);
console.log('average : ReLU puis pooling', means, '; pooling puis ReLU', reluLast.mean);
// %% [markdown] id=nh2bobj1 items=77,78
// Regardez la première fenêtre : le −110 tire la moyenne à −14,25, que ReLU efface. Dans l’autre ordre,
// il compte pour 0, et la moyenne est 13,25.
//
// Pour le max pooling, les deux ordres se valent, et ce serait vrai de n’importe quelle activation
// croissante. On peut en profiter : après le pooling, il reste quatre fois moins de nombres à activer.
// %% [markdown] id=v8fkvd64 items=75
// ## 12. Ce que le pooling économise, et ce qu’il n’économise pas
//
// **Prédire.** Combien de paramètres une couche de max pooling 2 × 2 doit-elle apprendre ?
// %% id=z9r484tb role=free items=75
const predictParams: number | null = null; // ← votre réponse
// %% id=w7pkge27 items=75 tags=replie
function countLayers(withPooling: boolean) {
  const model = tf.sequential({ layers: [
    tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 32, kernelSize: 3, padding: 'same' }),
    ...(withPooling ? [tf.layers.maxPooling2d({ poolSize: 2 })] : []),
    tf.layers.flatten(), tf.layers.dense({ units: 128 }),
  ] });
  return model.layers.map((layer) =>
    ({ name: layer.getClassName(), shape: layer.outputShape, params: layer.countParams() }));
}
const [without, withPool] = [countLayers(false), countLayers(true)];
// %% id=7gv2ky5p items=75 tags=replie
checkPrediction(predictParams, withPool[1].params,
  `Un maximum n’a aucun poids à régler. Erreur fréquente : 4, en comptant les cases de la fenêtre
comme un noyau.`);
// %% id=bcpc5bsy items=75
for (const layer of withPool) console.log(layer.name.padEnd(13), layer.shape, layer.params);
const flat = (layers: typeof without) => layers.find(({ name }) => name === 'Flatten')!.shape[1];
const dense = (layers: typeof without) => layers.find(({ name }) => name === 'Dense')!.params;
for (const [name, layers] of [['sans', without], ['avec', withPool]] as const) {
  console.log(`${name} pooling : ${flat(layers)} nombres, ${dense(layers)} paramètres pour dense`);
}
bars({ 'sans pooling': dense(without), 'avec pooling 2 × 2': dense(withPool) },
  { title: 'Paramètres de la couche dense qui suit', x: 'paramètres' });
// %% [markdown] id=bupbydd5 items=75
// > ⚠ **Erratum du support.** Il dit que le pooling « réduit le nombre de paramètres ». Le pooling
// > lui-même n’en a **aucun**, et ne change rien à ceux des convolutions : un filtre 3 × 3 a autant de
// > poids sur une petite carte que sur une grande. Il réduit les **nombres qui circulent** (quatre fois
// > moins), donc les calculs qui suivent, et les paramètres de la **couche dense** de la fin, qui a un
// > poids par nombre reçu.
// %% [markdown] id=r6lu5f5l items=76
// ## 13. Ce qu’il garde, ce qu’il perd
//
// Jeter trois nombres sur quatre, est-ce grave ? Voici le chiffre de la partie 2, après un max pooling
// de plus en plus large. Jusqu’où le reconnaissez-vous ?
// %% id=cp7e2p9m items=76
const ladder: Record<string, Volume> = { 'sans pooling': digit };
for (const side of [2, 4, 7]) {
  ladder[`fenêtre ${side} × ${side}`] = maxPool2d(digit, { poolSize: side });
}
heatmapGrid(ladder, { scale: 'grey', range: [0, 1] });
// %% [markdown] id=a5i9cfwt items=76
// L’œil suit jusqu’à 7 × 7 pixels, pas beaucoup plus loin. Et un réseau ? Entraînons cinq fois le même
// petit CNN : une convolution, ReLU, **un max pooling plus ou moins large**, une couche dense. La
// fenêtre 1 × 1 ne change rien ; la fenêtre 28 × 28 ne garde qu’un nombre par carte.
//
// **Prédire.** Avec la fenêtre 2 × 2, la couche dense a quatre fois moins de poids. Le réseau perd-il
// plus de 5 points de pourcentage de bonnes réponses par rapport à la fenêtre 1 × 1 ?
// %% id=3bo9n0u7 role=free items=76
const predictLoss: string | null = null; // ← 'oui' ou 'non'
// %% id=f4xh76x3 items=76
const scores: Record<string, number> = {};
for (const side of [1, 2, 4, 14, 28]) {
  const network = nn.sequential([
    nn.conv2d({ filters: 8, kernelSize: 5, padding: 'same', activation: 'relu' }),
    nn.maxPool2d({ poolSize: side }),
    nn.flatten(),
    nn.dense({ units: 10, activation: 'softmax' }),
  ], { inputShape: [28, 28, 1], seed: 1 });
  await network.fit(digits.train, { epochs: 3, learningRate: 0.005, progress: false });
  const { accuracy } = await network.evaluate(digits.test);
  const weights = network.getWeights()['dense/kernel'].size;
  scores[`${side} × ${side} (${weights} poids)`] = 100 * accuracy;
}
// %% id=3nlwsn8q items=76 tags=replie
const [noPooling, pooling2] = Object.values(scores);
checkPrediction(predictLoss, noPooling - pooling2 > 5 ? 'oui' : 'non',
  `Dans une fenêtre 2 × 2, savoir que le motif est là compte plus que savoir dans laquelle des
quatre cases. Erreur fréquente : oui, en comptant les nombres jetés comme de l’information jetée.`);
// %% id=875stcwq items=76
bars(scores,
  { title: 'Chiffres jamais vus, selon la fenêtre', x: '% de bonnes réponses', most: 100 });
// %% [markdown] id=u2dpfcpd items=76
// La fenêtre 2 × 2 ne coûte presque rien (un point de plus ou de moins, c’est le hasard de
// l’apprentissage), et la fenêtre 4 × 4 guère davantage, avec seize fois moins de poids. Au-delà, la
// chute vient : à 28 × 28, le réseau sait **quels** bords sont présents, mais plus du tout **où**, et
// un 6 peut ressembler à un 9. Le pooling garde la présence d’un motif, et perd sa place exacte.
//
// C’est aussi pourquoi il rend le réseau un peu moins sensible aux petits déplacements : un motif qui
// bouge d’un pixel **dans la même fenêtre** donne le même maximum. S’il change de fenêtre, en revanche,
// le résultat change. (La leçon 2.3 le mesurera.)
// %% [markdown] id=n191iqf2
// ## À retenir
//
// - **Sans activation, la profondeur ne sert à rien** : deux couches linéaires de suite n’en font
//   qu’une.
// - **ReLU** garde le positif et annule le reste, nombre par nombre. Sa pente vaut 1 ou 0 : 1, elle
//   transmet toute la correction ; 0 pour toutes les images, le neurone est **mort**.
// - **Leaky ReLU** et **ELU** laissent une pente à gauche. La pente de Leaky ReLU est un choix :
//   écrivez-la.
// - Le **pooling** résume chaque région par son maximum, sa moyenne ou sa somme, carte par carte. Il
//   reste $\lfloor (N - F)/S \rfloor + 1$ nombres par axe ; avec `'same'`, $\lceil N/S \rceil$.
// - Il n’a **aucun paramètre**. Il économise des nombres, donc des calculs, et les poids de la couche
//   dense qui suit.
// - Max pooling et ReLU peuvent s’échanger ; average pooling et ReLU, non.
// - Il garde la présence d’un motif et perd sa place exacte.
//
// ### Petit glossaire
//
// | Terme | En anglais | En une ligne |
// |---|---|---|
// | fonction d’activation | *activation function* | appliquée à chaque nombre, elle casse la linéarité |
// | ReLU | *rectified linear unit* | max(0, x) |
// | Leaky ReLU | *leaky ReLU* | ReLU avec une petite pente à gauche |
// | ELU | *exponential linear unit* | ReLU dont la gauche s’aplatit en exponentielle |
// | neurone mort | *dead unit* | il se tait pour toutes les images, et n’apprend plus |
// | évanouissement du gradient | *vanishing gradient* | les pentes se multiplient et le produit tend vers 0 |
// | creux, sparsité | *sparse, sparsity* | beaucoup de nombres sont nuls |
// | pooling, sous-échantillonnage | *pooling, subsampling* | résumer chaque région d’une carte par un nombre |
// | taux d’apprentissage | *learning rate* | la taille des corrections |
//
// ### Notations
//
// | Notation | Sens |
// |---|---|
// | $f'(x)$ | dérivée de $f$ en $x$ : la pente de sa courbe |
// | $\alpha$ | profondeur de ELU à gauche, ou pente de Leaky ReLU |
// | $N_x, N_y$ | colonnes et lignes de l’entrée |
// | $F_x, F_y$ | largeur et hauteur de la fenêtre |
// | $S_x, S_y$ | pas horizontal et vertical |
// | $O_x, O_y$ | colonnes et lignes de la sortie |
// | $\lfloor z \rfloor$, $\lceil z \rceil$ | z arrondi vers le bas, vers le haut |
//
// ### À vous de jouer
//
// Programmez tout cela vous-même dans les [exercices 1.4](../exercices/1.4-activation-pooling.ipynb) : les
// trois activations et leurs pentes, puis un pooling complet, avec `'same'`. Et ici, sans rien programmer
// ou presque :
//
// 1. Dessinez une activation de votre invention : remplacez la deuxième fonction. Gardez-vous une pente
//    des deux côtés ?
// 2. Trouvez une carte de 4 × 4 pour laquelle average pooling et ReLU s’échangent quand même. Que
//    doit-elle vérifier dans chaque fenêtre ?
// 3. Deux max poolings 2 × 2 de pas 2, l’un après l’autre, ou un seul 4 × 4 de pas 4 : même résultat ?
//    Et avec la moyenne ?
// 4. Une fenêtre 3 × 3 de pas 2 (AlexNet, leçon 1.8) fait se recouvrir les régions. Filmez-la sur
//    `grid`.
// %% id=deekuq3i role=free items=74
activationCurves({ ReLU: (x) => Math.max(0, x), 'la mienne': (x) => Math.max(0, x) ** 2 });
// %% id=y5j2pi5j role=free items=77,78
const trial = [[1, -2, 3, 4], [5, 6, -7, 8], [-1, 2, 3, -4], [5, -6, 7, 8]]; // ← votre carte
console.log('ReLU puis moyenne :', avgPool2d(relu(trial), { poolSize: 2 }));
console.log('moyenne puis ReLU :', relu(avgPool2d(trial, { poolSize: 2 })));
// %% [markdown] id=g6w3r9ta
// <details><summary>Réponses</summary>
//
// 1. La pente de max(0, x)² vaut 2x à droite et 0 à gauche : un neurone peut y mourir comme avec ReLU.
// 2. Les nombres d’une même fenêtre doivent être de même signe, zéros compris. Sinon, la moyenne d’après ReLU est la plus
//    grande des deux.
// 3. Le même résultat, pour le maximum comme pour la moyenne, puisque les fenêtres ont toutes la même taille.
// 4. `poolingWindow(grid, { poolSize: 3, stride: 2 })`.
//
// </details>
