import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

  it('says what it looked for when there is nothing to grade', () => {
    const { status, stderr } = run([
      submissions(),
      '--out',
      join(folder, 'out'),
      '--unsafe-no-sandbox',
    ]);
    assert.equal(status, 2);
    assert.match(stderr, /aucun fichier ÉTUDIANT\/1\.2-convolution\.ipynb/);
  });
});
