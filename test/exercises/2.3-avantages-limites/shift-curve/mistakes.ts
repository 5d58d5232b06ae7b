/** Mistakes that students make in measuring invariance, known by what they give. */
import type { Mistake } from '../../mistake';
import {
  curveWith,
  gapWith,
  occlusionWith,
  rightShift,
  rightSource,
  shiftBy,
  wrapped,
  type Border,
  type Image,
} from './parts';

export const mistakes: Mistake[] = [
  {
    name: 'l’image part dans l’autre sens',
    hint: 'Vers la droite, la colonne x reçoit ce qui était en x − d.',
    answer: { shift: shiftBy((image, y, x, d, border) => rightSource(image, y, x, -d, border)) },
  },
  {
    name: 'les lignes sont décalées, et non les colonnes',
    hint: '`image[ligne][colonne]` : on décale à l’intérieur de chaque ligne.',
    answer: {
      shift: shiftBy((image, y, x, d, border) => {
        const from = border === 'wrap' ? wrapped(y - d, image.length) : y - d;
        return image[from]?.[x];
      }),
    },
  },
  {
    name: 'ce qui sort d’un côté rentre toujours de l’autre',
    hint: "Par défaut, ce sont des zéros qui entrent ; le tour n’est que pour `'wrap'`.",
    answer: { shift: shiftBy((image, y, x, d) => rightSource(image, y, x, d, 'wrap')) },
  },
  {
    name: 'ce sont toujours des zéros qui entrent',
    hint: "Avec `'wrap'`, la colonne qui sort d’un côté rentre de l’autre.",
    answer: { shift: shiftBy((image, y, x, d) => rightSource(image, y, x, d, 'zero')) },
  },
  {
    name: 'le reste d’une division est négatif, et le tour se perd vers la droite',
    hint: 'En JavaScript, −1 % 3 vaut −1 : ajoutez la largeur, puis reprenez le reste.',
    answer: {
      shift: shiftBy((image, y, x, d, border) =>
        border === 'wrap' ? image[y]![(x - d) % image[y]!.length] : image[y]![x - d],
      ),
    },
  },
  {
    name: 'les colonnes qui se vident disparaissent : l’image rétrécit',
    hint: 'L’image décalée a la taille de l’autre : comptez ses colonnes.',
    answer: {
      shift: (image: Image, d: number, border: Border = 'zero') =>
        rightShift(image, d, border).map((row) =>
          border === 'wrap' ? row : row.slice(Math.max(0, d), row.length + Math.min(0, d)),
        ),
    },
  },
  {
    name: 'd n’est pas vérifié',
    hint: 'Commencez shift par un if qui lève une erreur (throw) quand d n’est pas un entier.',
    answer: {
      shift: (image: Image, d: number, border: Border = 'zero') =>
        rightShift(image, Math.trunc(d), border),
    },
  },
  {
    name: 'la courbe ne va que vers la droite',
    hint: 'La liste commence à d = −most.',
    answer: {
      shiftCurve: curveWith({ places: (most) => Array.from({ length: most + 1 }, (_, d) => d) }),
    },
  },
  {
    name: 'la courbe s’arrête avant most',
    hint: 'Les deux bouts comptent : −most et most, donc 2 × most + 1 mesures.',
    answer: {
      shiftCurve: curveWith({
        places: (most) => Array.from({ length: 2 * most }, (_, i) => i - most),
      }),
    },
  },
  {
    name: 'les images font le tour',
    hint: 'Sur les photos que l’on mesure, rien ne revient de l’autre côté : décalez avec des zéros.',
    answer: { shiftCurve: curveWith({ border: 'wrap' }) },
  },
  {
    name: 'les étiquettes sont décalées avec les images',
    hint: 'Une image décalée montre la même chose : son étiquette est toujours `labels[i]`.',
    answer: {
      shiftCurve: curveWith({ labelOf: (labels, i, d) => labels[wrapped(i - d, labels.length)] }),
    },
  },
  {
    name: 'c’est la proportion d’erreurs',
    hint: 'L’exactitude compte les bonnes réponses.',
    answer: { shiftCurve: curveWith({ accuracy: (right, count) => 1 - right / count }) },
  },
  {
    name: 'les bonnes réponses sont comptées, mais pas divisées',
    hint: 'Une proportion va de 0 à 1 : divisez par le nombre d’images.',
    answer: { shiftCurve: curveWith({ accuracy: (right) => right }) },
  },
  {
    name: 'c’est un pourcentage',
    hint: 'Une proportion va de 0 à 1, et non de 0 à 100.',
    answer: { shiftCurve: curveWith({ accuracy: (right, count) => (100 * right) / count }) },
  },
  {
    name: 'les images et les étiquettes ne sont pas vérifiées',
    hint: 'Commencez shiftCurve par un if qui lève une erreur (throw) sans image, ou sans autant d’étiquettes.',
    answer: { shiftCurve: curveWith({ checks: () => undefined }) },
  },
  {
    name: 'c’est l’invariance que l’on mesure : le second chemin n’est pas décalé',
    hint: 'Équivariante : la carte se décale **comme** l’image. Décalez aussi `operation(image)`.',
    answer: { equivarianceGap: gapWith({ after: (map) => map }) },
  },
  {
    name: 'la carte est décalée dans l’autre sens',
    hint: 'Les deux décalages sont de d, dans le même sens.',
    answer: {
      equivarianceGap: gapWith({ after: (map, d, border) => rightShift(map, -d, border) }),
    },
  },
  {
    name: 'la carte est décalée avec des zéros, quel que soit border',
    hint: 'Donnez `border` aux deux décalages.',
    answer: { equivarianceGap: gapWith({ after: (map, d) => rightShift(map, d, 'zero') }) },
  },
  {
    name: 'border n’est donné à aucun des deux décalages',
    hint: 'Donnez `border` aux deux décalages.',
    answer: {
      equivarianceGap: gapWith({
        before: (image, d) => rightShift(image, d),
        after: (map, d) => rightShift(map, d),
      }),
    },
  },
  {
    name: 'le signe des écarts n’est pas retiré',
    hint: 'Un écart compte autant dans un sens que dans l’autre : prenez sa valeur absolue.',
    answer: { equivarianceGap: gapWith({ gap: (a, b) => b - a }) },
  },
  {
    name: 'les écarts sont additionnés',
    hint: 'On demande le plus grand écart, et non leur somme.',
    answer: {
      equivarianceGap: gapWith({ gathered: (gaps) => gaps.reduce((sum, gap) => sum + gap, 0) }),
    },
  },
  {
    name: 'la taille de la carte n’est pas vérifiée',
    hint: 'Après `operation(image)`, comparez les nombres de lignes et de colonnes, et levez une erreur (throw).',
    answer: { equivarianceGap: gapWith({ checks: false, gathered: () => 0 }) },
  },
  {
    name: 'le signe de la baisse est inversé',
    hint: 'Si le score passe de 5 à 3, il baisse de 2 : retranchez le score caché du score entier.',
    answer: { occlusion: occlusionWith({ fall: (whole, covered) => covered - whole }) },
  },
  {
    name: 'c’est le score qui reste, et non la baisse',
    hint: 'De combien le score baisse-t-il ? Retranchez-le du score de l’image entière.',
    answer: { occlusion: occlusionWith({ fall: (_, covered) => covered }) },
  },
  {
    name: 'la fenêtre saute de son côté, au lieu d’avancer d’un pixel',
    hint: 'La fenêtre avance d’un pixel à la fois : deux places voisines se recouvrent.',
    answer: {
      occlusion: occlusionWith({
        count: (side, window) => Math.floor(side / window),
        step: (window) => window,
      }),
    },
  },
  {
    name: 'la dernière place manque',
    hint: 'Une fenêtre de côté w a N − w + 1 places le long de N pixels.',
    answer: { occlusion: occlusionWith({ count: (side, window) => side - window }) },
  },
  {
    name: 'la fenêtre dépasse du bord',
    hint: 'Gardez les seules places où la fenêtre tient en entier : N − w + 1 le long de N pixels.',
    answer: { occlusion: occlusionWith({ count: (side) => side }) },
  },
  {
    name: 'fill n’est pas employé : les pixels cachés sont toujours noirs',
    hint: 'La valeur par défaut s’écrit dans la signature ; dans le corps, employez fill.',
    answer: { occlusion: occlusionWith({ fill: () => 0 }) },
  },
  {
    name: 'tout est caché, sauf la fenêtre',
    hint: 'Ce sont les pixels de la fenêtre qui deviennent fill ; les autres ne changent pas.',
    answer: {
      occlusion: occlusionWith({
        inside: (y, x, top, left, window) =>
          y < top || y >= top + window || x < left || x >= left + window,
      }),
    },
  },
  {
    name: 'la fenêtre n’est pas vérifiée',
    hint: 'Commencez occlusion par un if qui lève une erreur (throw) quand la fenêtre ne tient pas dans l’image.',
    answer: {
      occlusion: occlusionWith({
        checks: () => undefined,
        count: (side, window) => Math.max(0, Math.floor(side - window + 1)),
      }),
    },
  },
];
