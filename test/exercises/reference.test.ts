import assert from 'node:assert/strict';
import { takesFixtures } from './reference';

describe('a reference answer', () => {
  const scope = {
    line: (a: number, b: number) => (x: number) => a * x + b,
    plain: (x: number) => -x,
  };
  const at = takesFixtures((f: (x: number) => number, x: number) => f(x), scope);

  it('takes a fixture by its name, made from its arguments or as it is', () => {
    assert.equal(at({ fixture: 'line', args: [10, 5] }, 3), 35);
    assert.equal(at({ fixture: 'plain' }, 3), -3);
    assert.throws(() => at({ fixture: 'curve' }, 3), /« curve » manque/);
  });
});
