import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asShown, writeWhole } from '@convolab/submission';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { ExerciseDeclaration } from 'nbconvert-ts-runner';
import type { StudentResult } from '../score/score';
import type { FindMark, MarkPlace } from './marks';

/** Raised where what an instructor entered cannot be meant: before anything is written. French. */
export class MarksRefused extends Error {
  override name = 'MarksRefused';
}

const columns = ['student', 'exercise', 'criterion', 'max', 'points', 'comment'] as const;
type Row = Record<(typeof columns)[number], string>;

/**
 * The table in which an instructor enters what only a person can mark: `instructor.csv` in the folder of the grades,
 * a line a student and criterion. Read before grading, written after it: lines are added, none is ever lost.
 */
export class MarkSheet {
  private readonly path: string;
  private readonly rows: Row[];
  private readonly delimiter: string;

  /**
   * @param out the folder of the grades
   * @param exercises those that are graded: their lines must be right, others are kept as they are
   * @throws MarksRefused naming each line that cannot be meant
   */
  constructor(
    out: string,
    private readonly exercises: readonly ExerciseDeclaration[],
  ) {
    this.path = join(out, 'instructor.csv');
    const text = existsSync(this.path) ? decode(readFileSync(this.path)) : columns.join(',');
    this.delimiter = separatorOf(text);
    this.rows = this.read(text);
    const wrong = this.rows.flatMap((row, index) => [...this.faultOf(row, index)]);
    if (wrong.length > 0) this.refuse(wrong);
  }

  readonly find: FindMark = (place) => {
    const row = this.rows.find((each) => keyOf(each) === keyOf(place));
    if (row === undefined || row.points.trim() === '') return undefined;
    return { points: numberOf(row.points), comment: row.comment };
  };

  /** Adds a line for each criterion that has none, and says how many marks are still to be entered. */
  write(students: readonly StudentResult[]): { open: number; path: string } {
    let open = 0;
    const known = new Set(this.rows.map(keyOf));
    for (const { student, notebooks } of students) {
      for (const { exercise, criteria } of notebooks.flatMap((notebook) => notebook.exercises)) {
        for (const { name, max, visibility, pending } of criteria) {
          if (visibility !== 'instructor') continue;
          if (pending) open++;
          const place = { student, exercise, criterion: name };
          if (known.has(keyOf(place))) continue;
          this.rows.push({ ...place, max: String(max), points: '', comment: '' });
        }
      }
    }
    if (this.rows.length > 0) {
      const { delimiter } = this;
      const options = { header: true, columns: [...columns], delimiter, escape_formulas: true };
      writeWhole(this.path, [stringify(this.rows, options)]);
    }
    return { open, path: this.path };
  }

  private read(text: string): Row[] {
    let rows: Record<string, string>[];
    try {
      const { delimiter } = this;
      rows = parse(text, { bom: true, columns: true, delimiter, skip_empty_lines: true });
    } catch (error) {
      return this.refuse([(error as Error).message]);
    }
    const missing = columns.filter((name) => rows.length > 0 && rows[0]![name] === undefined);
    if (missing.length > 0) this.refuse([`colonne absente : ${missing.join(', ')}`]);
    return rows.map((row) => {
      const cells = columns.map((name) => [name, plain(row[name] ?? '')] as const);
      return Object.fromEntries(cells) as Row;
    });
  }

  private *faultOf(row: Row, index: number): Generator<string> {
    const line = `ligne ${index + 2}`;
    const twin = this.rows.findIndex((each) => keyOf(each) === keyOf(row));
    if (twin < index) yield `${line} : même étudiant et même critère qu’à la ligne ${twin + 2}`;
    const declared = this.exercises.find(({ id }) => id === row.exercise);
    if (declared === undefined) return; // of a notebook that is not graded now
    const names = declared.instructor?.map(({ name }) => name) ?? [];
    const criterion = declared.instructor?.find(({ name }) => name === row.criterion);
    if (criterion === undefined) {
      yield `${line} : « ${row.criterion} » n’est pas un critère de ${row.exercise} (${names.join(', ') || 'il n’en a pas'})`;
      return;
    }
    const points = numberOf(row.points);
    if (row.points.trim() === '' || (points >= 0 && points <= criterion.points)) return;
    yield `${line} : « ${row.points} » points pour « ${row.criterion} », noté de 0 à ${criterion.points}`;
  }

  private refuse(wrong: string[]): never {
    throw new MarksRefused(
      `Lecture des notes de l’enseignant, ${this.path} :\n  ${wrong.slice(0, 20).join('\n  ')}\n` +
        'Corrigez ces lignes et relancez : rien n’a été noté ni écrit.',
    );
  }
}

const keyOf = ({ student, exercise, criterion }: MarkPlace): string =>
  JSON.stringify([asShown(student), exercise, criterion.normalize('NFC')]);

/** 2,5 as French spreadsheets write it; NaN for what is no number. */
const numberOf = (text: string): number =>
  text.trim() === '' ? NaN : Number(text.trim().replace(',', '.'));

/** A spreadsheet in French separates by semicolons. */
const separatorOf = (text: string): string => {
  const header = text.split('\n', 1)[0] ?? '';
  return [';', '\t'].find((each) => header.includes(each)) ?? ',';
};

/** Takes off the apostrophe that keeps a spreadsheet from running a name as a formula. */
const plain = (cell: string): string => cell.replace(/^'(?=[=+\-@])/, '');

/** Some spreadsheets still write Windows' own letters. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
