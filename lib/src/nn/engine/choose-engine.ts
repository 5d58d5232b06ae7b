import { impossible, valueText } from '../../errors';
import type { Engine } from './engine';
import { fast } from './fast';
import { plain } from './plain';

/** Who computes: `'fast'` in float32, `'plain'` in float64 with the operations a student reads. */
export type EngineName = Engine['name'];

/** @throws RangeError when there is none of that name */
export function chooseEngine(name: EngineName): Engine {
  const engine = { fast, plain }[name] as Engine | undefined;
  if (engine !== undefined) return engine;
  throw new RangeError(
    impossible(
      'choisir le moteur de calcul',
      `engine vaut ${valueText(name)} mais il y a 'fast' et 'plain'`,
      "donnez engine: 'fast', ou 'plain' pour suivre le calcul pas à pas",
    ),
  );
}
