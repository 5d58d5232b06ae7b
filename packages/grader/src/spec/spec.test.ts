import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertSame, assertThrows, runSpecs, SeededRandom, StudentDead, StudentError } from '.';

const door = JSON.stringify(join(__dirname, 'index.ts'));
const spec = `
  import { exercise, criterion, assertSame, assertThrows } from ${door};
  exercise('double', ({ student, solution, random }) => {
    criterion('valeurs', 2, () => {
      it('un tirage', async () => {
        const x = random.vector(4);
        assertSame(await student.double(x), solution.double(x));
      });
    });
    criterion('refus', 1, () => {
      it('refuse un texte', () => assertThrows(() => student.double('a')));
    });
  });
  exercise('vide', () => criterion('rien', 1, () => undefined));
  exercise('sauté', () => criterion('sauté', 1, () => { it.skip('un jour', () => undefined); }));
`;

const double = (x: unknown): number[] => {
  if (!Array.isArray(x)) throw new TypeError('a list');
  return x.map((v: number) => 2 * v);
};
const overTheWire = (f: (x: unknown) => unknown) => (x: unknown) =>
  Promise.resolve().then(() => {
    try {
      return f(x);
    } catch (error) {
      throw new StudentError((error as Error).name, (error as Error).message);
    }
  });

describe('runSpecs()', () => {
  let folder: string;
  let file: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'convolab-spec-'));
    file = join(folder, 'toy.hidden.spec.ts');
    writeFileSync(file, spec);
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const run = (f: (x: unknown) => unknown, exercise = 'double') =>
    runSpecs({
      files: [file],
      exercise,
      student: { double: overTheWire(f) },
      solution: { double },
      seed: 'toy',
    });

  it('gives all points to the solution', async () => {
    const result = await run(double);
    assert.equal(result.points, 3);
    assert.equal(result.max, 3);
    assert.equal(result.criteria[0]?.visibility, 'hidden');
  });

  it('gives the criteria that are earned and no other', async () => {
    const result = await run((x) => (Array.isArray(x) ? [0, 0, 0, 0] : double(x)));
    assert.equal(result.points, 1);
    assert.equal(result.criteria[0]?.tests[0]?.why, 'value');
  });

  it('takes an empty answer cell for no refusal', async () => {
    const result = await run(() => {
      throw new Error('double : à compléter.');
    });
    assert.equal(result.points, 0);
    assert.equal(result.criteria[1]?.tests[0]?.why, 'unfinished');
  });

  it('takes a refusal that only sounds like an empty answer cell for a refusal', async () => {
    const result = await run((x) => {
      if (Array.isArray(x)) return double(x);
      throw new RangeError('noyau : à compléter.');
    });
    assert.equal(result.points, 3);
  });

  it('keeps no more of a message than can be read', async () => {
    const result = await run(() => {
      throw new RangeError('x'.repeat(1e6));
    });
    const { tests } = result.criteria[0] ?? { tests: [] };
    assert.equal(tests[0]?.message?.length, 2000);
  });

  it('judges several submissions at once without mixing them', async () => {
    const results = await Promise.all([run(double), run(() => []), run(double)]);
    assert.deepEqual(
      results.map((result) => result.points),
      [3, 0, 3],
    );
  });

  it('takes no skipped test for a pass', async () => {
    assert.equal((await run(double, 'sauté')).points, 0);
  });

  it('refuses a criterion without a test', async () => {
    await assert.rejects(run(double, 'vide'), /'rien': it holds no test/);
  });

  it('names the files that do not declare an exercise', async () => {
    await assert.rejects(run(double, 'conv9d'), /'conv9d': none of .*toy\.hidden\.spec\.ts/);
  });
});

describe('assertSame()', () => {
  const message = (actual: unknown, expected: unknown, options = {}): string => {
    try {
      assertSame(actual, expected, options);
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };

  it('accepts equal values of every kind', () => {
    for (const make of [() => [[1, 2]], () => -0, () => 'a', () => null, () => ({ a: [1] })]) {
      assertSame(make(), make());
    }
    assertSame([-0], [0]);
    assertSame(
      { shape: [2], data: new Float32Array([1, 2]) },
      { shape: [2], data: new Float32Array([1, 2]), extra: 1 },
    );
  });

  it('never takes NaN for an answer, even for NaN', () => {
    assert.match(message([NaN], [NaN], { tolerance: Infinity }), /NaN/);
    assert.match(message(1, NaN), /attendu NaN/);
  });

  it('refuses an infinity unless it is allowed', () => {
    assert.match(message(Infinity, Infinity), /nombre fini/);
    assert.equal(message(Infinity, Infinity, { allowInfinity: true }), '');
    assert.notEqual(message(Infinity, 1, { allowInfinity: true, tolerance: 1 }), '');
  });

  it('names both shapes when they differ', () => {
    assert.equal(message([[1, 2]], [[1], [2]]), 'Forme reçue : [1, 2] ; forme attendue : [2, 1].');
  });

  it('looks at nothing behind the first list that does not fit', () => {
    const trap = new Proxy([], {
      get: () => {
        throw new Error('looked at');
      },
    });
    assert.match(message([[1, 2], [1], trap], [[1, 2]]), /longueur reçue : 3/);
    assert.match(message([[1], [2, 3]], [[1], [2]]), /En \[1\] : longueur reçue : 2/);
  });

  it('names the first difference and the smallest', () => {
    assert.equal(message([1, 5], [1, 3]), 'en [1], reçu 5, attendu 3.');
    assert.equal(
      message([9, 4], [1, 3]),
      '2 valeurs diffèrent ; la première : en [0], reçu 9, attendu 1 ; ' +
        'le plus petit écart : en [1], reçu 4, attendu 3.',
    );
  });

  it('allows a difference up to the tolerance and no more', () => {
    assert.equal(message(1.5, 1, { tolerance: 0.5 }), '');
    assert.notEqual(message(1.6, 1, { tolerance: 0.5 }), '');
  });

  it('tells the kinds of values apart', () => {
    assert.match(message('1', 1), /reçu un texte, attendu un nombre/);
    assert.match(message(undefined, [1]), /rien n’est renvoyé/);
    assert.match(message(new Float32Array(1), [0]), /reçu un Float32Array/);
    assert.match(message({ length: 1, 0: 5 }, [5]), /reçu un objet/);
    assert.match(message({ valueOf: () => 1 }, 1), /reçu un objet/);
  });
});

describe('assertThrows()', () => {
  it('lets a dead sandbox through: it is no refusal', async () => {
    const dead = new StudentDead('arrêté');
    await assert.rejects(
      assertThrows(() => Promise.reject(dead)),
      dead,
    );
  });

  it('fails when a value comes back, or another class of error than the one named', async () => {
    await assert.rejects(
      assertThrows(() => Promise.resolve(1)),
      /devait lever/,
    );
    const refuse = () => Promise.reject(new StudentError('TypeError', 'x'));
    await assertThrows(refuse, { name: 'TypeError' });
    await assert.rejects(assertThrows(refuse, { name: 'RangeError' }), /attendue : RangeError/);
  });
});

describe('SeededRandom', () => {
  it('draws the same numbers from the same seed, and others from another', () => {
    const draw = (seed: string) => new SeededRandom(seed).vector(20);
    assert.deepEqual(draw('a'), draw('a'));
    assert.notDeepEqual(draw('a'), draw('b'));
  });

  it('keeps to its bounds', () => {
    const random = new SeededRandom('bounds');
    for (let i = 0; i < 1000; i++) {
      const n = random.int(-2, 2);
      assert.ok(Number.isInteger(n) && n >= -2 && n <= 2);
      const r = random.real(1, 2);
      assert.ok(r >= 1 && r < 2);
    }
  });
});
