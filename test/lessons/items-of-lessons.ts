/** Which items of the course each lesson teaches, first and last; 'none' where it puts earlier ones to use. */
export const itemsOfLessons: Record<string, readonly [first: number, last: number] | 'none'> = {
  '0.0-prise-en-main': [1, 1],
  '1.1-images': [2, 14],
  '1.2-convolution': [15, 45],
  '1.3-taille-de-sortie': [46, 63],
  '1.4-activation-pooling': [64, 84],
  '1.5-couche-dense-softmax': [85, 90],
  '1.6-apprentissage': [91, 105],
  '1.7-reseau-a-la-main': 'none',
};
