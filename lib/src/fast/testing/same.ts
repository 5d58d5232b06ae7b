import { strict as assert } from 'node:assert';

import { Volume } from '../../volume/volume';

/** The same shapes and, to the last digit of float32, the same numbers, by name. */
export function same(
  found: Record<string, Volume> | Volume,
  wanted: Record<string, Volume> | Volume,
): void {
  const named = (volumes: Record<string, Volume> | Volume): Record<string, Volume> =>
    volumes instanceof Volume ? { output: volumes } : volumes;
  const [ours, theirs] = [named(found), named(wanted)];
  assert.deepEqual(Object.keys(ours).sort(), Object.keys(theirs).sort());
  for (const [name, volume] of Object.entries(ours)) {
    assert.deepEqual(volume.shape, theirs[name]!.shape, `shape of ${name}`);
    assert.ok(volume.data instanceof Float32Array, `${name} is float32`);
    const expected = Float32Array.from(theirs[name]!.data);
    const place = volume.data.findIndex((value, i) => !Object.is(value + 0, expected[i]! + 0));
    assert.equal(place, -1, `${name}: ${volume.data[place]} at ${place}, not ${expected[place]}`);
  }
}
