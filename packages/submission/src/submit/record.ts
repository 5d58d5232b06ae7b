import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../zip/write-whole';

const recordSchema = z.object({
  student: z.string().optional(),
  /** By lesson. */
  last: z.record(z.string(), z.object({ sha256: z.string(), date: z.string() })),
});

/** What `submit` remembers from one time to the next: who hands in, and what was packed last. */
export type SubmitRecord = z.infer<typeof recordSchema>;

const fileOf = (root: string): string => join(root, 'work', '.rendus.json');

/** Empty where nothing was packed yet, or the file is spoiled: it costs a name to be typed again. */
export function readRecord(root: string): SubmitRecord {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(fileOf(root), 'utf8')));
  } catch {
    return { last: {} };
  }
}

/** @returns a French sentence where it could not be written: the zip is there all the same */
export function writeRecord(root: string, record: SubmitRecord): string | null {
  try {
    writeWhole(fileOf(root), [`${JSON.stringify(record, null, 2)}\n`]);
    return null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return (
      `Votre identifiant n’a pas pu être retenu (${fileOf(root)} : ${code ?? String(error)}) : ` +
      'redonnez --student la prochaine fois.'
    );
  }
}
