import { strict as assert } from 'node:assert';

import type { Volume } from '../../volume/volume';

/** The same shapes, and numbers that differ by no more than `within` of the largest (or of 1), by name. */
export function close(
  found: Record<string, Volume>,
  wanted: Record<string, Volume>,
  within = 1e-5,
): void {
  assert.deepEqual(Object.keys(found).sort(), Object.keys(wanted).sort());
  for (const [name, ours] of Object.entries(found)) {
    const theirs = wanted[name]!;
    assert.deepEqual(ours.shape, theirs.shape, `shape of ${name}`);
    assert.ok(ours.data instanceof Float32Array, `${name} is float32`);
    const wantedNumbers = Float64Array.from(theirs.data);
    const largest = wantedNumbers.reduce((most, x) => Math.max(most, Math.abs(x)), 1);
    const at = ours.data.findIndex(
      (x, i) => !(Math.abs(x - wantedNumbers[i]!) <= within * largest),
    );
    assert.equal(at, -1, `${name}: ${ours.data[at]} at ${at}, not ${theirs.data[at]}`);
  }
}
