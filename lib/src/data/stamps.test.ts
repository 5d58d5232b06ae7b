import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import path from 'node:path';

import { readImage } from '../images/read-image';
import { readDataset } from '../training/dataset';
import { datasetsFolder, datasetsRoot, readManifest } from './datasets-root';
import { areAlike, signatureOf } from './pictures/signature';
import { type StampClass, stampClasses, loadStamps } from './stamps';

interface Stamp {
  name: string;
  title: string;
  class: StampClass;
  series?: string;
  to: string;
}
const entry = readManifest().find(({ id }) => id === 'stamps')!;
const stamps = entry.files as Stamp[];
const folder = path.join(datasetsRoot(), 'stamps');

describe('the list of stamps', () => {
  it('names each in French, with its class; the whole has a credit and a licence', () => {
    assert.ok(entry.optional);
    assert.match(entry.credit, /Tux Paint/);
    assert.match(entry.licence, /^GPL-2/);
    assert.equal(new Set(stamps.map(({ to }) => to)).size, stamps.length);
    for (const { name, title, class: own } of stamps) {
      assert.match(title, /^\p{Lu}/u, name);
      assert.ok(stampClasses.includes(own), name);
    }
  });

  it('keeps pictures of one animal together: gnus, lions, the pigs of one sty', () => {
    const of = (series: string): string[] =>
      stamps.filter((stamp) => stamp.series === series).map(({ name }) => name);
    assert.deepEqual(of('gnu').sort(), ['gnu-baby', 'gnu-baby-stand', 'gnu-sitting', 'gnu-stand']);
    assert.deepEqual(of('lion').sort(), ['lion', 'lion-2']);
    assert.deepEqual(of('cochon'), ['pig', 'pig_golden', 'pig_golden2']);
  });
});

describe('loadStamps()', function () {
  this.timeout(120_000); // decoding on a busy machine
  const there = existsSync(folder);

  it('says how to get them where they are not there', async () => {
    const before = process.env['CONVOLAB_DATASETS'];
    process.env['CONVOLAB_DATASETS'] = path.join(datasetsFolder(), 'nowhere');
    try {
      await assert.rejects(loadStamps(), /npm run setup -- --with stamps/);
    } finally {
      if (before === undefined) Reflect.deleteProperty(process.env, 'CONVOLAB_DATASETS');
      else process.env['CONVOLAB_DATASETS'] = before;
    }
  });

  it('refuses classes that are none of theirs, and numbers out of range', async () => {
    await assert.rejects(
      loadStamps({ classes: ['chat', 'oiseau'] as never }),
      /celles-ci\u00a0: mammifère/,
    );
    await assert.rejects(loadStamps({ classes: ['oiseau', 'oiseau'] }), RangeError);
    await assert.rejects(loadStamps({ classes: ['oiseau'] }), RangeError);
    await assert.rejects(loadStamps({ test: 1 }), /test vaut 1/);
    await assert.rejects(loadStamps({ side: 0 }), /side vaut 0/);
    await assert.rejects(loadStamps({ seed: 0.5 }), /seed/);
  });

  it('reads them whole on white, each class divided by its share, and no series', async function () {
    if (!there) this.skip();
    const { train, test, classes, titles } = await loadStamps({ side: 64 });
    assert.deepEqual(classes, ['mammifère', 'oiseau', 'fruit', 'fleur', 'légume']);
    assert.equal(train.labels.length + test.labels.length, 164);
    for (const half of [train, test]) readDataset(half, 'les tampons', [64, 64, 3], 5);
    const seriesOf = (file: string): string | undefined =>
      stamps.find(({ to }) => to === file)!.series;
    const inTrain = new Set(train.files.map(seriesOf).filter(Boolean));
    assert.deepEqual(
      test.files.filter((file) => inTrain.has(seriesOf(file))),
      [],
    );
    for (const [label, name] of classes.entries()) {
      const all = stamps.filter((stamp) => stamp.class === name).length;
      const tested = test.labels.filter((each) => each === label).length;
      assert.ok(Math.abs(tested - all / 4) <= 2, `${name}: ${tested} of ${all}`);
    }
    const tiger = [train, test].find(({ files }) => files.includes('tiger.png'))!;
    const place = tiger.files.indexOf('tiger.png');
    assert.equal(titles['tiger.png'], 'Un tigre');
    assert.equal(tiger.images.at(place, 0, 0, 2), 255, 'the ground is white');
    const middle = [0, 1, 2].map((channel) => tiger.images.at(place, 32, 32, channel));
    assert.ok(middle[0]! > middle[2]! + 20, `the middle of a tiger is orange: ${middle.join()}`);
  });

  it('draws the split by its seed', async function () {
    if (!there) this.skip();
    const classes = ['instrument', 'outil'] as const;
    const [one, again, other] = [1, 1, 2].map((seed) => loadStamps({ side: 16, classes, seed }));
    assert.deepEqual((await again!).test.files, (await one!).test.files);
    assert.notDeepEqual((await other!).test.files, (await one!).test.files);
  });

  it('has no two pictures that are nearly the same, but within a series', async function () {
    if (!there) this.skip();
    const signed = await Promise.all(
      stamps.map(async (stamp) => ({
        ...stamp,
        signature: signatureOf(await readImage(path.join(folder, stamp.to))),
      })),
    );
    for (const [i, one] of signed.entries()) {
      for (const other of signed.slice(i + 1)) {
        if (one.series !== undefined && one.series === other.series) continue;
        assert.ok(!areAlike(one.signature, other.signature, 24), `${one.name} and ${other.name}`);
      }
    }
  });
});
