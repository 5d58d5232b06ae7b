/** One after the other: each takes all cores. */
export async function oneByOne<A, B>(
  all: readonly A[],
  each: (one: A) => Promise<B>,
): Promise<B[]> {
  const done: B[] = [];
  for (const one of all) done.push(await each(one));
  return done;
}
