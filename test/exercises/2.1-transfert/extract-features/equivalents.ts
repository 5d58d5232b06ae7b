import type { Equivalent } from '../../mutation/equivalent';

const rows = 'if (features.length === 0 || features.length !== labels.length) {';
const refusedByTfjs =
  'without rows there is no width, and tfjs refuses as many rows as there are not labels: it throws anyway';

/** Tfjs refuses what the reference would have refused with better words. */
export const equivalents: Equivalent[] = [
  {
    line: 'if (!Number.isInteger(batchSize) || batchSize < 1) {',
    becomes: 'if (!Number.isInteger(batchSize) || false) {',
    because: 'a batch of no images is refused by tf.tensor4d',
  },
  ...[
    'if (false) {',
    'if ((features.length === 0 && features.length !== labels.length)) {',
    'if (false || features.length !== labels.length) {',
    'if (features.length === 0 || false) {',
  ].map((becomes) => ({ line: rows, becomes, because: refusedByTfjs })),
  {
    line: `${rows} throw new RangeError('trainHead : il faut des lignes, et une étiquette pour chacune.'); }`,
    becomes: `${rows}}`,
    because: refusedByTfjs,
  },
  {
    line: 'shuffle: false,',
    becomes: 'shuffle: true,',
    because: 'a step sees all of them, in whatever order',
  },
];
