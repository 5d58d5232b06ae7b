import { sheetWidth } from '../paint/board';
import type { Box } from '../paint/grid';

/** What a training came to, epoch by epoch: what `train` returns, or a part of it. */
export interface Course {
  /** `loss`, `accuracy`, and `valLoss`, `valAccuracy` where there is validation: a number an epoch. */
  metrics: Record<string, readonly number[]>;
}

/** Points within epochs: `[epochs done, loss]`. */
export type Within = readonly (readonly [number, number])[];

/** One of the two charts of learning curves. */
export interface CurvePanel {
  title: string;
  /** Stands behind the numbers of the axis. */
  unit: string;
  /** Where it lies, in pixels of a sheet of `sheet`. */
  box: Box;
  /** Ends of the vertical axis. */
  range: [number, number];
  /** `[epochs done, value]` */
  train: [number, number][];
  validation: [number, number][];
  within: Within;
}

export const sheet = { width: sheetWidth, height: 386 };
const size = { y: 84, width: 330, height: 236 };

/**
 * What the two charts show. A training value is a mean over its epoch and stands in the middle of it; a
 * validation value is measured at the end of the epoch and stands there.
 */
export function curvePanels({ metrics }: Course, within: Within): CurvePanel[] {
  return (['loss', 'accuracy'] as const).map((key, i) => {
    const scale = key === 'loss' ? 1 : 100;
    const points = (name: string, at: number): [number, number][] =>
      (metrics[name] ?? []).map((value, epoch) => [epoch + at, value * scale]);
    const train = points(key, 0.5);
    const validation = points(key === 'loss' ? 'valLoss' : 'valAccuracy', 1);
    const inside = key === 'loss' ? within : [];
    const values = [...train, ...validation, ...inside].map(([, value]) => value);
    const least = Math.floor(Math.min(95, ...values) / 10 - 0.2) * 10;
    return {
      title: key === 'loss' ? 'perte' : 'exactitude',
      unit: key === 'loss' ? '' : '\u00a0%',
      box: { x: i === 0 ? 64 : 476, ...size },
      range: key === 'loss' ? [0, Math.max(...values, 0.1) * 1.06] : [Math.max(0, least), 100.5],
      train,
      validation,
      within: inside,
    };
  });
}

/** An epoch in words: « Époque 1 : perte 0,5 (validation 0,6), exactitude 80 % (validation 75 %) ». */
export function curvesInWords({ metrics }: Course, number: (value: number) => string): string[] {
  const part = (
    name: string,
    key: string,
    valKey: string,
    unit: string,
    epoch: number,
  ): string[] => {
    const text = (value: number): string =>
      unit === '' ? number(value) : `${number(Math.round(1000 * value) / 10)}${unit}`;
    const [value, other] = [metrics[key]?.[epoch], metrics[valKey]?.[epoch]];
    if (value === undefined) return [];
    return [`${name} ${text(value)}${other === undefined ? '' : ` (validation ${text(other)})`}`];
  };
  return (metrics['loss'] ?? []).map((_, epoch) => {
    const parts = [
      ...part('perte', 'loss', 'valLoss', '', epoch),
      ...part('exactitude', 'accuracy', 'valAccuracy', '\u00a0%', epoch),
    ];
    return `Époque ${epoch + 1} : ${parts.join(', ')}`;
  });
}
