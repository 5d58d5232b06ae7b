import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { checkTexts, type Files, type Problem } from '../text/check-texts';
import { findOrphans } from '../text/lessons';
import { checkTypes } from './check-types';
import { EXIT, type ExitCode } from './exit-codes';
import { openPlaces } from './places';

export interface CheckOptions {
  root?: string;
  types?: boolean;
}

/** `nbts check`: prints each problem on a line, then the commands that mend what commands can. */
export async function check(names: string[], o: CheckOptions): Promise<ExitCode> {
  const { root, all, chosen } = openPlaces(names, o);
  const files = diskFiles(root);
  const problems = [
    ...checkTexts(all, chosen, files),
    ...findOrphans(root, all).map(orphanProblem),
  ];
  if (o.types === true) problems.push(...(await checkTypes(root, chosen)));
  for (const { path, message } of problems) console.error(`${path}${message}`);
  const mends = [...new Set(problems.flatMap(({ mend }) => mend ?? []))];
  for (const mend of mends) console.error(`To mend it, run: npx ${mend}`);
  const how = o.types === true ? 'checked, types included' : 'checked';
  console.log(`texts ${how}: ${String(chosen.length)}, problems: ${String(problems.length)}`);
  return problems.length === 0 ? EXIT.done : EXIT.failed;
}

function orphanProblem(path: string): Problem {
  return { path, message: ' comes from no text; delete it, or restore its text' };
}

function diskFiles(root: string): Files {
  return {
    read(path) {
      const file = join(root, path);
      return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    },
    studentFiles() {
      const folder = join(root, 'exercises');
      if (!existsSync(folder)) return [];
      return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
    },
  };
}
