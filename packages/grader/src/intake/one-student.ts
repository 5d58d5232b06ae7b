import { basename } from 'node:path';
import { readSubmittedNotebook, sha256, showName } from '@convolab/submission';
import type { Part, Refusal, Submission } from './submission';

/** Puts together what lies in several places under one id; says why, where it cannot be one student's. */
export async function oneStudent(parts: Part[]): Promise<Submission | Refusal> {
  const [{ student } = { student: '' }] = parts;
  const folders = parts.filter(({ from }) => from === 'folder').length;
  if (folders > 1 || parts.some((part) => part.student !== student)) {
    return { reason: 'deux rendus portent ce nom, écrit de deux façons ; aucun n’est noté' };
  }
  const notebooks: Submission['notebooks'] = new Map();
  for (const [lesson, path] of parts.flatMap((part) => [...part.notebooks])) {
    const other = notebooks.get(lesson);
    if (other !== undefined && !(await sameNotebook(other, path))) {
      const names = [other, path].map((each) => `« ${showName(basename(each))} »`).join(' et ');
      return {
        reason: `deux versions différentes de ${lesson} (${names}) ; aucune n’est notée : n’en gardez qu’une`,
      };
    }
    notebooks.set(lesson, other ?? path);
  }
  return { student, notebooks, notices: parts.flatMap(({ notices }) => notices) };
}

async function sameNotebook(one: string, other: string): Promise<boolean> {
  const [a, b] = [await readSubmittedNotebook(one), await readSubmittedNotebook(other)];
  return 'bytes' in a && 'bytes' in b && sha256(a.bytes) === sha256(b.bytes);
}
