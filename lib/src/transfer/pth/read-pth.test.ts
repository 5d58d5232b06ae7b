import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { readPth } from './read-pth';
import {
  get,
  global,
  int,
  list,
  long,
  mark,
  none,
  pickle,
  put,
  text,
  tuple,
} from './testing/pickle';
import { head, pthFile, type WrittenTensor } from './testing/pth-file';

const ramp = (count: number): Float32Array => Float32Array.from({ length: count }, (_, i) => i);
const plain = (shape: readonly number[], extra: Partial<WrittenTensor> = {}): WrittenTensor => {
  const strides = shape.map((_, i) => shape.slice(i + 1).reduce((p, n) => p * n, 1));
  const size = shape.reduce((p, n) => p * n, 1);
  return { stored: ramp(size), shape, strides, ...extra };
};

const sample = (): Buffer =>
  pthFile({
    'conv.weight': plain([2, 1, 3, 3]),
    'fc.bias': plain([4], { storage: 'b' }),
    seen: { ...plain([]), storage: 'c', type: 'LongStorage', stored: BigInt64Array.of(7n) },
  });

/** Three beats, in French; what was found may be looked at. */
const beats = /^Impossible de lire ce fichier \.pth\u00a0: .+\u00a0; (reprenez-en|prenez) .+\.$/;

function refused(bytes: Buffer, found: RegExp): void {
  assert.throws(
    () => readPth(bytes),
    (error: Error) => beats.test(error.message) && found.test(error.message),
  );
}

const withState = (...state: Buffer[]): Buffer => Buffer.concat([...head(), pickle(...state)]);

describe('readPth()', () => {
  it('reads tensors by name, in the order of the file', () => {
    const tensors = readPth(sample());
    assert.deepEqual([...tensors.keys()], ['conv.weight', 'fc.bias', 'seen']);
    const { shape, data } = tensors.get('conv.weight')!;
    assert.deepEqual([shape, data], [[2, 1, 3, 3], ramp(18)]);
    assert.deepEqual(tensors.get('seen'), { shape: [], data: Float64Array.of(7) });
  });

  it('follows the steps of a tensor that is not contiguous', () => {
    const turned = { stored: ramp(6), shape: [3, 2], strides: [1, 3] };
    const { data } = readPth(pthFile({ turned })).get('turned')!;
    assert.deepEqual([...data], [0, 3, 1, 4, 2, 5]);
    const part = { stored: ramp(10), offset: 2, shape: [2, 2], strides: [4, 3] };
    assert.deepEqual([...readPth(pthFile({ part })).get('part')!.data], [2, 5, 6, 9]);
  });

  it('reads what any shape and any order of its axes gives', () => {
    const shapes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(shapes, fc.integer(), (shape, seed) => {
        const order = shape.map((_, i) => i).sort((a, b) => ((a * 7 + seed) % 5) - ((b * 7 + seed) % 5)); // prettier-ignore
        const strides = [...shape];
        let step = 1;
        for (const axis of order) {
          strides[axis] = step;
          step *= shape[axis]!;
        }
        const { data } = readPth(pthFile({ t: { stored: ramp(step), shape, strides } })).get('t')!;
        const expected: number[] = [];
        const visit = (axis: number, from: number): void => {
          if (axis === shape.length) expected.push(from);
          else for (let i = 0; i < shape[axis]!; i++) visit(axis + 1, from + i * strides[axis]!);
        };
        visit(0, 0);
        assert.deepEqual([...data], expected);
      }),
    );
  });

  it('reads other types of numbers', () => {
    const tensors = readPth(
      pthFile({
        a: { ...plain([2]), type: 'DoubleStorage', stored: Float64Array.of(0.1, -2) },
        b: { ...plain([2]), storage: 'b', type: 'IntStorage', stored: Int32Array.of(-1, 5) },
      }),
    );
    assert.deepEqual(tensors.get('a')!.data, Float64Array.of(0.1, -2));
    assert.deepEqual(tensors.get('b')!.data, Float64Array.of(-1, 5));
  });

  it('lets two tensors share their numbers', () => {
    const shared = plain([4]);
    const tensors = readPth(
      pthFile({ a: shared, b: { ...shared, shape: [2, 2], strides: [2, 1] } }),
    );
    assert.deepEqual(tensors.get('a')!.data, tensors.get('b')!.data);
  });

  it('passes over the attributes that PyTorch gives a state_dict', () => {
    const bytes = withState(
      global('collections', 'OrderedDict'), Buffer.from(')R}('),
      text('_metadata'), list(int(1)), Buffer.from('ub'),
    ); // prettier-ignore
    assert.equal(readPth(Buffer.concat([bytes, pickle(list())])).size, 0);
  });

  it('refuses a file cut short, wherever', () => {
    const whole = sample();
    for (let length = 0; length < whole.length; length++) refused(whole.subarray(0, length), /./);
    refused(Buffer.concat([whole, Buffer.from('x')]), /il y reste 1 octet/);
  });

  it('reads as well or refuses politely whatever bytes are changed', () => {
    const whole = sample();
    const place = fc.integer({ min: 0, max: whole.length - 1 });
    const flips = fc.array(fc.tuple(place, fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 4 }); // prettier-ignore
    fc.assert(
      fc.property(flips, (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, by] of changes) bytes[at]! ^= by;
        try {
          const total = [...readPth(bytes).values()].reduce(
            (sum, { data }) => sum + data.length,
            0,
          );
          assert.ok(total <= bytes.length);
        } catch (error) {
          assert.match((error as Error).message, beats);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses any bytes that are no such file', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => refused(Buffer.from(bytes), /./))); // prettier-ignore
    refused(Buffer.from('PK\u0003\u0004 archive'), /archive zip, le format de PyTorch depuis la version 1\.6/); // prettier-ignore
    refused(pickle(long(1, 2, 3)), /ce n’est pas un fichier de PyTorch/);
  });
});

describe('a hostile .pth', () => {
  it('calls nothing: what is not needed for weights cannot even be named', () => {
    for (const [module, name] of [
      ['os', 'system'],
      ['posix', 'system'],
      ['builtins', 'eval'],
      ['__builtin__', 'getattr'],
      ['torch', 'load'],
      ['collections', 'OrderedDict.fromkeys'],
      ['__proto__', 'constructor'],
    ] as const) {
      const call = withState(global(module, name), tuple(text('echo pwned')), Buffer.from('R'));
      refused(call, new RegExp(`demande «\u00a0${module}\\.${name}\u00a0»\u00a0; rien n’en a été exécuté`)); // prettier-ignore
    }
  });

  it('makes no objects, and calls no known name with other arguments', () => {
    const dict = global('collections', 'OrderedDict');
    refused(withState(dict, tuple(), Buffer.from([0x81])), /instruction 0x81/); // NEWOBJ
    refused(withState(Buffer.from('ios\nsystem\n')), /instruction 0x69/); // INST
    refused(withState(Buffer.from([0x93])), /instruction 0x93/); // STACK_GLOBAL
    refused(withState(Buffer.from([0x82, 1])), /instruction 0x82/); // EXT1
    refused(withState(dict, tuple(list()), Buffer.from('R')), /un appel dont des poids/);
    refused(withState(global('torch', 'FloatStorage'), tuple(), Buffer.from('R')), /un appel/);
    refused(withState(int(1), none, Buffer.from('b')), /il donne des attributs à un objet/);
    refused(withState(global('torch._utils', '_rebuild_tensor_v2'), tuple(int(1)), Buffer.from('R')), /description d’un tenseur/); // prettier-ignore
  });

  it('does not swell: lists of lists of lists stay as small as their bytes', () => {
    // « Billion laughs »: each list holds the one before ten times.
    const layers = Array.from({ length: 200 }, (_, i) =>
      Buffer.concat([
        list(...Array.from({ length: 10 }, () => (i === 0 ? none : get(i - 1)))),
        put(i),
      ]),
    );
    refused(withState(...layers, Buffer.from('0')), /instruction 0x30/); // POP is not needed
    refused(withState(list(...layers)), /ne contient pas un dictionnaire de poids/);
    refused(withState(Buffer.alloc(1_000_000, '(')), /il y manque une valeur/);
  });

  it('takes no room for numbers that are not there', () => {
    const huge = 2 ** 31 - 1;
    refused(pthFile({ t: plain([4], { announced: huge }) }), /il s’arrête après/);
    refused(pthFile({ t: plain([4], { type: 'DoubleStorage' }) }), /il s’arrête après/);
    refused(pthFile({ t: { ...plain([4]), shape: [huge, huge, huge], strides: [0, 0, 0] } }), /t va au-delà des 4 nombres/); // prettier-ignore
    refused(pthFile({ t: { ...plain([4]), shape: [5], strides: [0] } }), /t va au-delà/);
    refused(pthFile({ t: { ...plain([4]), shape: [2, 2], strides: [4, 1] } }), /t va au-delà/);
    refused(pthFile({ t: { ...plain([4]), offset: 1 } }), /t va au-delà/);
    refused(pthFile({ t: { ...plain([4]), shape: [-2, -2], strides: [1, 1] } }), /description d’un tenseur/); // prettier-ignore
    refused(pthFile({ t: { ...plain([4]), shape: [4], strides: [1, 1] } }), /description d’un tenseur/); // prettier-ignore
    refused(withState(Buffer.from([0x8a, 255]), Buffer.alloc(255, 1)), /une valeur de 255 octets/);
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`t${i}`, plain([5000])])); // prettier-ignore
    refused(pthFile(many), /demandent plus de nombres qu’il n’en contient/);
  });

  it('cannot say of one storage two things, or leave one out', () => {
    const a = plain([4]);
    refused(pthFile({ a, b: { ...a, type: 'IntStorage' } }), /description d’un tenseur/);
    refused(pthFile({ a, b: { ...a, announced: 5 } }), /description d’un tenseur/);
    const whole = pthFile({ a });
    const keys = pickle(list(text('a')));
    const at = whole.indexOf(keys);
    const [before, after] = [whole.subarray(0, at), whole.subarray(at + keys.length)];
    refused(Buffer.concat([before, pickle(list()), after]), /il y manque des nombres/);
    refused(Buffer.concat([before, pickle(list(text('z'))), after]), /liste de ses réserves/);
    refused(Buffer.concat([before, pickle(list(text('a'), text('a'))), after, after]), /liste de ses réserves/); // prettier-ignore
    refused(Buffer.concat([before, pickle(int(3)), after]), /liste de ses réserves/);
  });

  it('keeps names that are words of JavaScript as words', () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const tensors = readPth(pthFile(Object.fromEntries(names.map((name) => [name, plain([1])]))));
    assert.deepEqual([...tensors.keys()], names);
    assert.equal(({} as Record<string, unknown>)['shape'], undefined);
  });

  it('has no end to a mark, a memory or a name that it leaves open', () => {
    refused(withState(Buffer.from('t')), /il y manque le début d’une liste/);
    refused(withState(get(7)), /reprend la valeur 7/);
    refused(withState(mark), /il y manque une valeur/);
    refused(withState(int(1), int(2)), /il y reste des valeurs/);
    refused(withState(Buffer.from('cos')), /un nom n’y a pas de fin|il s’arrête/);
    refused(withState(int(1), int(2), int(3), Buffer.from('s')), /dictionnaire y est mal formé/);
    refused(withState(Buffer.from('}'), int(2), int(3), Buffer.from('s')), /une clé de son dictionnaire/); // prettier-ignore
    refused(withState(Buffer.from('}'), text('a'), int(3), Buffer.from('s')), /a n’y est pas un tenseur/); // prettier-ignore
  });
});
