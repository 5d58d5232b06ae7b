/** Mistakes that students make in conv2d, known by what they give. */
import type { Mistake } from '../../mistake';
import { flip, pad2d, positions, refuse2d, slide2d, times, transpose, window2d } from '../parts';
import type { Conv2d, Matrix } from '../types';

type Slide = (x: Matrix, k: Matrix, stride: [number, number], padding: number) => Matrix;

/** A wrong conv2d that refuses what must be refused: `slide` is all there is to read. */
const wrong =
  (slide: Slide): Conv2d =>
  (x, k, stride = [1, 1], padding = 0) => {
    refuse2d(x, k, stride, padding);
    return slide(x, k, stride, padding);
  };

/** A wrong conv2d that pads as it should. */
const wrongSlide = (slide: (x: Matrix, k: Matrix, sy: number, sx: number) => Matrix): Conv2d =>
  wrong((x, k, [sy, sx], padding) => slide(pad2d(x, padding, padding), k, sy, sx));

/** A response that reads zero outside of the image, as `?? 0` would. */
const loose = (x: Matrix, k: Matrix, top: number, left: number): number =>
  k.reduce(
    (sum, line, u) =>
      line.reduce((inner, weight, v) => inner + weight * (x[top + u]?.[left + v] ?? 0), sum),
    0,
  );

export const mistakes: Mistake<Conv2d>[] = [
  {
    name: 'le noyau est retourné',
    hint: 'Le poids k[0][0] multiplie la valeur en haut à gauche de la fenêtre.',
    answer: wrongSlide((x, k, sy, sx) => slide2d(x, flip(k), sy, sx)),
  },
  {
    name: 'lignes et colonnes du noyau sont échangées',
    hint: 'Le poids k[u][v] multiplie la valeur u lignes plus bas et v colonnes plus à droite.',
    answer: wrongSlide((x, k, sy, sx) => {
      const turned = transpose(k);
      const rows = positions(x.length, k.length, sy);
      const cols = positions(x[0]!.length, k[0]!.length, sx);
      return times(rows, (i) => times(cols, (j) => loose(x, turned, i * sy, j * sx)));
    }),
  },
  {
    name: 'la carte est rendue couchée (lignes et colonnes échangées)',
    hint: 'La carte se lit y[ligne][colonne] : une ligne de la carte par position verticale.',
    answer: wrongSlide((x, k, sy, sx) => transpose(slide2d(x, k, sy, sx))),
  },
  {
    name: 'le nombre de colonnes de la carte est calculé avec la hauteur',
    hint: 'La largeur de la carte vient de la largeur de l’image et de celle du noyau.',
    answer: wrongSlide((x, k, sy, sx) => {
      const rows = positions(x.length, k.length, sy);
      return times(rows, (i) => times(rows, (j) => loose(x, k, i * sy, j * sx)));
    }),
  },
  {
    name: 'le nombre de lignes de la carte est calculé avec la largeur',
    hint: 'La hauteur de la carte vient de la hauteur de l’image et de celle du noyau.',
    answer: wrongSlide((x, k, sy, sx) => {
      const cols = positions(x[0]!.length, k[0]!.length, sx);
      return times(cols, (i) => times(cols, (j) => loose(x, k, i * sy, j * sx)));
    }),
  },
  {
    name: 'le noyau est supposé carré (sa largeur est prise pour sa hauteur)',
    hint: 'Le noyau a k.length lignes et k[0].length colonnes.',
    answer: wrongSlide((x, k, sy, sx) => {
      const size = k[0]!.length;
      const square = times(size, (u) => k[u] ?? times(size, () => 0));
      const rows = positions(x.length, size, sy);
      const cols = positions(x[0]!.length, size, sx);
      return times(rows, (i) => times(cols, (j) => window2d(x, square, i * sy, j * sx)));
    }),
  },
  {
    name: 'le noyau est supposé carré (sa hauteur est prise pour sa largeur)',
    hint: 'Le noyau a k.length lignes et k[0].length colonnes.',
    answer: wrongSlide((x, k, sy, sx) => {
      const size = k.length;
      const square = k.map((line) => times(size, (v) => line[v] ?? 0));
      const rows = positions(x.length, size, sy);
      const cols = positions(x[0]!.length, size, sx);
      return times(rows, (i) => times(cols, (j) => window2d(x, square, i * sy, j * sx)));
    }),
  },
  {
    name: 'le pas est ignoré',
    hint: 'D’une fenêtre à la suivante, on avance de stride[0] lignes ou de stride[1] colonnes.',
    answer: wrongSlide((x, k) => slide2d(x, k)),
  },
  {
    name: 'les deux pas sont échangés',
    hint: 'stride vaut [S_y, S_x] : le premier pas est vertical.',
    answer: wrongSlide((x, k, sy, sx) => slide2d(x, k, sx, sy)),
  },
  {
    name: 'le pas vertical sert dans les deux sens',
    hint: 'Le pas horizontal est stride[1].',
    answer: wrongSlide((x, k, sy) => slide2d(x, k, sy, sy)),
  },
  {
    name: 'le remplissage est ignoré',
    hint: 'Entourez l’image de padding rangées de zéros avant de faire glisser la fenêtre.',
    answer: wrong((x, k, [sy, sx]) => slide2d(x, k, sy, sx)),
  },
  {
    name: 'le remplissage n’est compté qu’une fois, en haut et à gauche',
    hint: 'Il faut padding rangées de zéros sur les quatre côtés, donc aussi en bas et à droite.',
    answer: wrong((x, k, [sy, sx], padding) =>
      slide2d(pad2d(x, padding, padding, false), k, sy, sx),
    ),
  },
  {
    name: 'le remplissage manque au-dessus et au-dessous',
    hint: 'Il faut aussi padding lignes de zéros au-dessus et au-dessous de l’image.',
    answer: wrong((x, k, [sy, sx], padding) => slide2d(pad2d(x, 0, padding), k, sy, sx)),
  },
  {
    name: 'le remplissage manque à gauche et à droite',
    hint: 'Il faut aussi padding colonnes de zéros à gauche et à droite de l’image.',
    answer: wrong((x, k, [sy, sx], padding) => slide2d(pad2d(x, padding, 0), k, sy, sx)),
  },
  {
    name: 'la dernière ligne et la dernière colonne de fenêtres sont oubliées',
    hint: 'La dernière fenêtre est celle qui se termine exactement au bord de l’image remplie.',
    answer: wrongSlide((x, k, sy, sx) => {
      const rows = Math.ceil((x.length - k.length) / sy);
      const cols = Math.ceil((x[0]!.length - k[0]!.length) / sx);
      return times(rows, (i) => times(cols, (j) => window2d(x, k, i * sy, j * sx)));
    }),
  },
  {
    name: 'les fenêtres incomplètes du bas et de la droite sont comptées',
    hint: 'Une fenêtre qui dépasse de l’image remplie ne donne pas de valeur : arrondissez vers le bas.',
    answer: wrongSlide((x, k, sy, sx) => {
      const rows = Math.ceil((x.length - k.length) / sy) + 1;
      const cols = Math.ceil((x[0]!.length - k[0]!.length) / sx) + 1;
      return times(rows, (i) => times(cols, (j) => loose(x, k, i * sy, j * sx)));
    }),
  },
  {
    name: 'les arguments ne sont pas vérifiés',
    hint: 'Commencez la fonction par des if qui lèvent une erreur (throw), comme le dit l’énoncé.',
    answer: (x, k, [sy, sx] = [1, 1], padding = 0) => {
      const padded = pad2d(x, padding, padding);
      const rows = positions(padded.length, k.length, sy);
      const cols = positions(padded[0]!.length, k[0]!.length, sx);
      return times(rows, (i) => times(cols, (j) => loose(padded, k, i * sy, j * sx)));
    },
  },
];
