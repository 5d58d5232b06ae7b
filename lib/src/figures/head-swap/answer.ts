import { barTraces, picture } from '../forward-pass/stage-view';
import { toMatrix } from '../matrix-input';
import { accent, ink, softInk } from '../paint/colours';
import type { Box } from '../paint/grid';
import { extent, listText, numberText } from '../paint/numbers';
import { boxesTrace } from '../paint/traces/boxes';
import { lineTrace, type Point } from '../paint/traces/lines';
import { wordsTrace, type Label } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';
import { toVector } from '../vector-input';
import type { HeadAnswer, ReadExample } from './read-heads';

/** A head's answer inside a square box: always the same traces, empty where another head draws. */
export function answerTraces(
  example: ReadExample,
  answer: HeadAnswer,
  box: Box,
  hide: Box,
): PlotlyObject[] {
  const bars =
    'probabilities' in answer
      ? barTraces(asStage(toVector(answer.probabilities)), middleLeft(box), [0, 1], 230)
      : [boxesTrace([], ink), boxesTrace([], ink), wordsTrace([])];
  const shown = shownImage(example, answer);
  const map =
    shown === undefined
      ? picture([[null as unknown as number]], hide, 'grey', [0, 1])
      : picture(shown, box, 'grey', [0, Math.max(1e-9, extent(shown)[1])]);
  const slants = slantsOf(answer);
  return [
    ...bars,
    map,
    lineTrace(slants.expected === undefined ? [] : slant(box, slants.expected), '#7fd0ff', 2),
    lineTrace(slants.number === undefined ? [] : slant(box, slants.number), accent, 4),
    wordsTrace(captions(answer, box)),
  ];
}

/** An answer in words. */
export function answerText(answer: HeadAnswer): string {
  if ('probabilities' in answer) return `probabilités ${listText(toVector(answer.probabilities))}`;
  if ('image' in answer) {
    const [low, high] = extent(toMatrix(answer.image));
    return `une image, valeurs de ${numberText(low)} à ${numberText(high)}`;
  }
  const { number, expected, unit = '' } = answer;
  const measured = expected === undefined ? '' : ` (mesuré : ${numberText(expected, 1)}${unit})`;
  return `${numberText(number, 1)}${unit}${measured}`;
}

/** The digit again under a slant, the generated image, or nothing. */
function shownImage(example: ReadExample, answer: HeadAnswer): number[][] | undefined {
  if ('image' in answer) return toMatrix(answer.image);
  return 'number' in answer && answer.unit === '°' ? example.image : undefined;
}

function slantsOf(answer: HeadAnswer): { number?: number; expected?: number } {
  if (!('number' in answer) || answer.unit !== '°') return {};
  const { number, expected } = answer;
  return expected === undefined ? { number } : { number, expected };
}

/** A line through the middle of a box, so many degrees from the vertical. */
function slant(box: Box, degrees: number): Point[] {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const angle = (degrees * Math.PI) / 180;
  const reach = box.height * 0.46;
  const [dx, dy] = [Math.sin(angle) * reach, Math.cos(angle) * reach];
  return [
    [x - dx, y + dy],
    [x + dx, y - dy],
  ];
}

function captions(answer: HeadAnswer, box: Box): Label[] {
  if ('probabilities' in answer) return [];
  const at = { x: box.x + box.width / 2, y: box.y + box.height + 18 };
  if ('image' in answer) return [{ ...at, text: 'image engendrée', size: 13 }];
  const { number, expected, unit = '' } = answer;
  const words: Label[] = [
    { ...at, text: `<b>prédit : ${numberText(number, 1)}${unit}</b> (trait épais)`, size: 13 },
  ];
  if (unit !== '°') words[0] = { ...at, y: box.y + box.height / 2, text: numberText(number, 2) };
  if (expected !== undefined) {
    const text = `mesuré : ${numberText(expected, 1)}${unit}${unit === '°' ? ' (trait fin)' : ''}`;
    words.push({ x: at.x, y: at.y + 20, text, size: 13, colour: softInk });
  }
  return words;
}

function asStage(values: readonly number[]): Parameters<typeof barTraces>[0] {
  const maps = [values.map((value) => [value])];
  return { name: '', shape: [values.length], maps, kind: 'bars' };
}

function middleLeft(box: Box): { x: number; y: number } {
  return { x: box.x + 10, y: box.y + box.height / 2 };
}
