// ---
// title: La convolution
// ---
// %% [markdown] id=clvbkd7o
// # 1.2 La convolution
//
// **Avec neuf nombres seulement, comment repérer un bord dans une image, où qu’il se trouve ?**
//
// C’est la question de cette leçon. Vous la résoudrez d’abord à la main, sur des tableaux assez petits
// pour tenir dans la tête, puis sur une vraie photo ; enfin, vous laisserez un réseau trouver lui-même
// ses nombres.
//
// À la fin, vous saurez :
//
// - calculer une convolution 1D, 2D et sur une image en couleur, case par case ;
// - dire ce que mesure un noyau en lisant ses poids ;
// - compter les paramètres d’une couche de convolution, biais compris ;
// - distinguer convolution et corrélation, et dire laquelle calcule un réseau.
//
// Lecture : environ 50 minutes, réponses comprises. Comptez autant pour changer les nombres et regarder ce
// que cela change, puis une heure pour les exercices. La fin de la partie 5 est une bonne étape.
//
// À chaque question « **Prédire** », remplacez `null` par votre réponse, puis exécutez les cellules
// suivantes. L’une d’elles est repliée : elle compare votre réponse au calcul et dit pourquoi. Se tromper,
// puis comprendre, apprend davantage que lire la solution. Les nombres en tête de cellule sont à vous :
// changez-les et relancez.
// %% [markdown] id=qy1c456r
// ## Avant de commencer : trois souvenirs de la leçon 1.1
//
// Répondez de tête, puis dépliez.
//
// **1.** Une image en niveaux de gris a 28 lignes et 28 colonnes. Combien de nombres la décrivent, et
// entre quelles bornes s’ils sont codés sur 8 bits ?
//
// <details><summary>Réponse</summary>
//
// Un nombre par pixel : 28 × 28 = 784 nombres, entiers de 0 (noir) à 255 (blanc).
//
// </details>
//
// **2.** Et une image en couleur de 32 × 32 pixels ? Comment range-t-on ces nombres ?
//
// <details><summary>Réponse</summary>
//
// Trois nombres par pixel, un par canal (rouge, vert, bleu) : 32 × 32 × 3 = 3072 nombres, soit trois
// matrices de 32 lignes et 32 colonnes, ou un seul tableau de forme [32, 32, 3].
//
// </details>
//
// **3.** Un pixel vaut (R, V, B) = (30, 60, 90). Quel est son niveau de gris par la moyenne ?
//
// <details><summary>Réponse</summary>
//
// (30 + 60 + 90) / 3 = 60.
//
// </details>
// %% id=7cw31px0 role=given
import {
  bars, byProfile, channelSums, checkPrediction, conv1d, conv2d, featureMaps, filtersOverEpochs,
  flipKernel, flipToggle, imageBundle, kernelCells, kernelOnImage, layerDiagram, lineProfile,
  loadMnist, photo, readImage, receptiveField, slidingWindow, toGray, Volume, type FilterSnapshot,
} from '@convolab/lib';
import * as tf from '@convolab/lib/tf';
// %% [markdown] id=i83cmsc5 items=15
// ## 1. Pourquoi ne pas tout relier à tout ?
//
// Une image n’est pas une liste de nombres en vrac : c’est une **grille**, et des pixels voisins vont
// ensemble. Une couche dense (chaque sortie reliée à chaque entrée) l’ignore : mélangez les pixels, de la
// même façon dans toutes les images, elle apprendra tout aussi bien, ou tout aussi mal. Et elle coûte
// cher.
//
// Le prix se compte en **paramètres**, les nombres que l’apprentissage doit régler : des **poids**, qui
// multiplient les entrées, et des **biais**, qu’on ajoute au résultat. Comparons deux couches qui
// reçoivent la même image de 32 × 32 × 3 et rendent toutes les deux 32 × 32 × 32 nombres :
//
// - une **couche dense**, avec un poids par lien et un biais par sortie ;
// - une **couche de convolution** de 32 filtres. Un **filtre** 3 × 3, c’est une grille de 3 × 3 poids
//   par canal de l’image, et un seul biais. Il ne regarde que 3 × 3 pixels à la fois, et il réutilise **les
//   mêmes poids partout** : à chaque position, il rend un nombre, donc 32 × 32 en tout.
//
// **Prédire.** Combien de fois moins de paramètres la convolution a-t-elle : environ 100, 10 000 ou
// 100 000 fois moins ?
// %% id=l0kwlaqv role=free items=15
const predictRatio: number | null = null; // ← 100, 10000 ou 100000
// %% id=h4y9d2sk items=15
const [height, width, channels] = [32, 32, 3]; // l’image
const [filterSize, filterCount] = [3, 32]; // la couche de convolution

const inputs = height * width * channels;
const outputs = height * width * filterCount;
const denseParams = inputs * outputs + outputs;
const convParams = filterCount * (filterSize * filterSize * channels + 1); // + 1 : le biais
// %% id=v47jkizb items=15 tags=replie
const ratio = denseParams / convParams;
checkPrediction(predictRatio, 10 ** Math.round(Math.log10(ratio)),
  `Le rapport est ${Math.round(ratio)}. Erreur fréquente : compter un filtre par pixel, alors que
les mêmes poids servent partout.`);
// %% id=9v0115vt items=15
console.log(`dense : ${inputs} × ${outputs} + ${outputs} = ${denseParams} paramètres`);
const perFilter = `${filterSize}×${filterSize}×${channels} + 1`; // ses poids et son biais
console.log(`convolution : ${filterCount} × (${perFilter}) = ${convParams} paramètres`);
// %% id=rgvq1pn5 items=15
bars(
  { 'couche dense': denseParams, 'couche de convolution': convParams },
  { title: 'Paramètres pour la même taille de sortie', x: 'paramètres', log: true },
);
// %% [markdown] id=tvhpiq9x items=15
// Une bibliothèque compte-t-elle comme nous ? Demandons à tfjs. (Nous ne lui faisons pas construire la
// grande couche dense : ses cent millions de poids prendraient 400 Mo de mémoire.)
// %% id=f6y6pwjv items=15
const counted = tf.layers.conv2d({
  inputShape: [height, width, channels], filters: filterCount, kernelSize: filterSize,
  padding: 'same', // la sortie garde la taille de l’image (leçon 1.3)
});
tf.sequential({ layers: [counted] }); // c’est dans un modèle que la couche crée ses poids
console.log('tfjs compte', counted.countParams(), 'paramètres ; nous', convParams);
// %% [markdown] id=1cajljbx items=15
// Deux idées expliquent l’écart : chaque sortie ne regarde qu’**un petit voisinage**, et les
// poids sont **partagés** d’un endroit à l’autre. La seconde a une conséquence plus importante encore que
// l’économie : un motif appris dans un coin de l’image est reconnu dans tous les autres.
//
// Dernier avantage : dans la chaîne traditionnelle de la leçon 1.1, quelqu’un devait inventer les
// caractéristiques à mesurer. Ici le réseau travaille directement sur les pixels, et **apprend** ses
// filtres (partie 9).
// %% [markdown] id=x27zrsu4 items=16,17
// ## 2. Le plan d’un réseau à convolution
//
// Avant d’étudier la première couche, voyons la chaîne entière d’un **réseau à convolution** (CNN, de
// l’anglais *convolutional neural network*). En voici un petit, dans l’esprit de LeNet, un ancêtre de la
// famille. Les mots nouveaux, comme ReLU ou softmax, attendront leur leçon. Lisez les lignes une à une :
// quelle couche vient après chaque convolution ? (`null` tient la place du nombre d’images, qu’on ne
// connaît pas d’avance.)
// %% id=i6ccz83t items=16,17
const network = tf.sequential({
  layers: [
    tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 6, kernelSize: 5, activation: 'relu' }),
    tf.layers.averagePooling2d({ poolSize: 2 }),
    tf.layers.conv2d({ filters: 16, kernelSize: 5, activation: 'relu' }),
    tf.layers.averagePooling2d({ poolSize: 2 }),
    tf.layers.flatten(),
    tf.layers.dense({ units: 84, activation: 'relu' }),
    tf.layers.dense({ units: 10, activation: 'softmax' }),
  ],
});
for (const layer of network.layers) {
  const { outputShape: shape } = layer;
  console.log(layer.getClassName().padEnd(18), shape, layer.countParams(), 'paramètres');
}
// %% id=nxd3a2u4 items=16,17
const french: Record<string, string> = {
  Conv2D: 'convolution + ReLU', AveragePooling2D: 'sous-échan\u00adtillonnage',
  Flatten: 'aplatir', Dense: 'dense',
};
const flattenAt = network.layers.findIndex((layer) => layer.getClassName() === 'Flatten');
const stages = network.layers.map((layer, i) => ({
  name: french[layer.getClassName()] + (i === network.layers.length - 1 ? ' + softmax' : ''),
  shape: (layer.outputShape as number[]).slice(1),
  part: i < flattenAt ? ('extraction' as const) : ('classification' as const),
}));
layerDiagram([{ name: 'entrée', shape: [28, 28, 1] }, ...stages]);
// %% [markdown] id=6iqw2qyq items=16,17
// Le réseau a deux parties, et la frontière est la couche qui aplatit :
//
// 1. l’**extraction des caractéristiques** : la convolution et le sous-échantillonnage (*pooling*, leçon
//    1.4) se relaient. D’un étage au suivant, les images rapetissent, mais il y en a davantage ;
// 2. la **classification** : des couches denses, qui décident à partir de ce que la première partie a
//    trouvé ; la dernière, avec softmax, rend une probabilité par classe (leçon 1.5).
//
// Cette leçon n’ouvre qu’une boîte : la convolution.
// %% [markdown] id=z9g0at84 items=28,29
// ## 3. Une dimension : le produit scalaire qui glisse
//
// Posez un petit vecteur de poids, le **noyau** (ou filtre), sur le début d’un signal, c’est-à-dire d’une
// liste de nombres. Multipliez chaque valeur par le poids posé dessus, additionnez : c’est un produit
// scalaire, et cela donne **un** nombre. Décalez le noyau d’une case, recommencez. Le décalage s’appelle le
// **pas** (*stride*) ; il vaut 1 dans toute cette leçon, et la leçon 1.3 le fera varier.
//
// **Prédire.** Le signal a 7 valeurs, le noyau 3. Combien de positions le noyau peut-il occuper sans
// dépasser ?
// %% id=9oe63wd1 role=free items=28,29
const predictWindows: number | null = null; // ← votre réponse
// %% id=u8c3n6vx items=28,29
const signal = [0, 1, 2, -1, 1, -3, 0];
const kernel1d = [1, 0, -1];
// %% id=9tkgibqu items=28,29 tags=replie
checkPrediction(predictWindows, conv1d(signal, kernel1d).length,
  `De la position 0 à la position 7 − 3 = 4, donc 7 − 3 + 1. Erreur fréquente :
4, en oubliant la position 0.`);
// %% id=3z75ctp9 items=28,29
const byHand1d: number[] = [];
for (let start = 0; start + kernel1d.length <= signal.length; start++) {
  const products = kernel1d.map((weight, i) => signal[start + i] * weight);
  const sum = products.reduce((total, product) => total + product, 0);
  console.log(`position ${start} : ${products.join(' + ')} = ${sum}`);
  byHand1d.push(sum);
}
console.log('résultat :', byHand1d);
// %% [markdown] id=08e9nmmx items=28,29
// Le même calcul, étape par étape. Déplacez le curseur, ou laissez défiler ; calculez chaque valeur avant
// de la découvrir.
// %% id=2yxrvtcg items=28,29
slidingWindow(signal, kernel1d);
// %% [markdown] id=1ndo0bll items=28,29
// Que mesure le noyau [1, 0, −1] ? Il fait « la valeur de gauche moins celle de droite » : il répond aux
// **changements**. Là où le signal ne bouge pas, il doit se taire.
//
// **Prédire.** Que donne-t-il sur le signal constant 5, 5, 5, 5, 5 ? Écrivez le tableau entier.
// %% id=fpt1mi9r role=free items=28
const predictConstant: number[] | null = null; // ← par exemple [1, 2, 3]
// %% id=g5t1q7ob items=28
const constantSignal = [5, 5, 5, 5, 5];
// %% id=8k7g0c37 items=28 tags=replie
checkPrediction(predictConstant, conv1d(constantSignal, kernel1d),
  `La somme des poids vaut 0, donc une constante donne 0. Erreur fréquente : écrire cinq zéros,
alors qu’il y a 5 − 3 + 1 positions.`);
// %% id=mno6ql8a items=28
console.log('sur un signal constant :', conv1d(constantSignal, kernel1d));
// %% [markdown] id=4pe7jxuf items=28,29
// Trois voix pour un seul calcul : nos boucles, la bibliothèque du cours (`conv1d`), et tfjs, qui demande
// une forme précise : `[longueur, canaux]` pour l’entrée, `[longueur, canaux, filtres]` pour le noyau.
// L’option `'valid'` veut dire « sans dépasser ». Le résultat est
// un tenseur ; `dataSync()` rend ses nombres, à la suite.
// %% id=rj6jhz88 items=28,29
const stride = 1;
const tfSignal = tf.tensor2d(signal, [7, 1]);
const tf1d = tf.conv1d(tfSignal, tf.tensor3d(kernel1d, [3, 1, 1]), stride, 'valid');
console.log('à la main :', byHand1d);
console.log('conv1d    :', conv1d(signal, kernel1d, { stride: stride }));
console.log('tfjs      :', Array.from(tf1d.dataSync()));
// %% [markdown] id=3bqa75kr items=30
// ## 4. Deux dimensions : la fenêtre glisse dans les deux sens
//
// Rien ne change, sauf la forme : la fenêtre est un petit carré, et elle balaie l’image ligne par ligne.
// Voici une image de 5 × 5 et un noyau de 3 × 3.
//
// **Prédire.** Combien de lignes aura le résultat ?
// %% id=rziwwxuj role=free items=30
const predictRows: number | null = null; // ← votre réponse
// %% id=fethmb7n items=30
const image = [
  [1, 1, 1, 0, 0],
  [0, 1, 1, 1, 0],
  [0, 0, 1, 1, 1],
  [0, 0, 1, 1, 0],
  [0, 1, 1, 0, 0],
];
const kernel = [[1, 0, 1], [0, 1, 0], [1, 0, 1]];
const result = conv2d(image, kernel);
// %% id=fa8qf7qk items=30 tags=replie
checkPrediction(predictRows, result.length,
  `Comme en 1D : 5 − 3 + 1. Erreur fréquente : 5, en laissant le noyau dépasser de l’image
(ce serait du remplissage, leçon 1.3).`);
// %% [markdown] id=usacrfwi items=30,31
// La première case se calcule ainsi : on multiplie terme à terme la fenêtre du coin en haut à gauche et le
// noyau, puis on additionne les neuf produits.
//
// | fenêtre | noyau | produits |
// |---|---|---|
// | 1 1 1 | 1 0 1 | 1 0 1 |
// | 0 1 1 | 0 1 0 | 0 1 0 |
// | 0 0 1 | 1 0 1 | 0 0 1 |
//
// Attention, ce n’est **pas** un produit de matrices : chaque case ne rencontre que celle qui est posée
// sur elle. Faites la somme, puis exécutez la cellule : elle écrit les neuf étapes, chacune avec ses neuf
// produits (valeur × poids).
// %% id=wosdryec items=31-39
for (let row = 0; row < result.length; row++) {
  for (let col = 0; col < result[row].length; col++) {
    let sum = 0;
    const terms: string[] = [];
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) {
        sum += image[row + i][col + j] * kernel[i][j];
        terms.push(`${image[row + i][col + j]}×${kernel[i][j]}`);
      }
    }
    const step = row * result.length + col + 1;
    console.log(`étape ${step} : ${terms.join(' + ')} = ${sum}`);
  }
}
console.log('résultat :', result);
// %% [markdown] id=7816hm1q items=31-39
// La même chose en images. Arrêtez-vous à l’étape 4 : de quoi la fenêtre s’est-elle déplacée entre les
// étapes 3 et 4 ?
// %% id=oik0x39j items=31-39
slidingWindow(image, kernel);
// %% [markdown] id=1dzptecn items=31-39
// Elle est revenue à gauche, une ligne plus bas. Le résultat garde donc la disposition de l’image. Notons
// (ligne, colonne), en comptant à partir de 1 : la case (2, 3) du résultat parle de la région de l’image
// qui entoure la case (3, 4).
//
// **Prédire.** On met 100 au centre de l’image, dans la case (3, 3). Combien des neuf valeurs du résultat
// changent ?
// %% id=s526raza role=free items=22
const predictChanged: number | null = null; // ← votre réponse
// %% id=a1n0bny3 items=22
const altered = image.map((row) => [...row]);
altered[2][2] = 100; // ligne 3, colonne 3 : un tableau se compte à partir de 0
const alteredResult = conv2d(altered, kernel);
const changed = alteredResult.flat().filter((value, i) => value !== result.flat()[i]).length;
// %% id=fttbppmg items=22 tags=replie
checkPrediction(predictChanged, changed,
  `Les neuf fenêtres contiennent ce pixel, mais dans quatre d’entre elles il tombe sur un poids
nul. Erreur fréquente : 9, en oubliant les poids.`);
// %% id=x7b2m4ep items=22
console.log('avant :', result);
console.log('après :', alteredResult);
// %% [markdown] id=7dx58622 items=30
// À la main et en tfjs, côte à côte. Pour tfjs, une image est toujours `[hauteur, largeur, canaux]` et un
// noyau `[hauteur, largeur, canaux, filtres]` : ici, un canal et un filtre. Du tenseur rendu, `squeeze()` ôte les
// dimensions de taille 1, et `arraySync()` fait une liste de lignes.
// %% id=3cd3lpnk items=30
const tfImage = tf.tensor3d(image.flat(), [5, 5, 1]);
const tfKernel = tf.tensor4d(kernel.flat(), [3, 3, 1, 1]);
const tfResult = tf.conv2d(tfImage, tfKernel, 1, 'valid');
console.log('conv2d :', result);
console.log('tfjs   :', tfResult.squeeze().arraySync(), 'de forme', tfResult.shape);
// %% [markdown] id=r8ar3j96 items=18,19
// ## 5. Ce que mesure un noyau : les bords d’une photo
//
// Passons à une vraie image, lue par la bibliothèque Jimp. Pour prendre la vôtre, déposez le fichier à
// côté de ce carnet ; puis, dans la cellule, effacez la première ligne et les barres `//` des deux suivantes.
// %% id=nrbg1dw0 items=18,19
const { image: photoRgb, title, credit, licence } = await photo('cat');
// const photoRgb = await readImage('mon-image.jpg');
// const [title, credit, licence] = ['Ma photo', 'moi', 'tous droits réservés'];
const gray = toGray(photoRgb);
console.log(`${title} — ${credit} (${licence})`);
console.log(`forme [${photoRgb.shape}], en gris [${gray.shape}]`);
imageBundle(photoRgb);
// %% [markdown] id=gf2pfyxd items=18,19
// Notre entrée sera la version grise, et notre noyau celui-ci : un 8 au centre, des −1 autour. Il compare
// chaque pixel à ses huit voisins.
//
// **Prédire.** Dans une zone unie, où tous les pixels valent 200, que répond-il ?
// %% id=i6gepdrt role=free items=19
const predictFlat: number | null = null; // ← votre réponse
// %% id=r2w8z5ia items=19
const edge = [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]];
const level = 200;
const flat = Array.from({ length: 5 }, () => new Array<number>(5).fill(level));
const flatResponse = conv2d(flat, edge);
// %% id=9d0tjugz items=19 tags=replie
checkPrediction(predictFlat, flatResponse[0][0],
  `8 × ${level} − 8 × ${level}. Quand la somme des poids est nulle, le noyau se tait partout où
l’image est unie, quel que soit son niveau de gris. Erreur fréquente : ${8 * level}, en s’arrêtant
au 8 du centre.`);
// %% id=nd3w3hao items=19
console.log('réponse sur une zone unie :', flatResponse);
console.log('somme des poids :', edge.flat().reduce((total, weight) => total + weight, 0));
// %% id=ai34dm4d items=19
kernelOnImage(gray, edge, { title: 'Détection des bords' });
// %% [markdown] id=1t1t1c4i items=18,19
// Les moustaches, le contour des yeux et le pelage ressortent ; le fond flou, presque uni, s’éteint. Voilà
// la réponse à notre question : **neuf nombres suffisent, parce que les mêmes neuf nombres sont essayés
// partout**.
//
// Le mot « convolution » vient des mathématiques, où il désigne une façon de mélanger deux fonctions ; le
// mélange est encore une fonction. Ici, l’une est l’image (un nombre par position), l’autre le noyau, et
// leur mélange s’appelle la **carte de caractéristiques** (*feature map*). Elle peut contenir des valeurs
// négatives ou plus grandes que 255 : ce n’est plus tout à fait une image, c’est une carte des réponses.
//
// À vous : changez les nombres, relancez. Que fait le noyau quand tous ses poids valent 1/9 ? Quand seul
// le poids du centre est différent de 0 ? Quand vous remplacez le 8 par un 9 ?
// %% id=e6ddfa1i role=free items=19
const myKernel = [
  [1 / 9, 1 / 9, 1 / 9],
  [1 / 9, 1 / 9, 1 / 9],
  [1 / 9, 1 / 9, 1 / 9],
];
kernelOnImage(gray, myKernel, { title: 'Mon noyau' });
// %% [markdown] id=wc7l3kos items=20
// <details><summary>Réponses</summary>
//
// Neuf poids de 1/9 font la moyenne des neuf pixels : l’image devient floue. Un seul poids, au centre,
// multiplie chaque pixel par ce poids : 1 rend l’image telle quelle. Avec un 9 au lieu du 8, la somme des
// poids vaut 1 : la carte est l’image plus ses bords, donc une image plus nette.
//
// </details>
//
// ### Rendre plus net
//
// Un autre noyau célèbre, appelé *sharpen* (« aiguiser »), vaut 5 au centre, −1 sur les quatre côtés et 0
// dans les coins. La somme de ses poids est 1.
//
// **Prédire.** Que répond-il sur la même zone unie, à 200 ?
// %% id=1moo0k53 role=free items=20
const predictSharpFlat: number | null = null; // ← votre réponse
// %% id=y6o3k1lu items=20
const sharpen = [[0, -1, 0], [-1, 5, -1], [0, -1, 0]];
// %% id=wdo1qsuf items=20 tags=replie
checkPrediction(predictSharpFlat, conv2d(flat, sharpen)[0][0],
  `5 × ${level} − 4 × ${level}. Une somme des poids égale à 1 laisse les zones unies
inchangées. Erreur fréquente : 0, comme le détecteur de bords.`);
// %% id=fjj486v5 items=20
console.log('réponse sur une zone unie :', conv2d(flat, sharpen));
// %% id=5ufht0ri items=20
kernelOnImage(gray, sharpen, { title: 'Netteté (sharpen)' });
// %% [markdown] id=qy9q4ggx items=20
// D’où vient ce noyau ? De deux noyaux plus simples. L’**identité** rend l’image telle quelle. Le
// **laplacien** mesure de combien les quatre voisins dépassent le centre, au total. Retrancher le second
// de la première, c’est éloigner chaque pixel de la moyenne de ses voisins : le contraste local augmente.
// %% id=fv8h63m6 items=20
const identity = [[0, 0, 0], [0, 1, 0], [0, 0, 0]];
const laplacian = [[0, 1, 0], [1, -4, 1], [0, 1, 0]];
const difference = identity.map((row, i) => row.map((value, j) => value - laplacian[i][j]));
console.log('identité − laplacien =', difference);
console.log('est-ce sharpen ?', difference.flat().every((value, i) => value === sharpen.flat()[i]));
kernelCells({ 'identité': identity, laplacien: laplacian, sharpen: sharpen });
// %% [markdown] id=z26xqow7 items=20
// Regardons une ligne de la photo avant et après. De part et d’autre de chaque bord, la courbe dépasse :
// le côté sombre devient plus sombre, le côté clair plus clair. C’est cela que l’œil appelle « net ».
// %% id=raf08dh6 items=20
const [line, from, to] = [120, 128, 152]; // une ligne qui traverse un œil
const before = gray.toNested(2)[line].slice(from, to);
// sans remplissage, la carte commence un pixel plus loin que l’image
const after = conv2d(gray, sharpen).toNested(2)[line - 1].slice(from - 1, to - 1);
lineProfile({ avant: before, 'après': after },
  { title: `Ligne ${line} de la photo`, x: 'colonne', y: 'niveau de gris', first: from });
// %% [markdown] id=3j8jnv6c items=18
// ## 6. Convolution ou corrélation ?
//
// Il est temps d’avouer un abus de langage. En mathématiques et en traitement du signal, la convolution
// d’une image $I$ par un noyau de poids $W$ parcourt le noyau **à l’envers** :
//
// $$(I * W)(y, x) = \sum_i \sum_j I(y - i,\; x - j)\, W(i, j)$$
//
// Ce que nous avons calculé jusqu’ici, sans retourner le noyau, s’appelle la **corrélation croisée** :
//
// $$(I \star W)(y, x) = \sum_i \sum_j I(y + i,\; x + j)\, W(i, j)$$
//
// On passe de l’une à l’autre en faisant faire un demi-tour au noyau : c’est ce que nous appellerons le
// **retourner**. Pour voir la différence, il faut un noyau sans symétrie, et l’entrée la plus simple qui
// soit : un seul pixel allumé. Essayez les deux boutons. Laquelle des deux opérations recopie le noyau à
// l’endroit ?
// %% id=nlngb7lp items=18
const nothing = [0, 0, 0, 0, 0];
const impulse = [nothing, nothing, [0, 0, 1, 0, 0], nothing, nothing];
const numbered = [[1, 2, 3], [4, 5, 6], [7, 8, 9]];
console.log('corrélation :', conv2d(impulse, numbered));
console.log('convolution :', conv2d(impulse, flipKernel(numbered)));
flipToggle(impulse, numbered);
// %% [markdown] id=1a489hks items=18
// C’est la convolution. La corrélation, elle, fait apparaître le noyau retourné : le pixel allumé passe
// d’abord sous le dernier poids de la fenêtre, le 9, et sous le premier à la fin.
//
// **Prédire.** Voici quatre noyaux déjà rencontrés : [1, 0, −1] (partie 3), le noyau en croix (partie 4),
// le détecteur de bords et *sharpen* (partie 5). Combien d’entre eux restent les mêmes après un demi-tour ?
// %% id=7k099z28 role=free items=18
const predictSymmetric: number | null = null; // ← un nombre de 0 à 4
// %% id=c9f4v7td items=18
const kernels = { '[1, 0, -1]': [kernel1d], 'en croix': kernel, bords: edge, sharpen: sharpen };
const isSame = (weights: number[][]) => String(flipKernel(weights)) === String(weights);
// %% id=ou2s9ssj items=18 tags=replie
checkPrediction(predictSymmetric, Object.values(kernels).filter(isSame).length,
  `Avec un noyau égal à son demi-tour, on ne peut pas distinguer les deux opérations.
Erreur fréquente : compter aussi [1, 0, −1], qui devient [−1, 0, 1].`);
// %% id=789w01fr items=18
for (const [name, weights] of Object.entries(kernels)) {
  console.log(name.padEnd(11), isSame(weights) ? 'identique après un demi-tour' : 'change');
}
// %% [markdown] id=e125sd9q items=18
// Et que calcule tfjs sous le nom de `conv2d` ?
// %% id=kyt5dhpl items=18
const tfNumbered = tf.tensor4d(numbered.flat(), [3, 3, 1, 1]);
const tfImpulse = tf.tensor3d(impulse.flat(), [5, 5, 1]);
console.log('tf.conv2d :', tf.conv2d(tfImpulse, tfNumbered, 1, 'valid').squeeze().arraySync());
// %% [markdown] id=fbqjr1uu items=18
// > ⚠ **Erratum du support.** Le support présente l’opération de la couche comme *la* convolution. Ce que
// > calculent ses exemples, et tfjs, Keras ou PyTorch, est la **corrélation croisée** : le noyau n’est pas
// > retourné. Les deux ne coïncident, quelle que soit l’image, que si le noyau est égal à son demi-tour. C’est
// > le cas du détecteur de bords, de *sharpen* et de l’exemple 5 × 5 : on ne peut y voir la différence.
// >
// > Pourquoi garder le mot ? Parce que, dans un réseau, les poids sont **appris** : s’il faut un noyau
// > retourné, l’apprentissage peut trouver directement celui-là. Ce que le réseau est capable de calculer ne
// > change pas. Dans la suite du cours, « convolution » veut dire corrélation, comme dans presque tous les
// > articles du domaine.
//
// Pourquoi les mathématiciens retournent-ils le noyau ? Parce que l’opération devient **commutative** :
// l’entrée et le noyau jouent le même rôle. Vérifions-le en 1D, en entourant l’entrée de zéros pour
// garder toutes les positions, même celles où le noyau dépasse.
// %% id=35g5m82h items=18
const [a, b] = [[1, 2, 3], [0, 10, 1]];
console.log('a ∗ b :', conv1d(a, flipKernel(b), { padding: b.length - 1 }));
console.log('b ∗ a :', conv1d(b, flipKernel(a), { padding: a.length - 1 }));
console.log('a ⋆ b :', conv1d(a, b, { padding: b.length - 1 }));
console.log('b ⋆ a :', conv1d(b, a, { padding: a.length - 1 }));
// %% [markdown] id=wdw855ph items=21-23
// ## 7. Une banque de filtres
//
// Un noyau répond à un motif. Une couche de convolution en a donc plusieurs, une **banque de K filtres**,
// et chacun dessine sa propre carte : K filtres, **K cartes**. Voici une banque de quatre.
// %% id=ghtp45s6 items=23-27
const bank: Record<string, number[][]> = {
  'filtre 1': [[-1, -1, -1], [1, 1, 1], [0, 0, 0]],
  'filtre 2': [[-1, 1, 0], [-1, 1, 0], [-1, 1, 0]],
  'filtre 3': [[0, 0, 0], [1, 1, 1], [-1, -1, -1]],
  'filtre 4': [[0, 1, -1], [0, 1, -1], [0, 1, -1]],
};
kernelCells(bank);
// %% [markdown] id=1ayk87d0 items=24-27
// Pour comprendre un filtre, donnons-lui une image dont on sait tout : une barre blanche horizontale sur
// fond noir.
//
// **Prédire.** Lesquels des quatre filtres ne répondront **rien du tout** (une carte entière de zéros) ?
// Donnez leurs numéros dans l’ordre croissant.
// %% id=23ofu7rs role=free items=24-27
const predictSilent: number[] | null = null; // ← par exemple [1, 3]
// %% id=6oxv45qw items=24-27
const size = 9;
const cells = Array.from({ length: size }, (_, i) => i);
const horizontal = cells.map((y) => cells.map(() => (y >= 3 && y <= 5 ? 1 : 0)));
const vertical = cells.map(() => cells.map((x) => (x >= 3 && x <= 5 ? 1 : 0)));
const filters = Object.values(bank);
const isSilent = (n: number) => conv2d(horizontal, filters[n - 1]).flat().every((v) => v === 0);
const silent = [1, 2, 3, 4].filter(isSilent);
// %% id=l67gzcas items=24-27 tags=replie
checkPrediction(predictSilent, silent,
  `Les filtres 2 et 4 comparent des colonnes voisines ; le long d’une barre horizontale, elles sont
égales. Erreur fréquente : croire qu’un filtre aux poids en colonnes cherche l’horizontale.`);
// %% id=e3lnjsev items=24-27
featureMaps(horizontal, bank);
// %% [markdown] id=1v0gvfvv items=24-27
// - Le **filtre 1** retranche la ligne du dessus de la ligne du milieu : il répond +3 au bord du **haut**
//   de la barre (on passe du noir au blanc en descendant) et −3 juste sous le bord du bas.
// - Le **filtre 3** retranche la ligne du dessous de celle du milieu : +3 au bord du **bas**, et −3 juste
//   au-dessus du bord du haut.
// - Les filtres 2 et 4 se taisent : aucun bord vertical ici.
//
// Chaque filtre est **orienté** : il a une direction et un sens. Tournons la barre.
// %% id=ztp34pcq items=24-27
featureMaps(vertical, bank);
// %% [markdown] id=vbuhmo0l items=24-27
// Les quatre filtres ne sont pas indépendants. Le filtre 3 est le filtre 1 retourné de haut en bas, le
// filtre 4 est le reflet du filtre 2 dans un miroir, et la somme des poids de chacun est nulle. La cellule
// le vérifie, et montre au passage que la carte du filtre 3 est l’**opposée** de celle du filtre 1, une
// ligne plus haut.
// %% id=ee4dakzl items=24-27
const [filter1, filter2, filter3, filter4] = filters;
const upsideDown = [...filter1].reverse();
const mirrored = filter2.map((row) => [...row].reverse());
const equal = (a: number[][], b: number[][]) => String(a) === String(b);
console.log('filtre 3 = filtre 1 retourné de haut en bas :', equal(upsideDown, filter3));
console.log('filtre 4 = filtre 2 dans un miroir :', equal(mirrored, filter4));
const sumOf = (filter: number[][]) => filter.flat().reduce((sum, weight) => sum + weight, 0);
console.log('sommes des poids :', filters.map(sumOf));

const map1 = conv2d(horizontal, filter1).slice(1); // sans la première ligne
const map3 = conv2d(horizontal, filter3).slice(0, -1); // sans la dernière
const opposite = map1.map((row) => row.map((value) => 0 - value));
console.log('carte 3 = opposée de la carte 1, une ligne plus haut :', equal(map3, opposite));
// %% [markdown] id=nf2g17pc items=24-27
// Alors, pourquoi garder les deux ? Parce qu’une couche de convolution est presque toujours suivie de
// **ReLU**, qui met à zéro les réponses négatives (leçon 1.4). Après ReLU, le filtre 1 ne garde que les
// bords du haut, le filtre 3 que les bords du bas : ils ne sont plus redondants.
//
// Voici la même banque sur un chiffre manuscrit de MNIST (une collection de chiffres très utilisée, en
// 28 × 28 pixels), puis sur la photo. Nous en lisons peu, pour aller vite ; le profil `complet` les lit tous
// (leçon 0.0).
// %% id=wktfkafr items=21,23
const digits = loadMnist(byProfile({
  rapide: { train: 4000, test: 1000 },
  complet: { train: 60000, test: 10000 },
}));
const wanted = 7; // le chiffre à montrer
const begin = digits.test.labels.indexOf(wanted) * 784; // 28 × 28 nombres par image
const digit = new Volume([28, 28], digits.test.images.data.slice(begin, begin + 784));
featureMaps(digit, bank);
// %% id=j03jfa8p items=21,23
featureMaps(gray, bank);
// %% [markdown] id=6b9nx6g2 items=21,22
// Une carte de caractéristiques est donc une **image des réponses** : elle dit *où* le motif est présent,
// et *à quel point*. Orange : le motif du filtre ; bleu : le motif inverse ; presque blanc : rien.
//
// Un pixel de la carte ne dépend que d’une petite région de l’entrée : son **champ récepteur**. Choisissez
// un pixel de sortie : quelle région de l’entrée regarde-t-il ? Cherchez une réponse fortement négative, et
// expliquez-la par les nombres de la région.
// %% id=pojwfncl items=22
receptiveField(digit, filter1);
// %% [markdown] id=ajtjghjv items=23
// ### La banque en un seul tableau
//
// Une couche ne range pas ses filtres un par un, mais dans un tableau de forme
// `[hauteur, largeur, canaux, filtres]`. La sortie a une carte par filtre : `[hauteur, largeur, filtres]`.
//
// **Prédire.** Quelle est la forme de la sortie pour le chiffre de 28 × 28 et notre banque ?
// %% id=ge05isjn role=free items=23
const predictShape: number[] | null = null; // ← par exemple [28, 28, 1]
// %% id=7f03nzcn items=23
// la banque, lue [ligne][colonne][canal][filtre]
const places = [0, 1, 2];
const bankArray = places.map((i) => places.map((j) => [filters.map((filter) => filter[i][j])]));
const digit3d = digit.reshape([28, 28, 1]);
const maps = conv2d(digit3d, Volume.from(bankArray));
// %% id=zf5cuie5 items=23 tags=replie
checkPrediction(predictShape, [...maps.shape],
  '28 − 3 + 1 lignes et colonnes, une carte par filtre. Erreur fréquente : garder 28 × 28.');
// %% id=rrvqmn04 items=23
const tfDigit = tf.tensor3d(digit3d.toNested(3));
const tfMaps = tf.conv2d(tfDigit, tf.tensor4d(bankArray), 1, 'valid');
const gaps = Array.from(tfMaps.dataSync(), (value, i) => Math.abs(value - maps.data[i]));
// tfjs calcule avec environ 7 chiffres : l’écart n’est que d’arrondi
console.log('tfjs :', tfMaps.shape, '; plus grand écart avec conv2d :', Math.max(...gaps));
// %% [markdown] id=5bnqr0bi items=40
// ## 8. Une image en couleur : un filtre, trois tranches
//
// Une image en couleur a trois canaux, R, V et B. Le filtre a alors **autant de tranches** que l’entrée a
// de canaux. Chaque tranche glisse sur son canal et donne une carte partielle ; les cartes partielles
// s’additionnent, case par case. À la fin, il reste **une seule carte par filtre**.
//
// Voici une image de 5 × 5 × 3, canal par canal.
// %% id=kd5yn9vj items=40
const red = [
  [11, 23, 14, 0, 0], [0, 2, 15, 10, 0], [0, 0, 3, 11, 1], [0, 0, 1, 1, 0], [0, 11, 1, 0, 0],
];
const green = [
  [0, 0, 12, 0, 0], [0, 20, 18, 11, 0], [0, 0, 6, 4, 1], [0, 0, 3, 1, 0], [0, 90, 0, 0, 0],
];
const blue = [
  [0, 12, 98, 0, 0], [0, 0, 0, 56, 0], [3, 0, 10, 11, 16], [0, 0, 0, 1, 0], [0, 90, 12, 0, 0],
];
const sliceR = [[1, 0, 1], [0, 1, 0], [1, 0, 1]];
const sliceG = [[-1, 1, 1], [0, 0, 0], [1, 0, 1]];
const sliceB = [[1, 0, 1], [-1, 0, 0], [1, 0, 1]];
// %% [markdown] id=ff7qo4xx items=42-44
// **Prédire.** Calculez de tête la première case de la carte partielle du canal rouge : fenêtre
// 11 23 14 / 0 2 15 / 0 0 3, tranche 1 0 1 / 0 1 0 / 1 0 1.
// %% id=32b7s7ri role=free items=42
const predictRed: number | null = null; // ← votre réponse
// %% id=m1p6a8gw items=42-45
const [mapR, mapG, mapB] = [conv2d(red, sliceR), conv2d(green, sliceG), conv2d(blue, sliceB)];
// %% id=v97mc1zz items=42 tags=replie
checkPrediction(predictRed, mapR[0][0],
  `11 + 14 + 2 + 0 + 3 : les deux coins du haut, le centre, les deux coins du bas.
Erreur fréquente : ${mapR[0][0] + red[0][1]}, en additionnant aussi le 23, dont le poids est nul.`);
// %% id=cj7jmpxv items=42-45
console.log('carte partielle R :', mapR);
console.log('carte partielle V :', mapG);
console.log('carte partielle B :', mapB);

const sumMap = mapR.map((row, y) => row.map((value, x) => value + mapG[y][x] + mapB[y][x]));
console.log(`première case : ${mapR[0][0]} + ${mapG[0][0]} + ${mapB[0][0]} = ${sumMap[0][0]}`);
console.log('carte complète :', sumMap);
// %% [markdown] id=z02hybxu items=42-45
// Déplacez le curseur d’une case de sortie à l’autre. Dans quelles cases un canal fait-il **baisser** la
// réponse ?
// %% id=ecpo8ca2 items=40,42-45
const stack = (r: number[][], g: number[][], b: number[][]) =>
  r.map((row, y) => row.map((value, x) => [value, g[y][x], b[y][x]]));
const rgbImage = stack(red, green, blue); // [5, 5, 3]
const rgbFilter = stack(sliceR, sliceG, sliceB); // [3, 3, 3]
channelSums(rgbImage, rgbFilter);
// %% [markdown] id=yq20zm60 items=40
// Dans les cases (1, 3), (2, 1), (2, 3) et (3, 3) : une carte partielle y est négative. En (2, 3), deux
// canaux le sont, V et B.
//
// ### Et le biais ?
//
// Il manque une pièce : le **biais**. Après la somme, la couche ajoute ce nombre appris : un par filtre,
// ajouté **une fois** par case. Il règle le seuil à partir duquel le filtre répond.
//
// **Prédire.** La première case vaut 159. Que devient-elle avec un biais de −20 ?
// %% id=ku695s25 role=free items=40
const predictBias: number | null = null; // ← votre réponse
// %% id=d4yfta40 items=40,45
const bias = -20;
// une dimension de plus, pour le numéro du filtre : [3, 3, 3, 1]
const filter4d = rgbFilter.map((row) => row.map((weights) => weights.map((weight) => [weight])));
const withBias = conv2d(rgbImage, filter4d, { bias: bias });
// %% id=wua00lyb items=40,45 tags=replie
checkPrediction(predictBias, withBias[0][0][0],
  `Le biais s’ajoute une fois, après la somme des canaux. Erreur fréquente : une fois par canal,
ce qui donnerait ${sumMap[0][0] + 3 * bias}.`);
// %% id=r4qnaemh items=40,45
const tfRgb = tf.conv2d(tf.tensor3d(rgbImage), tf.tensor4d(filter4d), 1, 'valid');
console.log('tfjs, sans biais    :', tfRgb.squeeze().arraySync());
console.log('tfjs, biais ajouté  :', tfRgb.add(bias).squeeze().arraySync());
console.log('conv2d, avec biais  :', withBias.map((row) => row.map((cell) => cell[0])));
// %% [markdown] id=eu7vrx9l items=40
// > ⚠ **Erratum du support.** Le support parle de trois filtres, un par canal, et ne mentionne pas le biais. Il
// > vaut mieux dire : **un** filtre de forme F × F × C (ici 3 × 3 × 3) et **un** biais. Les trois tranches
// > ne vivent pas séparément : elles sont apprises ensemble, leurs réponses s’additionnent, et il n’en sort
// > qu’une carte. Une couche de K filtres sur une entrée à C canaux a donc
// >
// > $$K \times (F \times F \times C + 1) \text{ paramètres.}$$
// >
// > Si chaque canal gardait sa propre carte, on aurait une autre opération, la convolution en profondeur
// > (*depthwise*, leçon 1.11).
//
// Vérifions la formule avec tfjs, pour ce filtre seul puis pour deux couches plus larges.
// %% id=2fj5kbmj items=40
for (const [F, C, K] of [[3, 3, 1], [3, 3, 32], [5, 3, 10]] as const) {
  const layer = tf.layers.conv2d({ inputShape: [32, 32, C], filters: K, kernelSize: F });
  tf.sequential({ layers: [layer] });
  const formula = K * (F * F * C + 1);
  console.log(`${K} filtre(s) ${F}×${F}×${C} : formule ${formula}, tfjs ${layer.countParams()}`);
}
// %% [markdown] id=god6fvpg items=40
// Cet exemple en couleur a un mérite : deux de ses tranches changent quand on leur fait faire un demi-tour.
// Il démasque donc l’erreur que l’exemple 5 × 5 laissait passer, le noyau retourné.
// %% id=jxoullj7 items=18,45
const wrongMap = conv2d(rgbImage, flipKernel(filter4d));
console.log('corrélation :', sumMap[0][0], '; avec le noyau retourné :', wrongMap[0][0][0]);
// %% [markdown] id=j3j56evw items=41
// ## 9. Des filtres que personne n’a écrits
//
// Jusqu’ici, quelqu’un avait choisi les poids. Dans un réseau, ils commencent **au hasard** et
// l’apprentissage les corrige peu à peu, pour que la réponse finale soit bonne (leçon 1.6). Regardons-le
// faire : huit filtres 5 × 5, un sous-échantillonnage, une couche dense, et nos chiffres manuscrits. Les
// cellules qui suivent construisent ce réseau et l’entraînent ; ne cherchez pas à en comprendre chaque
// ligne, la leçon 1.6 y reviendra. Une **époque** est un passage sur toutes les images d’entraînement.
//
// **Prédire.** Combien de paramètres a cette couche de convolution de 8 filtres 5 × 5 sur une image à un
// seul canal ?
// %% id=8vh5amq4 role=free items=41
const predictLayer: number | null = null; // ← votre réponse
// %% id=2fnjbzbh items=41
const convLayer = tf.layers.conv2d({
  inputShape: [28, 28, 1], filters: 8, kernelSize: 5, activation: 'relu',
});
const pool = tf.layers.maxPooling2d({ poolSize: 4 });
const head = tf.layers.dense({ units: 10, activation: 'softmax' });
const learner = tf.sequential({ layers: [convLayer, pool, tf.layers.flatten(), head] });
// le hasard du départ, toujours le même grâce aux graines 1 et 2
convLayer.setWeights([tf.randomNormal([5, 5, 1, 8], 0, 0.1, 'float32', 1), tf.zeros([8])]);
head.setWeights([tf.randomNormal([288, 10], 0, 0.05, 'float32', 2), tf.zeros([10])]);
// %% id=ibgbky77 items=41 tags=replie
checkPrediction(predictLayer, convLayer.countParams(),
  'K × (F × F × C + 1) = 8 × (5 × 5 × 1 + 1). Erreur fréquente : oublier les huit biais.');
// %% id=fqhkkc7k items=41
function readFilters(): number[][][] {
  const weights = convLayer.getWeights()[0].arraySync() as number[][][][]; // [5, 5, 1, 8]
  return Array.from({ length: 8 }, (_, k) => weights.map((row) => row.map((cell) => cell[0][k])));
}
const toImages = ({ images, labels }: typeof digits.train) =>
  tf.tensor4d(images.data as Float32Array, [labels.length, 28, 28, 1]);
const toTargets = ({ labels }: typeof digits.train) => tf.oneHot(tf.tensor1d(labels, 'int32'), 10);
const unseen: [tf.Tensor, tf.Tensor] = [toImages(digits.test), toTargets(digits.test)];
console.log('images jamais montrées au réseau :', unseen[0].shape);
// %% id=i1cvod68 items=41
const story: FilterSnapshot[] = [{ epoch: 0, filters: readFilters() }];
const onEpochEnd = (epoch: number, logs: Record<string, number> = {}) => {
  const note = `${(100 * logs.val_acc).toFixed(1).replace('.', ',')} % de bonnes réponses`;
  console.log(`époque ${epoch + 1} : ${note} sur des images jamais montrées`);
  story.push({ epoch: epoch + 1, filters: readFilters(), note: note });
};
learner.compile({
  optimizer: tf.train.adam(0.01), loss: 'categoricalCrossentropy', metrics: ['accuracy'],
});
const trained = await learner.fit(toImages(digits.train), toTargets(digits.train), {
  epochs: 4, batchSize: 50, shuffle: false, verbose: 0, validationData: unseen,
  callbacks: { onEpochEnd: onEpochEnd },
});
// %% id=q4iyul9t items=41
filtersOverEpochs(story);
// %% [markdown] id=ga4bvyv8 items=41
// Au départ, du hasard. Ensuite, dans plusieurs filtres, une zone orange fait face à une zone bleue : ce
// sont des détecteurs de bords ou de traits, chacun avec son orientation. Personne ne les a demandés : ils
// se sont montrés utiles pour reconnaître des chiffres. Comparez-les à la banque de la partie 7. Quelques-uns
// lui ressemblent, d’autres restent obscurs : rien n’oblige un filtre appris à être celui que nous aurions
// écrit.
//
// Et les cartes de quatre d’entre eux sur notre chiffre, avant le biais et ReLU :
// %% id=9hx58bjk items=21,41
const learned = readFilters();
const chosen = [1, 2, 3, 4]; // quatre des huit filtres
featureMaps(digit, Object.fromEntries(chosen.map((n) => [`appris ${n}`, learned[n - 1]])));
// %% [markdown] id=50m65eet
// ## À retenir
//
// - Une convolution fait **glisser un petit noyau** sur l’entrée et calcule à chaque position un produit
//   scalaire. Une entrée de N cases et un noyau de F cases donnent N − F + 1 valeurs
//   (pas de 1, sans remplissage).
// - Peu de poids, **partagés partout** : un motif est reconnu où qu’il soit.
// - **Somme des poids 0** : le noyau se tait dans les zones unies (bords). **Somme 1** : il garde la
//   luminosité (netteté, flou).
// - Un réseau calcule une **corrélation** (noyau non retourné) et l’appelle convolution.
// - **K filtres donnent K cartes**. Un pixel de la carte ne voit qu’une région de l’entrée, son champ
//   récepteur.
// - Sur C canaux, un filtre a **C tranches et un seul biais** : K × (F × F × C + 1) paramètres.
// - Les filtres sont **appris**.
//
// ### Petit glossaire
//
// | Terme | En anglais | En une ligne |
// |---|---|---|
// | noyau, filtre | *kernel, filter* | les poids qui glissent sur l’entrée |
// | carte de caractéristiques | *feature map* | les réponses d’un filtre, à chaque position |
// | champ récepteur | *receptive field* | la région de l’entrée que voit un pixel de sortie |
// | corrélation croisée | *cross-correlation* | l’opération des réseaux, sans retourner le noyau |
// | pas | *stride* | de combien de cases la fenêtre avance |
// | biais | *bias* | un nombre appris par filtre, ajouté à chaque case de sa carte |
// | banque de filtres | *filter bank* | les K filtres d’une couche |
//
// ### Notations
//
// | Notation | Sens |
// |---|---|
// | N, F | nombre de cases de l’entrée, du noyau (sur un côté) |
// | C, K | nombre de canaux de l’entrée, de filtres de la couche |
// | F × F × C | forme d’un filtre ; avec son biais, F × F × C + 1 paramètres |
// | $I(y, x)$ | valeur de l’image à la ligne y, colonne x |
// | $W(i, j)$ | poids du noyau à la ligne i, colonne j |
// | $I * W$ | convolution : le noyau est retourné |
// | $I \star W$ | corrélation croisée : le noyau n’est pas retourné ; c’est elle que calcule une couche |
//
// ### À vous de jouer
//
// Vous avez suivi le calcul case par case : programmez-le dans les
// [exercices 1.2](../exercices/1.2-convolution.ipynb). Vous y écrirez `conv1d`, puis `conv2d`, puis une
// banque de filtres sur une image en couleur, avec le pas et le remplissage que la leçon 1.3 détaillera.
