// ---
// title: Aplatir, couche dense, softmax
// ---
// %% [markdown] id=b8lx3tz7
// # 1.5 Aplatir, couche dense, softmax : un CNN complet
//
// **Comment passe-t-on de quelques petites cartes de réponses à une décision : « c’est un 7 » ?**
//
// Vous savez fabriquer des cartes de caractéristiques : convolution, ReLU, pooling. Mais une pile de cartes
// n’est pas une réponse. Il manque trois pièces : **aplatir** la pile en une seule liste de nombres, la
// combiner avec des **couches denses** pour donner une note à chaque classe, et transformer ces notes en
// probabilités avec **softmax**. À la fin de la leçon, vous suivrez un chiffre manuscrit d’un bout à l’autre
// d’un réseau complet, à la main, et tfjs trouvera les mêmes nombres.
//
// À la fin, vous saurez :
//
// - dire où va chaque nombre quand on aplatit, et pourquoi l’ordre compte ;
// - calculer une couche dense et compter ses paramètres ;
// - calculer softmax, sur le vecteur **entier**, et éviter son piège numérique ;
// - suivre une image à travers tout un CNN, étage par étage ;
// - changer la tête d’un réseau pour lui poser une autre question.
//
// Lecture : environ 45 minutes, réponses comprises ; la fin de la partie 3 est une bonne pause. À chaque
// question « **Prédire** », remplacez `null` par votre réponse, puis exécutez la suite : la cellule repliée
// compare votre réponse au calcul, et explique.
// %% [markdown] id=cmrqlfes
// ## Avant de commencer : trois souvenirs
//
// Répondez de tête, puis dépliez.
//
// **1.** (Leçons 1.2 et 1.3) Une image 28 × 28 à un canal passe dans 4 filtres 5 × 5, avec un pas de 1 et sans
// remplissage. Quelle est la forme de la sortie, et combien de paramètres a la couche ?
//
// <details><summary>Réponse</summary>
//
// 28 − 5 + 1 = 24, et une carte par filtre : [24, 24, 4]. Chaque filtre a 5 × 5 × 1 poids et un biais, donc
// 4 × 26 = 104 paramètres.
//
// </details>
//
// **2.** (Leçon 1.4) On applique ensuite un max pooling 4 × 4 de pas 4. Quelle forme obtient-on ? Combien de
// paramètres ?
//
// <details><summary>Réponse</summary>
//
// (24 − 4) / 4 + 1 = 6 : la sortie a la forme [6, 6, 4]. Le pooling n’a aucun paramètre.
//
// </details>
//
// **3.** (Leçon 1.4) Que valent ReLU(−3) et ReLU(2) ? À quoi sert ReLU entre deux convolutions ?
//
// <details><summary>Réponse</summary>
//
// 0 et 2. Sans cette non-linéarité, deux convolutions à la suite n’en feraient qu’une : empiler des couches ne
// servirait à rien.
//
// </details>
// %% id=iz4hnj65 role=given
import {
  bars, byProfile, checkPrediction, conv2d, dense, denseLinks, drawnDigit, flatten, flattenStrip,
  forwardPass, headSwap, loadMnist, matrixVector, maxPool2d, readDigit, relu, softmax, softmaxBars,
  softmaxShift, Volume, type ForwardStage, type HeadExample,
} from '@convolab/lib';
import * as nn from '@convolab/lib/nn';
import * as tf from '@convolab/lib/tf';
// %% [markdown] id=vsglckoe items=85
// ## 1. Aplatir : du bloc à la bande
//
// Après le dernier pooling, l’image est devenue un **bloc** de nombres, de forme [H, W, C] : H lignes, W
// colonnes et C canaux (une carte par filtre). Une couche dense, elle, attend un **vecteur**, une simple liste.
// La couche qui **aplatit** (*flatten*) fait le passage : elle range tous les nombres du bloc sur une seule
// ligne, sans en changer aucun.
//
// Dans quel ordre ? tfjs lit le bloc comme on lit un texte : ligne par ligne, case par case, et dans chaque case
// **tous les canaux** avant de passer à la case suivante. Le nombre qui se trouve en ligne $y$, colonne $x$,
// canal $c$ arrive donc à l’indice
//
// $$k = (y \times W + x) \times C + c,$$
//
// en comptant tout à partir de 0. Essayons sur un bloc de 2 × 2 × 3, où l’on reconnaît les canaux à leur
// taille : unités, dizaines, centaines.
//
// **Prédire.** À quel indice de la bande se retrouve le nombre 30 ?
// %% id=69hq1rkv role=free items=85
const predictIndex: number | null = null; // ← votre réponse
// %% id=t2v8k5wd items=85
const block = [
  [[1, 10, 100], [2, 20, 200]], // ligne 0 : deux cases de trois canaux
  [[3, 30, 300], [4, 40, 400]], // ligne 1
];
const [W, C] = [2, 3];
const [y, x, c] = [1, 0, 1]; // 30 : ligne 1, colonne 0, canal 1
const place = (y * W + x) * C + c;
const strip = flatten(block);
// %% id=rz6oynjc items=85 tags=replie
checkPrediction(predictIndex, place,
  `(1 × 2 + 0) × 3 + 1 : avant le 30, il y a deux cases entières de trois nombres, puis le 3 de sa
propre case. Erreur fréquente : 8, en comptant à partir de 1.`);
// %% id=idnf5291 items=85
console.log('bande :', strip.join(' '));
console.log(`à l’indice ${place} : ${strip[place]}`);
// %% [markdown] id=wp09lxyz items=85
// Ce n’est pas le seul ordre possible. tfjs et Keras rangent une image en [H, W, C] : les canaux d’une même case se
// suivent. **PyTorch** range les images en [C, H, W] : toute la carte 0, puis toute la carte 1, etc. L’indice y devient
// $(c \times H + y) \times W + x$.
//
// **Prédire.** Dans l’ordre de PyTorch, quel nombre se trouve à l’indice 7 ?
// %% id=a6sg5xa8 role=free items=85
const predictTorch: number | null = null; // ← votre réponse
// %% id=o9s3q6bm items=85
const channels = [0, 1, 2];
// [C, H, W] : le premier indice est le canal
const channelsFirst = channels.map((k) => block.map((row) => row.map((cell) => cell[k])));
const torchStrip = flatten(channelsFirst);
// %% id=9h65ym9u items=85 tags=replie
checkPrediction(predictTorch, torchStrip[7],
  `D’abord les quatre unités (indices 0 à 3), puis 10, 20, 30, 40 (indices 4 à 7).
Erreur fréquente : 30, comme dans l’ordre de tfjs.`);
// %% id=jbuxxtjl items=85
console.log('tfjs    :', strip.join(' '));
console.log('PyTorch :', torchStrip.join(' '));
// %% [markdown] id=h4bixcz3 items=85
// Voici le bloc, canal par canal, et la bande, avec un bouton par ordre. Faites avancer le curseur et suivez la case
// encadrée ; puis changez d’ordre, et recommencez.
// %% id=43r1tqdp items=85
flattenStrip(block);
// %% [markdown] id=slh78dwq items=85
// Aucun des deux ordres n’est meilleur : la couche dense apprendra ses poids pour l’ordre qu’on lui donne. Mais il
// ne faut pas en **changer en route**, c’est-à-dire employer dans l’un des poids appris dans l’autre. Aucun message
// d’erreur n’en avertit, puisque la longueur est la même. Ce que cela coûte, nous le mesurerons dans la partie 4.
// %% [markdown] id=7x2gqk27 items=86
// ### Rien n’est perdu, rien n’est appris
//
// **Prédire.** On aplatit un bloc de 6 × 6 × 4. Quelle est la longueur du vecteur, et combien de paramètres la
// couche a-t-elle ? Répondez par un tableau : [longueur, paramètres].
// %% id=y8ehxhas role=free items=86
const predictFlatten: number[] | null = null; // ← par exemple [100, 10]
// %% id=e6w1j8rz items=86
const flattenLayer = tf.layers.flatten({ inputShape: [6, 6, 4] });
const flattenOnly = tf.sequential({ layers: [flattenLayer] });
const flatLength = (flattenOnly.outputShape as number[])[1]; // la forme rendue, sans le lot
// %% id=isuz9vm3 items=86 tags=replie
checkPrediction(predictFlatten, [flatLength, flattenLayer.countParams()],
  `6 × 6 × 4 nombres, et aucun paramètre : la couche déménage, elle n’apprend rien.
Erreur fréquente : donner un poids à chaque case ; les poids sont dans la couche dense qui suit.`);
// %% id=2d1hbcou items=86
const roundTrip = tf.tensor1d(strip).reshape([2, 2, 3]).arraySync();
console.log('aller-retour : est-ce le bloc de départ ?', String(roundTrip) === String(block));
// %% [markdown] id=hbpgxc3m items=86
// On peut revenir en arrière : `reshape` rend le bloc. Aplatir ne perd donc aucun nombre. Ce qui disparaît, c’est la
// **disposition** : dans la bande, rien ne dit plus que les indices 0 et 3 étaient deux cases voisines du canal 0.
// La couche dense devra s’en passer. Ce n’est pas un drame : les couches de convolution ont déjà fait le travail qui
// demandait de connaître les voisins.
//
// Un mot du support mérite une précision : il dit que l’on obtient une « représentation linéaire ». Comprenez
// *sur une ligne* ; aplatir n’est pas une propriété de linéarité au sens des mathématiques.
// %% [markdown] id=helaeyje items=87,88
// ## 2. La couche dense : chaque neurone regarde tout
//
// Un **neurone** d’une couche dense fait une chose que vous connaissez : un produit scalaire. Il a **un poids par
// entrée** et **un biais**. Il multiplie, additionne, ajoute le biais :
//
// $$z = w_1 x_1 + w_2 x_2 + \dots + w_n x_n + b.$$
//
// C’est une **combinaison linéaire** des entrées. Un poids positif est un argument *pour*, un poids négatif un
// argument *contre*, un poids proche de 0 veut dire « cela m’est égal ».
//
// Prenons trois entrées et deux neurones. On écrit les poids dans une matrice W, **une ligne par neurone**. (La
// lettre est la même que pour la largeur de la partie 1, de l’anglais *width* ; ici, c’est *weights*, les poids. L’usage le
// veut ainsi.)
//
// **Prédire.** Que calcule le premier neurone, de poids [1, −2, 0,5] et de biais 0,5, pour l’entrée [2, 0,5, −1] ?
// %% id=z3cis2h3 role=free items=88
const predictNeuron: number | null = null; // ← votre réponse
// %% id=a3d7p0yc items=88
const input = [2, 0.5, -1];
const weightsW = [
  [1, -2, 0.5], // le neurone 1
  [-1, 3, 2], // le neurone 2
];
const biases = [0.5, -1];

const products = weightsW[0].map((weight, i) => weight * input[i]);
const totalOf = (values: number[]) => values.reduce((running, value) => running + value, 0);
const neuron1 = totalOf(products) + biases[0];
// %% id=latavcjj items=88 tags=replie
checkPrediction(predictNeuron, neuron1,
  `1 × 2 + (−2) × 0,5 + 0,5 × (−1) + 0,5 = 2 − 1 − 0,5 + 0,5.
Erreur fréquente : 0,5, en oubliant le biais.`);
// %% id=5y4n4xv6 items=88
console.log(`produits : ${products.join(' ; ')} ; somme ${totalOf(products)}`);
console.log(`avec le biais : ${neuron1}`);
// %% [markdown] id=lj53mnyj items=87,88
// « Dense », ou « entièrement connectée » (*fully connected*), veut dire que **chaque** neurone est relié à **toutes**
// les entrées. Construisons la couche, un neurone après l’autre, avec le curseur. Trait orange plein : poids positif ;
// trait bleu pointillé : poids négatif ; plus le trait est large, plus le poids compte.
// %% id=odjjcc8s items=87,88
denseLinks(weightsW, input, { bias: biases });
// %% [markdown] id=rckgoxbp items=87
// Le nombre de liens se lit sur le dessin : 3 entrées × 2 neurones. Chaque lien porte un poids, chaque neurone un
// biais. Avec $n$ entrées et $m$ neurones :
//
// $$n \times m + m \text{ paramètres.}$$
//
// **Prédire.** Combien de paramètres a une couche de 16 neurones branchée sur un vecteur de 144 nombres ?
// %% id=1zr065l5 role=free items=87
const predictDense: number | null = null; // ← votre réponse
// %% id=i5k2u9no items=87
const denseParameters = (n: number, m: number) => n * m + m;
const dense16 = tf.layers.dense({ inputShape: [144], units: 16 });
const alone = tf.sequential({ layers: [dense16] }); // un modèle crée ses poids
// %% id=nxoqcpn9 items=87 tags=replie
checkPrediction(predictDense, dense16.countParams(),
  '144 × 16 poids et 16 biais. Erreur fréquente : 2304, sans les biais, ou 160, en additionnant.');
// %% id=zthfy1xy items=87
for (const [n, m] of [[3, 2], [144, 16], [16, 10], [3072, 1000]]) {
  console.log(`${n} entrées, ${m} neurones : ${n} × ${m} + ${m} = ${denseParameters(n, m)}`);
}
console.log('tfjs, pour 144 et 16 :', dense16.countParams());
// %% [markdown] id=lzahj5v3 items=88
// ### Toute la couche d’un coup : W·x + b
//
// Mettons les deux neurones ensemble. Chaque ligne de W rencontre le vecteur x : c’est un **produit matrice-vecteur**,
// auquel on ajoute le vecteur des biais.
//
// **Prédire.** Que donne la couche entière, [neurone 1, neurone 2], pour une **autre** entrée : [1, 0, 2] ?
// %% id=xkpa21ci role=free items=88
const predictLayer: number[] | null = null; // ← par exemple [1, 2]
// %% id=f8x4c1hv items=88
const other = [1, 0, 2];
const kernel = input.map((_, i) => weightsW.map((row) => row[i])); // W transposée
// %% id=a1iwb0lb items=88 tags=replie
checkPrediction(predictLayer, dense(other, kernel, { bias: biases }),
  `1 × 1 + (−2) × 0 + 0,5 × 2 + 0,5, puis (−1) × 1 + 3 × 0 + 2 × 2 − 1. Erreur fréquente : lire W en
colonnes, ce qui mélange les poids des deux neurones.`);
// %% id=jcfevlei items=88
const z = dense(input, kernel, { bias: biases }); // et pour l’entrée de tout à l’heure
const tfKernel = tf.tensor2d(kernel);
// matMul : le produit de deux matrices ; x en est une, d’une seule ligne
const tfZ = tf.matMul(tf.tensor2d([input]), tfKernel).add(tf.tensor1d(biases));
console.log('dense :', z);
console.log('tfjs  :', tfZ.arraySync(), '(un lot d’une seule entrée)');
console.log('forme du noyau :', tfKernel.shape);
// %% id=ajfmcw2l items=88
matrixVector(weightsW, input, { bias: biases });
// %% [markdown] id=vaon7oo6 items=88
// Attention à un détail traître : les livres écrivent W avec une ligne par neurone, [neurones, entrées],
// et calculent W·x. tfjs, Keras et la bibliothèque de ce cours rangent la **transposée** $W^T$, de forme
// [entrées, neurones], et calculent $x \cdot W^T$. Ce sont les mêmes nombres, rangés autrement : c’est pourquoi la cellule
// retourne W avant d’appeler `dense`.
//
// ### Puis l’activation
//
// Une couche dense à l’intérieur d’un réseau est suivie, comme une convolution, d’une **activation** non linéaire,
// en général ReLU : ici, [1, −3,5] devient [1, 0]. Peut-on s’en passer ? Branchons deux couches denses l’une sur
// l’autre **sans** activation : 3 entrées, puis 4 neurones, puis 2. Elles ont à elles deux 3 × 4 + 4 + 4 × 2 + 2 = 26
// paramètres.
//
// **Prédire.** Une seule couche dense peut faire exactement le même calcul. Combien de paramètres lui faut-il ?
// %% id=zjy7r028 role=free items=88
const predictMerged: number | null = null; // ← votre réponse
// %% id=s7g2m5lq items=88
const kernelA = [[1, 0, -1, 2], [0, 1, 1, 0], [1, -1, 0, 1]]; // [3, 4]
const biasA = [1, 0, -1, 2];
const kernelB = [[1, 0], [2, -1], [0, 3], [-1, 1]]; // [4, 2]
const biasB = [0, 5];
const between = dense(input, kernelA, { bias: biasA });
const twoLayers = dense(between, kernelB, { bias: biasB });

const merged = dense(kernelA, kernelB); // chaque ligne de A passe dans B : [3, 2]
const mergedBias = dense(biasA, kernelB, { bias: biasB });
// %% id=zyqu2wxl items=88 tags=replie
checkPrediction(predictMerged, merged.flat().length + mergedBias.length,
  `Une matrice 3 × 2, et 2 biais. Erreur fréquente : 26, en croyant que plus de paramètres
permettent forcément davantage.`);
// %% id=wgmw97yk items=88
console.log('deux couches :', twoLayers, 'une seule :', dense(input, merged, { bias: mergedBias }));
console.log('avec ReLU entre les deux :', dense(relu(between), kernelB, { bias: biasB }));
// %% [markdown] id=slkp9sp7 items=87
// ### Pour aller plus loin : une couche dense est une convolution qui voit tout
//
// Prenez un filtre aussi grand que la carte : il n’a qu’une position, et il y calcule la somme de tous les produits,
// plus un biais. C’est exactement un neurone dense sur la carte aplatie. Les deux comptes coïncident d’ailleurs :
// K × (F × F × C + 1) pour K filtres, n × m + m avec n = F × F × C et m = K. La cellule le vérifie sur notre bloc.
// %% id=f3x8jj8j items=87
const twelve = [1, 0, -1, 2, 0.5, 0, -2, 1, 0, 0, 3, -1]; // les 12 poids d’un neurone
const asDense = dense(strip, twelve.map((weight) => [weight])); // noyau [12, 1]
const asFilter = new Volume([2, 2, 3, 1], Float64Array.from(twelve)); // un filtre 2 × 2 × 3
console.log('neurone dense :', asDense);
console.log('filtre aussi grand que la carte :', conv2d(Volume.from(block), asFilter).toNested());
// %% [markdown] id=oqpsenl6 items=90
// ## 3. Softmax : des notes aux probabilités
//
// La dernière couche dense a un neurone par classe. Ses sorties, une note par classe, s’appellent des **logits** :
// plus la note est haute, plus le réseau penche pour cette classe. Mais une note de 2 ne dit pas « à quel point ».
// On voudrait des **probabilités** : des nombres positifs, de somme 1.
//
// Diviser chaque note par leur somme ne marche pas : des notes peuvent être négatives, et leur somme nulle. Softmax
// passe d’abord tout à l’**exponentielle**, qui est toujours positive et garde l’ordre, puis divise par la somme,
// sur les $m$ classes :
//
// $$p_i = \frac{e^{z_i}}{e^{z_1} + e^{z_2} + \dots + e^{z_m}}.$$
//
// Prenons trois classes, chat, chien, oiseau, et les logits [2, 1, 0,1].
//
// **Prédire.** Le logit du chat dépasse celui du chien de 1. Combien de fois sa probabilité est-elle plus grande ?
// Une décimale suffit.
// %% id=j2yu4gio role=free items=90
const predictTimes: number | null = null; // ← par exemple 1.5
// %% id=w4e9b2tk items=90
const logits = [2, 1, 0.1];
const animals = ['chat', 'chien', 'oiseau'];
const four = (values: Iterable<number>) => Array.from(values, (v) => v.toFixed(4)).join('  ');

const exponentials = logits.map((logit) => Math.exp(logit));
const total = totalOf(exponentials);
const probabilities = exponentials.map((value) => value / total);
// %% id=ai15hhwx items=90 tags=replie
checkPrediction(predictTimes, Number((probabilities[0] / probabilities[1]).toFixed(1)),
  `e² / e¹ = e ≈ 2,7. Softmax change une différence de logits en un rapport de probabilités.
Erreur fréquente : 2, le rapport des logits.`);
// %% id=j9iiu48x items=90
console.log('exponentielles :', four(exponentials), '; somme', total.toFixed(4));
console.log('à la main :', four(probabilities));
console.log('softmax   :', four(softmax(logits)));
console.log('tfjs      :', four(tf.softmax(tf.tensor1d(logits)).dataSync()));
// %% [markdown] id=g978zysg items=90
// À vous de bouger les logits. Choisissez un curseur par son bouton. Montez le logit de l’oiseau : à partir de quelle
// valeur gagne-t-il ? Que font les **deux autres** probabilités pendant ce temps, alors que leurs logits ne bougent
// pas ?
// %% id=yo098z1w items=90
softmaxBars(logits, { names: animals });
// %% [markdown] id=7k4dm8si items=90
// <details><summary>Réponses</summary>
//
// L’oiseau gagne dès que son logit dépasse 2, celui du chat : le plus grand logit a toujours la plus grande probabilité.
// Les deux autres probabilités baissent ensemble, et leur rapport ne bouge pas : il ne dépend que de leur différence.
//
// </details>
//
// ### Trouvez l’erreur
//
// Le support écrit que, après la combinaison linéaire, softmax est appliquée « à la sortie de chaque neurone ».
// Avant de juger, une expérience : on passe le logit de l’oiseau de 0,1 à 2,1, et rien d’autre.
//
// **Prédire.** Combien des trois probabilités changent ?
// %% id=noau9hkd role=free items=90
const predictChanges: number | null = null; // ← un nombre de 0 à 3
// %% id=p3u6y1xf items=90
const moved = softmax([2, 1, 2.1]);
const changes = moved.filter((p, i) => Math.abs(p - probabilities[i]) > 1e-9).length;
// %% id=d0g4i97i items=90 tags=replie
checkPrediction(predictChanges, changes,
  `Toutes : la somme du dénominateur a changé. Ce que l’oiseau gagne, les autres le perdent.
Erreur fréquente : 1, comme si chaque neurone avait sa fonction à lui.`);
// %% id=ddb9r4ul items=90
console.log('avant :', four(probabilities), '; somme', totalOf(probabilities).toFixed(4));
console.log('après :', four(moved), '; somme', totalOf(moved).toFixed(4));

const sigmoids = logits.map((logit) => 1 / (1 + Math.exp(-logit)));
console.log('sigmoïde, neurone par neurone :', four(sigmoids));
console.log('somme des sigmoïdes :', totalOf(sigmoids).toFixed(4));
console.log('softmax, neurone par neurone :', logits.map((logit) => softmax([logit])[0]));
// %% [markdown] id=tyk6qxtl items=90
// > ⚠ **Erratum du support.** Softmax ne s’applique pas à la sortie de chaque neurone, mais **au vecteur entier des
// > logits** : chaque probabilité dépend de tous les logits, et leur somme vaut 1. Appliquée à un neurone tout seul, elle
// > rendrait toujours 1, car $e^z / e^z = 1$. Les fonctions qui s’appliquent
// > neurone par neurone, comme ReLU ou la sigmoïde, donnent des sorties indépendantes, dont la somme est quelconque.
// > La sigmoïde par neurone existe aussi à la sortie d’un réseau, pour une autre question : « l’image contient-elle un
// > chat ? contient-elle un chien ? », où plusieurs réponses peuvent être vraies ensemble.
// >
// > De même, softmax n’est pas l’activation habituelle des couches denses intermédiaires : là, c’est ReLU. Softmax
// > vient à la fin, pour lire des probabilités.
//
// ### La température
//
// On divise parfois les logits par un nombre T > 0, la **température**, avant softmax. Reprenez la figure, bouton
// « température ». Un petit T accentue les écarts, un grand T les efface ; le classement ne change jamais.
//
// **Prédire.** Vers quelle probabilité du chat va-t-on quand T devient immense ? (Trois classes ; deux décimales.)
// %% id=sn1dmp3h role=free items=90
const predictHot: number | null = null; // ← par exemple 0.5
// %% id=d5h8o2va items=90
const hot = softmax(logits, { temperature: 1e6 });
// %% id=gb0p7e6x items=90 tags=replie
checkPrediction(predictHot, Number(hot[0].toFixed(2)),
  `z / T tend vers 0 pour toutes les classes : elles deviennent également probables, 1 / 3 chacune.
Erreur fréquente : 0, en oubliant que la somme reste 1.`);
// %% id=7k5e5tb1 items=90
for (const temperature of [0.1, 0.5, 1, 2, 10]) {
  console.log(`T = ${temperature} :`, four(softmax(logits, { temperature: temperature })));
}
// %% [markdown] id=3er4ive6 items=90
// ### Ajouter la même chose partout, et le piège des grands nombres
//
// **Prédire.** On ajoute 100 aux trois logits. Que devient la probabilité du chat, qui valait 0,6590 ?
// (Quatre décimales.)
// %% id=34rx585c role=free items=90
const predictShifted: number | null = null; // ← par exemple 0.1234
// %% id=z1r7n4ci items=90
const shifted = softmax(logits.map((logit) => logit + 100));
// %% id=sb49kfx9 items=90 tags=replie
checkPrediction(predictShifted, Number(shifted[0].toFixed(4)),
  `Le facteur e¹⁰⁰ apparaît en haut et en bas de la fraction : il se simplifie. Seules comptent les
différences entre logits. Erreur fréquente : presque 1, parce que le logit est énorme.`);
// %% id=b9t3b36n items=90
const far = logits.map((logit) => logit + 1000);
const tooLarge = far.map((logit) => Math.exp(logit));
console.log('exponentielles de', far, ':', tooLarge);
console.log('la formule telle quelle :', tooLarge.map((value) => value / totalOf(tooLarge)));
console.log('softmax de la bibliothèque :', four(softmax(far)));
console.log('tfjs :', four(tf.softmax(tf.tensor1d(far)).dataSync()));
console.log('Math.exp déborde après', Math.log(Number.MAX_VALUE).toFixed(2));
// %% [markdown] id=y94wcsie items=90
// Mathématiquement, ajouter une constante ne change rien ; pour la machine, si. Au-delà de 709,78, le résultat de
// `Math.exp` ne tient plus dans un nombre : c’est `Infinity` (avec les 32 bits de tfjs, dès 88,72). Et `Infinity / Infinity`
// donne `NaN`, « pas un nombre ». Déplacez le curseur jusqu’à 1000, puis jusqu’à −1000 : que se passe-t-il vers le bas ?
// %% id=zcpub0pa items=90
softmaxShift(logits, { names: animals });
// %% [markdown] id=k1krf06m items=90
// Vers le bas, toutes les exponentielles s’arrondissent à 0, et `0 / 0` n’est pas un nombre non plus.
//
// Le remède utilise l’invariance qui vient de nous surprendre : puisque retrancher une constante ne change rien,
// retranchons **le plus grand logit** avant l’exponentielle. Le plus grand exposant devient 0, donc rien ne déborde ;
// et la somme contient $e^0 = 1$, donc on ne divise jamais par 0. Les bibliothèques font ainsi, la nôtre et tfjs comprises.
//
// Gardez enfin en tête que softmax rend toujours des nombres positifs de somme 1 : cela a la **forme** d’une
// probabilité, mais ne garantit pas que le réseau sache de quoi il parle. La partie 4 le mettra à
// l’épreuve.
// %% [markdown] id=5h13w8bd items=85-88,90
// ## 4. Un CNN complet
//
// Assemblons tout. Voici le plan de notre réseau, qui reconnaît les chiffres de MNIST :
//
// | étage | sortie | que fait-il ? |
// |---|---|---|
// | entrée | 28 × 28 × 1 | l’image |
// | convolution, 4 filtres 5 × 5, puis ReLU | 24 × 24 × 4 | cherche 4 motifs partout |
// | max pooling 4 × 4 | 6 × 6 × 4 | garde les réponses fortes, perd leur place exacte |
// | aplatir | 144 | change de forme |
// | dense, 16 neurones, puis ReLU | 16 | combine les motifs |
// | dense, 10 neurones | 10 | une note (logit) par chiffre |
// | softmax | 10 | une probabilité par chiffre |
//
// **Prédire.** Combien de paramètres a le réseau entier ? Les comptes de chaque étage sont tous dans cette leçon.
// %% id=rzem2xbm role=free items=87
const predictNetwork: number | null = null; // ← votre réponse
// %% id=q8j3f6ms items=87
const cnn = nn.sequential([
  nn.conv2d({ filters: 4, kernelSize: 5, activation: 'relu' }),
  nn.maxPool2d({ poolSize: 4 }),
  nn.flatten(),
  nn.dense({ units: 16, activation: 'relu' }),
  nn.dense({ units: 10, activation: 'softmax' }),
], { inputShape: [28, 28, 1], seed: 1 });
// %% id=eku6hu3t items=87 tags=replie
checkPrediction(predictNetwork, cnn.summary().parameters,
  `4 × 26 + (144 × 16 + 16) + (16 × 10 + 10) = 104 + 2320 + 170.
Erreur fréquente : oublier une des trois rangées de biais.`);
// %% id=7erzak0i items=87
cnn.summary();
// %% id=9e1jtr8g items=87
const learned = cnn.summary().rows.filter((layer) => layer.parameters > 0);
const counts = Object.fromEntries(learned.map((layer) => [layer.name, layer.parameters]));
bars(counts, { title: 'Où sont les paramètres du petit CNN ?', x: 'paramètres' });
// %% [markdown] id=2mia5sez items=87
// Près de neuf paramètres sur dix sont dans la **première couche dense**, juste après l’aplatissement : c’est elle qui relie
// tout à tout. La convolution, qui regarde pourtant 576 positions avec chaque filtre, n’en a que 104. Vous
// reverrez ce déséquilibre, en bien plus grand, dans VGG (leçon 1.8).
//
// ### Des poids appris
//
// Il faut des poids qui sachent quelque chose. La cellule suivante **entraîne** le réseau quelques secondes ; c’est une
// boîte noire aujourd’hui, la leçon 1.6 l’ouvrira. Le score est mesuré sur 1000 images que le réseau n’a jamais vues.
// %% id=vb2m9r18 items=85-88,90
const { images, epochs } = byProfile({
  rapide: { images: 12_000, epochs: 4 },
  complet: { images: 60_000, epochs: 10 },
});
const digits = loadMnist({ train: images, test: 1000, seed: 3 });
await cnn.fit(digits.train, { epochs, batchSize: 32, learningRate: 0.003 });
const score = await cnn.evaluate(digits.test);
console.log(`bonnes réponses : ${(100 * score.accuracy).toFixed(1).replace('.', ',')} %`);
// %% [markdown] id=f3oa0kqx items=85-88,90
// ### À la main, étage par étage
//
// Prenons un 7 que le réseau n’a jamais vu, et calculons la **passe avant** (*forward pass*) : les opérations de la
// bibliothèque, une par une, avec les poids appris. Vous connaissez chacune d’elles.
// %% id=1hvcv594 items=85-88,90
const {
  'conv2d/kernel': filters, 'conv2d/bias': filterBiases,
  'dense/kernel': kernel1, 'dense/bias': bias1, 'dense_2/kernel': kernel2, 'dense_2/bias': bias2,
} = cnn.getWeights();
function forward(image: Volume): ForwardStage[] {
  const convolution = conv2d(image, filters, { bias: filterBiases });
  const positive = relu(convolution);
  const pooled = maxPool2d(positive, { poolSize: 4 });
  const vector = flatten(pooled);
  const hidden = relu(dense(vector, kernel1, { bias: bias1 }));
  const logits = dense(hidden, kernel2, { bias: bias2 });
  const all = { 'entrée': image, convolution, ReLU: positive, 'max pooling': pooled,
    aplatir: vector, 'dense ReLU': hidden, logits, softmax: softmax(logits) };
  return Object.entries(all).map(([name, values]) => ({ name, values }));
}
// %% id=bqsnonox items=85-88,90
const imageAt = (k: number) => // l’image de test numéro k
  new Volume([28, 28, 1], digits.test.images.data.slice(k * 784, (k + 1) * 784));
const seven = digits.test.labels.indexOf(7); // le premier 7
const stages = forward(imageAt(seven));
for (const { name, values } of stages) {
  const { shape, data } = values as Volume;
  console.log(name.padEnd(12), `[${shape}]`.padEnd(10), `${data.length} nombres`);
}
const last = (of: ForwardStage[]) => Array.from((of[of.length - 1].values as Volume).data);
const byHand = last(stages);
console.log('chiffre reconnu :', byHand.indexOf(Math.max(...byHand)));
// %% [markdown] id=g3bsohjy items=85-88,90
// Et tfjs, avec **les mêmes poids** ? Nous décrivons le même réseau, et nous y copions les nombres appris.
// %% id=884bs9b2 items=85-88,90
const copy = (of: Volume) => tf.tensor(Float32Array.from(of.data), [...of.shape]);
const twin = tf.sequential({
  layers: [
    tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 4, kernelSize: 5, activation: 'relu' }),
    tf.layers.maxPooling2d({ poolSize: 4 }),
    tf.layers.flatten(),
    tf.layers.dense({ units: 16, activation: 'relu' }),
    tf.layers.dense({ units: 10, activation: 'softmax' }),
  ],
});
twin.setWeights([filters, filterBiases, kernel1, bias1, kernel2, bias2].map(copy));
const tfImage = tf.tensor4d(Array.from(imageAt(seven).data), [1, 28, 28, 1]);
const byTfjs = Array.from((twin.predict(tfImage) as tf.Tensor).dataSync());
console.log('paramètres :', twin.countParams());
// %% id=yvyt78wh items=85-88,90
for (const [digit, p] of byHand.entries()) {
  console.log(`${digit} : à la main ${p.toFixed(6)}, tfjs ${byTfjs[digit].toFixed(6)}`);
}
const gap = Math.max(...byTfjs.map((p, digit) => Math.abs(p - byHand[digit])));
console.log('les mêmes, à 0,00001 près :', gap < 1e-5);
// %% [markdown] id=51vpor1z items=85-88,90
// La chaîne entière, en images. Changez de chiffre avec le curseur, et suivez une carte de gauche à droite. Que retient ReLU ?
// Que perd le pooling ? À partir de quel étage n’y a-t-il plus rien à *voir* ?
// %% id=k12cl7xe items=85-88,90
const firstOf = (digit: number) => digits.test.labels.indexOf(digit);
const tour = [7, 0, 1, 2, 3, 4, 5, 6, 8, 9];
forwardPass(Object.fromEntries(tour.map((d) => [`un ${d}`, forward(imageAt(firstOf(d)))])));
// %% [markdown] id=lxw4v4mm items=87,88
// ReLU garde les réponses positives (orange) et éteint les négatives (bleu). Le pooling garde les réponses fortes, mais on ne
// sait plus où, à 4 pixels près. Dès l’aplatissement, il n’y a plus d’image : des nombres dont la place seule dit le sens.
//
// Voici la dernière couche dense, avec ses vrais poids, pour le 7 : 16 entrées, 10 neurones. Amenez le curseur sur le
// « chiffre 7 ». Quelles entrées **allumées** (au-dessus de 0) plaident pour lui ? Puis passez au « chiffre 1 » : pourquoi sa
// note est-elle si basse ? Regardez le poids **et** l’entrée : un poids fort sur une entrée nulle ne dit rien.
// %% id=83e265wt items=87,88
const rows = kernel2.toNested(2); // [16, 10] : une ligne par entrée
const outW = rows[0].map((_, digit) => rows.map((row) => row[digit])); // une ligne par neurone
const units = outW.map((_, digit) => `chiffre ${digit}`);
denseLinks(outW, stages[5].values as Volume, { bias: bias2, units: units });
// %% [markdown] id=frl30a45 items=90
// <details><summary>Réponses</summary>
//
// Plaident pour le 7 les entrées au-dessus de 0 dont le trait est orange : leur produit est positif. Pour le 1, ce sont
// surtout des traits bleus qui partent des entrées allumées : chacune retire à sa note. Une entrée à 0, même au bout d’un
// trait épais, n’ajoute rien.
//
// </details>
// Cette couche fait donc voter 16 indices que le réseau s’est choisis. Personne ne leur a donné de nom, et ils n’en ont pas
// toujours un : ce sont des combinaisons de motifs utiles pour séparer les chiffres.
//
// ### Se trompe-t-il avec assurance ?
//
// Parmi les images de test que le réseau lit mal, prenons celle où il est le plus sûr de sa mauvaise réponse.
//
// **Prédire.** La plus haute de ces probabilités fausses dépasse-t-elle 0,9 ? Répondez `true` ou `false`.
// %% id=nbekcg0g role=free items=90
const predictSure: boolean | null = null; // ← votre réponse
// %% id=v2l5d9gw items=90
const answers = cnn.predict(digits.test.images).toNested(2);
let worst = { k: 0, answer: 0, p: 0 };
for (const [k, row] of answers.entries()) {
  const p = Math.max(...row);
  const answer = row.indexOf(p);
  if (answer !== digits.test.labels[k] && p > worst.p) worst = { k, answer, p };
}
// %% id=pt950plj items=90 tags=replie
checkPrediction(predictSure, worst.p > 0.9,
  `Softmax ne sait pas dire « je ne sais pas » : il répartit toujours 100 % entre les classes.
Erreur fréquente : lire une probabilité de sortie comme une garantie.`);
// %% id=qxyqr6m6 items=90
const truth = digits.test.labels[worst.k];
console.log(`c’est un ${truth}, il lit un ${worst.answer}, p = ${worst.p.toFixed(4)}`);
forwardPass({ erreur: forward(imageAt(worst.k)) });
// %% [markdown] id=okf0c3wf items=85
// ### L’ordre de la bande, mesuré
//
// Promesse de la partie 1 : gardons tous les poids, mais présentons la bande dans l’ordre de PyTorch. `extractor` est
// le début de notre réseau, jusqu’à l’aplatissement ; il rend les 144 nombres de chaque image. `rightWith` donne
// ces nombres à la tête et compte les bonnes réponses, en pour cent.
// %% id=0j9873kt items=85
const extractor = nn.sequential(cnn.layers.slice(0, 3), { inputShape: [28, 28, 1] });
extractor.setWeights({ 'conv2d/kernel': filters, 'conv2d/bias': filterBiases });
const vectors = extractor.predict(digits.test.images).toNested(2); // [1000, 144]
// 36 cases par carte : pour PyTorch, k désigne la carte k / 36 (arrondi) et la case k % 36
const toTorch = (vector: number[]) =>
  vector.map((_, k) => vector[(k % 36) * 4 + Math.floor(k / 36)]);
const torchVectors = vectors.map(toTorch);

function rightWith(inputs: number[][]): number {
  const hidden = relu(dense(inputs, kernel1, { bias: bias1 }));
  const logits = dense(hidden, kernel2, { bias: bias2 });
  const isRight = (row: number[], k: number) => row[digits.test.labels[k]] === Math.max(...row);
  return (100 * logits.filter(isRight).length) / logits.length;
}
// %% [markdown] id=6cxs7hf2 items=85
// **Prédire.** Dans l’ordre de tfjs, plus de 90 % des réponses sont bonnes. Et dans l’autre : environ 95 %,
// 60 % ou 15 % ?
// %% id=dn21w7za role=free items=85
const predictOrder: number | null = null; // ← 95, 60 ou 15
// %% id=k6t9a3ue items=85
const score2 = rightWith(torchVectors);
const nearest = [95, 60, 15].sort((a, b) => Math.abs(a - score2) - Math.abs(b - score2))[0];
// %% id=60aarogi items=85 tags=replie
checkPrediction(predictOrder, nearest,
  `Chaque poids multiplie un nombre qui n’est plus le sien. Aucune erreur n’est signalée, puisque la
longueur est bonne. Erreur fréquente : penser que l’ordre d’une somme ne compte pas ; ici, ce sont
les couples poids-nombre qui ont changé.`);
// %% id=t495dqwi items=85
console.log(`ordre de tfjs : ${rightWith(vectors).toFixed(1)} % de bonnes réponses`);
console.log(`ordre de PyTorch : ${score2.toFixed(1)} %`);
// %% [markdown] id=08pkjplp items=85-88,90
// ### Un chiffre dessiné par vous
//
// `readDigit` met n’importe quel dessin d’un chiffre au format de MNIST (28 × 28, clair sur noir, centré). Le cours en
// fournit trois ; pour le vôtre, dessinez un chiffre épais, enregistrez l’image à côté de ce carnet et donnez son nom.
// %% id=uo0f4t2w role=free items=85-88,90
const mine = await readDigit(drawnDigit(7));
// const mine = await readDigit('mon-chiffre.png');
forwardPass({ 'mon dessin': forward(mine) });
// %% [markdown] id=c5vhs5du items=89
// ## 5. Changer de tête
//
// Le réseau a deux parties, et la frontière est l’aplatissement. La première **extrait** des caractéristiques : 144
// nombres. La seconde, la **tête**, en fait une réponse. La première ne sait pas quelle question on posera ensuite ; on
// peut donc la garder telle quelle, gelée, et y brancher une autre tête :
//
// - **classification** : un neurone par classe, puis softmax ;
// - **régression**, prédire un nombre : **un** neurone, **sans activation** ;
// - **génération**, produire une image : un neurone par pixel, puis on replie le vecteur en image, l’inverse
//   d’aplatir.
//
// Pour la régression, demandons de combien de degrés un chiffre **penche**. Pour la génération, demandons de **redessiner**
// le chiffre à partir de ses 144 nombres.
//
// **Prédire.** Combien de paramètres ont ces deux têtes, si chacune est une seule couche dense posée sur les 144
// nombres ? Répondez [régression, génération].
// %% id=grt8ep67 role=free items=89
const predictHeads: number[] | null = null; // ← par exemple [10, 1000]
// %% id=y4c1s8hb items=89
const seeded = { inputShape: [144], kernelInitializer: tf.initializers.glorotUniform({ seed: 1 }) };
const regression = tf.sequential({ layers: [tf.layers.dense({ ...seeded, units: 1 })] });
// la sigmoïde : des pixels de 0 à 1
const drawing = tf.layers.dense({ ...seeded, units: 784, activation: 'sigmoid' });
const generation = tf.sequential({ layers: [drawing] });
// %% id=z92fu25j items=89 tags=replie
checkPrediction(predictHeads, [regression.countParams(), generation.countParams()],
  `n × m + m avec n = 144, et m = 1 ou m = 28 × 28 = 784. Erreur fréquente : donner dix neurones, ou
un softmax, à la régression ; un nombre, c’est un neurone.`);
// %% id=u5zcugpk items=89
console.log('softmax sur un seul neurone :', softmax([3.7]), softmax([-20]), ': inutilisable ici');
// %% [markdown] id=go3huw3d items=89
// Il faut d’abord une réponse attendue pour la régression : l’inclinaison, mesurée sur l’image même. C’est celle de la
// droite qui suit au mieux l’encre ; le détail du calcul n’importe pas ici. (Plus bas, `compile` dit comment mesurer l’erreur, ici l’écart au carré pour
// un nombre, une entropie croisée pour des pixels, et `fit` entraîne : c’est l’objet de la leçon 1.6.)
// %% id=wr0pi6kz items=89
// 0 : droit ; au-dessus de 0 : penché vers la droite
function slant(pixels: ArrayLike<number>): number {
  const ink = Array.from(pixels);
  const amount = totalOf(ink);
  const mean = (of: (k: number) => number) => totalOf(ink.map((v, k) => v * of(k))) / amount;
  const column = (k: number) => k % 28;
  const line = (k: number) => Math.floor(k / 28);
  const [meanColumn, meanLine] = [mean(column), mean(line)];
  const together = mean((k) => (column(k) - meanColumn) * (line(k) - meanLine));
  const spread = mean((k) => (line(k) - meanLine) ** 2);
  return (Math.atan(-together / spread) * 180) / Math.PI;
}
const slantOf = (digit: number) => slant(imageAt(digits.test.labels.indexOf(digit)).data);
console.log('notre 1 penche de', slantOf(1).toFixed(1), 'degrés');
// %% id=kl7os9zs items=89
const { shown, rounds } = byProfile({
  rapide: { shown: 2000, rounds: 8 },
  complet: { shown: 10_000, rounds: 20 },
});
const pixels = digits.train.images.data.slice(0, shown * 784) as Float32Array;
const features = extractor.predict(new Volume([shown, 28, 28, 1], pixels)); // [images, 144]
const known = tf.tensor2d(features.data as Float32Array, [shown, 144]);
const pictures = Array.from({ length: shown }, (_, k) => pixels.subarray(k * 784, (k + 1) * 784));
const slants = pictures.map(slant);
const options = { epochs: rounds, batchSize: 50, shuffle: false, verbose: 0 as const };
regression.compile({ optimizer: tf.train.adam(0.02), loss: 'meanSquaredError' });
await regression.fit(known, tf.tensor2d(slants, [shown, 1]), options);
generation.compile({ optimizer: tf.train.adam(0.01), loss: 'binaryCrossentropy' });
const history = await generation.fit(known, tf.tensor2d(pixels, [shown, 784]), options);
// %% [markdown] id=b3yh36kd items=89
// Sur des images de test, la tête de régression vaut-elle mieux que de répondre toujours l’inclinaison moyenne ?
// %% id=c9are0fm items=89
const unseen = tf.tensor2d(vectors);
const predicted = Array.from((regression.predict(unseen) as tf.Tensor).dataSync());
const measured = vectors.map((_, k) => slant(imageAt(k).data));
const meanSlant = totalOf(slants) / shown;
const errorOf = (guess: (k: number) => number) =>
  totalOf(measured.map((right, k) => Math.abs(right - guess(k)))) / measured.length;
const [headError, lazyError] = [errorOf((k) => predicted[k]), errorOf(() => meanSlant)];
console.log('erreur moyenne de la tête :', headError.toFixed(1), 'degrés');
console.log('en répondant toujours la moyenne :', lazyError.toFixed(1), 'degrés');
console.log('la tête fait mieux :', headError < lazyError / 2);
// %% [markdown] id=4wai4kt3 items=89
// Les boutons changent de tête, le curseur change d’image. D’une tête à l’autre, les 144 nombres restent les mêmes.
// (Pour un 7, la barre du haut tire vers la gauche la droite qui suit l’encre : « penche » est à prendre en ce sens.)
// %% id=tmcx1xb3 items=89
const redrawn = (generation.predict(unseen) as tf.Tensor).reshape([-1, 28, 28]);
const examples = [1, 7, 2, 3, 4, 5].map((digit): HeadExample => {
  const k = firstOf(digit);
  const own = forward(imageAt(k));
  return {
    name: `un ${digit}`, image: imageAt(k), features: own[3].values as Volume,
    answers: {
      classification: { probabilities: last(own) },
      'régression': { number: predicted[k], expected: measured[k], unit: '°' },
      'génération': { image: (redrawn.arraySync() as number[][][])[k] },
    },
  };
});
// %% id=nb17ikgh items=89
const ownHead = twin.countParams() - filters.size - filterBiases.size; // sans la convolution
const heads = {
  classification: { layers: 'dense 16 + ReLU, dense 10 + softmax', parameters: ownHead },
  'régression': { layers: 'dense 1, sans activation', parameters: regression.countParams() },
  'génération': { layers: 'dense 784 + sigmoïde, repliée en 28 × 28',
    parameters: generation.countParams() },
};
headSwap(heads, examples);
// %% [markdown] id=l97pa486 items=89
// Personne n’a dit à la convolution de mesurer une inclinaison ou de garder de quoi redessiner : elle a appris pour
// classer. Ses caractéristiques servent pourtant aux trois. C’est l’idée de l’**apprentissage par transfert**, tout le
// chapitre 2. Restons mesurés :
// nous n’avons pas essayé de filtres tirés au hasard, qui auraient peut-être suffi, et le chapitre 2 comparera ; notre
// tête de génération *reconstruit* une image à partir d’une autre, et inventer des images nouvelles demande d’autres
// architectures.
// %% [markdown] id=w20jl7xh
// ## À retenir
//
// - **Aplatir** range un bloc [H, W, C] en un vecteur, à l’indice $(y \times W + x) \times C + c$ dans tfjs. Aucun
//   paramètre, rien de perdu ; mais on ne change pas d’ordre en route.
// - Une **couche dense** calcule W·x + b : chaque neurone est relié à toutes les entrées. n entrées et m neurones :
//   **n × m + m** paramètres. Le noyau de tfjs est la transposée de W.
// - Sans **activation** entre elles, deux couches denses n’en valent qu’une.
// - **Softmax** transforme **tout le vecteur** des logits en probabilités de somme 1. Seules les différences de logits
//   comptent ; on retranche donc le maximum avant l’exponentielle.
// - Une sortie de softmax n’est pas une garantie.
// - **Une tête par question** : classification (softmax), régression (un neurone sans activation), génération (un neurone par
//   pixel), sur les mêmes caractéristiques.
//
// ### Petit glossaire
//
// | Terme | En anglais | En une ligne |
// |---|---|---|
// | aplatir | *flatten* | ranger un bloc de nombres en un seul vecteur |
// | couche dense, entièrement connectée | *dense, fully connected layer* | chaque neurone est relié à toutes les entrées |
// | neurone, unité | *neuron, unit* | une somme pondérée des entrées, plus un biais |
// | combinaison linéaire | *linear combination* | des produits poids × entrée, additionnés |
// | logit | *logit* | la note d’une classe, avant softmax |
// | softmax | *softmax* | la fonction qui transforme un vecteur de logits en probabilités |
// | température | *temperature* | ce par quoi on divise les logits pour adoucir ou accentuer |
// | passe avant | *forward pass* | le calcul de l’entrée jusqu’à la sortie |
// | tête | *head* | les dernières couches, propres à la question posée |
// | débordement | *overflow* | un résultat trop grand pour tenir dans un nombre |
//
// ### Notations
//
// | Notation | Sens |
// |---|---|
// | $H, W, C$ | hauteur, largeur et nombre de canaux d’un bloc (partie 1) |
// | $k$ | l’indice dans le vecteur aplati |
// | $n, m$ | nombre d’entrées et de neurones d’une couche dense |
// | $W, b$ | dans W·x + b : matrice des poids (une ligne par neurone) et vecteur des biais |
// | $z_i$ | le logit de la classe $i$ |
// | $p_i$ | la probabilité de la classe $i$ |
// | $T$ | la température |
//
// ### À vous de jouer
//
// Programmez les trois pièces vous-même dans les [exercices 1.5](../exercices/1.5-couche-dense-softmax.ipynb) :
// aplatir, la couche dense, et une softmax qu’aucun logit ne fait déborder. Et ici :
//
// 1. Appelez `flattenStrip` sur un bloc de 3 × 2 × 2 de votre choix. Calculez d’abord l’indice de la dernière case du
//    canal 0, dans les deux ordres.
// 2. Choisissez deux poids et un biais pour qu’**un** neurone suivi de ReLU réponde plus que 0 seulement quand ses deux
//    entrées valent 1 (elles valent 0 ou 1). Vérifiez avec `matrixVector`.
// 3. Trouvez des logits de trois classes qui donnent les probabilités 0,7, 0,2 et 0,1. (Indice : quelle fonction défait
//    l’exponentielle ?) Y a-t-il une seule solution ?
// 4. Écrivez votre softmax, qui retranche d’abord le plus grand logit, et essayez-la sur [1000, 1000] et sur [0, −10 000].
//    Que doit-elle rendre ?
// 5. Remplacez `poolSize: 4` par `poolSize: 2` dans le réseau : combien de paramètres a-t-il maintenant ? Prédisez, puis
//    relancez la partie 4, jusqu’au score. Change-t-il autant que le nombre de paramètres ?
//
// <details><summary>Réponses</summary>
//
// 1. La dernière case du canal 0 est en ligne 2, colonne 1. tfjs : (2 × 2 + 1) × 2 + 0 = 10. PyTorch : (0 × 3 + 2) × 2 + 1 = 5.
// 2. Deux poids de 1 et un biais de −1 : 1 + 1 − 1 = 1, et 0 ou −1, que ReLU éteint, dans les trois autres cas.
// 3. ln 0,7, ln 0,2 et ln 0,1. La même constante ajoutée aux trois ne change rien : il y a une infinité de solutions.
// 4. [0,5, 0,5] et [1, 0].
// 5. 104 + (576 × 16 + 16) + 170 = 9506, presque quatre fois plus. Le score bouge à peine : avec trois graines, nous avons
//    trouvé de 93 à 96 % pour 4, de 95 à 97 % pour 2.
//
// </details>
// %% id=zpprcw1h role=free
// votre brouillon
