/** Mistakes that students make in filterBank, known by what they give. */
import type { Mistake } from '../../mistake';
import {
  addMaps,
  channel,
  channelsOf,
  filterMap,
  filtersOf,
  flip,
  refuseBank,
  shift,
  slice,
  slide2d,
  stack,
  times,
  transpose,
} from '../parts';
import type { Filters, FilterBank, Image, Matrix, Vector } from '../types';

/** A wrong filterBank that refuses what must be refused: `bank` is all there is to read. */
const wrong =
  (bank: FilterBank): FilterBank =>
  (x, w, b) => {
    refuseBank(x, w, b);
    return bank(x, w, b);
  };

/** A wrong filterBank in the map of each filter alone. */
const wrongMap = (map: (x: Image, w: Filters, f: number, bias: number) => Matrix): FilterBank =>
  wrong((x, w, b) => stack(times(filtersOf(w), (f) => map(x, w, f, b[f]!))));

/** The channels' partial maps for filter f, each kernel turned as told. */
const partialMaps = (x: Image, w: Filters, f: number, turn = (k: Matrix) => k): Matrix[] =>
  times(channelsOf(x), (c) => slide2d(channel(x, c), turn(slice(w, c, f))));

const largest = (a: Matrix, b: Matrix): Matrix =>
  a.map((line, row) => line.map((value, col) => Math.max(value, b[row]![col]!)));

const right: FilterBank = (x, w, b) =>
  stack(times(filtersOf(w), (f) => shift(filterMap(x, w, f), b[f]!)));

/** Weights as if they lay [row][col][filter][channel] in memory. */
function swapped(w: Filters, channels: number, filters: number): Filters {
  return w.map((line) =>
    line.map((weights) => {
      const flat: Vector = weights.flat();
      return times(channels, (c) => times(filters, (f) => flat[f * channels + c]!));
    }),
  );
}

export const mistakes: Mistake<FilterBank>[] = [
  {
    name: 'on garde le plus grand des canaux au lieu de leur somme',
    hint: 'Les contributions des canaux s’ajoutent.',
    answer: wrongMap((x, w, f, bias) => shift(partialMaps(x, w, f).reduce(largest), bias)),
  },
  {
    name: 'on prend la moyenne des canaux au lieu de leur somme',
    hint: 'Les contributions des canaux s’ajoutent, sans division.',
    answer: wrongMap((x, w, f, bias) =>
      filterMap(x, w, f).map((line) => line.map((value) => value / channelsOf(x) + bias)),
    ),
  },
  {
    name: 'seul le premier canal est lu',
    hint: 'Il faut une troisième boucle, sur les canaux.',
    answer: wrongMap((x, w, f, bias) => shift(slide2d(channel(x, 0), slice(w, 0, f)), bias)),
  },
  {
    name: 'le biais est ajouté une fois par canal',
    hint: 'Le biais s’ajoute une seule fois par position, une fois la somme des canaux faite.',
    answer: wrongMap((x, w, f, bias) => shift(filterMap(x, w, f), bias * channelsOf(x))),
  },
  {
    name: 'le biais est ajouté à chaque produit',
    hint: 'Le biais s’ajoute une seule fois par position, hors des boucles de la fenêtre.',
    answer: wrongMap((x, w, f, bias) =>
      shift(filterMap(x, w, f), bias * w.length * w[0]!.length * channelsOf(x)),
    ),
  },
  {
    name: 'le biais est oublié',
    hint: 'Ajoutez b[f] à chaque valeur de la carte f.',
    answer: wrongMap((x, w, f) => filterMap(x, w, f)),
  },
  {
    name: 'toutes les cartes reçoivent le premier biais',
    hint: 'La carte f reçoit le biais b[f].',
    answer: wrong((x, w, b) =>
      right(
        x,
        w,
        b.map(() => b[0]!),
      ),
    ),
  },
  {
    name: 'les noyaux sont retournés',
    hint: 'Le poids w[0][0] multiplie le pixel en haut à gauche de la fenêtre.',
    answer: wrongMap((x, w, f, bias) => shift(partialMaps(x, w, f, flip).reduce(addMaps), bias)),
  },
  {
    name: 'lignes et colonnes des noyaux sont échangées',
    hint: 'Le poids w[u][v] multiplie le pixel u lignes plus bas et v colonnes plus à droite.',
    answer: wrongMap((x, w, f, bias) =>
      shift(partialMaps(x, w, f, transpose).reduce(addMaps), bias),
    ),
  },
  {
    name: 'seule la carte du premier filtre est rendue',
    hint: 'La sortie a autant de cartes qu’il y a de filtres : y[ligne][colonne][filtre].',
    answer: wrong((x, w, b) => right(x, w, b).map((line) => line.map((maps) => maps.slice(0, 1)))),
  },
  {
    name: 'les cartes sont rendues dans l’ordre [filtre][ligne][colonne]',
    hint: 'La sortie se lit y[ligne][colonne][filtre].',
    answer: wrong((x, w, b) => times(filtersOf(w), (f) => channel(right(x, w, b), f))),
  },
  {
    name: 'canaux et filtres sont échangés dans w',
    hint: 'Les poids se lisent w[ligne][colonne][canal][filtre] : le filtre vient en dernier.',
    answer: wrong((x, w, b) => right(x, swapped(w, channelsOf(x), filtersOf(w)), b)),
  },
  {
    name: 'la dernière ligne et la dernière colonne de fenêtres sont oubliées',
    hint: 'La dernière fenêtre est celle qui se termine exactement au bord de l’image.',
    answer: wrong((x, w, b) =>
      right(x, w, b)
        .slice(0, -1)
        .map((line) => line.slice(0, -1)),
    ),
  },
  {
    name: 'les arguments ne sont pas vérifiés',
    hint: 'Commencez la fonction par des if qui lèvent une erreur (throw), comme le dit l’énoncé.',
    answer: (x, w, b) =>
      times(Math.max(0, x.length - w.length + 1), (row) =>
        times(Math.max(0, x[0]!.length - w[0]!.length + 1), (col) =>
          b.map((bias, f) =>
            w
              .flatMap((line, u) =>
                line.map((weights, v) => [weights, x[row + u]![col + v]!] as const),
              )
              .reduce(
                (sum, [weights, pixel]) =>
                  weights.reduce((inner, perFilter, c) => inner + perFilter[f]! * pixel[c]!, sum),
                bias,
              ),
          ),
        ),
      ),
  },
];
