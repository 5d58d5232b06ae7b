import { strict as assert } from 'node:assert';

import { catalogue } from './catalogue';
import { onPaper } from './paper/on-paper';

describe('catalogue', function () {
  this.timeout(60_000);

  it('has twenty networks, each once, in the order of their years', () => {
    assert.equal(catalogue.length, 20);
    assert.equal(new Set(catalogue.map(({ name }) => name)).size, 20);
    const years = catalogue.map(({ year }) => year);
    assert.deepEqual(years, [...years].sort((a, b) => a - b)); // prettier-ignore
  });

  it('builds each of its paper’s size: no two are alike', () => {
    const counts = catalogue.map(({ build }) => onPaper(build).countParams());
    assert.equal(new Set(counts).size, 20);
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      61_706 + 60_965_224 + 138_357_544 + 143_667_240 + 6_998_552 + 11_224_840 +
        25_636_712 + 44_707_176 + 60_419_944 + 8_062_504 + 14_307_880 + 20_242_984 +
        5_330_564 + 7_856_232 + 9_177_562 + 12_320_528 + 19_466_816 + 30_562_520 + 43_265_136 + 66_658_680,
    ); // prettier-ignore
  });

  it('tells an error of each that saw ImageNet, and where its paper says so', () => {
    const told = catalogue.filter(({ top5 }) => top5 !== undefined);
    assert.equal(told.length, 19);
    for (const { name, top5 } of told) {
      assert.match(top5!.source, /^(tableau|figure) \d/, name);
      assert.ok(top5!.percent > 2 && top5!.percent < 20, name);
    }
  });
});
