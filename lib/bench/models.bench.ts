/** models: a network of the course answers about as fast through our graph as through Python's tf.function. */
import { catalogue, describe, onPaper, type CatalogueEntry } from '@convolab/lib/models';

import { defineBench, type Gate } from './harness';
import { building } from './models/contenders';
import { apart, memory } from './models/measures';
import { graphAnswer } from './shared/answers';
import { keras } from './shared/keras-network';

const batches = [1, 16];
/** Seconds for some pictures: fewer rounds, a call each. The others are measured warm, as a lesson meets them. */
const isHeavy = ({ build }: CatalogueEntry): boolean => describe(onPaper(build)).totals.macs > 7e9;
const answers = ({ name }: CatalogueEntry, batch: number): string =>
  `${name} answers, batch ${batch}`;
const quickOnes = ['LeNet-5', 'GoogLeNet', 'ResNet-50', 'EfficientNet-B0'];
const measured = (quick: boolean): CatalogueEntry[] =>
  catalogue.filter(({ name }) => !quick || quickOnes.includes(name));

export default defineBench({
  packages: ['@tensorflow/tfjs-node'],
  cases: ({ quick }) =>
    measured(quick).flatMap((network) => [
      {
        name: `${network.name} is built`,
        baseline: 'Keras',
        rounds: isHeavy(network) ? 1 : 3,
        warmUpMs: isHeavy(network) ? 0 : 1,
        turnMs: 0,
        contenders: {
          'with weights': building(network, false),
          'on paper': building(network, true),
          Keras: keras(network, { do: 'build' }),
        },
      },
      ...batches.map((batch) => ({
        name: answers(network, batch),
        work: { amount: batch, unit: 'images' },
        baseline: 'tf.function',
        ...(isHeavy(network) ? { rounds: 3, warmUpMs: 1, turnMs: 0 } : { rounds: 7, turnMs: 100 }),
        contenders: {
          graph: graphAnswer(network.build, batch),
          'tf.function': keras(network, { do: 'infer', batch }),
        },
      })),
    ]),
  measures: ({ quick }) => [
    ...measured(quick).map(apart),
    ...catalogue.filter(({ name }) => quickOnes.includes(name)).flatMap(memory),
  ],
  gates: [
    {
      claim: 'graph: at most 1.3 x the time of tf.function',
      figure: (results) =>
        Object.fromEntries(
          Object.entries(results.speeds('graph', 'tf.function')).map(([name, x]) => [name, 1 / x]),
        ),
      unit: 'x',
      atMost: 1.3,
      stretch: 1,
    },
    {
      claim: 'the graph agrees with tfjs',
      figure: ({ measures }) =>
        Object.fromEntries(
          measures
            .filter(({ name }) => name.startsWith('apart, '))
            .map(({ name, value }) => [name, value]),
        ),
      unit: 'of the largest value',
      atMost: 1e-4,
    },
    ...(
      [
        ['tensors left', 0, ''],
        ['resident size grown', 16, 'MB'],
      ] as const
    ).map(([what, atMost, unit]): Gate => ({
      claim: `${what} by 100 predictions`,
      figure: (results) =>
        Object.fromEntries(quickOnes.map((name) => [name, results.measure(`${what}, ${name}`)])),
      unit,
      atMost,
    })),
  ],
});
