import { strict as assert } from 'node:assert';
import { inspect } from 'node:util';

import { Volume } from '../../volume/volume';
import { relu as plainRelu } from '../../ops/relu';
import { relu } from '../ops/relu';
import { inEngine } from './memory';
import { adopt, memoryInUse, release, scope } from './scope';

const row = (...values: number[]): Volume => new Volume([values.length], Float32Array.from(values));

describe('scope', () => {
  it('keeps results in the engine inside, and copies out what is returned', () => {
    const { used } = memoryInUse();
    let inside: Volume | undefined;
    const outside = scope(() => {
      inside = relu(row(1, -2));
      assert.ok(inEngine(inside.data));
      return inside;
    });
    assert.ok(!inEngine(outside.data));
    assert.deepEqual(outside.toNested(1), [1, 0]);
    assert.equal(memoryInUse().used, used);
  });

  it('copies out Volumes in arrays and plain objects, each once', () => {
    const out = scope(() => {
      const y = relu(row(3));
      return { list: [y, relu(row(4))], y, name: 'z' };
    });
    assert.deepEqual([out.list[0]!.at(0), out.list[1]!.at(0), out.name], [3, 4, 'z']);
    assert.equal(out.list[0], out.y);
    assert.ok(!inEngine(out.y.data));
  });

  it('hands its result on to the scope around it', () => {
    scope(() => {
      const y = scope(() => relu(row(5)));
      assert.ok(inEngine(y.data));
      assert.equal(relu(y).at(0), 5);
    });
  });

  it('copies every result out where there is no scope', () => {
    const { used } = memoryInUse();
    assert.ok(!inEngine(relu(row(1)).data));
    assert.equal(memoryInUse().used, used);
  });

  it('frees everything when the body throws', () => {
    const { used } = memoryInUse();
    const body = (): never => {
      relu(row(1, 2, 3));
      throw new Error('no');
    };
    assert.throws(() => scope(body), new Error('no'));
    assert.equal(memoryInUse().used, used);
  });

  it('refuses to read or use a Volume that a scope has freed, however it was kept', () => {
    const kept = new Map<string, Volume>();
    class Layer {
      constructor(readonly output: Volume) {}
    }
    const layer = scope(() => {
      kept.set('map', relu(row(1, 2)));
      return new Layer(relu(row(3, 4)));
    });
    kept.set('field', layer.output);
    const freed = new RangeError(
      'Impossible de lire les nombres de ce Volume\u00a0: sa mémoire a été libérée\u00a0; rendez-le de scope, ou gardez-le avec adopt, si vous en avez besoin après.',
    );
    for (const volume of kept.values()) {
      const uses = [
        relu,
        plainRelu,
        inspect,
        (v: Volume) => v.data[0],
        (v: Volume) => [...v.data],
        (v: Volume) => v.at(0),
      ];
      for (const use of uses) {
        assert.throws(() => use(volume), freed);
      }
      assert.deepEqual(volume.shape, [2]);
    }
  });

  it('refuses what shares the numbers of one that was freed, in an operation', () => {
    let reshaped = row(0);
    scope(() => {
      reshaped = relu(row(1, 2)).reshape([2, 1]);
    });
    assert.throws(() => relu(reshaped), /sa mémoire a été libérée/);
  });

  it('an asynchronous body that is refused does not end the process when it goes on', async () => {
    const unheard: unknown[] = [];
    const listen = (reason: unknown) => unheard.push(reason);
    process.on('unhandledRejection', listen);
    try {
      const body = async () => {
        const freed = relu(row(1));
        await Promise.resolve();
        return freed.toNested(1);
      };
      assert.throws(() => scope(body), /la fonction donnée est asynchrone/);
      await new Promise((resolve) => setTimeout(resolve, 10));
      assert.deepEqual(unheard, []);
    } finally {
      process.off('unhandledRejection', listen);
    }
  });

  it('refuses an asynchronous body', () => {
    assert.throws(
      () => scope(async () => relu(row(1))),
      new TypeError(
        'Impossible de terminer scope\u00a0: la fonction donnée est asynchrone\u00a0; attendez (await) avant ou après scope, pas dedans.',
      ),
    );
  });
});

describe('adopt and release', () => {
  it('keep a copy in the engine, used in place, through scopes', () => {
    const { used } = memoryInUse();
    const adopted = adopt(Volume.from([1, -1, 2]));
    assert.equal(adopted.dtype, 'float32');
    assert.ok(inEngine(adopted.data));
    scope(() => relu(adopted));
    adopted.data[1] = 7;
    assert.deepEqual(relu(adopted).toNested(1), [1, 7, 2]);
    assert.equal(
      scope(() => adopted),
      adopted,
    );
    release(adopted);
    assert.equal(memoryInUse().used, used);
  });

  it('a part of an adopted Volume is used in place', () => {
    const data = adopt(row(1, -2, 3, -4));
    const part = new Volume([2], data.data.subarray(2));
    assert.deepEqual(relu(part).toNested(1), [3, 0]);
    release(data);
  });

  it('survive growing: what was adopted before is still in place', () => {
    const before = adopt(row(1, -2));
    const large = adopt(Volume.zeros([12 * 2 ** 20], 'float32'));
    assert.deepEqual(relu(before).toNested(1), [1, 0]);
    release(large);
    release(before);
  });

  it('release refuses what was not adopted, or was released before', () => {
    const refused = (found: string): RangeError =>
      new RangeError(
        `Impossible de libérer le Volume\u00a0: ${found}\u00a0; n'appelez release qu'une fois, sur ce que adopt a rendu.`,
      );
    assert.throws(() => release(row(1)), refused("il n'a pas été adopté"));
    const adopted = adopt(row(1));
    const reshaped = adopted.reshape([1, 1]);
    release(adopted);
    assert.throws(() => adopted.at(0), /sa mémoire a été libérée/);
    assert.throws(() => release(adopted), refused('il a déjà été libéré'));
    assert.throws(() => release(reshaped), refused('il a déjà été libéré'));
  });
});

describe('memory', () => {
  it('stays flat over 1,000 calls', () => {
    const image = row(...Array.from({ length: 4_096 }, (_, i) => i - 2_000));
    const call = (): void => {
      relu(image);
      scope(() => relu(relu(image)));
    };
    call();
    const before = memoryInUse();
    for (let i = 0; i < 1_000; i++) call();
    assert.deepEqual(memoryInUse(), before);
  });
});
