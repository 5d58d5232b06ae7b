import { numberText } from '../../paint/numbers';
import type { Measure } from './shares';

/** « 4 097 000 paramètres ». */
export function unitText(count: number, of: Measure): string {
  return `${numberText(count)} ${of === 'parameters' ? 'paramètres' : 'MAC'}`;
}
