// ---
// title: Les images
// ---
// %% [markdown] id=u52ndknp
// # 1.1 Les images, vues par un ordinateur
//
// **Un ordinateur ne voit que des nombres : comment en tire-t-il le mot « dahlia » ?**
//
// Tout ce cours part d’images. Cette leçon les ouvre pour voir ce qu’il y a dedans, puis parcourt, à
// petite échelle, le chemin entier qui mène d’une image à une réponse, tel qu’on le suivait avant les
// réseaux à convolution. Vous verrez où ce chemin s’arrête, et pourquoi il en fallait un autre.
//
// À la fin, vous saurez :
//
// - distinguer classification, détection et segmentation ;
// - dire combien de nombres décrivent une image, et à quelle place se trouve chacun d’eux ;
// - séparer et recomposer les canaux d’une photo, la passer en niveaux de gris de plusieurs façons, et
//   ne plus confondre « gris » et « noir et blanc » ;
// - construire une chaîne de reconnaissance traditionnelle, et mesurer ce qu’elle vaut.
//
// Lecture : environ 45 minutes, réponses comprises. Comptez autant pour changer les nombres et regarder
// ce que cela change. La fin de la partie 3 est une bonne étape.
//
// À chaque question « **Prédire** », remplacez `null` par votre réponse, puis exécutez les cellules
// suivantes. L’une d’elles est repliée : elle compare votre réponse au calcul et dit pourquoi.
// %% [markdown] id=j8lo7p6h
// ## Avant de commencer : trois souvenirs de la leçon 0.0
//
// Répondez de tête, puis dépliez.
//
// **1.** Comment exécute-t-on une cellule au clavier ?
//
// <details><summary>Réponse</summary>
//
// Maj+Entrée : la cellule s’exécute et la suivante est sélectionnée.
//
// </details>
//
// **2.** Après `const liste = [10, 20, 30];`, que vaut `liste[1]` ?
//
// <details><summary>Réponse</summary>
//
// 20. En TypeScript on compte les places à partir de 0 : `liste[0]` vaut 10.
//
// </details>
//
// **3.** Vous redémarrez le moteur, puis vous exécutez seulement la dernière cellule du carnet. Elle échoue.
// Pourquoi ?
//
// <details><summary>Réponse</summary>
//
// Un moteur redémarré a tout oublié : les variables que cette cellule utilise n’existent plus. Il faut
// d’abord exécuter les cellules qui les définissent, dans l’ordre.
//
// </details>
// %% id=7hf1dbq0 role=given
import {
  checkPrediction, colourChannels, connectedRegions, featureScatter, flatIndex, flowDiagram,
  grayComparison, heatmapGrid, histogram, imageBundle, imageRow, lineProfile, loadMnist,
  mergeChannels, ofClasses, photo, pickImages, pixelZoom, predictionTable, readImage, resize,
  resolutionSlider, splitChannels, thresholdSlider, toBinary, toGray, toPng, visionTasks, Volume,
  type LabelledImages,
} from '@convolab/lib';
import { Jimp } from 'jimp';
// %% [markdown] id=dm7jfqdr items=2
// ## 1. Trois questions à poser à une image
//
// Ranger des photos par sujet, repérer les piétons devant une voiture, détourer un organe sur une
// radiographie : ces applications ne posent pas la même question à l’image.
//
// - **Classification** : *qu’est-ce que c’est ?* Une seule réponse, une **étiquette**, pour toute l’image.
// - **Détection** : *où sont les objets ?* Une **boîte** (un rectangle) autour de chacun, avec son étiquette.
// - **Segmentation sémantique** : *qu’y a-t-il ici ?* Une étiquette pour **chaque pixel**.
//
// Voici une photo.
// %% id=8jixnswo items=2
const flower = await photo('flower');
console.log(`${flower.title} — ${flower.credit} (${flower.licence})`);
imageBundle(resize(flower.image, 267, 400), { alt: 'Un dahlia orange, et le haut d’un second' });
// %% [markdown] id=ad5mstzk items=2
// **Prédire.** Combien de boîtes un bon détecteur de fleurs doit-il rendre pour cette photo ?
// %% id=3adbmdvj role=free items=2
const predictBoxes: number | null = null; // ← votre réponse
// %% id=r4ui8ols items=2
const [flowerRed] = splitChannels(flower.image); // le rouge de chaque pixel (partie 3)
const mask = toBinary(flowerRed, { threshold: 150 }); // 255 où le rouge est fort, sinon 0
// les grandes taches, puis le rectangle qui entoure chacune
const regions = connectedRegions(mask).filter((region) => region.area > 500);
const boxes = regions.map((region) => region.box);
// %% id=e421iix2 items=2 tags=replie
checkPrediction(predictBoxes, boxes.length,
  `Une boîte par objet, même coupé par le bord de l’image. Erreur fréquente : 1, en répondant à la
question de la classification.`);
// %% id=evkvc1s4 items=2
visionTasks(flower.image, { label: 'dahlia', boxes: boxes, mask: mask });
// %% [markdown] id=cen5qoml items=2
// Essayez les trois boutons. Attention : notre « détecteur » est un **jouet**. Il déclare « fleur » tout
// pixel très rouge, ce qui ne marche que sur cette photo, et l’étiquette, c’est nous qui l’avons écrite. Il
// se trompe d’ailleurs : voyez la petite tache en bas à droite de la segmentation. Un vrai système *apprend*
// ces réponses à partir d’exemples. Mais la **forme** des réponses est la vraie.
// %% id=hd20173g items=2
const [flowerRows, flowerColumns] = flower.image.shape;
console.log('classification : 1 étiquette');
console.log(`détection : ${boxes.length} boîtes × 4 = ${4 * boxes.length} nombres`, boxes[0]);
const pixelCount = flowerRows * flowerColumns;
console.log(`segmentation : ${flowerRows} × ${flowerColumns} = ${pixelCount} étiquettes`);
// %% [markdown] id=whnhf8wn items=2
// Les chapitres 1 et 2 traitent de la **classification** : c’est la plus simple des trois, et les réseaux des
// deux autres sont le plus souvent bâtis sur les siens.
// %% [markdown] id=oicbk4h2 items=6
// ## 2. Une image est une grille de nombres
//
// Une image numérique est faite de petites cases carrées, les **pixels** (de l’anglais *picture element*,
// « élément d’image »). Un pixel n’a qu’**une seule couleur** : il n’y a rien à voir à l’intérieur. On ne
// les remarque pas tant qu’ils sont petits ; grossissons.
// %% id=3fsliio1 items=6
const cat = await photo('cat');
console.log(`${cat.title} — ${cat.credit} (${cat.licence})`);
pixelZoom(cat.image, { at: [103, 166] }); // le centre du carré : ligne 103, colonne 166
// %% [markdown] id=rdfaa5tj items=6
// Allez jusqu’au bout du curseur. À 8 × 8, chaque pixel montre les **trois nombres** qui font sa couleur ; la
// partie 3 dira lesquels. C’est tout ce que l’ordinateur a : ni œil, ni pupille, des nombres dans une grille.
//
// ### Compter les pixels
//
// Notons $N_x$ le nombre de **colonnes** et $N_y$ le nombre de **lignes**. L’image a
//
// $$N = N_x \times N_y \text{ pixels.}$$
//
// La photo du chat a 451 colonnes et 300 lignes ; chaque pixel porte 3 nombres. Dans ce cours, une image est
// un `Volume` : des nombres, avec une **forme** (`shape`), qui dit combien il y en a dans chaque direction.
//
// **Prédire.** Que vaut `cat.image.shape` ? Écrivez les trois nombres dans l’ordre qui vous semble le bon.
// %% id=ltfbluuu role=free items=9
const predictShape: number[] | null = null; // ← par exemple [1, 2, 3]
// %% id=n1lcmv4d items=9 tags=replie
checkPrediction(predictShape, [...cat.image.shape],
  `[lignes, colonnes, canaux] : comme dans une matrice, les lignes d’abord. Erreur fréquente :
[451, 300, 3]. Dans la vie courante on dit « 451 × 300 », la largeur d’abord ;
presque tout le calcul sur les images fait l’inverse.`);
// %% id=253dvtdz items=9
const { image: coffee, title, credit, licence } = await photo('coffee');
console.log(`${title} — ${credit} (${licence})`);
const digits = loadMnist({ train: 6000, test: 1500 }); // des chiffres manuscrits : partie 6
const digit = new Volume([28, 28], digits.test.images.data.slice(0, 784));
const threeImages = { chat: cat.image, 'café': coffee, chiffre: digit };
for (const [name, { shape }] of Object.entries(threeImages)) {
  const [Ny, Nx] = shape;
  console.log(`${name} : N = ${Nx} × ${Ny} = ${Nx * Ny} pixels`);
}
imageRow(threeImages);
// %% [markdown] id=mdai4tov items=9
// Une photo de téléphone a environ 4000 × 3000 pixels : douze **millions**, bien plus que les « milliers »
// dont parle le support. Les images que nous donnerons aux réseaux seront plus petites, souvent 28 × 28 ou
// 224 × 224. Qu’y perd-on ?
//
// ### Plus de pixels, plus de détails
//
// **Prédire.** On passe de 32 × 32 à 64 × 64. Par combien le nombre de pixels est-il multiplié ?
// %% id=jrxdbujy role=free items=7
const predictFactor: number | null = null; // ← votre réponse
// %% id=ur1s8vka items=7 tags=replie
checkPrediction(predictFactor, (64 * 64) / (32 * 32),
  `Deux fois plus de lignes et deux fois plus de colonnes. Erreur fréquente : 2, en ne comptant
qu’une direction.`);
// %% id=gppx42bf items=7
resolutionSlider(cat.image, [8, 16, 32, 64, 128]);
// %% [markdown] id=ao4skh9f items=7
// À partir de combien de pixels reconnaissez-vous un chat ? Revenez à 16 × 16 = 256 pixels et reculez d’un pas :
// de loin, les pixels se fondent, et l’image y gagne.
//
// > **Trouvez l’erreur.** Le support dit : « plus une image comporte de pixels, plus elle est détaillée ».
// > La cellule suivante fabrique, à partir de l’image de 8 × 8, une image de 128 × 128. Est-elle plus
// > détaillée ?
// %% id=m8yl0hlt items=7
const small = resize(toGray(cat.image), 8, 8);
const large = resize(small, 128, 128, 'nearest'); // chaque pixel est répété 16 × 16 fois
for (const image of [small, large]) {
  console.log(`${image.size} pixels, ${new Set(image.data).size} valeurs différentes`);
}
imageRow({ '8 × 8': small, '128 × 128, agrandie': large }, { size: 220 });
// %% [markdown] id=tj66skj4 items=7
// <details><summary>Réponse</summary>
//
// Non : 16 384 pixels, mais toujours 64 valeurs, et la même image. La phrase est juste pour une **prise de
// vue** (le capteur a mesuré davantage de points), fausse pour un **fichier** : des pixels recopiés
// n’apportent rien. Un nombre de pixels est une limite au détail, pas une garantie.
//
// </details>
// %% [markdown] id=b6yzgdty items=8
// ## 3. La couleur : trois canaux
//
// Un écran n’a que trois sortes de petites lampes : rouge, verte et bleue. Toutes les couleurs
// qu’il affiche s’obtiennent en les mélangeant. Une image en couleur a donc trois **canaux** (ou couches), R, V et B : pour chaque pixel,
// trois nombres de 0 (lampe éteinte) à 255 (lampe à fond). (En anglais, RGB : G pour *green*.)
//
// Écrivons à la main une image de 2 lignes et 3 colonnes.
// %% id=edovtms8 items=8
const tiny = [
  [[255, 0, 0], [0, 255, 0], [0, 0, 255]], // première ligne : rouge, vert, bleu
  [[255, 255, 0], [255, 255, 255], [30, 60, 90]],
];
// %% [markdown] id=lehl9igq items=8
// **Prédire.** De quelle couleur est le premier pixel de la seconde ligne, [255, 255, 0] ?
// %% id=214i36j9 role=free items=8
const predictColour: string | null = null; // ← par exemple 'orange'
// %% id=n4m806sb items=8 tags=replie
const lamps = tiny[1][0].map((level) => (level > 0 ? 1 : 0)).join('');
const mixtures: Record<string, string> = { '110': 'jaune', '101': 'magenta', '011': 'cyan' };
checkPrediction(predictColour, mixtures[lamps],
  `Rouge et vert à fond, bleu éteint. Erreur fréquente : brun, comme en peinture. Les
peintures absorbent la lumière ; ici, des lumières s’ajoutent.`);
// %% id=9tc8kceg items=8
colourChannels(tiny);
// %% [markdown] id=ef7os6ed items=8
// Lisez les colonnes de la figure : le nombre de chaque canal, la lumière qu’il donne, et l’image que les trois
// lumières composent. Le blanc, c’est les trois à fond ; le noir, les trois éteintes.
//
// Passons à une vraie photo. Le ciel y est bleu pâle.
// %% id=gmtvu8lf items=8
const china = await photo('china');
console.log(`${china.title} — ${china.credit} (${china.licence})`);
const [chinaRed, chinaGreen, chinaBlue] = splitChannels(china.image);
imageBundle(resize(china.image, 267, 400), { alt: 'Un pavillon rouge, un lac, un ciel pâle' });
// %% [markdown] id=7th8qp74 items=8
// **Prédire.** Dans le canal **rouge**, le ciel sera-t-il plutôt `'noir'`, `'gris moyen'` ou
// `'presque blanc'` ?
// %% id=tlo9z4ly role=free items=8
const predictSky: string | null = null; // ← 'noir', 'gris moyen' ou 'presque blanc'
// %% id=7bypwgbt items=8 tags=replie
const skyRed = chinaRed.at(10, 320); // un pixel du ciel, ligne 10, colonne 320
const skyName = skyRed < 85 ? 'noir' : skyRed < 170 ? 'gris moyen' : 'presque blanc';
checkPrediction(predictSky, skyName,
  `Un pixel du ciel vaut (${[skyRed, chinaGreen.at(10, 320), chinaBlue.at(10, 320)].join(', ')}) :
un bleu pâle est presque blanc, donc fort dans les trois canaux. Erreur fréquente : noir, en pensant
qu’un objet bleu n’a pas de rouge.`);
// %% id=37qmggbs items=8
colourChannels(china.image);
// %% [markdown] id=pxuipngr items=8
// Cherchez ce qui change d’un canal à l’autre : les boiseries rouges du pavillon sont claires dans R et
// sombres dans V et B. Les trois canaux remis ensemble redonnent exactement l’image ; mélangeons-les aussi
// dans le désordre, une erreur classique des programmes qui lisent des images.
// %% id=frbuzp1b items=8
const rebuilt = mergeChannels([chinaRed, chinaGreen, chinaBlue]);
console.log('image recomposée, identique à l’originale :', rebuilt.equals(china.image));
imageRow({ 'R, V, B': rebuilt, 'B, V, R': mergeChannels([chinaBlue, chinaGreen, chinaRed]) });
// %% [markdown] id=lz0n49u3 items=10
// ### Où est rangé chaque nombre ?
//
// Chaque canal est une **matrice** de $N_y$ lignes et $N_x$ colonnes : `canal[y][x]`, la ligne y d’abord, puis
// la colonne x. La ligne 0 est en **haut** : y grandit vers le bas.
//
// **Prédire.** Combien de nombres faut-il pour une image en couleur de 32 × 32 pixels ?
// %% id=y0gah9ry role=free items=10
const predictNumbers: number | null = null; // ← votre réponse
// %% id=ldib2t86 items=10 tags=replie
checkPrediction(predictNumbers, Volume.zeros([32, 32, 3]).size,
  `32 × 32 = 1024 pixels, 3 nombres chacun : trois matrices de 32 lignes et 32 colonnes. Erreur
fréquente : 1024, en oubliant les canaux.`);
// %% [markdown] id=ypbmxmzc items=10
// La mémoire d’un ordinateur, elle, est une longue **liste**. Regardons celle que donne Jimp, la bibliothèque
// qui lit nos fichiers, pour la petite image de 2 × 3 pixels enregistrée en PNG.
// %% id=2ums649u items=10
const file = Buffer.from(await toPng(Volume.from(tiny)));
const picture = await Jimp.read(file);
const flat = Array.from(picture.bitmap.data);
console.log(`${picture.width} colonnes, ${picture.height} lignes, ${flat.length} nombres :`);
console.log(flat.join(' '));
// %% [markdown] id=5b8nuwyk items=10
// 24 nombres pour 6 pixels : il y en a **quatre** par pixel, pas trois. Le quatrième, toujours 255 ici, est
// l’**opacité** (ou *alpha*, A), que Jimp ajoute toujours. La liste va ligne par ligne, pixel par pixel, et
// les canaux d’un même pixel se suivent. Avant le pixel (x, y), il y a y lignes complètes et x pixels :
//
// $$\text{place} = (y \times N_x + x) \times 4 + c$$
//
// **Prédire.** À quelle place de la liste est le **bleu** (c = 2) du dernier pixel, x = 2, y = 1 ?
// %% id=cgdaewb9 role=free items=10
const predictPlace: number | null = null; // ← votre réponse
// %% id=9rxpiz57 items=10 tags=replie
checkPrediction(predictPlace, (1 * picture.width + 2) * 4 + 2,
  `(1 × 3 + 2) × 4 + 2 = 22, et cette place contient ${flat[22]}. Erreur fréquente : 30, en
échangeant x et y ; ou 17, en comptant trois nombres par pixel.`);
// %% id=dciylrek items=10
const [x, y, c, Nx] = [2, 1, 2, picture.width];
const place = (y * Nx + x) * 4 + c;
const bluePlane = tiny.map((row) => row.map((pixel) => pixel[2])); // la matrice du canal bleu
console.log(`canal[y][x] = ${bluePlane[y][x]} ; liste[${place}] = ${flat[place]}`);
flatIndex(tiny.map((row) => row.map((pixel) => [...pixel, 255])));
// %% [markdown] id=8wk8p4de items=10
// Nos images à nous (`readImage`, `photo`) laissent tomber l’opacité : 3 nombres par pixel. Une erreur
// classique est de l’oublier : lire une liste de Jimp trois par trois donne des couleurs absurdes.
//
// **Votre photo.** Déposez un fichier à côté de ce carnet, remplacez `file` par son nom entre
// apostrophes, par exemple `'vacances.jpg'`, et relancez.
// %% id=ntjerknc role=free items=8,10
const myFile: string | Uint8Array = file; // ← 'mon-image.jpg'
const mine = await readImage(myFile);
console.log('forme :', mine.shape, '; pixel (0, 0) :', [0, 1, 2].map((c) => mine.at(0, 0, c)));
const [myRed, myGreen, myBlue] = splitChannels(mine);
imageRow({ 'mon image': mine, R: myRed, V: myGreen, B: myBlue });
// %% [markdown] id=qa71y1rx items=11
// ### Huit bits : de 0 à 255
//
// Pourquoi 255 ? Le plus souvent, chaque nombre est un **entier codé sur 8 bits** : huit chiffres 0 ou 1, donc
// 2⁸ = 256 valeurs possibles, de 0 à 255. TypeScript a deux tableaux pour cela : `Uint8Array`, et
// `Uint8ClampedArray`, fait pour les images. Que se passe-t-il quand un calcul dépasse ?
//
// **Prédire.** On éclaircit de 10 un pixel qui vaut 250, dans un `Uint8Array`. Que contient la case ?
// %% id=sjb7a9z2 role=free items=11
const predictOverflow: number | null = null; // ← votre réponse
// %% id=eg78ea0v items=11 tags=replie
checkPrediction(predictOverflow, Uint8Array.of(250 + 10)[0],
  `260 ne tient pas sur 8 bits : il reste 260 − 256, comme un compteur qui repasse à zéro.
Erreur fréquente : 255, ce que fait l’autre tableau.`);
// %% id=mph6r5zx items=11
console.log('valeurs possibles :', 2 ** 8);
for (const value of [255 + 1, 250 + 10, -1, 127.6]) {
  const wrapped = Uint8Array.of(value)[0];
  const clamped = Uint8ClampedArray.of(value)[0];
  console.log(`${value} : Uint8Array ${wrapped}, Uint8ClampedArray ${clamped}`);
}
// %% [markdown] id=pnqxr9xy items=11
// `Uint8Array` repart de zéro et coupe les décimales ; `Uint8ClampedArray` **borne** entre 0 et 255 et
// arrondit. Sur une photo éclaircie de 60, la différence saute aux yeux.
// %% id=s3235442 items=11
const brighter = coffee.data.map((value) => value + 60);
imageRow({
  originale: coffee,
  'Uint8Array': new Volume(coffee.shape, Float32Array.from(Uint8Array.from(brighter))),
  'Uint8ClampedArray': new Volume(coffee.shape,
    Float32Array.from(Uint8ClampedArray.from(brighter))),
});
// %% [markdown] id=mwbzlyqb items=11
// Pour calculer, nous utilisons donc des nombres à virgule, et nous ne revenons à 8 bits qu’à la fin, en
// bornant.
//
// Combien de pixels ont telle ou telle valeur ? C’est l’**histogramme**. Ici, un par canal, les valeurs
// regroupées huit par huit.
// %% id=6u0zfh69 items=11
const { counts } = histogram(coffee, { bins: 32 });
lineProfile(
  { rouge: counts[0], vert: counts[1], bleu: counts[2] },
  { title: 'Histogramme de la photo du café', x: 'valeur (divisée par 8)', y: 'pixels' },
);
// %% [markdown] id=yh17rqf3 items=11
// Le bleu se tasse à gauche : cette photo, tout en bois et en porcelaine rouge, a peu de bleu.
// %% [markdown] id=xnr6j8xq items=12
// ## 4. Les niveaux de gris
//
// Souvent, la couleur n’aide pas : un 7 est un 7 à l’encre bleue comme à l’encre noire. Dans une image en
// **niveaux de gris**, un pixel ne porte plus qu’un nombre, une **quantité de lumière** : 0 est le noir, 255
// le blanc, et entre les deux toutes les nuances. Une seule matrice suffit : un canal.
// %% id=rowy1bt5 items=12
const ramp = Volume.from([[0, 64, 128, 192, 255]]);
console.log('forme :', ramp.shape, '; nombres :', Array.from(ramp.data));
// les valeurs du chiffre vont de 0 à 1 : loadMnist les a divisées par 255
console.log(`le chiffre : ${digit.shape[0]} × ${digit.shape[1]} = ${digit.size} nombres`);
heatmapGrid({ 'du noir au blanc': ramp }, { scale: 'grey', range: [0, 255], columns: 1 });
// %% [markdown] id=fy6g7lm0 items=13
// ### De la couleur au gris
//
// Le plus simple est de faire la **moyenne** des trois canaux. Le pixel (30, 60, 90) devient
// (30 + 60 + 90) / 3 = 60.
//
// **Prédire.** Un vert pur, (0, 255, 0), et un bleu pur, (0, 0, 255) : quels gris donnent-ils par la moyenne ?
// Écrivez les deux, dans cet ordre.
// %% id=63p8nu2f role=free items=13
const predictGreys: number[] | null = null; // ← par exemple [10, 20]
// %% id=kpiacmt3 items=13 tags=replie
const pure = toGray(Volume.from([[[0, 255, 0], [0, 0, 255]]]));
checkPrediction(predictGreys, Array.from(pure.data),
  `255 / 3 dans les deux cas. Erreur fréquente : donner un gris plus clair au vert. C’est ce que
voit l’œil, mais pas ce que calcule la moyenne.`);
// %% [markdown] id=qya701cu items=13
// Pourtant, sur l’écran, un vert pur paraît bien plus clair qu’un bleu pur : l’œil est plus sensible au vert.
// D’où d’autres formules, qui donnent un **poids** à chaque canal : on appelle leur résultat la *luma*.
// Comparons, pour quatre couleurs, la moyenne, la luma de la norme BT.601, et ce que calcule Jimp.
// %% id=qxat0qo6 items=13
async function jimpGray(image: Volume): Promise<Volume> {
  const picture = await Jimp.read(Buffer.from(await toPng(image)));
  const [level] = splitChannels(await readImage(await picture.greyscale().getBuffer('image/png')));
  return level; // ses trois canaux sont égaux : un seul suffit
}
const colours = { '(30, 60, 90)': [30, 60, 90], 'rouge pur': [255, 0, 0],
  'vert pur': [0, 255, 0], 'bleu pur': [0, 0, 255] };
for (const [name, colour] of Object.entries(colours)) {
  const pixel = Volume.from([[colour]]);
  const [mean, luma, jimp] = [toGray(pixel), toGray(pixel, 'luma'), await jimpGray(pixel)];
  const [a, b, c] = [mean, luma, jimp].map((gray) => gray.at(0, 0).toFixed(2));
  console.log(`${name.padEnd(12)} : moyenne ${a}, luma ${b}, Jimp ${c}`);
}
// %% [markdown] id=2zjkr5yl items=13
// > ⚠ **Erratum du support.** Le support dit qu’on passe en gris « en calculons pour la moyenne » : lisez
// > « en calculant la moyenne des trois canaux ». Surtout, la moyenne est **une convention parmi d’autres**,
// > pas la définition du gris :
// >
// > - la moyenne, (R + V + B) / 3, la plus simple, celle de ce cours ;
// > - la luma BT.601, 0,299 R + 0,587 V + 0,114 B, venue de la télévision ;
// > - la luma BT.709, 0,2126 R + 0,7152 V + 0,0722 B, celle de Jimp (qui coupe les décimales)
// >   et de la télévision HD.
// >
// > Dans chacune, les poids ont pour somme 1 : un blanc reste 255, et un gris reste lui-même.
//
// Cherchez, dans la dernière ligne de la figure, ce que chaque formule éclaircit ou assombrit.
// %% id=ff59wqd3 items=13
const greys = {
  moyenne: toGray(flower.image), 'luma BT.601': toGray(flower.image, 'luma'),
  'Jimp (BT.709)': await jimpGray(flower.image),
};
const petals = mask.data.filter((value) => value > 0).length; // le masque de la partie 1
for (const [name, gray] of Object.entries(greys)) {
  let total = 0;
  mask.data.forEach((value, i) => { if (value > 0) total += gray.data[i]; });
  console.log(`sur les pétales, ${name} : ${(total / petals).toFixed(1)}`);
}
grayComparison(flower.image, greys);
// %% [markdown] id=hcm8n1fp items=13
// Les pétales orange s’éclaircissent, d’une dizaine de niveaux en moyenne avec BT.601, moitié moins avec BT.709 :
// ils ont plus de vert, que les deux formules favorisent, que de bleu, qu’elles négligent. Un réseau entraîné
// avec une formule et utilisé avec une autre voit donc des images **différentes** : notez toujours laquelle
// vous employez.
// %% [markdown] id=jf8n2b9k items=14
// ## 5. Noir et blanc : encore autre chose
//
// Dans la langue courante, une « photo en noir et blanc » est une photo en niveaux de gris. Pour un
// ordinateur, non : une image en **noir et blanc**, ou **binaire**, n’a que **deux valeurs**. On l’obtient par
// un **seuil** : au moins aussi clair que le seuil, c’est blanc ; sinon, noir.
//
// Reprenons la photo du café, en gris.
// %% id=s0l0jx0x items=14
const coffeeGray = toGray(coffee);
imageRow({ 'la photo du café, en gris': coffeeGray });
// %% [markdown] id=0ff6dg54 items=14
// **Prédire.** On monte le seuil de 128 à 200. Y aura-t-il plus de pixels `'noirs'` ou plus de `'blancs'` ?
// %% id=il55jh52 role=free items=14
const predictThreshold: string | null = null; // ← 'noirs' ou 'blancs'
// %% id=pr8vwb7b items=14 tags=replie
const whites = [128, 200].map((threshold) =>
  toBinary(coffeeGray, { threshold: threshold }).data.filter((value) => value === 255).length);
checkPrediction(predictThreshold, whites[1] < whites[0] ? 'noirs' : 'blancs',
  `${whites[0]} pixels blancs à 128, ${whites[1]} à 200 : plus le seuil est haut, plus il est
difficile d’être blanc. Erreur fréquente : croire qu’un seuil plus haut éclaircit l’image.`);
// %% id=286qm4cz items=14
thresholdSlider(coffeeGray);
// %% [markdown] id=xbysvqyx items=14
// Déplacez le seuil et regardez l’histogramme : ce qui est à gauche de la ligne devient noir. Où le
// mettriez-vous pour séparer la tasse de la table ? Vous ne trouverez pas de réponse parfaite : il n’y a
// pas deux populations bien séparées dans cet histogramme.
//
// Les trois images côte à côte, et ce que chacune coûte :
// %% id=89c2iqrw items=14
const coffeeBinary = toBinary(coffeeGray, { threshold: 128 });
const levels = (image: Volume) => new Set(image.data).size;
console.log('niveaux de gris :', levels(coffeeGray), 'valeurs différentes');
console.log('noir et blanc   :', levels(coffeeBinary), 'valeurs', [...new Set(coffeeBinary.data)]);
const N = coffeeGray.size;
for (const [name, bits] of [['couleurs', 3 * 8], ['gris', 8], ['noir et blanc', 1]] as const) {
  console.log(`${name.padEnd(13)} : ${N} pixels × ${bits} bit(s) = ${(N * bits) / 8} octets`);
}
imageRow({ 'en couleurs': coffee, 'niveaux de gris': coffeeGray, 'noir et blanc': coffeeBinary });
// %% [markdown] id=puvlyw88 items=14
// Les 762 niveaux viennent de la moyenne, qui donne des tiers ; arrondis sur 8 bits, il en resterait 256 au
// plus.
// %% [markdown] id=icjprmci items=3-5
// ## 6. De l’image à la réponse : la chaîne traditionnelle
//
// Nous savons ce qu’est une image ; retour à la question du début. Avant les réseaux à convolution, un
// programme de classification avait deux parties :
//
// 1. l’**extraction des caractéristiques** : quelqu’un invente quelques mesures (des **caractéristiques**,
//    *features*), qui résument l’image en quelques nombres ;
// 2. l’**apprentissage** : à partir d’exemples dont on connaît l’étiquette, un algorithme trouve comment
//    passer de ces nombres à l’étiquette. Il en sort un **modèle**.
//
// Une fois appris, le modèle ne bouge plus : on l’applique à des images **qu’il n’a jamais vues**, avec les
// mêmes caractéristiques. C’est la **prédiction**.
// %% id=tqac1iwe items=3-5
flowDiagram({
  Apprentissage: [
    'images et|leurs étiquettes', 'extraction des|caractéristiques', 'apprentissage', 'modèle',
  ],
  'Prédiction': [
    'image|jamais vue', 'les mêmes|caractéristiques', 'modèle|(figé)', 'étiquette|prédite',
  ],
});
// %% [markdown] id=bsf7vees items=3
// ### Première partie : inventer des caractéristiques
//
// Nos images : les chiffres manuscrits de MNIST, 28 × 28 pixels, gris de 0 (fond) à 1 (encre). Pour commencer,
// trois classes seulement : 0, 1 et 7.
// %% id=0ozuixqe items=3
const trainSet = ofClasses(digits.train, [0, 1, 7], 300); // pour apprendre
const testSet = ofClasses(digits.test, [0, 1, 7], 300); // jamais montrés pendant l’apprentissage

// les 784 nombres de l’image numéro i ; le pixel (x, y) y est à la place 28 × y + x
const pixelsOf = (data: LabelledImages, i: number) =>
  Float32Array.from(data.images.data.slice(784 * i, 784 * (i + 1)));
const firstOf = (label: number) =>
  new Volume([28, 28], pixelsOf(trainSet, trainSet.labels.indexOf(label)));
imageRow({ 'un 0': firstOf(0), 'un 1': firstOf(1), 'un 7': firstOf(7) }, { size: 180 });
// %% [markdown] id=3wd17u9s items=3
// Regardez ces trois images : quelles mesures les distingueraient ? En voici deux.
//
// - L’**encre au centre** : la moyenne des 16 pixels du milieu.
// - Les **changements par ligne** : de combien le gris change d’un pixel au suivant, additionné sur une ligne,
//   en moyenne sur les 28 lignes. Sur une ligne vide, 0 ; un trait fait monter le gris de 0 à 1 puis
//   redescendre, donc 2 ; deux traits, 4. C’est une façon de mesurer les **bords**.
//
// **Prédire.** Lequel des trois chiffres, 0, 1 ou 7, a en moyenne le **moins** d’encre au centre ?
// %% id=skrxmlkq role=free items=3
const predictEmpty: number | null = null; // ← 0, 1 ou 7
// %% id=gj8a0eqj items=3
function centreInk(pixels: ArrayLike<number>): number {
  let sum = 0;
  for (let y = 12; y < 16; y++) {
    for (let x = 12; x < 16; x++) sum += pixels[28 * y + x];
  }
  return sum / 16;
}
function changes(pixels: ArrayLike<number>): number {
  let sum = 0;
  for (let y = 0; y < 28; y++) {
    for (let x = 1; x < 28; x++) sum += Math.abs(pixels[28 * y + x] - pixels[28 * y + x - 1]);
  }
  return sum / 28;
}
// %% id=df1dmdj9 items=3 tags=replie
const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const inkOf = (label: number) =>
  meanOf(ofClasses(trainSet, [label]).labels.map((_, i) =>
    centreInk(pixelsOf(ofClasses(trainSet, [label]), i))));
const emptiest = [0, 1, 7].reduce((least, label) => (inkOf(label) < inkOf(least) ? label : least));
checkPrediction(predictEmpty, emptiest,
  `Le trait d’un zéro fait le tour du centre. Erreur fréquente : 1, en pensant à la quantité totale
d’encre, alors que le trait d’un 1 passe justement au milieu.`);
// %% id=jx8pt0di items=3
type Point = readonly [number, number];
function describe(data: LabelledImages) {
  return data.labels.map((label, i) => {
    const pixels = pixelsOf(data, i);
    const features: Point = [changes(pixels), centreInk(pixels)];
    return { label: label, features: features };
  });
}
const samples = describe(trainSet);
const pointsOf = (label: number) =>
  samples.filter((sample) => sample.label === label).map((sample) => sample.features);
const groups: Record<string, Point[]> = { '0': pointsOf(0), '1': pointsOf(1), '7': pointsOf(7) };
const axes = { x: 'changements par ligne', y: 'encre au centre' };
featureScatter(groups, { ...axes, title: '300 chiffres, deux nombres chacun' });
// %% [markdown] id=f9j12y3j items=3
// De 784 nombres par image, il en reste 2, et les trois chiffres forment trois nuages : les 0 à droite, en
// bas (deux traits par ligne, centre vide), les 1 en haut à gauche (un trait, qui passe par le centre), les
// 7 en bas à gauche. Les nuages se touchent : il y aura des erreurs.
// %% [markdown] id=vo7jmka8 items=4
// ### Deuxième partie : apprendre
//
// Prenons l’algorithme le plus simple, les **k plus proches voisins** : pour classer un point, on cherche les
// k exemples les plus proches, et la majorité l’emporte. Ici k = 5. « Apprendre » consiste à retenir les
// exemples ; d’autres méthodes, comme la régression logistique, cherchent plutôt une droite de séparation.
// %% id=fh08lhht items=4
const k = 5;
function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - b[i]) ** 2;
  return Math.sqrt(sum);
}
type Known = { label: number; features: ArrayLike<number> };
function neighbours(known: readonly Known[], point: ArrayLike<number>): number[] {
  const ranked = known.map((one) => ({ label: one.label, far: distance(one.features, point) }));
  return ranked.sort((a, b) => a.far - b.far).slice(0, k).map((one) => one.label);
}
function majority(labels: number[]): number {
  const votes = (label: number) => labels.filter((one) => one === label).length;
  return labels.reduce((best, label) => (votes(label) > votes(best) ? label : best));
}
// %% [markdown] id=mvjdnxgp items=4
// Voici un point, quelque part entre les nuages.
// %% id=lzwxjtyc items=4
const somewhere: Point = [1.9, 0.25];
const nearest = neighbours(samples, somewhere);
console.log('étiquettes de ses cinq plus proches voisins :', nearest);
// %% [markdown] id=capm8vyu items=4
// **Prédire.** Quelle étiquette l’algorithme donne-t-il à ce point ?
// %% id=8el3zhsg role=free items=4
const predictVote: number | null = null; // ← votre réponse
// %% id=brgt8sg0 items=4 tags=replie
checkPrediction(predictVote, majority(nearest),
  `La majorité des cinq. Erreur fréquente : l’étiquette du premier de la liste, le plus proche ;
ce serait k = 1.`);
// %% id=c5c3srph items=4
const classify = (point: Point) => majority(neighbours(samples, point));
featureScatter(groups, {
  ...axes, classify: classify, unknown: [somewhere], title: 'Ce que le modèle répond, partout',
});
// %% [markdown] id=1cxksusy items=4
// Le plan est découpé en régions, une par classe. La ligne où la réponse bascule est la **frontière de
// décision**. Les îlots suivent quelques exemples isolés : changez k pour 1, puis pour 25, relancez depuis
// la cellule qui le définit, et voyez la frontière se froisser ou se lisser.
// %% [markdown] id=7avqdooi items=5
// ### La prédiction, sur des images jamais vues
//
// Le modèle est figé. Donnons-lui les 300 chiffres de test, tracés par d’autres mains que les exemples.
//
// **Prédire.** En répondant au hasard, on aurait 33 % de bonnes réponses. Le modèle sera-t-il plus près de
// 40, de 65 ou de 95 % ?
// %% id=vz5ifqbo role=free items=5
const predictScore: number | null = null; // ← 40, 65 ou 95
// %% id=s3j2wakd items=5
const answers = describe(testSet).map((sample) => classify(sample.features));
const truth = testSet.labels;
const score = (given: number[], right: number[]) =>
  (100 * given.filter((answer, i) => answer === right[i]).length) / right.length;
const percent = (value: number) => `${value.toFixed(1).replace('.', ',')} %`;
const threeClasses = score(answers, truth);
// %% id=5jgpth27 items=5 tags=replie
const closest = (value: number, choices: number[]) =>
  choices.reduce((best, one) => (Math.abs(one - value) < Math.abs(best - value) ? one : best));
checkPrediction(predictScore, closest(threeClasses, [40, 65, 95]),
  `Exactement ${percent(threeClasses)}. Deux nombres bien choisis suffisent presque pour trois
classes. Erreur fréquente : sous-estimer des mesures simples quand la question l’est aussi.`);
// %% id=k91tyxbz items=5
const all = truth.map((_, i) => i);
const wrong = all.filter((i) => answers[i] !== truth[i]);
const right = all.filter((i) => answers[i] === truth[i]);
console.log(`${wrong.length} erreurs sur ${truth.length}, soit ${percent(threeClasses)} justes`);
const shown = [...wrong, ...right].slice(0, 30); // les erreurs d’abord, puis quelques réussites
const shownData = pickImages(testSet, shown);
predictionTable(shownData.images, shown.map((i) => answers[i]), shownData.labels,
  { title: 'Les erreurs d’abord, puis quelques réussites' });
// %% [markdown] id=yrdy1j66 items=5
// Regardez les erreurs : des 7 dont le trait passe par le centre, pris pour des 1 ; des 0 trapus, pris pour
// des 7… Nos deux nombres ne voient rien de la forme.
// %% [markdown] id=cu904ujj items=3-5
// ### Où la chaîne s’arrête
//
// Passons aux dix chiffres, avec les **mêmes** deux caractéristiques et mille exemples.
//
// **Prédire.** Le score sera-t-il plus près de 90, de 70 ou de 45 % ?
// %% id=ycan0snj role=free items=5
const predictTen: number | null = null; // ← 90, 70 ou 45
// %% id=1k6v20pb items=5
const tenClasses = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const tenTrain = ofClasses(digits.train, tenClasses, 1000);
const tenTest = ofClasses(digits.test, tenClasses, 300);
const tenSamples = describe(tenTrain);
const tenAnswers = describe(tenTest).map((one) => majority(neighbours(tenSamples, one.features)));
const tenScore = score(tenAnswers, tenTest.labels);
// %% id=29crmy4v items=5 tags=replie
checkPrediction(predictTen, closest(tenScore, [90, 70, 45]),
  `Exactement ${percent(tenScore)}. Erreur fréquente : croire que des caractéristiques bonnes pour
une question le sont pour une autre. Celles-ci ont été inventées pour 0, 1 et 7.`);
// %% [markdown] id=bhyy97g7 items=3-5
// Il faudrait inventer d’autres mesures, chiffre par chiffre, puis recommencer pour les vêtements, les visages,
// les panneaux. Et si l’on ne choisissait rien, en donnant au modèle **tous les pixels**, 784 nombres ?
// %% id=d6i5xoa5 items=3,5
const known = tenTrain.labels.map((label, i) =>
  ({ label: label, features: pixelsOf(tenTrain, i) }));
const shiftRight = (pixels: Float32Array, by: number) => // tout le dessin, vers la droite
  pixels.map((_, i) => (i % 28 >= by ? pixels[i - by] : 0));
for (const by of [0, 3]) {
  const guesses = tenTest.labels.map((_, i) =>
    majority(neighbours(known, shiftRight(pixelsOf(tenTest, i), by))));
  console.log(`décalés de ${by} : ${percent(score(guesses, tenTest.labels))} de bonnes réponses`);
}
const inPlace = pixelsOf(tenTest, 0);
imageRow({
  'à sa place': new Volume([28, 28], inPlace),
  'décalé de 3': new Volume([28, 28], shiftRight(inPlace, 3)),
}, { size: 180 });
// %% [markdown] id=ejrmrzju items=3-5
// C’est bien mieux, tant que le chiffre est centré. Décalez-le de trois pixels, ce qu’un enfant ne
// remarquerait pas : le score s’effondre, parce que chaque pixel n’est comparé qu’à celui de la **même place**.
//
// Il nous faut donc une méthode qui **apprenne elle-même** ses caractéristiques, et qui reconnaisse un motif
// **où qu’il soit**. C’est ce que promet la convolution : leçon 1.2.
//
// > ⚠ **Erratum du support.** Le support dit que les réseaux à convolution ont « surmonté l’extraction manuelle
// > des caractéristiques ». On surmonte une difficulté, pas une étape : il faut lire qu’ils **s’en passent**.
// > L’extraction n’a pas disparu pour autant : elle est devenue une partie du réseau, **apprise** avec le reste.
// %% [markdown] id=gcc0424b
// ## À retenir
//
// - **Classification** : une étiquette par image. **Détection** : une boîte par objet. **Segmentation** : une
//   étiquette par pixel.
// - Une image est une grille de $N_x \times N_y$ **pixels** ; sa forme s’écrit [lignes, colonnes, canaux].
//   28 × 28 en gris : 784 nombres. 32 × 32 en couleur : 3072 nombres.
// - **Trois canaux**, R, V et B ; sur 8 bits, des entiers de 0 à 255. Au-delà, il faut borner.
// - À plat, les canaux d’un pixel se suivent : place = (y × $N_x$ + x) × (nombre de canaux) + c.
// - Le **gris** par la moyenne : (30, 60, 90) donne 60. C’est une convention ; la luma en est une autre.
// - **Noir et blanc** veut dire deux valeurs ; **gris**, toutes les nuances.
// - La chaîne traditionnelle : caractéristiques **inventées**, puis apprentissage, puis prédiction sur des
//   images **jamais vues**. Elle vaut ce que valent ses caractéristiques.
//
// ### Petit glossaire
//
// | Terme | En anglais | En une ligne |
// |---|---|---|
// | pixel | *pixel* | la plus petite case d’une image, d’une seule couleur |
// | canal | *channel* | la matrice d’une des composantes de l’image : R, V ou B |
// | niveaux de gris | *grayscale* | un nombre par pixel, la quantité de lumière |
// | image binaire | *binary image* | une image en noir et blanc : deux valeurs seulement |
// | seuil | *threshold* | la valeur à partir de laquelle un pixel devient blanc |
// | histogramme | *histogram* | combien de pixels ont chaque valeur |
// | luma | *luma* | un gris pondéré, proche de la clarté que voit l’œil |
// | étiquette, classe | *label, class* | la réponse attendue pour une image |
// | détection | *object detection* | une boîte autour de chaque objet |
// | segmentation sémantique | *semantic segmentation* | une étiquette pour chaque pixel |
// | caractéristique | *feature* | un nombre mesuré sur l’image, pour la résumer |
// | frontière de décision | *decision boundary* | la ligne où la réponse du modèle bascule |
// | k plus proches voisins | *k-nearest neighbours* | classer par la majorité des k exemples les plus proches |
//
// ### Notations
//
// | Notation | Sens |
// |---|---|
// | $N_x$, $N_y$ | nombre de colonnes, de lignes de l’image |
// | $N_x N_y$ | nombre de pixels |
// | (x, y) | colonne et ligne d’un pixel, comptées à partir de 0, y vers le bas |
// | c | numéro du canal : 0 pour R, 1 pour V, 2 pour B (3 pour l’opacité) |
// | R, V, B | rouge, vert, bleu d’un pixel, de 0 à 255 |
// | k | nombre de voisins qui votent |
//
// ### À vous de jouer
//
// Écrivez vous-même le passage en gris et le seuil, à partir de la liste de Jimp, dans les
// [exercices 1.1](../exercices/1.1-images.ipynb) : `grayByMean`, puis `binarize`.
//
// Et pour explorer, ajoutez une cellule sous celle-ci et essayez.
//
// 1. Refaites `visionTasks` avec un seuil de 100, puis de 200. Que deviennent les boîtes ? Pourquoi cette
//    méthode échoue-t-elle sur `photo('cat')` ?
// 2. Sur `photo('coins')`, des pièces sur un fond gris inégal, cherchez le seuil qui sépare toutes les pièces
//    du fond. Existe-t-il ?
// 3. Remplacez `centreInk` par une mesure de votre invention (l’encre totale ? la part d’encre dans la moitié
//    du haut ?) et tentez de dépasser le score des dix chiffres. Deux nombres y suffisent-ils ?
//
// <details><summary>Réponses</summary>
//
// 1. À 100, une troisième boîte apparaît, pour une tache de 750 pixels ; à 200, il en reste deux, plus petites, car les
//    bords des pétales passent sous le seuil. Sur le chat, une seule tache couvre presque toute la photo à 100, et
//    presque rien ne reste à 200 : le rouge n’y distingue pas l’animal de ce qui l’entoure.
// 2. À 135, `connectedRegions` compte 24 taches de plus de 200 pixels, une par pièce. Mais les pièces sombres, en
//    bas à gauche, sont déjà trouées ; plus bas, vers 110, le coin clair du fond se colle à celles du haut. Un seul
//    seuil passe de justesse, et pas partout bien : le fond n’a pas le même gris d’un bord à l’autre.
// 3. La question est ouverte ; seul tranche le score, sur les mêmes images de test. Si vous le dépassez après beaucoup
//    d’essais, mesurez-le sur d’autres images avant d’y croire (leçon 1.6).
//
// </details>
