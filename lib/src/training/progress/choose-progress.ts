import { inNotebook } from '../../display';
import { NotebookProgress } from './notebook-progress';
import { silence, type Progress } from './progress';
import { TerminalProgress } from './terminal-progress';

/** What fits where we run: a display in a notebook, a bar in a terminal, else nothing. */
export function chooseProgress(wanted: boolean | Progress): Progress {
  if (typeof wanted === 'object') return wanted;
  if (!wanted) return silence;
  if (inNotebook()) return new NotebookProgress();
  return process.stderr.isTTY ? new TerminalProgress() : silence;
}
