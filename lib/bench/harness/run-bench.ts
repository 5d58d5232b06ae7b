import type { Bench, Case, Measure } from './bench';
import { judge, type Verdict } from './gates';
import { type CaseResult, type MeasureResult, Results, summarise } from './results';
import { type Settings, takeTurns, type World } from './take-turns';

export interface RunOptions {
  quick: boolean;
  /** Only the cases whose name it finds; measures are then left out. */
  only?: RegExp;
}

export const usual: Settings = { rounds: 9, turnMs: 30, warmUpMs: 200 };
const quickly: Settings = { rounds: 3, turnMs: 10, warmUpMs: 50 };

/** Runs a bench, case after case, and judges what it measured. */
export async function runBench(
  bench: Bench,
  { quick, only }: RunOptions,
  world: World,
): Promise<{ cases: CaseResult[]; measures: MeasureResult[]; gates: Verdict[] }> {
  const cases: CaseResult[] = [];
  for (const one of await bench.cases({ quick })) {
    if (only !== undefined && !only.test(one.name)) continue;
    const turns = await takeTurns(quick ? cutShort(one) : one, quick ? quickly : usual, world);
    cases.push(summarise(one, turns));
  }
  const measures: MeasureResult[] = [];
  for (const measure of only === undefined ? ((await bench.measures?.({ quick })) ?? []) : []) {
    world.progress?.(measure.name);
    measures.push(await take(measure));
  }
  return { cases, measures, gates: judge(bench.gates ?? [], new Results(cases, measures)) };
}

/** What a case asks for holds for a full run; a quick one takes no more than its own. */
function cutShort(one: Case): Case {
  return {
    ...one,
    rounds: Math.min(one.rounds ?? Infinity, quickly.rounds),
    turnMs: Math.min(one.turnMs ?? Infinity, quickly.turnMs),
    warmUpMs: Math.min(one.warmUpMs ?? Infinity, quickly.warmUpMs),
  };
}

async function take({ name, unit, run }: Measure): Promise<MeasureResult> {
  try {
    return { name, unit, value: await run() };
  } catch (error) {
    return {
      name,
      unit,
      value: NaN,
      trouble: error instanceof Error ? error.message : String(error),
    };
  }
}
