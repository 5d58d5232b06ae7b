// ---
// title: Pas, remplissage, profondeur, taille de sortie
// ---
// %% [markdown] id=z7yri22t
// # 1.3 Pas, remplissage, profondeur, taille de sortie
//
// **Une image entre dans une couche de convolution. Avant tout calcul, sauriez-vous dire quelle taille aura
// ce qui en sort, et combien de nombres la couche devra apprendre ?**
//
// C’est la première question que pose un réseau quand on l’assemble : chaque couche reçoit la sortie de la
// précédente, et une seule taille fausse suffit pour que rien ne s’emboîte. La réponse tient dans cinq
// lettres et une division.
//
// À la fin, vous saurez :
//
// - calculer la taille de sortie pour n’importe quels filtre, pas et remplissage, et dire ce qui se passe
//   quand la division ne tombe pas juste ;
// - choisir le remplissage qui garde la taille, et reconnaître les cas où il n’existe pas ;
// - dire ce que font vraiment `'valid'` et `'same'`, et de quel côté `'same'` met ses zéros ;
// - lire une couche `Conv2D` de Keras : forme de sortie et nombre de paramètres ;
// - faire vérifier ces tailles par le compilateur, avant même d’exécuter.
//
// Lecture : environ 50 minutes, réponses comprises. À chaque « **Prédire** », remplacez `null` par votre réponse,
// puis exécutez la suite : la cellule repliée compare et explique. Les nombres en tête de cellule sont à vous :
// changez-les et relancez.
// %% [markdown] id=82o6nudt
// ## Avant de commencer : trois souvenirs
//
// Répondez de tête, puis dépliez.
//
// **1.** (Leçon 1.2.) Un signal a 10 valeurs, le noyau en a 4. Combien de nombres rend la convolution, au pas
// de 1 et sans dépasser ?
//
// <details><summary>Réponse</summary>
//
// Le noyau peut commencer aux places 1 à 7 : 10 − 4 + 1 = 7 nombres.
//
// </details>
//
// **2.** (Leçon 1.2.) Un filtre 5 × 5 s’applique à une image en couleur. Combien a-t-il de poids, et de biais ?
//
// <details><summary>Réponse</summary>
//
// Une tranche par canal : 5 × 5 × 3 = 75 poids, et un seul biais.
//
// </details>
//
// **3.** (Leçon 1.1.) On réduit une photo de 400 × 600 pixels à 200 × 300. Combien de fois moins de nombres ?
//
// <details><summary>Réponse</summary>
//
// Deux fois moins de lignes **et** deux fois moins de colonnes : quatre fois moins de nombres.
//
// </details>
// %% id=wcw6ye4p role=given
import {
  checkPrediction, conv1d, conv2d, filterVolumes, heatmapGrid, outputSize, photo, samePadding,
  sizeCalculator, sizeTable, slidingWindow, strideDots, toGray, Volume, volumes, windowPlacements,
  type OutputSize,
} from '@convolab/lib';
import * as tf from '@convolab/lib/tf';
// %% [markdown] id=pcto75q3 items=46,47
// ## 1. Compter les places
//
// Une couche de convolution rend un nombre par place que son filtre peut occuper. Pour connaître la taille de
// la sortie, il suffit donc de **compter des places** ; les valeurs des pixels n’y sont pour rien.
//
// Appelons $N$ le nombre de cases de l’entrée le long d’un axe, $F$ celui du filtre et $O$ (pour *output*)
// celui de la sortie.
//
// **Prédire.** L’image a 7 × 7 cases et le filtre 3 × 3. Il avance d’une case à la fois, sans dépasser.
// Combien de places peut-il occuper en tout ?
// %% id=wmayi4ik role=free items=47
const predictPlaces: number | null = null; // ← votre réponse
// %% id=4r9g8974 items=47
const [N, F] = [7, 3];
let places = 0;
for (let row = 0; row + F <= N; row++) {
  for (let col = 0; col + F <= N; col++) places++;
}
// %% id=k0e3gql1 items=47 tags=replie
checkPrediction(predictPlaces, places, `5 départs possibles en hauteur, 5 en largeur : 5 × 5.
Erreur fréquente : 16, en comptant 7 − 3 = 4 départs. La première place compte aussi.`);
// %% [markdown] id=5cbrl0u3 items=47
// Les voici, une par une. Chaque place donne une case de la sortie ; arrêtez-vous à la cinquième, puis à la
// sixième.
// %% id=2p9ndc30 items=47
windowPlacements(N, F);
// %% [markdown] id=30j9pm3d items=46,47
// Sur une ligne, le filtre peut commencer aux cases 1, 2, …, jusqu’à ce que sa fin touche la fin de
// l’image, donc à la case $N - F + 1$. Cela fait autant de places :
//
// $$O = N - F + 1$$
//
// Il en va de même dans l’autre sens : une image $N \times N$ et un filtre $F \times F$ donnent une sortie
// $(N - F + 1) \times (N - F + 1)$. Une formule n’est qu’une promesse tant qu’on ne l’a pas confrontée à de
// vraies sorties. Essayons-la sur tous les couples (N, F) jusqu’à 20.
// %% id=iwyu1970 items=46,47
console.log(`O = ${N} − ${F} + 1 = ${N - F + 1}`);
console.log('conv2d rend la forme', conv2d(Volume.zeros([N, N]), Volume.zeros([F, F])).shape);
let pairs = 0, agreeing = 0;
for (let n = 1; n <= 20; n++) {
  for (let f = 1; f <= n; f++) {
    const signal = new Array<number>(n).fill(0), filter = new Array<number>(f).fill(0);
    pairs++;
    if (conv1d(signal, filter).length === n - f + 1) agreeing++;
  }
}
console.log(`${pairs} couples (N, F) essayés ; la formule est juste ${agreeing} fois`);
// %% [markdown] id=4zu47nhm items=46
// Rien n’oblige l’image ni le filtre à être carrés : on compte chaque axe à part.
//
// **Prédire.** L’image a 5 lignes et 8 colonnes, le filtre 3 lignes et 2 colonnes. Quelle forme a la sortie ?
// %% id=xbs84i7l role=free items=46
const predictRectangle: number[] | null = null; // ← [lignes, colonnes]
// %% id=48f7ru6t items=46
const rectangle = conv2d(Volume.zeros([5, 8]), Volume.zeros([3, 2]));
// %% id=3aq3tn9b items=46 tags=replie
checkPrediction(predictRectangle, [...rectangle.shape], `5 − 3 + 1 lignes et 8 − 2 + 1 colonnes.
Erreur fréquente : [7, 3], les colonnes d’abord. Ici, la hauteur vient toujours en premier.`);
// %% [markdown] id=uu5hffnp items=48,49
// ## 2. Le pas : avancer plus vite
//
// Jusqu’ici, la fenêtre avançait d’une case à la fois. Le **pas** $S$ (*stride*) dit de combien de cases elle
// avance d’une place à la suivante, vers la droite comme vers le bas. Les points sont les centres des
// fenêtres ; la première est encadrée, la deuxième en pointillé. Passez d’un pas à l’autre : de combien de
// cases les centres s’écartent-ils ?
// %% id=dvz1szsm items=48,49
strideDots(7, 3, { strides: [1, 2] });
// %% [markdown] id=8yt2tqzk items=49
// Reprenons l’image 5 × 5 et le noyau en croix de la leçon 1.2. Au pas de 1, le résultat était :
//
// | | | |
// |---|---|---|
// | 4 | 3 | 4 |
// | 2 | 4 | 3 |
// | 2 | 3 | 4 |
//
// **Prédire.** Quel est le résultat au pas de 2 ? Il n’y a rien à recalculer.
// %% id=itfhbdcf role=free items=49
const predictStride2: number[][] | null = null; // ← par exemple [[1, 2], [3, 4]]
// %% id=xslub4fi items=49
const image = [
  [1, 1, 1, 0, 0],
  [0, 1, 1, 1, 0],
  [0, 0, 1, 1, 1],
  [0, 0, 1, 1, 0],
  [0, 1, 1, 0, 0],
];
const kernel = [[1, 0, 1], [0, 1, 0], [1, 0, 1]];
const step1 = conv2d(image, kernel);
const step2 = conv2d(image, kernel, { stride: 2 });
// %% id=yqg8oj6x items=49 tags=replie
checkPrediction(predictStride2, step2, `La fenêtre saute une place sur deux : il reste les quatre
coins. Erreur fréquente : [[4, 3], [2, 4]], le début du résultat au pas de 1.`);
// %% id=cm210bz4 items=49
slidingWindow(image, kernel, { stride: 2 });
// %% id=gej2py06 items=49
const keepEveryOther = <T>(list: T[]): T[] => list.filter((_, i) => i % 2 === 0);
const kept = keepEveryOther(step1).map((row) => keepEveryOther(row));
const tfImage = tf.tensor3d(image.flat(), [5, 5, 1]);
const tfKernel = tf.tensor4d(kernel.flat(), [3, 3, 1, 1]);
console.log('pas 1, une ligne et une colonne sur deux :', kept);
console.log('conv2d, pas 2                            :', step2);
const tfStep2 = tf.conv2d(tfImage, tfKernel, 2, 'valid');
console.log('tfjs, pas 2                              :', tfStep2.squeeze().arraySync());
// %% [markdown] id=0ivep8rg items=49
// Un pas de 2, c’est donc le pas de 1 dont on ne garde qu’une ligne et qu’une colonne sur deux, sans avoir
// calculé les autres : environ **quatre fois moins de travail**, et quatre fois moins de nombres à passer à la
// suite. C’est le premier moyen de réduire une image dans un réseau ; la leçon 1.4 en montrera un autre.
//
// Le pas peut différer d’un axe à l’autre. `stride: [2, 1]` avance de 2 vers le bas et de 1 vers la droite.
//
// **Prédire.** Quelle est alors la forme du résultat, sur la même image 5 × 5 ?
// %% id=wgmag96r role=free items=48
const predictPair: number[] | null = null; // ← [lignes, colonnes]
// %% id=huo3mdbx items=48
const tall = conv2d(image, kernel, { stride: [2, 1] });
// %% id=56z15cui items=48 tags=replie
checkPrediction(predictPair, [tall.length, tall[0].length], `Le premier pas, vertical, réduit le
nombre de lignes. Erreur fréquente : [3, 2], en lisant (x, y).`);
// %% id=cvhwjiyv items=48
slidingWindow(image, kernel, { stride: [2, 1] });
// %% [markdown] id=dy2adq89 items=52
// En une dimension, rien de neuf : voici notre signal de la leçon 1.2 et son noyau [1, 0, −1].
// %% id=uv6vcs6c items=52
const signal = [0, 1, 2, -1, 1, -3, 0];
const kernel1d = [1, 0, -1];
const tfSignal = tf.tensor2d(signal, [7, 1]), tfKernel1d = tf.tensor3d(kernel1d, [3, 1, 1]);
console.log('pas 1         :', conv1d(signal, kernel1d));
console.log('pas 2         :', conv1d(signal, kernel1d, { stride: 2 }));
console.log('pas 2, tfjs   :', Array.from(tf.conv1d(tfSignal, tfKernel1d, 2, 'valid').dataSync()));
// %% [markdown] id=6dz433om items=50,51
// ### La formule, et ce qu’elle cache
//
// Au pas $S$, les départs sont $1$, $1 + S$, $1 + 2S$… Depuis la première place, la fenêtre peut avancer de
// $N - F$ cases en tout ; cela permet autant de sauts de $S$ cases que $S$ tient de fois dans $N - F$. On
// ajoute 1 pour la première place :
//
// $$O = \frac{N - F}{S} + 1$$
//
// Pour l’image 5 × 5, le filtre 3 × 3 et le pas de 2 : (5 − 3) / 2 + 1 = **2**, comme on vient de le voir. (Le
// support pose ce calcul sans en donner le résultat.)
//
// **Prédire.** Et pour $N = 6$, $F = 3$, $S = 2$ ?
// %% id=6omh2ov6 role=free items=50
const predictSix: number | null = null; // ← votre réponse
// %% id=qoclo7x1 items=50,51 tags=replie
checkPrediction(predictSix, outputSize(6, 3, 2), `(6 − 3) / 2 + 1 = 2,5, mais il n’y a pas de
demi-place : une troisième fenêtre dépasserait. Erreur fréquente : 3, l’arrondi vers le haut.`);
// %% id=whaae2ww items=50,51
console.log('N = 5, F = 3, S = 2 : outputSize donne', outputSize(5, 3, 2));
// %% [markdown] id=q0rt55wi items=50
// Le calculateur dessine l’entrée et les fenêtres. Partez de ce réglage, et cherchez la fenêtre qui ne tient
// pas. Puis déplacez $N$ : pour quelles valeurs la division tombe-t-elle juste ? (Laissez $P$ à 0 pour
// l’instant.)
// %% id=43iw0ac3 items=50
sizeCalculator(6, 3, { stride: 2 });
// %% [markdown] id=u81q00g1 items=50
// > ⚠ **Erratum du support.** Le support écrit $O = (N - F)/S + 1$, et plus loin $(N - F + 2P)/S + 1$, sans
// > dire que faire quand la division ne tombe pas juste. Une taille est un nombre entier : on **arrondit vers
// > le bas**, ce que notent les crochets $\lfloor\;\rfloor$ (« partie entière »), parce qu’une fenêtre qui
// > dépasse n’est pas comptée :
// >
// > $$O = \left\lfloor \frac{N - F}{S} \right\rfloor + 1$$
//
// Arrondir n’est pas anodin : des pixels sont **perdus**.
//
// **Prédire.** Image 6 × 6, noyau 3 × 3, pas de 2. On remplace par 1000 toute la dernière colonne de l’image.
// Combien de valeurs du résultat changent ?
// %% id=4lrnzfae role=free items=50
const predictLastColumn: number | null = null; // ← votre réponse
// %% id=n6fid230 items=50
const six = Array.from({ length: 6 }, (_, y) => Array.from({ length: 6 }, (_, x) => x * y));
const otherEnd = six.map((row) => [...row.slice(0, 5), 1000]);
const [before, after] = [six, otherEnd].map((input) => conv2d(input, kernel, { stride: 2 }).flat());
const changed = after.filter((value, i) => value !== before[i]).length;
// %% id=2yv24jn4 items=50 tags=replie
checkPrediction(predictLastColumn, changed, `Les fenêtres couvrent les colonnes 1 à 3 et 3 à 5 :
aucune ne voit la sixième. Erreur fréquente : 2, les deux cases de droite.`);
// %% [markdown] id=6x054zlc items=50
// Voici toutes les tailles de sortie pour quelques $N$ et $S$ ; l’étoile marque celles qu’il a fallu arrondir.
// Lisez une ligne : doubler le pas divise-t-il exactement la taille par deux ?
// %% id=cqvmbpdf items=50
sizeTable([3, 5, 7]);
// %% [markdown] id=mcnlmkt5 items=48,49
// Enfin, une vraie photo. Le filtre fait la moyenne de 9 × 9 pixels ; seul le pas change.
// %% id=9id67m4x items=48,49
const { image: photoRgb, title, credit, licence } = await photo('coffee');
const gray = toGray(photoRgb);
const mean9 = Array.from({ length: 9 }, () => new Array<number>(9).fill(1 / 81));
const smaller: Record<string, Volume> = {};
for (const step of [1, 9, 27]) {
  const map = conv2d(gray, mean9, { stride: step });
  console.log(`pas ${step} : ${map.shape.join(' × ')}, soit ${map.size} nombres`);
  smaller[`pas ${step} : ${map.shape.join(' × ')}`] = map;
}
console.log(`${title} — ${credit} (${licence}), ${gray.shape.join(' × ')}`);
heatmapGrid(smaller, { scale: 'grey' });
// %% [markdown] id=gam4rv42 items=48,49
// Les trois cartes sont dessinées à la même taille pour qu’on les compare. Au pas de 9, les fenêtres se
// touchent sans se chevaucher : avec 80 fois moins de nombres, on voit à peine la différence à cette échelle.
// Au pas de 27, elles sautent par-dessus 18 pixels que personne ne regarde. **Un pas plus grand que le
// filtre laisse des trous** : c’est rarement voulu. (Une exception célèbre, les raccourcis 1 × 1 au pas de 2 de
// ResNet : leçon 1.10.)
// %% [markdown] id=zk53iby7 items=53
// ## 3. Le remplissage : ne pas rapetisser
//
// Sans dépasser, chaque couche mange les bords. Avec un filtre 3 × 3, ce n’est que deux lignes et deux
// colonnes ; mais un réseau empile des couches.
//
// **Prédire.** Une image 28 × 28 traverse dix couches de convolution 3 × 3, au pas de 1. Combien de
// cases de côté lui reste-t-il ?
// %% id=1z2vwj2q role=free items=53
const predictTenLayers: number | null = null; // ← votre réponse
// %% id=f37u1mqh items=53
let side = 28;
for (let layer = 1; layer <= 10; layer++) side = outputSize(side, 3);
// %% id=kedfi51l items=53 tags=replie
checkPrediction(predictTenLayers, side, `Chaque couche retire F − 1 = 2 cases : 28 − 10 × 2.
Erreur fréquente : 18, en ne retirant qu’une case par couche.`);
// %% [markdown] id=ssfup8gy items=53
// Il y a un second ennui : les bords comptent moins que le centre. Comptons, pour chaque pixel d’une image
// 7 × 7, combien de fenêtres 3 × 3 le voient.
//
// **Prédire.** Le pixel du centre est vu par 9 fenêtres. Combien voient le pixel du coin ?
// %% id=3l40zgu8 role=free items=53
const predictCorner: number | null = null; // ← votre réponse
// %% id=9znf41pi items=53
function timesSeen(size: number, window: number, padding: number): number[][] {
  const seen = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (let row = -padding; row + window <= size + padding; row++) {
    for (let col = -padding; col + window <= size + padding; col++) {
      for (let cell = 0; cell < window * window; cell++) {
        const [y, x] = [row + Math.floor(cell / window), col + (cell % window)];
        if (seen[y]?.[x] !== undefined) seen[y][x]++;
      }
    }
  }
  return seen;
}
// %% id=xzabhefq items=53 tags=replie
checkPrediction(predictCorner, timesSeen(7, 3, 0)[0][0], `Une seule fenêtre commence dans ce coin.
Erreur fréquente : 4, ce qui serait vrai avec un anneau de zéros autour de l’image.`);
// %% id=nw70y6sr items=53
heatmapGrid({ 'sans remplissage': timesSeen(7, 3, 0), 'un anneau de zéros': timesSeen(7, 3, 1) });
// %% [markdown] id=xhzzn7tc items=53
// Le remède aux deux ennuis : entourer l’image de zéros avant de faire glisser le filtre. C’est le
// **remplissage** (*padding*), et $P$ est le nombre de zéros ajoutés **de chaque côté**. L’image 5 × 5 devient
// 7 × 7. Pour la voir, appliquons-lui le plus petit noyau qui soit, un seul poids égal à 1 : il recopie
// ce qu’on lui donne.
// %% id=u08hzmns items=53
const ringed = conv2d(image, [[1]], { padding: 1 });
for (const row of ringed) console.log(row.join(' '));
console.log('forme', [ringed.length, ringed[0].length]);
// combien de zéros [avant, après] sur chaque axe : lignes, colonnes, canaux
const tfRinged = tfImage.pad<tf.Tensor3D>([[1, 1], [1, 1], [0, 0]]);
console.log('tfjs rend la même chose :', String(tfRinged.squeeze().arraySync()) === String(ringed));
// %% [markdown] id=aymo0r3b items=54,55,56
// Avec $P$ zéros de chaque côté, l’axe a $N + 2P$ cases. Il n’y a rien d’autre à changer dans la formule :
//
// $$O = \left\lfloor \frac{N - F + 2P}{S} \right\rfloor + 1$$
//
// **Prédire.** $N = 5$, $F = 3$, $S = 1$. Quel $P$ faut-il pour que la sortie ait encore 5 cases ?
// %% id=vmw2x4c8 role=free items=54,56
const predictP: number | null = null; // ← votre réponse
// %% id=w7rmyv6g items=54,56
const keeping = [0, 1, 2, 3].filter((p) => outputSize(5, 3, 1, p) === 5);
// %% id=0q61qfmi items=54,56 tags=replie
checkPrediction(predictP, keeping[0], `Un filtre de 3 retire 2 cases ; un zéro de chaque côté les
rend. Erreur fréquente : 2, en oubliant que P compte des deux côtés.`);
// %% [markdown] id=ne0irxj2 items=53,56
// Faites défiler : le trait noir entoure l’image, les zéros ajoutés sont dehors. À quelles étapes la fenêtre
// ne touche-t-elle aucun d’eux ?
// %% id=5w3wpfxt items=53,56
slidingWindow(image, kernel, { padding: 1 });
// %% id=cw6gacre items=54,56
console.log(`P = (3 − 1) / 2 = ${(3 - 1) / 2}`);
console.log(`O = (5 − 3 + 2 × 1) / 1 + 1 = ${outputSize(5, 3, 1, 1)}`);
console.log('conv2d :', conv2d(image, kernel, { padding: 1 }));
console.log('tfjs   :', tf.conv2d(tfRinged, tfKernel, 1, 'valid').squeeze().arraySync());
for (const f of [1, 3, 5, 7]) {
  const p = (f - 1) / 2;
  console.log(`F = ${f} : P = ${p} ; une image de 28 rend ${outputSize(28, f, 1, p)}`);
}
// %% [markdown] id=mh0geebr items=54
// Aux neuf étapes du milieu, la fenêtre ne voit que l’image : on y retrouve le résultat 3 × 3 sans
// remplissage. D’où vient $P = (F - 1)/2$ ? On veut $O = N$ au pas de 1, c’est-à-dire $N - F + 2P + 1 = N$,
// donc $2P = F - 1$.
//
// **Prédire.** $N = 5$, $F = 4$, $S = 1$. Quel $P$ garde les 5 cases ? Répondez par un nombre, ou `'aucun'`.
// %% id=nzxgvvts role=free items=54
const predictEven: number | 'aucun' | null = null; // ← un nombre, ou 'aucun'
// %% id=i7qrl69p items=54
const evenKeeping = [0, 1, 2, 3, 4].find((p) => outputSize(5, 4, 1, p) === 5);
const [p1, p2] = [outputSize(5, 4, 1, 1), outputSize(5, 4, 1, 2)];
// %% id=5g52v0n1 items=54 tags=replie
checkPrediction(predictEven, evenKeeping ?? 'aucun', `(4 − 1) / 2 = 1,5 n’est pas un nombre de
cases : P = 1 donne ${p1} et P = 2 donne ${p2}. Erreur fréquente : 2, en arrondissant.`);
// %% [markdown] id=firh55i5 items=54
// > ⚠ **Erratum du support.** Le support donne $P = (F - 1)/2$ comme le nombre de zéros à ajouter, sans
// > condition. Cette valeur garde la taille **seulement si $F$ est impair et le pas vaut 1**. Avec $F$ pair,
// > elle n’est pas entière (pour $F = 2$, elle vaudrait 0,5) ; avec $S = 2$, la sortie est de toute façon à peu
// > près deux fois plus petite. C’est une raison pour laquelle les filtres sont presque toujours de taille impaire ;
// > l’autre est qu’ils ont alors un centre.
//
// La formule complète tient-elle devant une bibliothèque écrite par d’autres ? Essayons tous les réglages d’un
// bout à l’autre, et comptons ceux où il a fallu arrondir.
// %% id=hyjs4wy0 items=55
let tried = 0, agreed = 0, rounded = 0;
for (const n of [5, 6, 7, 8, 9]) {
  for (const f of [1, 2, 3, 4, 5]) {
    for (const s of [1, 2, 3]) {
      for (const p of [0, 1, 2]) {
        const padded = tf.zeros([n, 1]).pad<tf.Tensor2D>([[p, p], [0, 0]]);
        const map = tf.conv1d(padded, tf.zeros([f, 1, 1]) as tf.Tensor3D, s, 'valid');
        tried++;
        if (map.shape[0] === outputSize(n, f, s, p)) agreed++;
        if ((n - f + 2 * p) % s !== 0) rounded++;
      }
    }
  }
}
console.log(`${tried} réglages, dont ${rounded} arrondis ; tfjs est d’accord ${agreed} fois`);
// %% [markdown] id=8nrx1idq items=55
// Le calculateur encore, avec ses quatre curseurs. Trois défis :
//
// 1. gardez 7 cases avec un filtre de 5, au pas de 1 ;
// 2. passez de 8 cases à 4 avec un filtre de 3 ;
// 3. trouvez un réglage où il y a des zéros à droite que **personne ne voit**.
// %% id=0om0rpaj items=55
sizeCalculator(7, 3, { padding: 1 });
// %% [markdown] id=8wdvph01 items=55
// <details><summary>Réponses</summary>
//
// 1. $P = 2$, puisque (5 − 1) / 2 = 2.
// 2. $S = 2$, $P = 1$ : ⌊(8 − 3 + 2) / 2⌋ + 1 = ⌊3,5⌋ + 1 = 4.
// 3. Le défi 2 en est un : sa division ne tombe pas juste, et ce qui reste à droite est le zéro ajouté.
//
// </details>
//
// ### Les zéros ne sont pas neutres
//
// Un zéro est une valeur comme une autre : pour le filtre, c’est du noir.
//
// **Prédire.** Une image 5 × 5 toute unie, à 200, et le détecteur de bords de la leçon 1.2 (8 au centre, −1
// autour), avec $P = 1$. Que répond-il dans le **coin** ?
// %% id=90ivg4yz role=free items=53
const predictFalseEdge: number | null = null; // ← votre réponse
// %% id=949b8nln items=53
const edges = [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]];
const flat = Array.from({ length: 5 }, () => new Array<number>(5).fill(200));
const response = conv2d(flat, edges, { padding: 1 });
// %% id=torips3b items=53 tags=replie
checkPrediction(predictFalseEdge, response[0][0], `8 × 200 − 3 × 200 : cinq des huit voisins sont
des zéros. Erreur fréquente : 0, en oubliant que le coin touche maintenant du noir.`);
// %% id=zfcjn8qb items=53
heatmapGrid({ 'image unie': flat, 'réponse du détecteur de bords': response });
// %% [markdown] id=3a1cjnvn items=53
// L’image n’avait aucun bord ; le remplissage lui en a dessiné un, tout autour. Les réseaux s’en accommodent,
// et apprennent même parfois à s’en servir pour savoir où ils sont dans l’image. Mais ne vous étonnez pas de
// voir un cadre sur une carte de caractéristiques.
// %% [markdown] id=arfobngs items=58
// ## 4. `'valid'` et `'same'`
//
// Dans tfjs, comme dans Keras, on ne donne pas $P$ à une couche de convolution : on choisit entre deux mots.
//
// | `padding` | zéros ajoutés | taille de sortie |
// |---|---|---|
// | `'valid'` | aucun | $\lfloor (N - F)/S \rfloor + 1$ |
// | `'same'` | ce qu’il faut | $\lceil N/S \rceil$, quel que soit $F$ |
//
// Les crochets $\lceil\;\rceil$ arrondissent vers le haut. *Same* veut dire « pareil » ; pareil à quoi ?
//
// **Prédire.** Une image de 28 × 28, un filtre 3 × 3, un pas de 2 et `padding: 'same'`. Combien de cases
// de côté la sortie a-t-elle ?
// %% id=wwt702q8 role=free items=58
const predictSame: number | null = null; // ← votre réponse
// %% id=l7sxdic5 items=58 tags=replie
checkPrediction(predictSame, outputSize(28, 3, 2, 'same'), `⌈28 / 2⌉. Erreur fréquente : 28, en se
fiant au nom de l’option.`);
// %% id=i27xb8x5 items=58
for (const strides of [1, 2, 3]) {
  const layer = tf.layers.conv2d({
    inputShape: [28, 28, 1], filters: 1, kernelSize: 3, strides: strides, padding: 'same',
  });
  tf.sequential({ layers: [layer] });
  const ours = outputSize(28, 3, strides, 'same');
  console.log(`pas ${strides} : tfjs rend`, layer.outputShape, '; outputSize donne', ours);
}
// %% [markdown] id=ohz606qq items=58
// > ⚠ **Erratum du support.** Le support commente `padding='same'` par « même taille que l’entrée ». Ce n’est
// > vrai **qu’au pas de 1**. Au pas $S$, la sortie a $\lceil N/S \rceil$ cases : `'same'` promet que la taille
// > ne dépend que du pas, plus du filtre.
//
// ### De quel côté sont les zéros ?
//
// Pour tenir cette promesse, il faut en tout $(O - 1) \times S + F - N$ zéros (ou aucun, si ce nombre est
// négatif). Quand il est impair, on ne peut pas partager : TensorFlow, et tfjs avec lui, en met **un de plus
// à la fin**, à droite et en bas. Regardez le pas de 2.
// %% id=d96ovx7x items=58
samePadding(4, 3, { strides: [1, 2, 3] });
// %% [markdown] id=7lkpj7zx items=58
// **Prédire.** Le signal [1, 2, 3, 4], le noyau [1, 1, 1] (il additionne trois voisins), pas de 2, `'same'`.
// Quel est le résultat ?
// %% id=c2yh7u4m role=free items=58
const predictSameSum: number[] | null = null; // ← par exemple [5, 6, 7]
// %% id=8a02bfke items=58
const four = [1, 2, 3, 4], ones = [1, 1, 1];
const sameSum = conv1d(four, ones, { stride: 2, padding: 'same' });
// %% id=20f3ytxb items=58 tags=replie
checkPrediction(predictSameSum, sameSum, `Un seul zéro, à droite : 1 + 2 + 3, puis 3 + 4 + 0.
Erreur fréquente : [3, 9], avec un zéro de chaque côté.`);
// %% id=hvd76j7s items=58
const tfSameSum = tf.conv1d(tf.tensor2d(four, [4, 1]), tf.tensor3d(ones, [3, 1, 1]), 2, 'same');
console.log("'same', conv1d         :", sameSum);
console.log("'same', tfjs           :", Array.from(tfSameSum.dataSync()));
console.log('un zéro de chaque côté :', conv1d(four, ones, { stride: 2, padding: 1 }));
slidingWindow(four, ones, { stride: 2, padding: 'same' });
// %% [markdown] id=w40i6zbf items=58
// Les deux choix rendent deux nombres, mais **pas les mêmes nombres**. D’autres bibliothèques, comme PyTorch
// avec `padding=1`, mettent autant de zéros de chaque côté. Un réseau dont on transporte les poids de l’une à
// l’autre doit donc emporter aussi sa façon de remplir.
// %% [markdown] id=u0tv1p9f items=59
// ## 5. Trouvez l’erreur
//
// Trois pages du support portent sur un petit exemple en une dimension : le signal [0, 1, 2, −1, 1, −3, 0]
// au pas de 1, le même au pas de 2, puis une page sur le remplissage. Sur cette dernière, on lit :
//
// ```text
// | 0 | −1 | −2 | 2 | 1 | 2 | 1 | −3 | 0 |  ∗  | 2 | 1 | −3 |  =  | −1 | −2 | 2 | 1 | 2 | 1 | −3 |
// ```
//
// **Prédire.** Cette égalité est-elle vraie ? Il suffit de vérifier la première case.
// %% id=hr6bweji role=free items=59
const predictHolds: 'vraie' | 'fausse' | null = null; // ← 'vraie' ou 'fausse'
// %% id=x3quakpg items=59
const printedRow = [0, -1, -2, 2, 1, 2, 1, -3, 0];
const printedKernel = [2, 1, -3];
const printedResult = [-1, -2, 2, 1, 2, 1, -3];
const literal = conv1d(printedRow, printedKernel);
// %% id=wdrb9y4h items=59 tags=replie
checkPrediction(predictHolds, String(literal) === String(printedResult) ? 'vraie' : 'fausse',
  `La première case vaut 0 × 2 + (−1) × 1 + (−2) × (−3) = ${literal[0]}, et non −1.
Erreur fréquente : faire confiance à ce qui est imprimé.`);
// %% [markdown] id=00x3pdjy items=59
// Regardez mieux : le résultat annoncé est **la rangée elle-même**, sans ses deux zéros. Un noyau de trois
// poids pourrait faire cela.
//
// **Prédire.** Lequel ? (Un noyau qui recopie.)
// %% id=8wkt0nfl role=free items=59
const predictCopying: number[] | null = null; // ← trois poids, par exemple [1, 0, -1]
// %% id=b7n5s3hk items=59
const weights = [-3, -2, -1, 0, 1, 2, 3];
const copying = weights.flatMap((a) => weights.flatMap((b) => weights.map((c) => [a, b, c])))
  .filter((trial) => String(conv1d(printedRow, trial)) === String(printedResult));
// %% id=jzjkzewq items=59 tags=replie
checkPrediction(predictCopying, copying[0], `Chaque case recopie le milieu de sa fenêtre.
Erreur fréquente : [1, 1, 1], qui additionne les trois voisins.`);
// %% id=jmuzr82v items=59
console.log('lu à la lettre, le calcul du support donne', literal.join(', '));
console.log(`sur ${weights.length ** 3} noyaux essayés, ${copying.length} recopie la rangée`);
// %% [markdown] id=9rmqlkb3 items=59
// Ce n’est pourtant pas le noyau qu’on lit. **À vous :** que fallait-il imprimer ? Cherchez d’où peut venir
// [−1, −2, 2, 1, 2, 1, −3], avec le signal et le noyau de la partie 2, puis dépliez.
//
// <details><summary>Réponse</summary>
//
// > ⚠ **Erratum du support.** Le **résultat** a été imprimé à la place de l’entrée, et une partie de ce
// > résultat à la place du noyau. L’exemple prolonge celui du pas : même signal, même noyau [1, 0, −1], avec
// > un zéro de chaque côté.
// >
// > [0, **0, 1, 2, −1, 1, −3, 0**, 0] ∗ [1, 0, −1] = [−1, −2, 2, 1, 2, 1, −3]
// >
// > On peut le soupçonner sans rien calculer : une convolution qui rend exactement son entrée aurait le
// > noyau [0, 1, 0].
//
// </details>
// %% id=3fwtr556 items=59
const padded1d = conv1d(signal, kernel1d, { padding: 1 });
const tfPadded1d = tf.conv1d(tfSignal, tfKernel1d, 1, 'same').dataSync();
console.log('pas 1                  :', conv1d(signal, kernel1d).join(', '));
console.log('pas 2                  :', conv1d(signal, kernel1d, { stride: 2 }).join(', '));
console.log('un zéro de chaque côté :', padded1d.join(', '));
console.log("tfjs, 'same'           :", Array.from(tfPadded1d).join(', '));
slidingWindow(signal, kernel1d, { padding: 1 });
// %% [markdown] id=au15nqg6 items=60-63
// ## 6. La profondeur
//
// Hauteur et largeur sont réglées ; reste la troisième dimension. La leçon 1.2 l’a montré : **un filtre donne
// une carte**. Une couche qui a $K$ filtres rend donc $K$ cartes, empilées : $K$ est la **profondeur**
// (*depth*) de la couche.
//
// La profondeur d’un filtre, elle, ne se choisit pas : c’est celle de ce qui entre. Sur une image en couleur,
// un filtre 5 × 5 est un bloc de 5 × 5 × 3 poids, et il traverse tous les canaux.
//
// **Prédire.** Une image 32 × 32 × 3 entre dans une couche de 10 filtres, avec `padding: 'same'` et un pas
// de 1. Quelle forme a la sortie ?
// %% id=lmww2pqr role=free items=61,63
const predictDepth: number[] | null = null; // ← [hauteur, largeur, profondeur]
// %% id=gk8maktf items=60-63
const colours = Volume.zeros([32, 32, 3]); // l’image I
const filters = Volume.zeros([5, 5, 3, 10]); // 10 filtres F de 5 × 5 × 3
const maps = conv2d(colours, filters, { padding: 'same' });
// %% id=mlw6n36u items=60-63 tags=replie
checkPrediction(predictDepth, [...maps.shape], `Dix filtres, dix cartes. Erreur fréquente :
[32, 32, 30], en croyant que chaque filtre rend une carte par canal ; il les additionne.`);
// %% [markdown] id=10qzw8ma items=63
// **Prédire.** Combien de paramètres cette couche a-t-elle à apprendre ?
// %% id=ucur7rjc role=free items=63
const predictParams: number | null = null; // ← votre réponse
// %% id=v85jvghm items=60-63
const oneFilter = 5 * 5 * 3 + 1; // ses poids et son biais
const depthLayer = tf.layers.conv2d({
  inputShape: [32, 32, 3], filters: 10, kernelSize: 5, padding: 'same',
});
const depthModel = tf.sequential({ layers: [depthLayer] });
// %% id=dgvxi83s items=60-63 tags=replie
checkPrediction(predictParams, depthLayer.countParams(), `10 × (5 × 5 × 3 + 1). Erreur fréquente :
750, sans les biais, ou 260, en oubliant que chaque filtre traverse les trois canaux.`);
// %% [markdown] id=nfcyk0y7 items=60-63
// Le curseur ajoute les filtres un à un. À gauche, le même filtre est posé sur l’image.
// %% id=kiocl9sv items=60-63
filterVolumes([32, 32, 3], 5, 10);
// %% id=o5nl9qoa items=60-63
const one = conv2d(colours, Volume.zeros([5, 5, 3, 1]), { padding: 'same' });
const withP = conv2d(colours, filters, { padding: (5 - 1) / 2 });
console.log('1 filtre [5, 5, 3], same     :', one.shape.join(' × '));
console.log('10 filtres [5, 5, 3], same   :', maps.shape.join(' × '));
console.log('les mêmes, P = (5 − 1) / 2   :', withP.shape.join(' × '));
console.log('les mêmes, valid             :', conv2d(colours, filters).shape.join(' × '));
console.log('tfjs, same                   :', depthLayer.outputShape);
const [ours, theirs] = [10 * oneFilter, depthLayer.countParams()];
console.log(`10 × ${oneFilter} = ${ours} paramètres ; tfjs : ${theirs}`);
// %% [markdown] id=39m903k7 items=60
// Et la couche suivante ? Ses filtres devront traverser **dix** cartes.
//
// **Prédire.** Elle a 16 filtres de 3 × 3. Combien de paramètres ?
// %% id=ui702ql2 role=free items=60
const predictNext: number | null = null; // ← votre réponse
// %% id=xjjjz6cj items=60
const nextLayer = tf.layers.conv2d({ filters: 16, kernelSize: 3 });
depthModel.add(nextLayer);
// %% id=rcnlpsu2 items=60 tags=replie
checkPrediction(predictNext, nextLayer.countParams(), `16 × (3 × 3 × 10 + 1). Erreur fréquente :
16 × (3 × 3 × 3 + 1) = 448, en oubliant que l’entrée de cette couche n’est plus l’image.`);
// %% [markdown] id=n9cexn7f items=60
// > ⚠ **Erratum du support.** Le mot « profondeur » a deux sens, et le support passe de l’un à l’autre. Ici,
// > c’est le **nombre de filtres d’une couche**, donc le nombre de cartes qu’elle rend. Dans les pages sur
// > ResNet ou EfficientNet, la profondeur d’un **réseau** est son **nombre de couches** ; c’est le sens de
// > « réseau profond » et d’« apprentissage profond ». Pour éviter l’ambiguïté, on dit souvent *nombre de
// > canaux* ou *largeur* pour le premier sens.
// %% [markdown] id=jc308kz2 items=57,58
// ## 7. Lire une couche de Keras
//
// Voici une couche comme on l’écrit en Python, avec Keras :
//
// ```python
// Conv2D(filters=32, kernel_size=(3, 3), strides=(1, 1), padding='same',
//        activation='relu', input_shape=(28, 28, 1))
// ```
//
// Et la même dans tfjs : les noms perdent leurs tirets bas, le reste ne change pas.
//
// | Keras | tfjs | ce que c’est |
// |---|---|---|
// | `filters=32` | `filters: 32` | $K$, le nombre de filtres |
// | `kernel_size=(3, 3)` | `kernelSize: 3` | $F$, hauteur et largeur d’un filtre |
// | `strides=(1, 1)` | `strides: 1` | $S$, vers le bas puis vers la droite |
// | `padding='same'` | `padding: 'same'` | `'same'` ou `'valid'`, le choix par défaut |
// | `activation='relu'` | `activation: 'relu'` | appliquée à chaque nombre de la sortie (leçon 1.4) |
// | `input_shape=(28, 28, 1)` | `inputShape: [28, 28, 1]` | seulement pour la première couche |
//
// **Prédire.** Quelle forme a la sortie ? L’activation change les valeurs, jamais la forme.
// %% id=zn8p9zpo role=free items=57
const predictKerasShape: number[] | null = null; // ← [hauteur, largeur, canaux]
// %% id=7odn3edy items=57
const twin = tf.layers.conv2d({
  filters: 32, kernelSize: [3, 3], strides: [1, 1], padding: 'same',
  activation: 'relu', inputShape: [28, 28, 1],
});
const model = tf.sequential({ layers: [twin] });
const [batch, ...outputShape] = twin.outputShape as [null, number, number, number];
// %% id=h4lviyg1 items=57 tags=replie
checkPrediction(predictKerasShape, outputShape, `Au pas de 1, 'same' garde 28 × 28, et 32 filtres
donnent 32 cartes. Erreur fréquente : [28, 28, 1], en gardant le nombre de canaux de l’entrée.`);
// %% [markdown] id=j9vbaq5n items=57
// **Prédire.** Et combien de paramètres ?
// %% id=6gwm4q2y role=free items=57
const predictKerasParams: number | null = null; // ← votre réponse
// %% id=db9q2vhq items=57 tags=replie
checkPrediction(predictKerasParams, model.countParams(), `32 × (3 × 3 × 1 + 1) : l’image n’a qu’un
canal. Erreur fréquente : 288, sans les biais. La taille de l’image n’intervient pas.`);
// %% id=ghgp4wem items=57
// le premier nombre est celui des images, qu’on ne connaît pas d’avance
console.log('forme de sortie              :', twin.outputShape);
console.log('paramètres                   :', model.countParams(), '= 32 ×', 3 * 3 * 1 + 1);
const asymmetric = tf.layers.conv2d({
  filters: 32, kernelSize: 3, strides: [2, 1], inputShape: [28, 28, 1], // aucun zéro, par défaut
});
tf.sequential({ layers: [asymmetric] });
console.log('strides: [2, 1] donne        :', asymmetric.outputShape);
filterVolumes([28, 28, 1], 3, 32);
// %% [markdown] id=cyf97vbz items=57,58
// > ⚠ **Erratum du support.** L’appel du support est juste ; deux de ses commentaires prêtent à confusion.
// > `'valid' #pas de padding` est écrit à l’intérieur d’un commentaire : la ligne demande bien `'same'`, et
// > `'valid'` n’y est que l’autre choix possible. Et les pas y sont notés `(sx, sy)`, alors que Keras et tfjs
// > lisent la hauteur d’abord, donc `(sy, sx)` : la cellule précédente le montre, `[2, 1]` a divisé les lignes.
// %% [markdown] id=kertwxnb items=46,55
// ## 8. La taille, vérifiée avant d’exécuter
//
// Une taille se calcule sans regarder un seul pixel ; un compilateur peut donc le faire. Dans la bibliothèque
// du cours, `OutputSize<N, F, S, P>` est la même formule, mais écrite comme un **type** : TypeScript la calcule
// pendant que vous tapez.
// %% id=k6334vyh items=46,55
type Conv1 = OutputSize<227, 11, 4>; // N = 227, F = 11, S = 4
const conv1: Conv1 = 55; // la seule valeur que ce type accepte
const kept32: OutputSize<32, 5, 1, 2> = 32;
const halved: OutputSize<28, 3, 2, 'same'> = 14;

// @ts-expect-error : le compilateur refuse 54, et nous lui disons que nous nous y attendons
const refused: Conv1 = 54;

console.log('types    :', conv1, kept32, halved);
const computed = [outputSize(227, 11, 4), outputSize(32, 5, 1, 2), outputSize(28, 3, 2, 'same')];
console.log('fonction :', ...computed);
// %% [markdown] id=oy6agrix items=46,55
// Effacez la ligne qui commence par `// @ts-expect-error` et relancez : la cellule ne s’exécute plus du tout,
// et TypeScript dit `Type '54' is not assignable to type '55'`. Remettez-la ensuite. Et si le filtre ne
// tient pas, comme dans `const trop: OutputSize<5, 7> = 3`, le refus est en français :
//
// ```text
// Impossible de calculer la taille de sortie : le filtre a une taille de 7 mais l'entrée, remplissage
// compris, a une taille de 5 ; utilisez padding: 'same' ou un filtre de taille 5 au plus.
// ```
//
// Les volumes de la bibliothèque portent leur forme de la même façon. Ci-dessous, TypeScript connaît la forme
// de la sortie sans rien exécuter. Retirez le remplissage : il proteste que `Volume<28, 28, 10>` n’est pas
// `Volume<32, 32, 10>`.
// %% id=u63295wr items=62,63
const [rgb, bank] = [Volume.zeros([32, 32, 3]), Volume.zeros([5, 5, 3, 10])];
const verified: Volume<32, 32, 10> = conv2d(rgb, bank, { padding: 'same' });
console.log('la forme que le compilateur a calculée :', verified.shape);
// %% [markdown] id=zb2szuz1 items=62
// Un filtre qui n’a pas la profondeur de l’image ne passe pas non plus. Écrivez, dans une cellule à vous :
//
// ```ts
// conv2d(Volume.zeros([32, 32, 3]), Volume.zeros([5, 5, 1, 10]));
// ```
//
// La cellule est refusée avant de s’exécuter, avec ces mots au bout du message : « l’image a 3 canaux mais le
// noyau en attend 1 ».
//
// **Prédire.** Pour finir, un cas célèbre. La première couche d’AlexNet (leçon 1.8) a des filtres 11 × 11 et un
// pas de 4. Avec une image de 227, elle rend 55. Et avec une image de 224 ?
// %% id=18qk14qr role=free items=50
const predictAlexNet: number | null = null; // ← votre réponse
// %% id=ap7s6uns items=50 tags=replie
checkPrediction(predictAlexNet, outputSize(224, 11, 4), `(224 − 11) / 4 = 53,25, donc 53 + 1. Erreur
fréquente : 55, qu’on lit partout ; il demande 227, ou bien 224 avec deux zéros de chaque côté.`);
// %% id=epfts6wq items=50,55
console.log('227         :', (227 - 11) / 4 + 1, '→', outputSize(227, 11, 4));
console.log('224         :', (224 - 11) / 4 + 1, '→', outputSize(224, 11, 4));
console.log('224, P = 2  :', (224 - 11 + 4) / 4 + 1, '→', outputSize(224, 11, 4, 2));
// %% [markdown] id=uk0btpw8
// ## À retenir
//
// - La taille de sortie se compte, axe par axe, sans regarder les pixels :
//   $O = \left\lfloor \dfrac{N - F + 2P}{S} \right\rfloor + 1$.
// - On arrondit **vers le bas** : la fenêtre qui dépasse n’existe pas, et ce qui reste à droite et en bas n’est pas vu.
// - Un pas de $S$ divise chaque côté par $S$, à peu près, et le travail par $S^2$.
// - $P = (F - 1)/2$ garde la taille, si $F$ est **impair** et le pas vaut **1**.
// - `'valid'` : aucun zéro. `'same'` : $O = \lceil N/S \rceil$, la même taille que l’entrée **seulement au pas
//   de 1** ; un zéro impair va à la fin.
// - Les zéros ne sont pas neutres : ils dessinent un faux bord.
// - $K$ filtres rendent $K$ cartes. Un filtre a toujours la profondeur de son entrée :
//   $K \times (F \times F \times C + 1)$ paramètres, quelle que soit la taille de l’image.
//
// ### Petit glossaire
//
// | Terme | En anglais | En une ligne |
// |---|---|---|
// | remplissage | *padding* | les zéros ajoutés autour de l’entrée |
// | profondeur d’une couche | *depth* | son nombre de filtres, donc de cartes en sortie |
// | taille de sortie | *output size* | le nombre de places du filtre le long d’un axe |
// | partie entière | *floor* | l’arrondi vers le bas, noté ⌊ ⌋ |
// | partie entière supérieure | *ceiling* | l’arrondi vers le haut, noté ⌈ ⌉ |
//
// ### Notations
//
// | Notation | Sens |
// |---|---|
// | $N$ | nombre de cases de l’entrée le long d’un axe |
// | $F$ | nombre de cases du filtre le long de cet axe |
// | $S$ | pas |
// | $P$ | zéros ajoutés de chaque côté |
// | $O$ | nombre de cases de la sortie |
// | $K$ | nombre de filtres |
// | $C$ | nombre de canaux de l’entrée |
// | $\lfloor x \rfloor$, $\lceil x \rceil$ | arrondi de $x$ vers le bas, vers le haut |
//
// ### À vous de jouer
//
// Programmez ces calculs dans les [exercices 1.3](../exercices/1.3-taille-de-sortie.ipynb) (en bonus, votre
// `OutputSize`). Et ici :
//
// 1. La première couche de ResNet (leçon 1.10) a $F = 7$, $S = 2$, $P = 3$ et reçoit une image de 224. Calculez
//    $O$ à la main, puis vérifiez avec `outputSize`.
// 2. Trouvez deux réglages qui font passer de 28 cases à 14, l’un avec $F = 2$, l’autre avec $F = 3$.
// 3. La cellule suivante dessine un petit réseau. Une de ses formes est fausse ; le compilateur et
//    `outputSize` peuvent vous aider à la trouver. Corrigez-la.
// %% id=tch728p4 role=free
volumes([
  { name: 'image', shape: [28, 28, 1] },
  { name: 'cartes', shape: [24, 24, 6], via: '6 filtres 5×5, valid' },
  { name: 'cartes', shape: [11, 11, 16], via: '16 filtres 3×3, pas 2, same' },
]);
// %% [markdown] id=55zjzsda
// <details><summary>Réponses</summary>
//
// 1. ⌊(224 − 7 + 6) / 2⌋ + 1 = ⌊111,5⌋ + 1 = 112.
// 2. $F = 2$, $S = 2$, $P = 0$ : (28 − 2) / 2 + 1 = 14. Et $F = 3$, $S = 2$, $P = 1$ : ⌊27 / 2⌋ + 1 = 14.
// 3. La troisième : `'same'` au pas de 2 rend ⌈24 / 2⌉ = 12, donc 12 × 12 × 16. (11 serait la taille avec
//    `'valid'`.)
//
// </details>
