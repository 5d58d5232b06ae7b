import { strict as assert } from 'node:assert';
import { mkdir, mkdtemp, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import fc from 'fast-check';

import { Volume } from '../../volume/volume';
import * as nn from '../index';
import { hashOf, layOut, type StoredTensor } from './safetensors';

const layers = (): nn.Layer[] => [
  nn.conv2d({ filters: 2, kernelSize: [3, 2], padding: 'same', activation: 'leakyRelu' }),
  nn.batchNorm({ momentum: 0.5 }),
  nn.elu({ alpha: 0.5 }),
  nn.maxPool2d({ poolSize: 2 }),
  nn.dropout({ rate: 0.25 }),
  nn.flatten(),
  nn.dense({ units: 3, useBias: false, activation: 'softmax' }),
];
const build = (engine: nn.EngineName = 'fast'): nn.Network =>
  nn.sequential(layers(), { inputShape: [4, 4, 1], engine });

const data = {
  images: new Volume(
    [12, 4, 4, 1],
    Float32Array.from({ length: 192 }, (_, i) => Math.sin(i * i)),
  ),
  labels: Array.from({ length: 12 }, (_, i) => i % 3),
};
const options = { batchSize: 5, progress: false, seed: 4 };

describe('save() and load()', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'convolab-nn-'));
    file = path.join(folder, 'reseau.safetensors');
  });

  afterEach(() => rm(folder, { recursive: true }));

  /** What load says of these bytes, with plain spaces; the beginning and the end are always the same. */
  async function refusal(bytes: Uint8Array | string): Promise<string> {
    await writeFile(file, bytes);
    try {
      await nn.load(file);
    } catch (error) {
      const { message } = error as Error;
      const text = message.replaceAll('\u00a0', ' ');
      const begin = `Impossible de lire le réseau ${file} : `;
      const end = ' ; enregistrez-le de nouveau avec save, ou reprenez une copie intacte.';
      assert.ok(text.startsWith(begin) && text.endsWith(end), text);
      return text.slice(begin.length, -end.length);
    }
    return 'taken';
  }

  it('bring a network back with the same layers, weights and answers', async () => {
    for (const engine of ['fast', 'plain'] as const) {
      const network = build(engine);
      await network.fit(data, { ...options, epochs: 1 });
      await nn.save(network, file);
      const { network: loaded, optimizer, epochs } = await nn.load(file);
      assert.deepEqual(loaded.getWeights(), network.getWeights());
      assert.equal(loaded.engine, engine);
      assert.equal(String(loaded.summary()), String(network.summary()));
      assert.deepEqual(loaded.predict(data.images), network.predict(data.images));
      assert.equal(optimizer, undefined);
      assert.equal(epochs, 0);
    }
  });

  it('keep the optimiser: a training that goes on ends as one without interruption', async () => {
    for (const make of [nn.adam, nn.momentum, nn.sgd]) {
      const whole = build();
      await whole.fit(data, { ...options, epochs: 4, optimizer: make() });
      const first = build();
      const optimizer = make();
      await first.fit(data, { ...options, epochs: 2, optimizer });
      await nn.save(first, file, { optimizer, epochs: 2 });
      const { network, epochs: initialEpoch, ...saved } = await nn.load(file);
      const rest = { epochs: 4, initialEpoch, optimizer: saved.optimizer! };
      await network.fit(data, { ...options, ...rest });
      assert.deepEqual(network.getWeights(), whole.getWeights());
    }
  });

  it('write what the safetensors format says, so that others can read it', async () => {
    const network = nn.sequential([nn.dense({ units: 1 })], { inputShape: [2] });
    network.setWeights({
      'dense/kernel': Volume.from([[1], [-2]]),
      'dense/bias': Volume.from([0.5]),
    });
    await nn.save(network, file);
    const bytes = await readFile(file);
    const end = 8 + Number(bytes.readBigUInt64LE());
    const header = JSON.parse(bytes.toString('utf8', 8, end));
    assert.deepEqual(header['dense/kernel'], { dtype: 'F32', shape: [2, 1], data_offsets: [0, 8] });
    assert.deepEqual(header['dense/bias'], { dtype: 'F32', shape: [1], data_offsets: [8, 12] });
    assert.deepEqual(
      [0, 4, 8].map((at) => bytes.readFloatLE(end + at)),
      [1, -2, 0.5],
    );
    assert.equal(bytes.length, end + 12);
    assert.equal(end % 8, 0);
    assert.ok(Object.values(header.__metadata__).every((value) => typeof value === 'string'));
  });

  it('replace a file whole, or leave it as it was and nothing beside it', async () => {
    await nn.save(build(), file);
    const before = await readFile(file);
    await nn.save(build(), file);
    assert.deepEqual(await readdir(folder), ['reseau.safetensors']);
    const broken = build();
    broken.getWeights = () => ({
      'dense/kernel': { shape: [1], data: new BadNumbers(1) } as never,
    });
    await assert.rejects(nn.save(broken, file), /numbers that cannot be read/);
    assert.deepEqual(await readFile(file), before);
    const taken = path.join(folder, 'taken');
    await mkdir(taken);
    await assert.rejects(nn.save(build(), taken), /Impossible d'enregistrer le réseau/);
    await rmdir(taken);
    const nowhere = path.join(folder, 'absent', 'reseau.safetensors');
    await assert.rejects(nn.save(build(), nowhere), {
      message: /^Impossible d'enregistrer le réseau dans .*ENOENT.*vérifiez que le dossier existe/,
    });
    assert.deepEqual(await readdir(folder), ['reseau.safetensors']);
  });

  it('refuse a file that was cut, wherever', async () => {
    await nn.save(build(), file);
    const whole = await readFile(file);
    for (let length = 0; length < whole.length; length += 37) {
      assert.notEqual(await refusal(whole.subarray(0, length)), 'taken');
    }
    assert.equal(await refusal(whole.subarray(0, 5)), "il n'a que 5 octets");
    assert.match(
      await refusal(whole.subarray(0, 40)),
      /son en-tête devrait faire \d+ octets mais il n'en reste que 32/,
    );
    assert.match(await refusal(whole.subarray(0, -1)), /sha256.*il a été coupé ou modifié/);
    assert.match(await refusal(Buffer.concat([whole, Buffer.of(0)])), /sha256/);
  });

  it('refuse a file in which any one bit is another', async () => {
    await nn.save(build(), file);
    const whole = await readFile(file);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (place, bit) => {
        const bytes = Buffer.from(whole);
        bytes[place]! ^= 1 << bit;
        assert.notEqual(await refusal(bytes), 'taken');
      }),
      { seed: 1, numRuns: 150 },
    );
  });

  it('refuse what is no network, or a later one', async () => {
    assert.match(await refusal('bonjour tout le monde'), /son en-tête devrait faire/);
    assert.equal(await refusal(sealed({}, new Map(), '[]')), "son en-tête n'est pas un objet JSON");
    assert.equal(await refusal(sealed({}, new Map(), '{')), "son en-tête n'est pas du JSON");
    assert.equal(
      await refusal(sealed({ format: 'pt' })),
      "ce n'est pas un réseau enregistré par save",
    );
    assert.equal(
      await refusal(sealed({ ...ours, version: '2' })),
      "il est de la version 2 du format, plus récente que la 1 d'ici (mettez le cours à jour)",
    );
    assert.match(await refusal(sealed({ ...ours, version: 'x' })), /sa version de format \(x\)/);
    await assert.rejects(nn.load(path.join(folder, 'absent')), {
      message:
        /absent\u00a0: le fichier ou son dossier n'existe pas \(ENOENT\)\u00a0; vérifiez le nom/,
    });
    await assert.rejects(nn.load(folder), {
      message: /\u00a0: c'est un dossier \(EISDIR\)\u00a0;/,
    });
  });

  it('refuse tensors that overlap, leave gaps, lie outside, or are larger than the file', async () => {
    const says = async (entries: object, bytes: number, message: RegExp): Promise<void> =>
      assert.match(await refusal(sealedHeader(entries, bytes)), message);
    const f32 = (shape: unknown, offsets: unknown): object => ({
      dtype: 'F32',
      shape,
      data_offsets: offsets,
    });
    await says({ a: f32([2], [0, 8]), b: f32([2], [4, 12]) }, 12, /les nombres de b en recouvrent/);
    await says(
      { a: f32([1], [0, 4]), b: f32([1], [8, 12]) },
      12,
      /il y a un trou devant les nombres de b/,
    );
    await says({ a: f32([1], [0, 4]) }, 8, /8 octets de nombres mais l'en-tête en annonce 4/);
    await says({ a: f32([4], [0, 16]) }, 8, /pas là où l'en-tête les annonce/);
    await says({ a: f32([2], [0, 4]) }, 4, /pas là où/);
    await says({ a: f32([1], [-4, 0]) }, 4, /pas là où/);
    await says({ a: f32([1], [0, 1e300]) }, 4, /pas là où/);
    await says({ a: f32([1], 'début') }, 4, /pas là où/);
    await says({ a: f32([2 ** 40, 2 ** 40], [0, 4]) }, 4, /la forme de a n'en est pas une/);
    await says({ a: f32([-1, -1], [0, 4]) }, 4, /la forme de a/);
    await says({ a: f32([], [0, 4]) }, 4, /la forme de a/);
    await says({ a: { dtype: 'I64', shape: [1], data_offsets: [0, 8] } }, 8, /ni F32 ni F64/);
    await says(
      { a: { dtype: 'constructor', shape: [1], data_offsets: [0, 8] } },
      8,
      /ni F32 ni F64/,
    );
    await says({ a: null }, 0, /ni F32 ni F64/);
  });

  it('refuse an architecture that asks for what it does not bring', async () => {
    const says = async (architecture: unknown, message: RegExp, more = {}): Promise<void> =>
      assert.match(
        await refusal(
          sealed({ ...ours, architecture: JSON.stringify(architecture), ...more }, kernel),
        ),
        message,
      );
    const net = (type: string, given: object): object => ({
      inputShape: [2],
      layers: [{ type, options: given }],
    });
    await says(
      net('dense', { units: 1e9, useBias: false }),
      /dense\/kernel a la forme \[2, 1\] mais son architecture veut \[2, 1000000000\]/,
    );
    await says(net('dense', { units: 1 }), /les poids dense\/bias n'y sont pas/);
    await says(net('constructor', {}), /la couche constructor n'existe pas ici/);
    await says(net('activation', {}), /la couche activation n'existe pas ici/);
    await says(
      net('dense', { units: 'beaucoup' }),
      /son architecture est illisible .*units vaut 'beaucoup'/,
    );
    await says({ inputShape: 5, layers: [] }, /son architecture est illisible/);
    await says(null, /son architecture est illisible/);
    const fine = net('dense', { units: 1, useBias: false });
    await says(fine, /^taken$/);
    const adam = (state: object): object => ({ optimizer: JSON.stringify(state) });
    await says(
      fine,
      /son optimiseur est illisible .*'toString'/,
      adam({ kind: 'toString', options: {} }),
    );
    await says(
      fine,
      /retenu de dense\/kernel manque/,
      adam({ kind: 'adam', options: {}, steps: 1 }),
    );
    await says(fine, /nombre de pas/, adam({ kind: 'sgd', options: {}, steps: -1 }));
    await says(fine, /nombre d'époques/, { epochs: 'NaN' });
  });
});

const ours = { format: 'convolab-network', version: '1' };

const kernel = new Map<string, StoredTensor>([
  ['dense/kernel', { shape: [2, 1], data: Float32Array.of(1, 2) }],
]);

/** A file with a right hash, whatever it says; `header` in place of its own. */
function sealed(
  metadata: Record<string, string>,
  tensors: ReadonlyMap<string, StoredTensor> = new Map(),
  header?: string,
): Buffer {
  if (header === undefined) return Buffer.concat(layOut(tensors, metadata));
  const json = Buffer.from(header);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  return Buffer.concat([length, json]);
}

/** A file with these entries, as many bytes of numbers, and a right hash. */
function sealedHeader(entries: object, bytes: number): Buffer {
  const file = (sha256: string): Buffer =>
    Buffer.concat([
      sealed({}, undefined, JSON.stringify({ __metadata__: { ...ours, sha256 }, ...entries })),
      Buffer.alloc(bytes),
    ]);
  return file(hashOf([file('0'.repeat(64))]));
}

/** Fails when its bytes are asked for, as a disk that is full would fail in the middle of writing. */
class BadNumbers extends Float32Array {
  override get byteOffset(): number {
    throw new Error('numbers that cannot be read');
  }
}
