import { describe } from '../../../models/describe/describe';
import { memory } from '../../../models/describe/table-text';
import type { LayersModel } from '../../../tf/models';
import { shapeText } from '../../../errors';
import { numberText } from '../../paint/numbers';

/** A model among others: what it costs, and what its paper says where it has one. */
export interface Compared {
  name: string;
  /** Networks of one family are joined by a line. */
  family?: string;
  year?: number;
  paper?: string;
  top5?: { percent: number; source: string };
  /** Of one image. */
  input: readonly number[];
  parameters: number;
  macs: number;
  weightBytes: number;
  activationBytes: number;
}

export function measured(name: string, model: LayersModel): Compared {
  const { rows, totals } = describe(model);
  const { parameters, macs, weightBytes, activationBytes } = totals;
  return { name, input: rows[0]!.outputShape, parameters, macs, weightBytes, activationBytes };
}

/** The twenty of the course, built on paper one after the other. */
export function measuredCatalogue(): Compared[] {
  // Loaded only here: the networks are made of tfjs, which other figures do without.
  /* eslint-disable @typescript-eslint/no-require-imports -- lazily, and from CommonJS */
  const { catalogue } = require('../../../models/catalogue') as typeof import('../../../models/catalogue'); // prettier-ignore
  const { onPaper } = require('../../../models/paper/on-paper') as typeof import('../../../models/paper/on-paper'); // prettier-ignore
  /* eslint-enable @typescript-eslint/no-require-imports */
  return catalogue.map(({ build, ...known }) => {
    const model = onPaper(build);
    const found = { ...known, ...measured(known.name, model) };
    (model as unknown as { dispose(): void }).dispose();
    return found;
  });
}

/** The columns of the table: what stands above, and what of a model stands in it. */
export const columns: readonly { title: string; cell: (model: Compared) => string }[] = [
  { title: 'réseau', cell: ({ name }) => name },
  { title: 'année', cell: ({ year }) => String(year ?? '') },
  { title: 'image', cell: ({ input }) => shapeText(input).replaceAll('\u00a0', '') },
  { title: 'paramètres', cell: ({ parameters }) => numberText(parameters) },
  { title: 'MAC', cell: ({ macs }) => numberText(macs) },
  { title: 'poids', cell: ({ weightBytes }) => memory(weightBytes) },
  { title: 'activations', cell: ({ activationBytes }) => memory(activationBytes) },
  {
    title: 'erreur top-5',
    cell: ({ top5 }) => (top5 ? errorText(top5.percent) : '–'),
  },
];

/** « 8,0 % »: at least a digit behind the comma, as papers have it. */
function errorText(percent: number): string {
  return `${numberText(percent)}${Number.isInteger(percent) ? ',0' : ''}\u00a0%`;
}
