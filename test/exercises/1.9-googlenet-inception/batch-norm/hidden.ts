import { criterion, type ExerciseContext } from '@convolab/grader/spec';
import { agrees, decimalTolerance, leavesInputs, refuses } from '../../claims';
import { several } from '../../draw';
import { part } from './only';
import { factored, kernels, normCalls } from './draw';
import { tfBatchNorm } from './tfjs';

/** 4 points; the public cases are worth 1. */
export function hidden({
  student,
  solution,
  random,
}: ExerciseContext<'batchNorm' | 'factorize'>): void {
  const { batchNorm: right, factorize: rightFactors } = solution;
  const norm = (...args: unknown[]): Promise<unknown> => student.batchNorm(...args);
  const factorize = (...args: unknown[]): Promise<unknown> => student.factorize(...args);
  const { call, fresh } = normCalls(random);
  const { product, spoilt, faint } = kernels(random);

  criterion('La sortie à l’entraînement', 0.75, () => {
    it('est celle d’un lot de toute taille', () =>
      agrees(part(norm, 'output'), part(right, 'output'), several(8, () => call('train')), decimalTolerance)); // prettier-ignore
    it('est celle que TensorFlow.js trouve', () =>
      agrees(part(norm, 'output'), part(tfBatchNorm, 'output'), several(4, () => call('train')), decimalTolerance)); // prettier-ignore
    it('est bêta pour un seul exemple, ou un canal constant', () =>
      agrees(part(norm, 'output'), part(right, 'output'), [call('train', 1), call('train', 1, 3)], decimalTolerance)); // prettier-ignore
  });

  criterion('Les moyennes glissantes', 0.75, () => {
    it('font un pas vers celles du lot', () =>
      agrees(part(norm, 'state'), part(right, 'state'), several(8, () => call('train')), decimalTolerance)); // prettier-ignore
    it('s’accumulent de lot en lot', () => {
      const batches = several(4, () => call('train', undefined, 3)[0]);
      const start = fresh(3);
      const after = (answer: typeof norm) => async (): Promise<unknown> => {
        let state: unknown = structuredClone(start);
        for (const x of batches)
          state = await part(answer, 'state')(structuredClone(x), state, 'train');
        return state;
      };
      const ours = after((...args) => Promise.resolve(right(...args)));
      return agrees(after(norm), ours, [[]], decimalTolerance);
    });
  });

  criterion('À l’usage', 0.5, () => {
    it('ne regarde que l’état, même pour un lot', () =>
      agrees(part(norm, 'output'), part(tfBatchNorm, 'output'), several(6, () => call('infer')), decimalTolerance)); // prettier-ignore
    it('rend l’état comme il est entré', () =>
      agrees(part(norm, 'state'), part(right, 'state'), several(4, () => call('infer')), decimalTolerance)); // prettier-ignore
  });

  criterion('La colonne et la ligne', 0.75, () => {
    it('redonnent tout noyau qui est un produit', () =>
      agrees(
        factorize,
        factored,
        several(12, () => product()),
        decimalTolerance,
      ));
    it('même s’il commence par des zéros', () =>
      agrees(
        factorize,
        factored,
        several(6, () => product({ zeros: true })),
        decimalTolerance,
      ));
    it('même quand ses nombres sont minuscules ou énormes', () =>
      agrees(part(factorize, 'row'), part(factored, 'row'), [1e-7, 1e7].map((scale) => product({ scale })), decimalTolerance)); // prettier-ignore
  });

  criterion('Rien d’autre qu’un produit', 0.5, () => {
    it('null pour un noyau dont une seule case est fausse', () =>
      agrees(factorize, rightFactors, [product(), ...several(8, spoilt)], decimalTolerance));
    it('null aussi quand il s’en faut de peu, ou que tout est minuscule', () =>
      agrees(factorize, rightFactors, [product(), ...several(4, faint)], decimalTolerance));
    it('null pour un noyau nul', () =>
      agrees(factorize, rightFactors, [product(), [[[0, 0, 0], [0, 0, 0]]]], decimalTolerance)); // prettier-ignore
  });

  criterion('Entrées intactes', 0.25, () => {
    it('rend x et l’état comme ils étaient', () =>
      leavesInputs(part(norm, 'output'), () => [[2]], [
        [[[5]], { gamma: [1], beta: [2], mean: [5], variance: [1], momentum: 0.5, epsilon: 1 }, 'infer'],
        call('train'),
        call('infer'),
      ])); // prettier-ignore
    it('rend le noyau comme il était', () =>
      leavesInputs(factorize, rightFactors, [[[[1]]], [[[3, 1], [1, 2]]], product(), spoilt()])); // prettier-ignore
  });

  criterion('Arguments refusés', 0.5, () => {
    it('lève une erreur quand les longueurs ne vont pas ensemble, ou sans exemple', () => {
      const [x, state] = call('train', 4, 3);
      const short = (key: 'gamma' | 'beta' | 'mean' | 'variance') => [x, { ...state, [key]: state[key].slice(1) }, 'infer']; // prettier-ignore
      return refuses(part(norm, 'output'), part(right, 'output'), {
        accepted: [[x, state, 'train'], [x, state, 'infer']],
        refused: [
          [[], state, 'train'],
          [x.map((line) => line.slice(1)), state, 'train'],
          [x.map((line) => [...line, 1]), state, 'infer'],
          [[...x, [1]], state, 'train'],
          short('gamma'), short('beta'), short('mean'), short('variance'),
        ],
      }); // prettier-ignore
    });
    it('lève une erreur pour un mode inconnu', () => {
      const [x, state] = call('train');
      return refuses(part(norm, 'output'), part(right, 'output'), {
        accepted: [[x, state, 'train'], [x, state, 'infer']],
        refused: ['test', '', 'Train', true].map((mode) => [x, state, mode]),
      }); // prettier-ignore
    });
    it('factorize lève une erreur pour un noyau vide ou irrégulier', () =>
      refuses(part(factorize, 'row'), part(rightFactors, 'row'), {
        accepted: [[[[2]]], product()],
        refused: [[[]], [[[]]], [[[1, 2], [3]]], [[[1], [2, 3]]], [[[1, 2], [2, 4], [3, 6, 9]]]],
      })); // prettier-ignore
  });
}
