import { strict as assert } from 'node:assert';

/** What was thrown: its class and its words. */
export function thrownBy(call: () => unknown): { name: string; message: string } {
  try {
    call();
  } catch (error) {
    const { name, message } = error as Error;
    return { name, message };
  }
  return assert.fail('nothing was thrown');
}

/** Both throw, errors of the same class and with the same words. */
export function refusesAlike(fast: () => unknown, plain: () => unknown): void {
  assert.deepEqual(thrownBy(fast), thrownBy(plain));
}
