import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const haveBwrap = !spawnSync('bwrap', ['--version']).error;

interface Verdict {
  points: number;
  max: number;
  reasons: string[];
  passed: string[];
  peak: number;
}

/**
 * The largest networks that students build, all the way: their cells compiled, run in the sandbox, their models
 * described there, made again and counted here. Weights would take 575 MB (VGG-19) and 267 MB (EfficientNet-B7),
 * several times over.
 */
describe('grading large models in the real sandbox', function () {
  this.timeout('5m');
  before(function () {
    if (!haveBwrap) this.skip();
  });

  for (const [what, lesson, exercise, criterion] of [
    ['EfficientNet-B7', '1.11-efficientnet', 'efficientNet', /B7, au paramètre près/],
    ['VGG-19', '1.8-lenet-alexnet-vgg', 'vgg', /VGG|Cas publics/],
  ] as const) {
    it(`gives ${what} its points, in less than 1.5 GB for all processes together`, () => {
      const script = join(__dirname, 'judge-alone.ts');
      const args = ['--require', 'tsx/cjs', script, lesson, exercise];
      const child = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
      assert.equal(child.status, 0, child.stderr);
      const { points, max, reasons, passed, peak } = JSON.parse(child.stdout) as Verdict;
      assert.deepEqual({ points, reasons }, { points: max, reasons: [] });
      assert.ok(
        passed.some((name) => criterion.test(name)),
        passed.join(),
      );
      assert.ok(peak > 0 && peak < 1.5e9, `${peak} bytes`);
    });
  }
});
