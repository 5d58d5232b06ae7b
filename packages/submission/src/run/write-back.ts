/**
 * Makes `target` hold what `source` holds, in place, as far as both are lists, typed arrays or plain
 * objects of the same kind: so a spec sees what a function in a sandbox did to its arguments.
 *
 * @param source data from the wire: plain, without cycles
 */
export function writeBack(target: unknown, source: unknown): void {
  if (Array.isArray(target) && Array.isArray(source)) {
    const items = target as unknown[];
    items.length = source.length;
    source.forEach((value, index) => {
      items[index] = merged(items[index], value);
    });
  } else if (isNumbers(target) && isNumbers(source) && target.length === source.length) {
    target.set(source);
  } else if (isPlain(target) && isPlain(source)) {
    for (const key of Object.keys(target)) {
      if (!Object.hasOwn(source, key)) Reflect.deleteProperty(target, key);
    }
    for (const [key, value] of Object.entries(source)) {
      if (key !== '__proto__') target[key] = merged(target[key], value);
    }
  }
}

/** What stood there, made to hold the new value; or the new value, where the kinds differ. */
function merged(old: unknown, value: unknown): unknown {
  if (kindOf(old) === 'value' || kindOf(old) !== kindOf(value)) return value;
  writeBack(old, value);
  return old;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  if (isNumbers(value)) return `${value.constructor.name} of ${value.length}`;
  return isPlain(value) ? 'object' : 'value';
}

const isNumbers = (value: unknown): value is Float64Array =>
  ArrayBuffer.isView(value) && !(value instanceof DataView);

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
