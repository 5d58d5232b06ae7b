import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { check } from './check';
import { progress } from './progress';
import { addRecord, readProgress } from './progress-file';

const item = (call: string, arg: number) => ({
  name: `cas ${arg}`,
  call,
  args: [arg],
  expected: 2 * arg,
  wrong: [],
});

/** Two exercises of one lesson and one of another; the public cases are half of the points. */
const lessons = [
  {
    lesson: '1.1-un',
    exercises: {
      double: {
        title: 'Le double <b>',
        points: 3,
        publicPoints: 1.5,
        cases: [item('double', 1), item('double', 2)],
      },
      twice: { title: 'Deux fois', points: 1, publicPoints: 0.5, cases: [item('twice', 1)] },
      more: { title: 'Encore', points: 2, publicPoints: 1, bonus: true, cases: [item('more', 1)] },
    },
  },
  {
    lesson: '1.2-deux',
    exercises: {
      both: { title: 'Les deux', points: 2, publicPoints: 1, cases: [item('both', 3)] },
    },
  },
];

describe('progress()', () => {
  const door = globalThis as unknown as Record<symbol, unknown>;
  const executor = Symbol.for('convolab.executor');
  const before = { door: door[executor], cwd: process.cwd() };
  let work: string;
  let shown: Record<string, string>[];
  const file = (): string => join(work, 'progression.jsonl');

  beforeEach(() => {
    work = mkdtempSync(join(tmpdir(), 'progress-'));
    setDoor(false);
    mkdirSync(join(work, 'exercices'));
    for (const lesson of lessons) {
      writeFileSync(join(work, 'exercices', `${lesson.lesson}.cases.json`), JSON.stringify(lesson));
    }
    process.chdir(join(work, 'exercices'));
  });
  afterEach(() => {
    process.chdir(before.cwd);
    door[executor] = before.door;
    delete process.env['CONVOLAB_PROGRESS'];
    rmSync(work, { recursive: true });
  });

  const setDoor = (sandboxed: boolean): void => {
    door[executor] = { display: (data: Record<string, string>) => shown.push(data), sandboxed };
  };
  const see = async (): Promise<{ text: string; html: string }> => {
    shown = [];
    await progress();
    const plain = (raw: string | undefined): string => (raw ?? '').replaceAll('\u00a0', ' ');
    return { text: plain(shown[0]?.['text/plain']), html: plain(shown[0]?.['text/html']) };
  };
  const right = (x: number): number => 2 * x;
  const half = (x: number): number => 2 * x ** 2;

  it('shows every lesson and exercise before anything was checked', async () => {
    const { text, html } = await see();
    assert.match(text, /^Progression : 0 sur 3 points des cas publics\n/);
    assert.match(
      text,
      /\n1\.1-un +░{10} {2}0 sur 2 points\n {2}double +· à faire : Le double <b>\n/,
    );
    assert.match(text, /comptent pour 3 des 6 points\. .*ce tableau n’est pas une note/);
    assert.match(html, /<th scope="row"[^>]*>1\.2-deux<\/th>/);
    assert.match(html, /Le double &lt;b&gt;/);
  });

  it('shows lesson 1.10 behind 1.2', async () => {
    const tenth = JSON.stringify({ lesson: '1.10-dix', exercises: {} });
    writeFileSync(join(work, 'exercices', '1.10-dix.cases.json'), tenth);
    const { text } = await see();
    assert.ok(text.indexOf('1.2-deux') < text.indexOf('1.10-dix'), text);
  });

  it('counts the points of an exercise once all its cases pass, and says how many do', async () => {
    await check('double', half);
    await check('twice', right);
    assert.match((await see()).text, /\n {2}double +✗ 1 cas réussi sur 2 :/);
    assert.match((await see()).text, /\n1\.1-un +██░{8} {2}0,5 sur 2 points\n/);
    await check('double', right);
    const { text, html } = await see();
    assert.match(text, /^Progression : 2 sur 3 points/);
    assert.match(text, /\n1\.1-un +█{10} {2}2 sur 2 points\n {2}double +✓ 2 cas réussis sur 2 :/);
    assert.match(html, /█{10}<\/span>.*<strong>2 sur 2 points<\/strong>/);
    assert.match(text, /tous sont dans .*progression\.jsonl, que vous seul lisez/);
  });

  it('keeps the best result, and nothing of an answer that is not written', async () => {
    await check('double', right);
    await check('double', half);
    await check('both', () => {
      throw new Error('both : à compléter.');
    });
    const { text } = await see();
    assert.match(text, /double +✓ 2 cas réussis sur 2/);
    assert.match(text, /both +· à faire/);
  });

  it('counts a bonus on top, and never more than ten boxes', async () => {
    await check('more', right);
    assert.match((await see()).text, /\n1\.1-un +█{5}░{5} {2}1 sur 2 points\n/);
    await check('double', right);
    await check('twice', right);
    const { text, html } = await see();
    assert.match(text, /^Progression : 3 sur 3 points/);
    assert.match(text, /\n1\.1-un +█{10} {2}3 sur 2 points\n/);
    assert.match(text, /\n {2}more +✓ 1 cas réussi sur 1 : Encore \(bonus\)\n/);
    assert.match(html, /Encore \(bonus\)/);
  });

  it('reads what a crash cut short, and the results after it', async () => {
    await check('double', right);
    appendFileSync(file(), '\n{"exercise":"twice","pas');
    await check('both', right);
    appendFileSync(file(), '\n{"exercise":"twice","passed":7,"cases":1}\nnull');
    const { text } = await see();
    assert.match(text, /^Progression : 2,5 sur 3/);
    assert.match(text, /3 lignes abîmées de ce fichier ont été laissées de côté/);
    assert.ok(readFileSync(file(), 'utf8').includes('"pas'), 'nothing is erased');
  });

  it('says so when the file cannot be written or read, and check still answers', async () => {
    mkdirSync(file());
    shown = [];
    await check('double', right);
    const report = shown[0]?.['text/plain'] ?? '';
    assert.match(report, /2 cas réussis sur 2/);
    assert.match(report, /n’a pas pu être noté .*EISDIR/);
    assert.match((await see()).text, /illisible\n.*EISDIR/);
  });

  it('keeps nothing outside a work folder, and lies where CONVOLAB_PROGRESS says', async () => {
    process.env['CONVOLAB_PROGRESS'] = join(work, 'elsewhere');
    await check('double', right);
    assert.equal(readProgress(join(work, 'elsewhere')).records.length, 1);
    assert.deepEqual(readProgress(file()).records, []);
    delete process.env['CONVOLAB_PROGRESS'];
    mkdirSync(join(work, 'exercises'));
    process.chdir(join(work, 'exercises'));
    writeFileSync('a.cases.json', JSON.stringify(lessons[1]));
    await check('both', right);
    assert.match((await see()).text, /aucun résultat n’est conservé/);
    assert.deepEqual(readProgress(file()).records, []);
  });

  it('does nothing in the sandbox', async () => {
    setDoor(true);
    assert.deepEqual(await see(), { text: '', html: '' });
    await check('double', right);
    assert.deepEqual(readProgress(file()).records, []);
  });

  it('loses nothing where notebooks write at the same time', async function () {
    this.timeout(60_000);
    const writer = (exercise: string): string =>
      `const { addRecord } = require('./progress-file');
       for (let i = 0; i < 500; i++) addRecord(${JSON.stringify(file())},
         { exercise: '${exercise}', passed: i, cases: 1000, date: 'd' });`;
    const run = promisify(execFile);
    const writers = ['double', 'twice', 'both'].map((exercise) =>
      run(process.execPath, ['--require', 'tsx/cjs', '-e', writer(exercise)], { cwd: __dirname }),
    );
    await Promise.all(writers);
    const { records, damaged } = readProgress(file());
    assert.equal(damaged, 0);
    assert.equal(records.length, 1500);
    addRecord(file(), { exercise: 'double', passed: 2, cases: 2, date: 'd' });
    assert.match((await see()).text, /double +✓ 2 cas réussis sur 2/);
  });
});
