// ---
// title: Les images
// exercises:
//   - id: grayByMean
//     title: Gris par moyenne
//     points: 2
//     functions: [grayByMean]
//     imports: []
//   - id: binarize
//     title: Noir et blanc
//     points: 2
//     functions: [binarize]
//     imports: []
// ---
// %% [markdown] id=c0de1101
// # Exercices 1.1 : les images
//
// Vous allez passer une image en niveaux de gris, puis en noir et blanc, en partant de la longue liste de
// nombres que donne un lecteur d’images. Deux exercices, **4 points** :
//
// | Exercice | Fonction à écrire | Points |
// |---|---|---|
// | 1. Gris par moyenne | `grayByMean` | 2 |
// | 2. Noir et blanc | `binarize` | 2 |
//
// Chaque exercice tient en trois cellules : l’énoncé, la cellule où vous écrivez votre réponse, et
// une cellule `check` qui essaie votre fonction sur les **cas publics** et montre aussitôt le
// résultat. La note tient aussi compte de cas que vous ne voyez pas : d’autres nombres, des images
// plus larges que hautes ou plus hautes que larges. Une fonction juste les passe tous.
//
// Les règles, pour les deux exercices :
//
// - gardez le nom et la signature de la fonction ;
// - n’importez rien : des boucles et des tableaux suffisent ;
// - ne modifiez pas les tableaux reçus : la fonction en construit un nouveau ;
// - refusez les arguments de la liste « Erreurs » de l’énoncé par `throw` ; le reste est garanti : les
//   tableaux ne contiennent que des nombres, et les lignes d’une matrice ont toutes la même longueur ;
// - ajoutez autant de cellules que vous voulez pour essayer ;
// - si vous êtes bloqué, `await hint('grayByMean')` donne un premier indice, puis un deuxième, puis un troisième :
//   personne ne les compte ;
// - `await progress()` montre où vous en êtes, leçon par leçon ;
// - pour recommencer un exercice, remplacez votre réponse par `await reset('grayByMean')` et exécutez la cellule : elle
//   reprend son texte de départ, et l’ancienne réponse est gardée à côté du carnet.
//
// La leçon : [1.1 Les images](../lecons/1.1-images.ipynb), parties 3 à 5.
// %% id=c0de1102 role=given
import { check, hint, progress, reset } from '@convolab/lib/check';
// %% [markdown] id=c0de1103
// ## Échauffement : retrouver un pixel dans la liste
//
// Voici une image de 3 pixels de large et 2 de haut, telle que Jimp la donne : une liste de
// 3 × 2 × 4 = 24 nombres. Pour chaque pixel, rouge, vert, bleu, puis l’opacité ; les pixels se suivent de
// gauche à droite, ligne par ligne. Avant d’exécuter les deux cellules qui suivent, répondez de tête :
//
// 1. À quelle place de la liste commence le pixel de la ligne 0, colonne 2 ?
// 2. Et celui de la ligne 1, colonne 0 ?
// 3. Quel est son gris, par la moyenne ?
//
// Changez ensuite `row` et `col` pour vérifier vos réponses.
// %% id=c0de1104 role=given
const photo = [
  30, 60, 90, 255, 255, 0, 0, 255, 10, 10, 11, 255, 0, 0, 0, 255, 9, 18, 0, 128, 255, 255, 255, 0,
];
// %% id=c0de1105 role=free
const row = 0;
const col = 2;
const first = (row * 3 + col) * 4;
console.log('place :', first, '; rouge, vert, bleu :', photo.slice(first, first + 3));
// %% [markdown] id=c0de1106
// Le pixel (ligne 0, colonne 2) commence à la place 8 : deux pixels de quatre nombres le précèdent. Celui de
// la ligne 1, colonne 0, commence à la place 12 : une ligne entière, 3 pixels, le précède. Il est noir : son
// gris est 0.
// %% [markdown] id=c0de1107
// ## Exercice 1 : gris par moyenne (2 points)
//
// Écrivez `grayByMean(pixels, width, height)` :
//
// - `pixels` : la liste des nombres de l’image, **quatre par pixel** (rouge, vert, bleu, opacité), ligne
//   par ligne ; c’est un `Uint8Array`, comme en donne Jimp, ou un tableau ordinaire ;
// - `width` : $N_x$, le nombre de colonnes ;
// - `height` : $N_y$, le nombre de lignes.
//
// La fonction rend une matrice de $N_y$ lignes et $N_x$ colonnes, lue `gray[ligne][colonne]`. Chaque valeur
// est la **moyenne du rouge, du vert et du bleu** d’un pixel :
//
// $$\text{gray}_{y,x} = \frac{R_{y,x} + V_{y,x} + B_{y,x}}{3}$$
//
// L’opacité ne compte pas, quelle que soit sa valeur. Les décimales sont **gardées** : rien n’est arrondi.
//
// **Exemple.** Une image de 3 colonnes et 2 lignes, celle de l’échauffement :
//
// | Ligne, colonne | Nombres | Calcul | Gris |
// |---|---|---|---|
// | 0, 0 | 30 60 90 255 | (30 + 60 + 90) / 3 | 60 |
// | 0, 1 | 255 0 0 255 | (255 + 0 + 0) / 3 | 85 |
// | 0, 2 | 10 10 11 255 | (10 + 10 + 11) / 3 | 10,333… |
// | 1, 0 | 0 0 0 255 | 0 / 3 | 0 |
// | 1, 1 | 9 18 0 128 | (9 + 18 + 0) / 3 | 9 |
// | 1, 2 | 255 255 255 0 | 765 / 3 | 255 |
//
// `grayByMean(photo, 3, 2)` rend `[[60, 85, 10.333…], [0, 9, 255]]` : deux lignes de trois valeurs.
//
// **Erreurs.** La fonction lève une erreur, de n’importe quel type, par exemple
// `throw new RangeError('taille invalide')`, si :
//
// - `width` ou `height` n’est pas un entier supérieur ou égal à 1 ;
// - `pixels` n’a pas exactement 4 × `width` × `height` nombres.
// %% id=c0de1108 role=answer exercise=grayByMean
function grayByMean(pixels: Uint8Array | number[], width: number, height: number): number[][] {
  // BEGIN SOLUTION
  // 1. Vérifier à la porte.
  for (const size of [width, height]) {
    if (!Number.isInteger(size) || size < 1) {
      throw new RangeError(`grayByMean : une taille vaut ${size}, il faut un entier d'au moins 1.`);
    }
  }
  if (pixels.length !== 4 * width * height) {
    throw new RangeError(
      `grayByMean : ${pixels.length} nombres pour ${width} × ${height} pixels, il en faut ${4 * width * height}.`,
    );
  }

  // 2. Parcourir l'image ligne par ligne ; à chaque pixel, trouver sa place et faire la moyenne.
  const gray: number[][] = [];
  for (let y = 0; y < height; y++) {
    const grayLine: number[] = [];
    for (let x = 0; x < width; x++) {
      const start = (y * width + x) * 4;
      grayLine.push((pixels[start] + pixels[start + 1] + pixels[start + 2]) / 3);
    }
    gray.push(grayLine);
  }
  return gray;
  // END SOLUTION
}
// %% id=c0de1109 role=check exercise=grayByMean
await check('grayByMean', grayByMean);
// %% [markdown] id=c0de110a
// **À regarder.** Le rouge pur (255, 0, 0) donne 85, comme le feraient le vert pur et le bleu pur : la moyenne
// traite les trois canaux de la même façon. Pour essayer vos propres pixels, retirez les `//` ci-dessous.
// %% id=c0de110b role=free
// grayByMean([0, 255, 0, 255, 0, 0, 255, 255], 2, 1)
// %% [markdown] id=c0de110c
// ## Exercice 2 : noir et blanc (2 points)
//
// Écrivez `binarize(m, threshold)` :
//
// - `m` : une image en niveaux de gris, lue `m[ligne][colonne]`, dont les valeurs vont de 0 à 255,
//   décimales comprises ;
// - `threshold` : le seuil.
//
// La fonction rend une nouvelle matrice de la même taille, qui ne contient que **0** (noir) et **255**
// (blanc) : une valeur **supérieure ou égale** au seuil devient 255, les autres deviennent 0. Une valeur égale
// au seuil est donc blanche.
//
// **Exemple.** Avec le seuil 128 :
//
// ```
// m = 127 128 129      résultat =   0 255 255
//       0 200  64                   0 255   0
// ```
//
// - `binarize([[127, 128, 129], [0, 200, 64]], 128)` rend `[[0, 255, 255], [0, 255, 0]]` ;
// - `binarize([[127.4, 127.6]], 127.5)` rend `[[0, 255]]` : le seuil peut avoir des décimales.
//
// **Erreurs.** La fonction lève une erreur si `threshold` n’est pas un nombre de 0 à 255, bornes comprises.
// `NaN` n’en est pas un, et il faut y penser : `NaN < 0` et `NaN > 255` sont faux tous les deux.
// %% id=c0de110d role=answer exercise=binarize
function binarize(m: number[][], threshold: number): number[][] {
  // BEGIN SOLUTION
  // 1. Vérifier à la porte ; écrit ainsi, le test refuse aussi NaN.
  if (!(threshold >= 0 && threshold <= 255)) {
    throw new RangeError(`binarize : le seuil vaut ${threshold}, il faut un nombre de 0 à 255.`);
  }

  // 2. Comparer chaque valeur au seuil.
  return m.map((line) => line.map((value) => (value >= threshold ? 255 : 0)));
  // END SOLUTION
}
// %% id=c0de110e role=check exercise=binarize
await check('binarize', binarize);
// %% [markdown] id=c0de110f
// **À regarder.** Avec le seuil 0, toute l’image est blanche ; avec 255, seul le blanc pur le reste. Plus le
// seuil monte, plus l’image noircit. Enchaînez vos deux fonctions sur l’image de l’échauffement :
// %% id=c0de1110 role=free
// binarize(grayByMean(photo, 3, 2), 60)
