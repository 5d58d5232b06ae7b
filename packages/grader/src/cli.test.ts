import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const command = join(__dirname, '..', 'bin', 'grade.js');

describe('the command grade', function () {
  this.timeout('1m'); // each test starts Node several times
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'convolab-cli-'))));
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const run = (args: string[], env: Record<string, string> = {}) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
    return { status, stdout, stderr };
  };
  const submissions = () => {
    mkdirSync(join(folder, 'in', 'amina'), { recursive: true });
    return join(folder, 'in');
  };

  /** A class of some of those under test/grader. */
  const classOf = (...students: string[]) => {
    const all = join(__dirname, '..', '..', '..', 'test', 'grader', 'class');
    for (const each of students) {
      cpSync(join(all, each), join(folder, 'some', each), { recursive: true });
    }
    return join(folder, 'some');
  };

  it('shows help that begins with an example', () => {
    const { status, stdout } = run(['--help']);
    assert.equal(status, 0);
    assert.match(stdout, /^Exemple :\n {2}npm run grade -- rendus --out notes/);
    assert.match(stdout, /--timeout[^]*--unsafe-no-sandbox[^]*Codes de sortie/);
  });

  it('answers a command that cannot be meant with code 2 and a reason', () => {
    const mistakes: [string[], RegExp][] = [
      [[], /--out/],
      [[submissions()], /--out/],
      [[submissions(), '--out', join(folder, 'out'), '--jobs', '0'], /entier à partir de 1/],
      [[submissions(), '--out', join(folder, 'out'), '--wrong'], /--wrong/],
      [[join(folder, 'nowhere'), '--out', join(folder, 'out')], /n’existe pas : .*nowhere/],
      [[submissions(), '--out', join(folder, 'in', 'out')], /dans le dossier des rendus/],
    ];
    for (const [args, reason] of mistakes) {
      const { status, stderr } = run(args);
      assert.equal(status, 2, args.join(' '));
      assert.match(stderr, reason);
    }
  });

  it('stops where there is no bubblewrap, says how to get it, and writes nothing', () => {
    const { status, stderr } = run([submissions(), '--out', join(folder, 'out')], { PATH: folder });
    assert.equal(status, 2);
    assert.match(stderr, /bubblewrap n’est pas installé[^]*apt install[^]*--unsafe-no-sandbox/);
    assert.deepEqual(readdirSync(folder), ['in']);
  });

  it('does not take a folder of submissions for the grades, by whatever link', () => {
    symlinkSync(submissions(), join(folder, 'elsewhere'));
    const { status, stderr } = run([
      join(folder, 'in'),
      '--out',
      join(folder, 'elsewhere', 'new', 'out'),
    ]);
    assert.equal(status, 2);
    assert.match(stderr, /dans le dossier des rendus/);
  });

  it('says before the first submission that the grades cannot be written', () => {
    const out = join(folder, 'taken');
    writeFileSync(out, '');
    const { status, stderr } = run([classOf('right'), '--out', out, '--unsafe-no-sandbox']);
    assert.equal(status, 2);
    assert.match(stderr, /Impossible d’écrire les notes dans .*taken/);
  });

  it('keeps what it has graded when it is interrupted, and goes on from there', async () => {
    const out = join(folder, 'out');
    const args = [classOf('right', 'never-answers'), '--out', out, '--jobs', '1'];
    const child = spawn(process.execPath, [command, ...args, '--timeout', '6']);
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    // 'never-answers' comes first and takes its time; we wait until it is kept.
    const journal = join(out, 'journal.jsonl');
    while (!existsSync(journal) || readFileSync(journal, 'utf8') === '') await sleep(100);
    const ended = new Promise((resolve) => child.on('close', resolve));
    child.kill('SIGINT');
    assert.equal(await ended, 130);
    assert.match(said, /déjà notés, gardés dans .* : 1 ;/);
    const { status, stdout, stderr } = run([...args, '--timeout', '6']);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /repris de la correction interrompue : 1\./);
    const table = readFileSync(join(out, 'grades.csv'), 'utf8').split('\n');
    assert.deepEqual(table.slice(1, 3), ['never-answers,0,4,5,9,12', 'right,3,4,5,12,12']);
    assert.ok(!existsSync(journal));
  });

  it('says what it looked for when there is nothing to grade', () => {
    const { status, stderr } = run([
      submissions(),
      '--out',
      join(folder, 'out'),
      '--unsafe-no-sandbox',
    ]);
    assert.equal(status, 2);
    assert.match(stderr, /aucun fichier (ÉTUDIANT\/[\w.-]+ ou )*ÉTUDIANT\/1\.2-convolution\.ipynb/);
  });
});
