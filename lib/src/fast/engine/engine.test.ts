import { strict as assert } from 'node:assert';

import { fastInfo, setKernels, setThreads } from './engine';

describe('the fast engine', () => {
  afterEach(() => setKernels('wasm'));

  it('says which kernels compute, and why', () => {
    setKernels('typescript');
    assert.equal(fastInfo().kernels, 'typescript');
    assert.equal(fastInfo().why, 'choisi par setKernels');
    setKernels('wasm');
    assert.equal(fastInfo().kernels, 'wasm');
  });

  it('refuses kernels it does not have', () => {
    assert.throws(() => setKernels('webassembly' as never), {
      name: 'RangeError',
      message:
        "Impossible de choisir les noyaux de calcul\u00a0: on demande 'webassembly' mais il y a 'wasm' et 'typescript'\u00a0; donnez setKernels('wasm').",
    });
  });

  it('takes no number of threads but a whole one from 1 to 64', () => {
    for (const threads of [0, 65, 1.5, NaN]) assert.throws(() => setThreads(threads), RangeError);
  });
});
