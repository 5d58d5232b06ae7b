import type { PublicCase, WrongAnswer } from './cases';
import { compare, isFields } from './compare';
import type { Outcome } from './run-case';
import { decodeWire } from './wire';

/** A case with what came of it. */
export interface CaseResult {
  item: PublicCase;
  outcome: Outcome;
}

/** A known mistake that explains failures. */
export interface Diagnosis {
  mistake: string;
  hint: string;
  /** Every case gave just what the mistake gives, the passed ones included. */
  explainsAll: boolean;
  /** The failed cases it explains, by name. */
  cases: string[];
}

/**
 * Recognises known mistakes in a student's answers.
 *
 * Mistakes that explain all of the cases are returned alone (two may give the same everywhere).
 * Otherwise, the fewest that are needed, those that explain most first: an answer may hold several.
 */
export function diagnose(results: readonly CaseResult[]): Diagnosis[] {
  const failed = results.filter((result) => result.outcome.kind !== 'passed');
  const known = new Map(
    failed.flatMap(({ item }) => item.wrong.map((each) => [each.mistake, each])),
  );
  const candidates = [...known.values()].map(({ mistake, hint }) => ({
    mistake,
    hint,
    explainsAll: results.every((result) => explains(mistake, result)),
    cases: failed.filter((result) => explains(mistake, result)).map(({ item }) => item.name),
  }));
  const complete = candidates.filter((candidate) => candidate.explainsAll);
  return complete.length > 0 ? complete : fewest(candidates);
}

function fewest(candidates: Diagnosis[]): Diagnosis[] {
  const explained = new Set<string>();
  const kept: Diagnosis[] = [];
  for (const candidate of [...candidates].sort((a, b) => b.cases.length - a.cases.length)) {
    if (candidate.cases.every((name) => explained.has(name))) continue;
    candidate.cases.forEach((name) => explained.add(name));
    kept.push(candidate);
  }
  return kept;
}

/** Whether a case gave what the mistake gives: its wrong output where it has one, else the right one. */
function explains(mistake: string, { item, outcome }: CaseResult): boolean {
  const wrong = item.wrong.find((each) => each.mistake === mistake);
  if (wrong === undefined) return outcome.kind === 'passed';
  return gave(outcome, wrong, item.tolerance);
}

/** A mistake may well give NaN: here, unlike in a verdict, it then equals itself. */
function gave(outcome: Outcome, wrong: WrongAnswer, tolerance?: number): boolean {
  if (outcome.kind !== 'different' && outcome.kind !== 'did-not-throw') return false;
  const output = decodeWire(wrong.output);
  return compare(nanAsText(outcome.got), nanAsText(output), tolerance) === null;
}

function nanAsText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nanAsText);
  if (isFields(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, nanAsText(part)]));
  }
  return Number.isNaN(value) ? 'NaN' : value;
}
