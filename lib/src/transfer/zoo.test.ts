import { strict as assert } from 'node:assert';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import type * as Tfjs from '@tensorflow/tfjs';

import { packageEntry } from '../data/verified';
import { catalogue, onPaper } from '../models';
import { smallFolder } from './pretrained/convolab-small';
import { hasPretrained, loadPretrained, type PretrainedName } from './pretrained/load-pretrained';
import { zooCaffe, zooHere, zooKeras } from './zoo';

const megabytes = (bytes: number): number => Math.round(bytes / 1e5) / 10;

describe('the model zoo', function () {
  this.timeout(60_000);

  it('says of what is here what is so: parameters, size, licence, classes', async () => {
    const sizes: Record<PretrainedName, number> = {
      'efficientnet-lite0': packageEntry('efficientnet-lite0').files[0]!.bytes,
      'convolab-small': ['model.json', 'weights.bin'].reduce((sum, file) => sum + statSync(path.join(smallFolder(), file)).size, 0),
    }; // prettier-ignore
    assert.equal(zooHere.length, Object.keys(sizes).length);
    for (const { how, parameters, licence, megabytes: said } of zooHere) {
      const name = /loadPretrained\('([\w-]+)'\)/.exec(how)![1] as PretrainedName;
      assert.ok(hasPretrained(name));
      const loaded = await loadPretrained(name);
      assert.equal(parameters, (loaded.model as unknown as Tfjs.LayersModel).countParams(), name);
      assert.equal(said, megabytes(sizes[name]), name);
      assert.ok(loaded.licence.startsWith(licence), `${name}: ${loaded.licence}`);
    }
  });

  it('says how well ours has learned, as npm run pretrain measured it', () => {
    const file = readFileSync(path.join(smallFolder(), 'model.json'), 'utf8');
    const { accuracy } = (JSON.parse(file) as { userDefinedMetadata: { training: { accuracy: Record<string, number> } } }).userDefinedMetadata.training; // prettier-ignore
    for (const part of Object.values(accuracy)) {
      const said = (100 * part).toFixed(1).replace('.', ',');
      assert.ok(zooHere.at(-1)!.knows.includes(`${said} %`), said);
    }
  });

  it('counts networks of Keras as the course does', () => {
    const known = new Map(catalogue.map(({ name, build }) => [name.replaceAll('-', ''), build]));
    const counted = zooKeras.filter(({ name }) => known.has(name));
    assert.equal(counted.length, 4);
    for (const { name, parameters } of counted) {
      assert.equal(onPaper(known.get(name)!).countParams(), parameters, name);
    }
  });

  it('tells all eight names of the slide', () => {
    assert.equal(zooCaffe.length, 8);
    for (const { name, became, licence } of zooCaffe) assert.ok(became && licence, name);
  });
});
