/** An object that stayed on the other side, whose methods are called there. */
export interface Handle {
  call: (method: string, ...args: unknown[]) => Promise<unknown>;
}

/**
 * What the model behind a handle says of itself (tfjs's `toJSON`), to be read by `readModel`; what is no handle
 * says nothing of itself.
 */
export function textOfHandle(answer: unknown): Promise<unknown> {
  const { call } = (answer ?? {}) as Partial<Handle>;
  return typeof call === 'function' ? call('toJSON', null, true) : Promise.resolve(undefined);
}
