import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { check, type Answer } from './check';
import { hint } from './hint';

/** Cases of two small exercises: `double`, and `pair` of two functions. */
const cases = {
  lesson: 'test',
  exercises: {
    double: {
      title: 'Le double',
      points: 2,
      parameters: { double: ['x', 'times'] },
      cases: [
        {
          name: 'grand cas',
          call: 'double',
          args: [
            [
              [1, 2],
              [3, 4],
            ],
          ],
          expected: [
            [2, 4],
            [6, 8],
          ],
          wrong: [
            {
              mistake: 'le triple <b>',
              output: [
                [3, 6],
                [9, 12],
              ],
              hint: 'Multipliez par deux.',
            },
          ],
        },
        {
          name: 'petit cas',
          call: 'double',
          args: [[1, 5]],
          expected: [2, 10],
          wrong: [{ mistake: 'le triple <b>', output: [3, 15], hint: 'Multipliez par deux.' }],
        },
        { name: 'refus', call: 'double', args: [[], -1], throws: true, wrong: [] },
      ],
    },
    slope: {
      title: 'Une pente',
      points: 1,
      hints: ['Une idée <b>.', 'Un plan.', 'Presque le code.'],
      afterword: 'L’idée : **une différence**.',
      lessonSection: { lesson: '1.6-gradient', title: '2. Une pente <i>' },
      parameters: { slope: ['f', 'x'] },
      cases: [
        {
          name: 'une droite',
          call: 'slope',
          args: [{ $: 'fixture', v: { $: 'object', v: { fixture: 'line', args: [2, 1] } } }, 4],
          expected: 2,
          tolerance: 1e-6,
          wrong: [],
        },
      ],
    },
    Twice: {
      title: 'Un type',
      points: 1,
      types: ['Twice'],
      cases: [
        {
          name: 'petit',
          call: 'Twice',
          args: [3],
          expected: '6',
          wrong: [{ mistake: 'le type est number', output: 'number', hint: 'Comptez.' }],
        },
        { name: 'un texte', call: 'Twice', args: ["'a'"], throws: true, wrong: [] },
      ],
    },
    pair: {
      title: 'Deux fonctions',
      points: 1,
      cases: [
        { name: 'premier', call: 'f', args: [1], expected: 1.5, tolerance: 0.1, wrong: [] },
        { name: 'second', call: 'g', args: [], expected: { $: 'Infinity' }, wrong: [] },
      ],
    },
  },
};

const double = (x: number[] | number[][], times = 2): unknown => {
  if (times < 0) throw new RangeError('fois');
  return x.map((value) => (Array.isArray(value) ? value.map((v) => v * times) : value * times));
};

describe('check()', () => {
  const door = globalThis as unknown as Record<symbol, unknown>;
  const executor = Symbol.for('convolab.executor');
  const before = { door: door[executor], cwd: process.cwd() };
  let folder: string;
  let shown: Record<string, string>[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'check-'));
    shown = [];
    setDoor(false);
    delete process.env['CONVOLAB_EXERCISES'];
    process.chdir(folder);
  });
  afterEach(() => {
    process.chdir(before.cwd);
    door[executor] = before.door;
    delete process.env['CONVOLAB_EXERCISES'];
    rmSync(folder, { recursive: true });
  });

  const setDoor = (sandboxed: boolean): void => {
    door[executor] = { display: (data: Record<string, string>) => shown.push(data), sandboxed };
  };
  const writeCases = (...path: string[]): void => {
    mkdirSync(join(folder, ...path), { recursive: true });
    writeFileSync(join(folder, ...path, 'test.cases.json'), JSON.stringify(cases));
  };
  /** What one check shows, as text with plain spaces, and as HTML. */
  const see = async (id: string, answer?: unknown): Promise<{ text: string; html: string }> => {
    shown = [];
    await check(id, answer as Answer);
    assert.equal(shown.length, 1, 'one output');
    const [bundle] = shown;
    const plain = (raw: string | undefined): string => (raw ?? '').replaceAll('\u00a0', ' ');
    return { text: plain(bundle?.['text/plain']), html: plain(bundle?.['text/html']) };
  };

  describe('of a function that does not answer', () => {
    beforeEach(() => {
      writeCases();
      process.env['CONVOLAB_CALL_SECONDS'] = '0.05';
    });
    afterEach(() => {
      delete process.env['CONVOLAB_CALL_SECONDS'];
    });
    const endless = (): number => {
      for (;;);
    };
    const silent = (): Promise<number> => new Promise(() => undefined);

    for (const [how, answer] of Object.entries({ endless, silent })) {
      it(`stops it, tries it no more, and goes on with the others: ${how}`, async () => {
        const { text } = await see('pair', { f: answer, g: () => Infinity });
        assert.match(text, /1 cas réussi sur 2/);
        assert.match(text, /✗ échoué {2}premier : toujours pas de réponse après 0.05 s/);
        assert.match(text, /À regarder d’abord : premier\n {2}f\(argument 1 = 1\)/);
        assert.match(text, /Reçu :\n {2}1.5 +rien en 0.05 s/);
        const again = await see('double', answer);
        assert.match(again.text, /✗ échoué {2}petit cas : non essayé/);
        assert.match(again.text, /Cherchez la boucle/);
      });
    }
  });

  describe('with a right answer', () => {
    beforeEach(() => writeCases());

    it('ticks every case in words, and says that hidden cases count too', async () => {
      const { text, html } = await see('double', double);
      assert.match(text, /^✓ double : 3 cas réussis sur 3\n/);
      assert.match(text, /✓ réussi {2}petit cas : le résultat attendu/);
      assert.match(text, /✓ réussi {2}refus : une erreur est bien levée/);
      assert.match(text, /cas cachés/);
      assert.match(html, /<td [^>]*>✓ réussi<\/td>/);
      assert.doesNotMatch(html, /✗|≠/);
    });

    it('waits for an async function', async () => {
      const { text } = await see('double', async (...args: Parameters<typeof double>) => {
        await Promise.resolve();
        return double(...args);
      });
      assert.match(text, /3 cas réussis sur 3/);
    });

    it('tries several functions, within a tolerance, up to infinity', async () => {
      const { text } = await see('pair', { f: () => 1.55, g: () => Infinity });
      assert.match(text, /2 cas réussis sur 2/);
    });

    it('hands over the functions that a case names, and says when one was not given', async () => {
      const line = (a: number, b: number) => (x: number) => a * x + b;
      const slope = (f: (x: number) => number, x: number) => f(x + 1) - f(x);
      await check('slope', { slope, line });
      assert.match(shown[0]?.['text/plain'] ?? '', /1 cas réussi sur 1/);
      const { text } = await see('slope', { slope: () => 3, line });
      assert.match(text, /slope\(f = line\(2, 1\), x = 4\)/);
      assert.match(
        (await see('slope', slope)).text,
        /Il manque la fonction line : écrivez await check\('slope', \{ slope, line \}\)/,
      );
    });

    it('takes arrays and errors of another realm, as a cell may make them', async () => {
      const answer: unknown = runInNewContext(
        `(x, times) => {
          if (times < 0) throw new RangeError('fois');
          return Array.from(x, (v) => (Array.isArray(v) ? Array.from(v, (w) => 2 * w) : 2 * v));
        }`,
      );
      assert.match((await see('double', answer)).text, /3 cas réussis sur 3/);
    });
  });

  describe('with a wrong answer', () => {
    beforeEach(() => writeCases());

    it('shows the smallest failing case first: inputs, expected and got, differences marked', async () => {
      const { text, html } = await see('double', (x: number[], times?: number) => {
        const y = double(x, times) as unknown[];
        return Array.isArray(x[0]) ? y : [y[0], 11];
      });
      assert.match(text, /✗ échoué {2}petit cas : 1 valeur diffère sur 2/);
      assert.match(text, /À regarder d’abord : petit cas\n {2}double\(x = \[1, 5\]\)/);
      assert.match(text, /Attendu : +Reçu :\n +2 +≠10 +2 +≠11\n/);
      assert.match(text, /≠ marque ce qui diffère/);
      assert.match(html, /<strong><mark>≠11<\/mark><\/strong>/);
    });

    it('sets a matrix out in rows', async () => {
      const { text } = await see('double', (x: number[][], times?: number) => {
        const y = double(x, times) as number[][];
        if (Array.isArray(y[1])) y[1] = [6, 80];
        return y;
      });
      assert.match(text, /double\(x\)\n {2}x :\n {2}1 2\n {2}3 4\n/);
      assert.match(text, /Attendu : +Reçu :\n +2 +4 +2 +4\n +6 +≠8 +6 +≠80/);
    });

    it('names a known mistake that explains all of the cases, without markup', async () => {
      const { text, html } = await see('double', (x: number[], times?: number) =>
        double(x, times === undefined ? 3 : times),
      );
      assert.match(
        text,
        /Vos résultats sont exactement ceux d’une erreur connue : le triple <b>\. Mult/,
      );
      assert.match(html, /le triple &lt;b&gt;/);
    });

    it('names a known mistake for the one case that it explains', async () => {
      const { text } = await see('double', (x: number[], times?: number) =>
        Array.isArray(x[0]) ? double(x, 7) : double(x, times === undefined ? 3 : times),
      );
      assert.match(
        text,
        /Pour « petit cas », on obtiendrait la même chose avec cette erreur connue : le triple/,
      );
    });

    it('names the shape, the kind, NaN and a missing return', async () => {
      const wrong = async (answer: unknown): Promise<string> =>
        (await see('double', () => answer)).text;
      assert.match(await wrong([1]), /petit cas : forme \[1\] au lieu de \[2\]/);
      assert.match(await wrong([[1, 2], [3]]), /les lignes n’ont pas toutes la même longueur/);
      assert.match(
        await wrong(Float32Array.of(2, 10)),
        /reçu un objet Float32Array, attendu un tabl/,
      );
      assert.match(
        await wrong([2, NaN]),
        /petit cas : NaN à la position \[1\] : une case lue hors/,
      );
      assert.match(
        await wrong([2, '10']),
        /petit cas : un texte à la position \[1\] au lieu d’un nom/,
      );
      assert.match(await wrong(undefined), /manque-t-il un return/);
      assert.match(await wrong('2'), /reçu un texte, attendu un tableau/);
      assert.match(await wrong(null), /reçu null, attendu un tableau/);
      assert.match(await wrong(new Array(2)), /petit cas : aucune valeur à la position \[0\]/);
    });

    it('says when a call that must be refused is not', async () => {
      const { text } = await see('double', (x: number[]) => double(x));
      assert.match(text, /✗ échoué {2}refus : la fonction devait lever une erreur/);
      assert.match(text, /Attendu : +Reçu :\n +une erreur \(throw\) +\[\]/);
    });

    it('shows a refusal that is missing only after the wrong results', async () => {
      const { text } = await see('double', () => []);
      assert.match(text, /À regarder d’abord : petit cas/);
    });

    it('says in French what JavaScript means by a property of undefined', async () => {
      const { text } = await see('double', (x: number[][]) => x[9]![0]);
      assert.match(text, /TypeError : .* \(une case lue hors du tableau ?\?\)/);
    });

    it('shows what the function throws, escaped, whatever it is', async () => {
      const { text, html } = await see('double', () => {
        throw new TypeError('<img src=x onerror="alert(1)">');
      });
      assert.match(text, /la fonction a levé TypeError : <img/);
      assert.doesNotMatch(html, /<img/);
      assert.match(html, /&lt;img src=x onerror=&quot;alert\(1\)&quot;&gt;/);
      const odd = await see('double', () => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- a student may
        throw null;
      });
      assert.match(odd.text, /la fonction a levé une valeur : null/);
    });

    it('catches a rejected promise', async () => {
      const { text } = await see('double', () => Promise.reject(new Error('plus tard')));
      assert.match(text, /la fonction a levé Error : plus tard/);
    });

    it('catches an input that comes back changed, and gives each case its own copy', async () => {
      const { text } = await see('double', (x: number[], times?: number) => {
        const y = double(x, times);
        x.push(0);
        return y;
      });
      assert.match(
        text,
        /petit cas : la fonction a modifié son entrée x : travaillez sur une copie/,
      );
      assert.match(text, /✓ réussi {2}refus/);
    });

    const endless: unknown[] = [];
    endless.push(endless);
    const twice: unknown[] = Array.from({ length: 40 }).reduce<unknown[]>(
      (half) => [half, half],
      [],
    );
    const trap = Object.defineProperty({}, 'name', {
      enumerable: true,
      get: () => {
        throw new Error('piège');
      },
    });
    const unreadable: [string, unknown, RegExp][] = [
      ['holds itself', endless, /il se contient lui-même/],
      ['was never filled', new Array(2 ** 32 - 1), /plus de 200 000 valeurs/],
      ['holds its halves twice, and so on', twice, /plus de 200 000 valeurs|s’emboîte trop loin/],
      ['is everything', globalThis, /il se contient lui-même/],
      ['throws where it is read', trap, /le lire lève une erreur/],
    ];
    for (const [what, answer, reason] of unreadable) {
      it(`says why an answer that ${what} cannot be looked at, and tries the other cases`, async () => {
        const { text } = await see('double', (x: number[], times?: number) =>
          x.length === 2 && typeof x[0] === 'number' ? answer : double(x, times),
        );
        assert.match(text, /petit cas : le résultat ne peut pas être lu/);
        assert.match(text, reason);
        assert.match(text, /✓ réussi {2}grand cas/);
      });
    }

    it('cuts the words of an error, and survives one that cannot be read', async () => {
      const long = await see('double', () => {
        throw new Error('x'.repeat(1e6));
      });
      assert.ok(long.text.length < 10_000);
      const odd = await see('double', () => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- a student may
        throw trap;
      });
      assert.match(odd.text, /la fonction a levé une valeur : illisible/);
    });

    it('cuts what is too large to be read', async () => {
      const big = Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => 7));
      const { text } = await see('double', () => big);
      assert.match(text, /7 …/);
      assert.ok(text.length < 5_000);
    });
  });

  describe('teaches', () => {
    const line = (a: number, b: number) => (x: number) => a * x + b;
    const slope = (f: (x: number) => number, x: number) => f(x + 1) - f(x);
    beforeEach(() => writeCases());

    it('the idea of the solution, once the answer is right and not before', async () => {
      await check('slope', { slope, line });
      assert.equal(shown.length, 2);
      assert.equal(shown[1]?.['text/markdown'], 'L’idée : **une différence**.');
      assert.doesNotMatch(shown[0]?.['text/plain'] ?? '', /À relire/);
      assert.doesNotMatch(JSON.stringify(await see('slope', { slope: () => 0, line })), /L’idée/);
    });

    it('where to read again and how to get a hint, when the answer is wrong', async () => {
      const { text, html } = await see('slope', { slope: () => 0, line });
      assert.match(text, /À relire : leçon 1\.6-gradient, « 2\. Une pente <i> »\./);
      assert.match(text, /Pour un indice : await hint\('slope'\)/);
      assert.match(
        html,
        /<a href="..\/lecons\/1\.6-gradient\.ipynb">.*« 2\. Une pente &lt;i&gt; »/,
      );
    });

    it('three hints, one more each call, and says how many are left', async () => {
      const ask = async (id: string): Promise<string> => {
        shown = [];
        await hint(id);
        assert.equal(shown.length, 1);
        return String(shown[0]?.['text/plain']).replaceAll('\u00a0', ' ');
      };
      const first = await ask('slope');
      assert.match(first, /^\*\*Indice 1 sur 3 : l’idée\*\*\n\nUne idée <b>\./);
      assert.match(first, /Il reste 2 indices/);
      assert.doesNotMatch(first, /Un plan/);
      assert.match(await ask('slope'), /Une idée(.|\n)*Un plan(.|\n)*Il reste 1 indice\./);
      const last = await ask('slope');
      assert.match(last, /Indice 3 sur 3 : presque le code(.|\n)*dernier indice/);
      assert.equal(await ask('slope'), last);
      assert.match(await ask('double'), /pas d’indice/);
      assert.match(await ask('doubel'), /Aucun exercice ne s’appelle « doubel »/);
      setDoor(true);
      shown = [];
      await hint('slope');
      assert.deepEqual(shown, []);
    });
  });

  it('says that the answer is still to be written when it is the stub', async () => {
    writeCases();
    const { text } = await see('double', () => {
      throw new Error('double : à compléter.');
    });
    assert.match(text, /^✗ double : pas encore écrite\nÉcrivez votre réponse/);
  });

  it('asks the kernel about a type, with its name alone', async () => {
    writeCases();
    const answerWith = (answer: (argument: unknown) => string): void => {
      setDoor(false);
      (door[executor] as Record<string, unknown>)['callType'] = async (
        name: string,
        [argument]: unknown[],
      ): Promise<string> => {
        assert.equal(name, 'Twice');
        await Promise.resolve();
        if (typeof argument === 'number') return answer(argument);
        throw Object.assign(new Error('Type string … (TS2344)'), { name: 'TypeScript' });
      };
    };
    answerWith((argument) => String(2 * (argument as number)));
    assert.match((await see('Twice')).text, /^✓ Twice : 2 cas réussis sur 2/);
    answerWith(() => 'number');
    const wrong = (await see('Twice')).text;
    assert.match(wrong, /✓ réussi {2}un texte : TypeScript refuse bien cet emploi/);
    assert.match(wrong, /une erreur connue : le type est number/);
    assert.match(
      wrong,
      /petit : la valeur diffère(.|\n)*Twice<3>\n {2}Attendu : {4}Reçu :\n {2}≠6 {11}≠number/,
    );
    answerWith(() => {
      throw Object.assign(new Error('trop profond (TS2589)'), { name: 'TypeScript' });
    });
    assert.match((await see('Twice')).text, /petit : TypeScript refuse ce type : trop profond/);
    answerWith(() => {
      throw new Error('Twice : à compléter.');
    });
    assert.match((await see('Twice')).text, /^✗ Twice : pas encore écrite/);
    setDoor(false);
    assert.match((await see('Twice')).text, /ce noyau ne sait pas interroger TypeScript/);
  });

  it('looks first at a function that is written, and at none when the others pass', async () => {
    writeCases();
    const stub = (): never => {
      throw new Error('pair : à compléter.');
    };
    const wrong = (await see('pair', { f: () => 9, g: stub })).text;
    assert.match(wrong, /second : la fonction n’est pas encore écrite/);
    assert.match(wrong, /À regarder d’abord : premier/);
    const right = (await see('pair', { f: () => 1.5, g: stub })).text;
    assert.match(right, /second : la fonction n’est pas encore écrite/);
    assert.doesNotMatch(right, /À regarder d’abord/);
  });

  it('does nothing in the sandbox', async () => {
    setDoor(true);
    await check('double', double as Answer);
    assert.deepEqual(shown, []);
  });

  describe('finds the public cases', () => {
    it('in work/exercices, in exercices beside, in exercises above', async () => {
      for (const place of [['work', 'exercices'], ['exercices'], ['exercises'], []]) {
        writeCases(...place);
        assert.match((await see('double', double)).text, /3 cas réussis/, place.join('/'));
        mkdirSync(join(folder, 'deep', 'er'), { recursive: true });
        process.chdir(join(folder, 'deep', 'er'));
        assert.match((await see('double', double)).text, /3 cas réussis/, `above: ${place.join()}`);
        process.chdir(folder);
        rmSync(join(folder, ...place, 'test.cases.json'));
      }
    });

    it('in CONVOLAB_EXERCISES only, where that is set', async () => {
      writeCases();
      process.env['CONVOLAB_EXERCISES'] = join(folder, 'elsewhere');
      assert.match((await see('double', double)).text, /les cas publics sont introuvables/);
      writeCases('elsewhere');
      assert.match((await see('double', double)).text, /3 cas réussis/);
    });
  });

  describe('explains itself', () => {
    it('when no cases file is there', async () => {
      const { text } = await see('double', double);
      assert.match(text, /introuvables\nAucun fichier « \.cases\.json » à partir de /);
      assert.match(text, /work\/exercices/);
    });

    it('when the exercise does not exist', async () => {
      writeCases();
      const { text } = await see('doubel', double);
      assert.match(
        text,
        /Aucun exercice ne s’appelle « doubel »\n.*: double, slope, Twice, pair\./,
      );
    });

    it('when the name is one that every object has', async () => {
      writeCases();
      assert.match((await see('constructor', double)).text, /Aucun exercice ne s’appelle/);
    });

    it('when the cases file is broken', async () => {
      for (const [text, reason] of [
        ['{', /ce n’est pas du JSON/],
        ['null', /la clé « exercises » manque/],
        ['{"exercises":{"double":{}}}', /les cas de « double » manquent/],
      ] as const) {
        writeFileSync(join(folder, 'test.cases.json'), text);
        const seen = (await see('double', double)).text;
        assert.match(seen, /illisibles\nDans .*test\.cases\.json, /);
        assert.match(seen, reason);
      }
    });

    it('when the function is missing, called too early, or another one', async () => {
      writeCases();
      assert.match(
        (await see('double')).text,
        /manque la fonction double : écrivez await check\('do/,
      );
      assert.match((await see('double', 7)).text, /sans parenthèses/);
      assert.match(
        (await see('pair', { f: double })).text,
        /manque la fonction g : écrivez await check\('pair', \{ f, g \}\)/,
      );
      const other = { pair: (): number => 0 }.pair;
      assert.match(
        (await see('double', other)).text,
        /la fonction pair, celle d’un autre exercice/,
      );
    });
  });
});
