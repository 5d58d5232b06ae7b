import assert from 'node:assert/strict';
import { readCodeRequest, readExecuteRequest } from './requests';

describe('requests', () => {
  it('take the defaults of the protocol where a field is missing', () => {
    assert.deepEqual(readExecuteRequest({ code: '1' }), {
      code: '1',
      silent: false,
      storeHistory: true,
      stopOnError: true,
    });
    assert.deepEqual(readCodeRequest({ code: 'abc' }), { code: 'abc', cursor: 3 });
  });

  it('store no history when silent, whatever they say', () => {
    const request = { code: '1', silent: true, store_history: true };
    assert.equal(readExecuteRequest(request).storeHistory, false);
  });

  it('that make no sense are an empty cell, not a crash', () => {
    for (const content of [null, undefined, 5, { code: 7 }]) {
      assert.equal(readExecuteRequest(content).code, '');
      assert.deepEqual(readCodeRequest(content), { code: '', cursor: 0 });
    }
  });
});
