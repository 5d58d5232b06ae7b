/** A number of the course text that a cell of the lesson must have printed, as text of its output. */
export interface PrintedNumber {
  /** Item of the course map. */
  item: number;
  /** Id of the cell. */
  cell: string;
  /** What its output must contain, to the letter. */
  expected: string;
}

const printed = (item: number, cell: string, ...expected: string[]): PrintedNumber[] =>
  expected.map((text) => ({ item, cell, expected: text }));

const result5x5 = '[ [ 4, 3, 4 ], [ 2, 4, 3 ], [ 2, 3, 4 ] ]';
const colourSum = '[ [ 159, 88, 147 ], [ 54, 83, 13 ], [ 35, 224, 43 ] ]';

/** The nine steps of the 5x5 example: value×weight, row by row, as the course text prints them. */
const steps = [
  '1×1 + 1×0 + 1×1 + 0×0 + 1×1 + 1×0 + 0×1 + 0×0 + 1×1 = 4',
  '1×1 + 1×0 + 0×1 + 1×0 + 1×1 + 1×0 + 0×1 + 1×0 + 1×1 = 3',
  '1×1 + 0×0 + 0×1 + 1×0 + 1×1 + 0×0 + 1×1 + 1×0 + 1×1 = 4',
  '0×1 + 1×0 + 1×1 + 0×0 + 0×1 + 1×0 + 0×1 + 0×0 + 1×1 = 2',
  '1×1 + 1×0 + 1×1 + 0×0 + 1×1 + 1×0 + 0×1 + 1×0 + 1×1 = 4',
  '1×1 + 1×0 + 0×1 + 1×0 + 1×1 + 1×0 + 1×1 + 1×0 + 0×1 = 3',
  '0×1 + 0×0 + 1×1 + 0×0 + 0×1 + 1×0 + 0×1 + 1×0 + 1×1 = 2',
  '0×1 + 1×0 + 1×1 + 0×0 + 1×1 + 1×0 + 1×1 + 1×0 + 0×1 = 3',
  '1×1 + 1×0 + 1×1 + 1×0 + 1×1 + 0×0 + 1×1 + 0×0 + 0×1 = 4',
];

/** Every number that the course text prints for items 15 to 45, and those the course map adds. */
export const numbers: PrintedNumber[] = [
  ...printed(15, '9v0115vt', '= 100696064 paramètres', '= 896 paramètres'),
  ...printed(15, 'f6y6pwjv', 'tfjs compte 896 paramètres ; nous 896'),
  ...printed(16, 'i6ccz83t', 'Conv2D', 'AveragePooling2D', 'Flatten', 'Dense'),
  ...printed(17, 'nxd3a2u4', '(extraction des caractéristiques)', '(classification)'),
  ...printed(18, 'nlngb7lp', 'corrélation : [ [ 9, 8, 7 ], [ 6, 5, 4 ], [ 3, 2, 1 ] ]'),
  ...printed(18, 'nlngb7lp', 'convolution : [ [ 1, 2, 3 ], [ 4, 5, 6 ], [ 7, 8, 9 ] ]'),
  ...printed(18, 'kyt5dhpl', 'tf.conv2d : [ [ 9, 8, 7 ], [ 6, 5, 4 ], [ 3, 2, 1 ] ]'),
  ...printed(18, '789w01fr', 'Réponse\u00a0: 3.'),
  ...printed(18, 'jxoullj7', 'corrélation : 159 ; avec le noyau retourné : 147'),
  ...printed(19, 'nd3w3hao', '[ [ 0, 0, 0 ], [ 0, 0, 0 ], [ 0, 0, 0 ] ]', 'somme des poids : 0'),
  ...printed(19, 'ai34dm4d', '[[−1, −1, −1], [−1, 8, −1], [−1, −1, −1]], somme des poids 0'),
  ...printed(20, 'wdo1qsuf', 'Réponse\u00a0: 200.'),
  ...printed(20, '5ufht0ri', '[[0, −1, 0], [−1, 5, −1], [0, −1, 0]], somme des poids 1'),
  ...printed(20, 'fv8h63m6', 'est-ce sharpen ? true'),
  ...printed(21, 'wktfkafr', 'Carte « filtre 1 » (26 × 26)', 'Carte « filtre 4 » (26 × 26)'),
  ...printed(22, 'a1n0bny3', 'Réponse\u00a0: 5.'),
  ...printed(22, 'pojwfncl', 'lignes 9 à 11, colonnes'),
  ...printed(23, '7f03nzcn', 'Réponse\u00a0: [ 26, 26, 4 ].'),
  ...printed(24, 'ghtp45s6', 'filtre 1 : [[−1, −1, −1], [1, 1, 1], [0, 0, 0]], somme 0'),
  ...printed(25, 'ghtp45s6', 'filtre 2 : [[−1, 1, 0], [−1, 1, 0], [−1, 1, 0]], somme 0'),
  ...printed(26, 'ghtp45s6', 'filtre 3 : [[0, 0, 0], [1, 1, 1], [−1, −1, −1]], somme 0'),
  ...printed(27, 'ghtp45s6', 'filtre 4 : [[0, 1, −1], [0, 1, −1], [0, 1, −1]], somme 0'),
  ...printed(24, '6oxv45qw', 'Réponse\u00a0: [ 2, 4 ].'),
  ...printed(24, 'ee4dakzl', 'sommes des poids : [ 0, 0, 0, 0 ]'),
  ...printed(26, 'ee4dakzl', 'filtre 3 = filtre 1 retourné de haut en bas : true'),
  ...printed(26, 'ee4dakzl', 'carte 3 = opposée de la carte 1, une ligne plus haut : true'),
  ...printed(27, 'ee4dakzl', 'filtre 4 = filtre 2 dans un miroir : true'),
  ...printed(28, '8k7g0c37', 'Réponse\u00a0: [ 0, 0, 0 ].'),
  ...printed(29, '3z75ctp9', 'résultat : [ -2, 2, 1, 2, 1 ]', 'Réponse\u00a0: 5.'),
  ...printed(29, '2yxrvtcg', 'Résultat : [−2, 2, 1, 2, 1]'),
  ...printed(29, 'rj6jhz88', 'conv1d    : [ -2, 2, 1, 2, 1 ]', 'tfjs      : [ -2, 2, 1, 2, 1 ]'),
  ...printed(30, 'fethmb7n', 'Réponse\u00a0: 3.'),
  ...printed(30, '3cd3lpnk', `conv2d : ${result5x5}`, `tfjs   : ${result5x5}`),
  ...steps.flatMap((step, i) => printed(31 + i, 'wosdryec', `étape ${i + 1} : ${step}`)),
  ...steps.flatMap((step, i) => printed(31 + i, 'oik0x39j', `: ${step}`)),
  ...printed(39, 'wosdryec', `résultat : ${result5x5}`),
  ...printed(39, 'oik0x39j', 'Résultat : [[4, 3, 4], [2, 4, 3], [2, 3, 4]]'),
  ...printed(40, 'd4yfta40', 'Réponse\u00a0: 139.', 'ce qui donnerait 99.'),
  ...printed(40, 'r4qnaemh', `tfjs, sans biais    : ${colourSum}`),
  ...printed(40, '2fj5kbmj', '3×3×3 : formule 28, tfjs 28', 'formule 896, tfjs 896'),
  ...printed(40, '2fj5kbmj', '5×5×3 : formule 760, tfjs 760'),
  ...printed(41, '2fnjbzbh', 'Réponse\u00a0: 208.'),
  ...printed(41, 'i1cvod68', 'époque 4 : ', '% de bonnes réponses sur des images jamais montrées'),
  ...printed(41, 'q4iyul9t', 'Époque 0', 'Époque 4'),
  ...printed(42, 'cj7jmpxv', 'R : [ [ 30, 49, 28 ], [ 16, 16, 27 ], [ 4, 23, 6 ] ]'),
  ...printed(43, 'cj7jmpxv', 'V : [ [ 18, 16, -5 ], [ 41, 10, -4 ], [ 6, 100, -1 ] ]'),
  ...printed(44, 'cj7jmpxv', 'B : [ [ 111, 23, 124 ], [ -3, 57, -10 ], [ 25, 101, 38 ] ]'),
  ...printed(45, 'cj7jmpxv', 'première case : 30 + 18 + 111 = 159', `complète : ${colourSum}`),
  ...printed(45, 'ecpo8ca2', 'Case (1, 1) : 30 + 18 + 111 = 159'),
];
