import { printed, type PrintedNumber } from './printed-number';

const nbsp = '\u00a0';
const answer = (value: string): string => `Réponse${nbsp}: ${value}.`;

const sameBothWays = '[ [ -3, -2, 3 ], [ 4, -4, -6 ], [ 17, 5, -8 ] ]';
const rectified = [
  '[ 15, 20, 0, 35 ],',
  '[ 18, 0, 25, 100 ],',
  '[ 20, 0, 25, 0 ],',
  '[ 101, 75, 18, 23 ]',
];
const maxima = '[ [ 20, 100 ], [ 101, 25 ] ]';
const means = '[ [ 13.25, 40 ], [ 49, 16.5 ] ]';
const sums = '[ [ 53, 160 ], [ 196, 66 ] ]';

/** Every number that the course text prints for items 64 to 84, and those the course map adds. */
export const numbers: PrintedNumber[] = [
  ...printed(64, 'ly5ilyzw', answer('5')),
  ...printed(64, 'g6z642u4', `deux convolutions de suite : ${sameBothWays}`),
  ...printed(64, 'g6z642u4', `une seule, de noyau 5 × 5  : ${sameBothWays}`),
  ...printed(64, 'tclpjmf6', answer(`«${nbsp}non${nbsp}»`)),
  ...printed(64, 'qv0k8xiq', 'sans rien au milieu, le test réussit : true'),
  ...printed(64, 'qv0k8xiq', 'avec ReLU au milieu, le test réussit : false'),
  ...printed(64, 'qv0k8xiq', 'l’image   : [ [ -2, -1, 1 ], [ 2, -2, -1 ], [ 10, 0, -1 ] ]'),
  ...printed(64, 'qv0k8xiq', 'l’opposée : [ [ 1, 1, -2 ], [ -2, 2, 5 ], [ -7, -5, 7 ] ]'),
  ...printed(65, 'hymmeqcp', 'max(0, x)     : [ 0, 0, 0, 0.5, 3 ]'),
  ...printed(66, '2nh2wb6z', answer('4')),
  ...printed(66, 'gltpz2us', ...rectified),
  ...printed(66, 'gltpz2us', '[[15, 20, −10, 35], [18, −110, 25, 100], [20, −15, 25, −10], '),
  ...printed(66, 'gltpz2us', '[[15, 20, 0, 35], [18, 0, 25, 100], [20, 0, 25, 0], '),
  ...printed(67, 'hymmeqcp', 'x ≥ 0 ? x : 0 : [ 0, 0, 0, 0.5, 3 ]'),
  ...printed(67, 'hymmeqcp', 'tfjs          : [ 0, 0, 0, 0.5, 3 ]'),
  ...printed(68, 'f2b53at9', answer('3')),
  ...printed(68, 'ecqfsy1p', 'Époque 200. sans ReLU : 0 point juste sur 4, 4 indécis'),
  ...printed(68, 'ecqfsy1p', '(1 ; 1) → 0,49. avec ReLU : 3 points justes sur 4'), // epoch 10
  ...printed(68, 'ecqfsy1p', '(1 ; 1) → 0,5. avec ReLU : 4 points justes sur 4'), // epoch 20 and later
  ...printed(69, 'ftdnhwur', 'conv 1, avant : 8', 'conv 2, après : ', 'dense, après : '),
  ...printed(70, '61b91i7x', 'relu : médiane ', 'elu : médiane ', 'sigmoid : médiane '),
  ...printed(70, '61b91i7x', 'tanh : médiane '),
  ...printed(71, 'e86ritz1', 'x = -3 : pente de ReLU 0, pente de la sigmoïde 0.0452'),
  ...printed(71, 'e86ritz1', 'x = 0 : pente de ReLU 0, pente de la sigmoïde 0.2500'),
  ...printed(71, '4cj5hvbb', answer('-6')),
  ...printed(71, 'yqegc5lm', answer(`«${nbsp}oui${nbsp}»`)),
  ...printed(71, 'gaur7ezq', 'taux 0,1 : 0 morts', 'taux 1 : [0, '),
  ...printed(72, '0q7zj521', answer('-3')),
  ...printed(72, '5ckcudd8', 'à la main : [ -3, -0.1, 0, 5 ]', 'tfjs      : [ -3, -0.1, 0, 5 ]'),
  ...printed(72, 'jwig27yc', 'Leaky ReLU, taux 1 : 9', 'ReLU, taux 1       : 7'),
  ...printed(72, 'j7kbo595', 'tf.layers.leakyReLU() : 0.30', 'tf.leakyRelu(x)     : 0.20'),
  ...printed(73, '2zxh2wuj', answer('-1')),
  ...printed(73, 'dga8cupm', 'à la main : ELU(−1) = -0.6321', 'tfjs      : ELU(−1) = -0.6321'),
  ...printed(73, 'dga8cupm', 'avec α = 2 : ELU(−1) = -1.2642'),
  ...printed(74, 'zi8r8jd3', 'ReLU : −2 → 0', 'Leaky ReLU, pente 0,1 : −2 → −0,2', 'ELU, α = 0,5'),
  ...printed(74, 'sfh2v1kv', 'ELU, α = 1 : −2 → −0,8647 ; −1 → −0,6321', 'swish : '),
  ...printed(75, '7gv2ky5p', answer('0')),
  ...printed(75, 'bcpc5bsy', 'MaxPooling2D  [ null, 14, 14, 32 ] 0'),
  ...printed(75, 'bcpc5bsy', 'sans pooling : 25088 nombres, 3211392 paramètres'),
  ...printed(75, 'bcpc5bsy', 'avec pooling : 6272 nombres, 802944 paramètres'),
  ...printed(76, '3nlwsn8q', answer(`«${nbsp}non${nbsp}»`)),
  ...printed(76, '875stcwq', '1 × 1 (62720 poids) : 9', '2 × 2 (15680 poids) : 9'),
  ...printed(76, '875stcwq', '4 × 4 (3920 poids) : 9', '28 × 28 (80 poids) : 5'),
  ...printed(77, '5fbulo9a', `maximum : ${maxima}`, `   tfjs : ${maxima}`),
  ...printed(77, 'w2jv0gnh', 'Maximum : [[20, 100], [101, 25]]'),
  ...printed(77, '131hlg7x', 'maximum : [ [ 6, 8 ], [ 3, 4 ] ]'),
  ...printed(77, 'oapheymq', `ReLU puis pooling ${maxima} ; pooling puis ReLU ${maxima}`),
  ...printed(78, '5fbulo9a', `moyenne : ${means}`, `   tfjs : ${means}`),
  ...printed(78, 'w2jv0gnh', 'Moyenne : [[13,25 ; 40], [49 ; 16,5]]'),
  ...printed(78, '131hlg7x', 'moyenne : [ [ 3.25, 5.25 ], [ 2, 2 ] ]'),
  ...printed(78, 'oapheymq', `ReLU puis pooling ${means} ; `, '[ [ 0, 37.5 ], [ 45.25, 14 ] ]'),
  ...printed(78, 'ni6ru9rv', 'Moyenne : [[−14,25 ; 37,5], [45,25 ; 14]]'),
  ...printed(79, 'vc5vv0ax', answer('[ 20, 13.25, 53 ]')),
  ...printed(79, '5fbulo9a', `somme   : ${sums}`),
  ...printed(79, 'w2jv0gnh', 'Somme : [[53, 160], [196, 66]]'),
  ...printed(79, '131hlg7x', 'somme   : [ [ 13, 21 ], [ 8, 8 ] ]'),
  ...printed(79, 'ni6ru9rv', 'Somme : [[−57, 150], [181, 56]]'),
  ...printed(80, '3q0ex4uc', answer('2')),
  ...printed(80, 'fs7jb974', answer('[ 2, 4 ]')),
  ...printed(80, 'g5usgi9q', 'formule : [ 2, 4 ]', 'tfjs    : [ 2, 4 ]'),
  ...printed(81, 'mti5q335', 'N = 4, F = 2, S = 2 : 2'),
  ...printed(82, 'urqh89e6', `MaxPooling2D     ${maxima}`),
  ...printed(82, '4d305px4', answer('14')),
  ...printed(82, 'o0499q6w', "N = 28 : 'valid' 14, 'same' 14", "N = 5 : 'valid' 2, 'same' 3"),
  ...printed(83, 'urqh89e6', `AveragePooling2D ${means}`),
  ...printed(84, '3ms4w2o8', `SumPooling2D : ${sums} ; sumPool2d : ${sums}`),
  ...printed(84, '3ms4w2o8', '[ [ null, 24, 24, 6 ], [ null, 12, 12, 6 ] ]'),
  ...printed(84, 'jm42k62p', answer('3')),
  ...printed(84, '2uzmj8n1', 'moyenne × 4  : [ [ 12, 18 ], [ 30, 36 ] ]'),
  ...printed(84, '2uzmj8n1', 'conv. de 1   : [ [ 12, 9 ], [ 15, 9 ] ]'),
];
