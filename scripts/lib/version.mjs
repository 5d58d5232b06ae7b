// Plain syntax on purpose: supported-node.mjs reads this file with whatever Node is there.

/** '3.11.7rc1' -> [3, 11, 7]. Text without a number gives []. */
export function parseVersion(text) {
  const match = /(\d+(?:\.\d+)*)/.exec(text);
  return match ? match[1].split('.').map(Number) : [];
}

/** Is `found` the same as `wanted` or later? Missing parts count as 0; unreadable text is never enough. */
export function atLeast(found, wanted) {
  const a = parseVersion(found);
  const b = parseVersion(wanted);
  if (a.length === 0) return false;
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const x = a[i] || 0;
    const y = b[i] || 0;
    if (x !== y) return x > y;
  }
  return true;
}

/** The range of package.json's "engines": ^20.19.0 || ^22.0.0. */
export function satisfiesNode(found) {
  const major = parseVersion(found)[0];
  return (major === 20 && atLeast(found, '20.19.0')) || major === 22;
}
