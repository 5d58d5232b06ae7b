import { printed, type PrintedNumber } from './printed-number';

/** The hours of the course, and what the lesson says of the notebook itself. */
export const numbers: PrintedNumber[] = [
  ...printed(1, 'yzrnw5fg', '33 h = 23 h + 10 h'),
  ...printed(1, 's14f9i2o', 'Réponse\u00a0: 10.'),
  ...printed(
    1,
    '9ak851ml',
    'Construire des réseaux à convolution',
    '23\u00a0h',
    '10\u00a0h',
    '33\u00a0h',
  ),
  ...printed(1, '3y4cbjfh', 'leçon 1.6 : 2,5'),
];
