import { appendFileSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What came of one check. */
export interface CheckRecord {
  exercise: string;
  passed: number;
  cases: number;
  /** ISO 8601. */
  date: string;
}

/** What the file holds. */
export interface ProgressRead {
  records: CheckRecord[];
  /** Lines that could not be read; they are passed over. */
  damaged: number;
}

/**
 * The file that keeps a student's results: `progression.jsonl` above the folder `exercices`, or what
 * the environment variable CONVOLAB_PROGRESS names. Null elsewhere, as in the repository: nothing is
 * kept there.
 *
 * @param casesFolder where the public cases were found
 */
export function progressFile(casesFolder: string): string | null {
  const chosen = process.env['CONVOLAB_PROGRESS'];
  if (chosen !== undefined && chosen !== '') return chosen;
  return basename(casesFolder) === 'exercices'
    ? join(dirname(casesFolder), 'progression.jsonl')
    : null;
}

/**
 * Adds a result: one line, written at once at the file's end. So notebooks that check at the same
 * time lose nothing of each other, and a line that a crash cut short damages no other.
 *
 * @throws Error of the file system
 */
export function addRecord(file: string, record: CheckRecord): void {
  appendFileSync(file, `\n${JSON.stringify(record)}`);
}

/**
 * @returns nothing recorded where there is no such file
 * @throws Error of the file system, where it is there and cannot be read
 */
export function readProgress(file: string): ProgressRead {
  const lines = textOf(file)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const records = lines.map(readRecord).filter((record) => record !== null);
  return { records, damaged: lines.length - records.length };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

function readRecord(line: string): CheckRecord | null {
  try {
    const record = JSON.parse(line) as Partial<CheckRecord> | null;
    const { exercise, passed, cases } = record ?? {};
    const whole =
      typeof exercise === 'string' && Number.isInteger(passed) && Number.isInteger(cases);
    return whole && passed! >= 0 && passed! <= cases! ? (record as CheckRecord) : null;
  } catch {
    return null;
  }
}
