import type { TextCell } from './model';
import { withoutSolutions } from './solution-blocks';

/** Id of the generated first cell; always the same, so that a rebuild changes no byte. */
export const NOTICE_ID = 'student-edition';

/**
 * The cells of the student edition: a generated notice, then the solution's cells with each solution
 * block replaced by its stub. A markdown cell that was all solution goes.
 *
 * @param textPath the solutions' text, from the root, which the notice names
 * @throws RangeError if solution marks do not pair, or a block has neither exercise nor stub
 */
export function studentCells(cells: TextCell[], textPath: string): TextCell[] {
  const stripped = cells.flatMap((cell) => {
    const source = withoutSolutions(cell);
    const emptied = cell.kind !== 'code' && source.trim() === '' && cell.source.trim() !== '';
    return emptied ? [] : [{ ...cell, source }];
  });
  return [notice(textPath), ...stripped];
}

function notice(textPath: string): TextCell {
  return {
    kind: 'markdown',
    id: NOTICE_ID,
    role: 'given',
    tags: [],
    source: [
      '> **Édition de l’étudiant.** Sous `work/`, ce notebook est à vous\u00a0: écrivez-y, rien ne l’écrase.',
      `> Dans \`exercises/\`, n’y changez rien\u00a0: \`nbts build\` le réécrit d’après \`${textPath}\`.`,
    ].join('\n'),
  };
}
