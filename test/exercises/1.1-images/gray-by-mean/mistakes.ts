/** Mistakes that students make in grayByMean, known by what they give. */
import type { Mistake } from '../../mistake';
import { grid, mean, transpose, wrongGray, wrongPixel } from '../parts';
import type { GrayByMean } from '../types';

export const mistakes: Mistake<GrayByMean>[] = [
  {
    name: 'l’opacité est comptée dans la moyenne',
    hint: 'Le quatrième nombre d’un pixel n’est pas une couleur : la moyenne en prend trois.',
    answer: wrongPixel((red, green, blue, alpha) => (red + green + blue + alpha) / 4),
  },
  {
    name: 'la somme de trois couleurs est divisée par 4',
    hint: 'La moyenne de trois nombres est leur somme divisée par 3.',
    answer: wrongPixel((red, green, blue) => (red + green + blue) / 4),
  },
  {
    name: 'la somme n’est pas divisée',
    hint: 'Attention aux parenthèses et au diviseur : un gris reste entre 0 et 255.',
    answer: wrongPixel((red, green, blue) => red + green + blue),
  },
  {
    name: 'seul le bleu est divisé par 3',
    hint: 'La division passe avant l’addition : il manque des parenthèses.',
    answer: wrongPixel((red, green, blue) => red + green + blue / 3),
  },
  {
    name: 'le gris est arrondi à l’entier le plus proche',
    hint: 'L’énoncé garde les décimales.',
    answer: wrongPixel((red, green, blue) => Math.round((red + green + blue) / 3)),
  },
  {
    name: 'les décimales du gris sont coupées',
    hint: 'L’énoncé garde les décimales ; et un Uint8Array les perd, rangez les gris dans un tableau ordinaire.',
    answer: wrongPixel((red, green, blue) => Math.floor((red + green + blue) / 3)),
  },
  {
    name: 'c’est la luma BT.709 de Jimp, et non la moyenne',
    hint: 'Ici les trois canaux ont le même poids, un tiers.',
    answer: wrongPixel((red, green, blue) =>
      Math.floor(0.2126 * red + 0.7152 * green + 0.0722 * blue),
    ),
  },
  {
    name: 'c’est la luma BT.601, et non la moyenne',
    hint: 'Ici les trois canaux ont le même poids, un tiers.',
    answer: wrongPixel((red, green, blue) => 0.299 * red + 0.587 * green + 0.114 * blue),
  },
  {
    name: 'la liste est lue trois nombres par trois',
    hint: 'Chaque pixel occupe quatre nombres, opacité comprise : le suivant commence quatre places plus loin.',
    answer: wrongGray((pixels, width, height) =>
      grid(height, width, (y, x) => mean(pixels, (y * width + x) * 3)),
    ),
  },
  {
    name: 'la place d’un pixel est calculée avec la hauteur',
    hint: 'Une ligne compte width pixels : c’est width qu’il faut sauter pour passer à la ligne suivante.',
    answer: wrongGray((pixels, width, height) =>
      grid(height, width, (y, x) => mean(pixels, (y * height + x) * 4)),
    ),
  },
  {
    name: 'l’image est lue colonne par colonne',
    hint: 'Dans la liste, les pixels se suivent de gauche à droite, puis ligne par ligne.',
    answer: wrongGray((pixels, width, height) =>
      grid(height, width, (y, x) => mean(pixels, (x * height + y) * 4)),
    ),
  },
  {
    name: 'l’image est rendue couchée (lignes et colonnes échangées)',
    hint: 'La matrice se lit gray[ligne][colonne] : height lignes de width valeurs.',
    answer: wrongGray((pixels, width, height) =>
      transpose(grid(height, width, (y, x) => mean(pixels, (y * width + x) * 4))),
    ),
  },
  {
    name: 'hauteur et largeur sont échangées',
    hint: 'La matrice a height lignes de width valeurs, et l’ordre des arguments est width, puis height.',
    answer: wrongGray((pixels, width, height) =>
      grid(width, height, (y, x) => mean(pixels, (y * height + x) * 4)),
    ),
  },
  {
    name: 'les arguments ne sont pas vérifiés',
    hint: 'Commencez la fonction par des if qui lèvent une erreur (throw), comme le dit l’énoncé.',
    answer: (pixels, width, height) =>
      grid(height, width, (y, x) => mean(pixels, (y * width + x) * 4)),
  },
];
