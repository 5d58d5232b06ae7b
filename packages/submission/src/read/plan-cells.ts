import type { Handout, HandoutCell } from './handout';
import type { SubmittedCell } from './notebook';

/** A cell to run for a submission, from our copy (given) or from the student's (answer, free). */
export interface PlannedCell {
  role: 'given' | 'answer' | 'free';
  /** The exercise that our copy says it belongs to. */
  exercise?: string;
  source: string;
  /** French, for messages: "cellule 12". */
  label: string;
}

/** How an exercise's answer cells were found; anything but `found` comes with a reason. */
export type AnswerState = 'found' | 'untouched' | 'missing' | 'duplicated' | 'not-code';

export interface Plan {
  /** In the order of the submission. */
  cells: PlannedCell[];
  answers: Map<string, AnswerState>;
}

/**
 * Matches a submission with our copy by cell id, and says what to run.
 *
 * Given cells come from our copy, also where the submission lost or changed them; check cells are
 * dropped; an answer cell is the student's, known by our id and by nothing that it claims; every
 * other code cell is free. Two different cells under one answer id answer nothing.
 */
export function planCells(handout: Handout, submitted: SubmittedCell[]): Plan {
  const own = new Map(handout.cells.map((cell, index) => [cell.id, { cell, index }]));
  const answers = new Map(
    handout.exercises.map(({ id }) => [id, stateOf(id, handout, submitted)] as const),
  );
  const cells: PlannedCell[] = [];
  const emitted = new Set<string>();
  let nextGiven = 0;
  const emitGivenBefore = (index: number): void => {
    for (; nextGiven < index; nextGiven++) {
      const cell = handout.cells[nextGiven];
      if (cell?.role !== 'given' || emitted.has(cell.id)) continue;
      emitted.add(cell.id);
      const { source, exercise } = cell;
      cells.push({ role: 'given', ...(exercise && { exercise }), source, label: 'cellule donnée' });
    }
  };
  for (const cell of submitted) {
    const match = cell.id === undefined ? undefined : own.get(cell.id);
    if (match && match.cell.role !== 'free') emitGivenBefore(match.index + 1);
    if (cell.kind !== 'code') continue;
    const planned = planOne(cell, match?.cell, emitted, answers);
    if (planned) cells.push(planned);
  }
  emitGivenBefore(handout.cells.length);
  return { cells, answers };
}

/** What to run of one submitted code cell that is not given; null for nothing. */
function planOne(
  cell: SubmittedCell,
  own: HandoutCell | undefined,
  emitted: Set<string>,
  answers: ReadonlyMap<string, AnswerState>,
): PlannedCell | null {
  const label = `cellule ${cell.position}`;
  if (!own || own.role === 'free') {
    const exercise = own?.exercise;
    return { role: 'free', ...(exercise && { exercise }), source: cell.source, label };
  }
  if (own.role !== 'answer' || emitted.has(own.id)) return null;
  if (answers.get(own.exercise ?? '') === 'duplicated') return null;
  emitted.add(own.id);
  return { role: 'answer', exercise: own.exercise ?? '', source: cell.source, label };
}

function stateOf(exercise: string, handout: Handout, submitted: SubmittedCell[]): AnswerState {
  const wanted = handout.cells.filter(
    (cell) => cell.role === 'answer' && cell.exercise === exercise,
  );
  let untouched = true;
  for (const cell of wanted) {
    const copies = submitted.filter(({ id }) => id === cell.id);
    if (copies.length === 0) return 'missing';
    if (new Set(copies.map(({ kind, source }) => `${kind}:${source.trim()}`)).size > 1) {
      return 'duplicated';
    }
    if (copies[0]?.kind !== 'code') return 'not-code';
    if (copies[0].source.trim() !== cell.source.trim()) untouched = false;
  }
  return untouched ? 'untouched' : 'found';
}
