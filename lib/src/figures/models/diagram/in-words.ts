import { numberText } from '../../paint/numbers';
import type { Box } from './boxes';
import type { Section } from './fold';

/** The diagram in words: a line a box, and what it reads where that is not the box before. */
export function inWords(title: string, sections: readonly Section[]): string {
  const all = sections.flatMap(({ boxes }) => boxes);
  const lines: string[] = [];
  for (const { boxes, times } of sections) {
    for (const box of boxes) lines.push(boxWords(box, lines.length, all, times));
  }
  return [title, ...lines].join('\n');
}

function boxWords(box: Box, place: number, all: readonly Box[], times: number): string {
  const { name, lines, before, after, shape, groups, inputs, parameters } = box;
  const what = [before, lines.join(' puis '), after].filter((part) => part !== '').join(' · ');
  const split = groups > 1 ? ` en ${groups} groupes` : '';
  const follows = inputs.length === 0 || (inputs.length === 1 && inputs[0] === place - 1);
  const reads = follows ? '' : `, lit ${inputs.map((i) => all[i]!.name).join(' et ')}`;
  const together = times > 1 ? ' en tout' : '';
  const cost = parameters > 0 ? `, ${numberText(parameters)} paramètres${together}` : '';
  const repeated = times > 1 ? `${times} fois ` : '';
  return `${place + 1}. ${repeated}${name} (${what}${split})${reads} : sortie ${shape}${cost}`;
}
