import { draw, seededRandom } from '../random';

/** The parts that pictures are divided into. */
export type Part = 'train' | 'validation' | 'test';

/** What stays together: pictures that are alike, the class of each. */
export type Group = readonly number[];

/**
 * Divides groups into parts by the seed, so that each part has of each class about its share: at least one,
 * where the class has as many groups as there are parts. A group is never divided.
 *
 * @param groups the labels of each one's pictures
 * @param shares of each part, adding up to 1; a part of share 0 gets nothing
 * @returns the part of each group
 */
export function splitGroups(
  groups: readonly Group[],
  shares: Readonly<Partial<Record<Part, number>>>,
  seed: number,
): Part[] {
  const counts = countLabels(groups.flat());
  const parts = (Object.keys(shares) as Part[])
    .filter((part) => shares[part]! > 0)
    .map((name) => ({ name, share: shares[name]!, given: new Map<number, number>() }));
  const order = [...draw(groups.length, groups.length, seededRandom(seed))];
  // Large groups first, while there is still room for them.
  order.sort((a, b) => groups[b]!.length - groups[a]!.length);
  const chosen: Part[] = [];
  for (const number of order) {
    const labels = groups[number]!;
    // How far each part is from having its share of these classes, 1 where it has none yet.
    const needs = parts.map(({ share, given }) =>
      labels.reduce(
        (sum, label) => sum + 1 - (given.get(label) ?? 0) / (share * counts.get(label)!),
        0,
      ),
    );
    const part = parts[needs.indexOf(Math.max(...needs))]!;
    chosen[number] = part.name;
    for (const label of labels) part.given.set(label, (part.given.get(label) ?? 0) + 1);
  }
  return chosen;
}

/** How many there are of each. */
export function countLabels(labels: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}
