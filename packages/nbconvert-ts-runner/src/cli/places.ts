import { findRoot, findTexts, selectTexts, type LessonText } from '../text/lessons';
import { CommandError, EXIT } from './exit-codes';

export interface Places {
  root: string;
  all: LessonText[];
  chosen: LessonText[];
}

/** The root and the texts that a command was asked for. */
export function openPlaces(names: string[], o: { root?: string }): Places {
  const root = findRoot(o.root ?? process.cwd());
  if (root === undefined) {
    throw new CommandError(
      `Cannot find the texts: neither ${o.root ?? process.cwd()} nor a folder above it holds ` +
        'notebooks/src or solutions/src. Run the command in the repository, or say --root DIR.',
      EXIT.usage,
    );
  }
  const all = findTexts(root);
  try {
    return { root, all, chosen: selectTexts(all, names) };
  } catch (error) {
    throw new CommandError(`Cannot choose the texts: ${(error as Error).message}.`, EXIT.usage);
  }
}
