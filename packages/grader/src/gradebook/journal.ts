import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { maxZipBytes, readSubmittedFile } from '@convolab/submission';
import type { Submission } from '../intake/submission';
import type { StudentResult } from '../score/score';

/** Raised when the folder for the grades cannot be written to. French. */
export class OutputRefused extends Error {
  override name = 'OutputRefused';
}

interface Entry {
  key: string;
  result: StudentResult;
}

/**
 * What is graded so far, one line a student, kept beside the grades to come.
 *
 * A run that is interrupted loses nothing: the next one with the same folder takes from here who was
 * graded and has not handed in anything else since. It goes when the grades are written.
 */
export class Journal {
  /** Students taken from an interrupted run. */
  recalled = 0;
  private readonly path: string;
  private readonly entries = new Map<string, StudentResult>();
  /** Taken before the judge reads a file: if it changes meanwhile, the result is not taken for the new one's. */
  private readonly keys = new WeakMap<Submission, string>();

  /**
   * @param out the folder for the grades, made where it is missing
   * @param rules all that a grade depends on beside the submission; another rule, another key
   * @throws OutputRefused
   */
  constructor(
    out: string,
    private readonly rules: string,
  ) {
    this.path = join(out, 'journal.jsonl');
    try {
      mkdirSync(out, { recursive: true });
      writeFileSync(this.path, '', { flag: 'a' });
      rmSync(join(out, 'feedback', '.probe'), { force: true, recursive: true });
      mkdirSync(join(out, 'feedback', '.probe'), { recursive: true });
      rmSync(join(out, 'feedback', '.probe'), { recursive: true });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new OutputRefused(
        `Impossible d’écrire les notes dans ${out} (${code ?? String(error)}) : ` +
          'choisissez un autre dossier, ou ouvrez celui-ci en écriture.',
      );
    }
    for (const line of readFileSync(this.path, 'utf8').split('\n')) {
      const entry = parse(line);
      if (entry) this.entries.set(entry.key, entry.result);
    }
  }

  /** What the interrupted run found for this very submission, if it came to it. */
  recall(submission: Submission): StudentResult | undefined {
    const known = this.entries.get(this.keyOf(submission));
    if (known) this.recalled++;
    return known;
  }

  /** Keeps a result; one that holds a fault of ours is not kept, so that it is tried again. */
  add(submission: Submission, result: StudentResult): void {
    if (result.notebooks.some(({ status }) => status === 'fault')) return;
    const entry: Entry = { key: this.keyOf(submission), result };
    // A line of its own, also behind one that was cut off.
    appendFileSync(this.path, `\n${JSON.stringify(entry)}\n`);
  }

  /** The grades are written: nothing is left to be taken up. */
  remove(): void {
    rmSync(this.path, { force: true });
  }

  private keyOf(submission: Submission): string {
    const known = this.keys.get(submission);
    if (known !== undefined) return known;
    const { student, notebooks, notices } = submission;
    const hash = createHash('sha256').update(JSON.stringify([this.rules, student, notices]));
    for (const [lesson, path] of notebooks) {
      const file = readSubmittedFile(path, maxZipBytes);
      hash.update(JSON.stringify(lesson)).update('bytes' in file ? file.bytes : file.reason);
    }
    const key = hash.digest('base64');
    this.keys.set(submission, key);
    return key;
  }
}

/** A line, or null for one that the interruption cut off. */
function parse(line: string): Entry | null {
  try {
    return JSON.parse(line) as Entry;
  } catch {
    return null;
  }
}
