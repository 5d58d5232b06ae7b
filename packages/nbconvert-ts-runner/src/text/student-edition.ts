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
      '> **Édition de l’étudiant.** Ce notebook est engendré par `nbts build` à partir du texte des',
      `> solutions, \`${textPath}\`. Ne corrigez rien dans cet exemplaire du dépôt\u00a0: la prochaine`,
      '> construction l’écraserait. Travaillez dans votre copie, sous `work/`\u00a0: elle vous appartient.',
    ].join('\n'),
  };
}
