import type { Diagnostic, RunEnd } from 'nbconvert-ts-runner';
import type { PlannedCell } from '../read/plan-cells';
import type { CellCompiler } from './cell-compiler';
import { explainDeath } from './death';
import type { Session } from './session';

/** What came of running a submission's cells for one exercise. */
export interface CellsRun {
  /** Why nothing can be called any more, or null. French. */
  dead: string | null;
  /** What went wrong with this exercise's own answer cells. French. */
  answerFaults: string[];
  /** What was passed over in other cells. French. */
  notices: string[];
}

/**
 * Runs cells one after another, as JupyterLab would, but goes on after one that fails.
 *
 * What a cell declares is known to the later ones only if it ran to its end.
 *
 * @param deadly cells that ended a sandbox before; a free one is not run again, a new one is added
 */
export async function runCells(
  cells: PlannedCell[],
  compiler: CellCompiler,
  session: Session,
  deadly: Set<PlannedCell>,
): Promise<CellsRun> {
  const run: CellsRun = { dead: null, answerFaults: [], notices: [] };
  let declarations = '';
  const spentBefore = compiler.spentMs;
  for (const [index, cell] of cells.entries()) {
    if (cell.role === 'free' && deadly.has(cell)) {
      run.notices.push(`La ${cell.label} n’a pas été exécutée : elle a déjà arrêté le programme.`);
      continue;
    }
    const complain = (fault: string): void => {
      (cell.role === 'answer' ? run.answerFaults : run.notices).push(fault);
    };
    if (compiler.spentMs - spentBefore > 2 * compiler.timeoutMs) {
      run.dead =
        'Le notebook est trop lourd à vérifier pour TypeScript : trop de cellules, ou trop longues.';
      break;
    }
    const compiled = await compiler.compile(declarations, cell.source);
    if (compiled.ok === 'died') {
      deadly.add(cell);
      complain(
        `La ${cell.label} est trop lourde à vérifier pour TypeScript ; elle n’a pas été exécutée.`,
      );
      continue;
    }
    if (!compiled.ok) {
      complain(`TypeScript refuse la ${cell.label}, ${whatIsRefused(compiled.diagnostics)}.`);
      continue;
    }
    const end = await session.run(compiled.unit, index + 1);
    if (end.kind === 'ok') declarations = compiled.decl;
    else if (end.kind === 'thrown')
      complain(`La ${cell.label} lève une erreur : ${whatIsThrown(end)}.`);
    else if (end.kind === 'ended') {
      deadly.add(cell);
      run.dead = explainDeath(end.by, `dans la ${cell.label}`, session.timeoutMs);
      break;
    }
  }
  return run;
}

function whatIsRefused(diagnostics: Diagnostic[]): string {
  const first = diagnostics[0];
  return first
    ? `ligne ${first.line} : ${short(first.message)} (TS${first.code})`
    : 'sans dire pourquoi';
}

const whatIsThrown = ({ thrown }: Extract<RunEnd, { kind: 'thrown' }>): string =>
  `${short(thrown.name)} : ${short(thrown.message)}`;

/** One line, of a length to read. */
export function short(text: string, length = 200): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}
