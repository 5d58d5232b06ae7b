import type { Diagnostic, RunEnd } from 'nbconvert-ts-runner';
import type { PlannedCell } from '../read/plan-cells';
import type { CellCompiler } from './cell-compiler';
import { explainDeath, inSeconds } from './death';
import type { Session } from './session';

/** What came of running a submission's cells for one exercise. */
export interface CellsRun {
  /** What the cells that ran to their end declared. */
  declarations: string;
  /** Why nothing can be called any more, or null. French. */
  dead: string | null;
  /** The cell that ended the program, or null. */
  killer: PlannedCell | null;
  /** What went wrong with this exercise's own answer cells. French. */
  answerFaults: string[];
  /** What was passed over in other cells, but those of other exercises: theirs is said where they are judged. French. */
  notices: string[];
}

export interface CellsInput {
  cells: PlannedCell[];
  /** The exercise that is judged: its answer cells always run, and what they do wrong is its fault. */
  exercise: string;
  compiler: CellCompiler;
  session: Session;
  /** Cells that ended a sandbox or a compiler before: they are passed over, and new ones are added. */
  deadly: Set<PlannedCell>;
}

/**
 * Runs cells one after another, as JupyterLab would, but goes on after one that fails.
 *
 * What a cell declares is known to the later ones only if it ran to its end.
 */
export async function runCells(input: CellsInput): Promise<CellsRun> {
  const { cells, exercise, compiler, session, deadly } = input;
  const run: CellsRun = {
    declarations: '',
    dead: null,
    killer: null,
    answerFaults: [],
    notices: [],
  };
  let slowest = { label: '', ms: 0 };
  const skipped: string[] = [];
  for (const [index, cell] of cells.entries()) {
    const own = cell.role === 'answer' && cell.exercise === exercise;
    const elsewhere = cell.exercise !== undefined && cell.exercise !== exercise;
    const complain = (fault: string): void => {
      if (!elsewhere) (own ? run.answerFaults : run.notices).push(fault);
    };
    if (!own && deadly.has(cell)) {
      complain(`La ${cell.label} n’a pas été exécutée : elle a déjà arrêté le programme.`);
      continue;
    }
    if (
      cell.role === 'free' &&
      compiler.exhausted &&
      !compiler.recall(run.declarations, cell.source)
    ) {
      skipped.push(cell.label);
      continue;
    }
    const compiled = await compiler.compile(run.declarations, cell.source);
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
    const start = performance.now();
    const end = await session.run(compiled.unit, index + 1);
    const ms = performance.now() - start;
    if (end.kind === 'ok') run.declarations = compiled.decl;
    else if (end.kind === 'thrown')
      complain(`La ${cell.label} lève une erreur : ${whatIsThrown(end)}.`);
    else if (end.kind === 'ended') {
      deadly.add(cell);
      run.killer = cell;
      run.dead =
        explainDeath(end.by, `dans la ${cell.label}`, session.timeoutMs) +
        (end.by === 'time' && slowest.ms > ms
          ? ` La ${slowest.label} avait pris ${inSeconds(slowest.ms)} s à elle seule.`
          : '');
      break;
    }
    if (ms > slowest.ms) slowest = { label: cell.label, ms };
  }
  if (skipped.length > 0) {
    run.notices.push(
      `Le notebook est lourd à vérifier pour TypeScript : ${skipped.length} cellules libres n’ont pas ` +
        `été exécutées, à partir de la ${skipped[0]}.`,
    );
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
  `${short(thrown.name)} : ${short(thrown.message).replace(/\.$/, '')}`;

/** One line, of a length to read. */
export function short(text: string, length = 200): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}
