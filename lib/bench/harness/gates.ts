import type { Gate } from './bench';
import type { Results } from './results';

/** One figure held against one bound. */
export interface Verdict {
  claim: string;
  /** Which of several figures: a case's name. */
  of?: string;
  figure: number;
  bound: string;
  unit?: string;
  /** A stretch goal, which never fails a run. */
  stretch: boolean;
  outcome: 'PASS' | 'FAIL' | 'NOT MEASURED';
}

/** Holds each gate's figures against its bound, and against its stretch goal. */
export function judge(gates: readonly Gate[], results: Results): Verdict[] {
  return gates.flatMap((gate) => {
    const figure = gate.figure(results);
    const figures: [string | undefined, number][] =
      typeof figure === 'number' ? [[undefined, figure]] : Object.entries(figure);
    // A gate over the cases of which there is none has not passed.
    if (figures.length === 0) figures.push([undefined, NaN]);
    const { atLeast, atMost, stretch } = gate;
    return [
      ...(atLeast === undefined ? [] : figures.map((one) => hold(gate, one, '>=', atLeast))),
      ...(atMost === undefined ? [] : figures.map((one) => hold(gate, one, '<=', atMost))),
      ...(stretch === undefined
        ? []
        : figures.map((one) => ({
            ...hold(gate, one, atLeast === undefined ? '<=' : '>=', stretch),
            stretch: true,
          }))),
    ];
  });
}

function hold(
  { claim, unit }: Gate,
  [of, figure]: [string | undefined, number],
  relation: '>=' | '<=',
  bound: number,
): Verdict {
  const holds = relation === '>=' ? figure >= bound : figure <= bound;
  const outcome = Number.isNaN(figure) ? 'NOT MEASURED' : holds ? 'PASS' : 'FAIL';
  return { claim, of, figure, bound: `${relation} ${bound}`, unit, stretch: false, outcome };
}

/** `of` is at least so many times as fast as `against`, in every case that has both. */
export function speedGate(o: {
  of: string;
  against: string;
  atLeast: number;
  stretch?: number;
  /** Only the cases it holds for, by their names. */
  where?: (caseName: string) => boolean;
}): Gate {
  const { of, against, where = () => true, ...bounds } = o;
  return {
    claim: `${of}: at least ${bounds.atLeast} x the speed of ${against}`,
    figure: (results) =>
      Object.fromEntries(
        Object.entries(results.speeds(of, against)).filter(([name]) => where(name)),
      ),
    unit: 'x',
    ...bounds,
  };
}

/** `of` is faster than `against` in at least so many of the cases that have both. */
export function aheadGate(o: {
  of: string;
  against: string;
  inAtLeast: number;
  where?: (caseName: string) => boolean;
}): Gate {
  const { of, against, inAtLeast, where = () => true } = o;
  return {
    claim: `${of}: ahead of ${against} in at least ${inAtLeast} cases`,
    figure: (results) => {
      const speeds = Object.entries(results.speeds(of, against))
        .filter(([name, speed]) => where(name) && !Number.isNaN(speed))
        .map(([, speed]) => speed);
      return speeds.length === 0 ? NaN : speeds.filter((speed) => speed > 1).length;
    },
    unit: 'cases',
    atLeast: inAtLeast,
  };
}

/** Gates passed, all of them, stretch goals apart. */
export function allPass(verdicts: readonly Verdict[]): boolean {
  return verdicts.every((verdict) => verdict.stretch || verdict.outcome === 'PASS');
}
