/** Which items of the course each lesson teaches, first and last; 'none' where it puts earlier ones to use. */
export const itemsOfLessons: Record<string, readonly [first: number, last: number] | 'none'> = {
  '0.0': [1, 1],
  '1.1': [2, 14],
  '1.2': [15, 45],
  '1.3': [46, 63],
  '1.4': [64, 84],
  '1.5': [85, 90],
  '1.6': [91, 105],
  '1.7': 'none',
  '1.8': [106, 109],
  '1.9': [110, 111],
  '1.10': [112, 114],
  '1.11': [115, 115],
  '2.1': [116, 117],
  '2.2': [118, 118],
  '2.3': [118, 118],
};

/** The claims of the items that say several things: a number is asserted for each. */
const claimsOfItems: Record<number, string> = {
  106: 'abcdef',
  107: 'abcd',
  108: 'abcdef',
  109: 'abcdef',
  110: 'abcde',
  111: 'abcdef',
  112: 'a',
  113: 'abc',
  114: 'ab',
  115: 'abc',
  116: 'abcd',
  117: 'abc',
  118: 'abcdefghijk',
};

/** Of an item that several lessons share: the claims that each of them takes. */
const sharedClaims: Record<string, Record<number, string>> = {
  '2.2': { 118: 'a' },
  '2.3': { 118: 'bcdefghijk' },
};

/** The claims of an item that a lesson asserts. */
export const claimsOf = (lesson: string, item: number): string[] => [
  ...(sharedClaims[lesson.split('-')[0]!]?.[item] ?? claimsOfItems[item] ?? ''),
];

/** Of a lesson by its name: '1.2-convolution'. */
export const itemsOf = (lesson: string): (typeof itemsOfLessons)[string] | undefined =>
  itemsOfLessons[lesson.split('-')[0]!];
