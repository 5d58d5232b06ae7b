import { impossible } from '../../errors';
import type { LeftOut } from './find-pictures';
import { areAlike, type Signature } from './signature';
import type { Part } from './split-groups';

/** A picture and what it is compared by. */
export interface Signed {
  file: string;
  label: number;
  /** Where the folder itself is divided into parts. */
  part?: Part;
  signature: Signature;
}

/** How many pairs an error names. */
const mostPairs = 5;

/**
 * Finds the pictures that are alike: what stands both in what a network learns and in what it is tested with makes
 * the test a lie.
 *
 * @param near how far apart two pictures may be and still count as nearly the same, as `areAlike` has it; 0 compares pixels only
 * @returns groups of places that must stay together, and the copies that are left out
 * @throws RangeError when the same picture is of two classes, or alike ones are in two parts
 */
export function groupAlike(
  pictures: readonly Signed[],
  near: number,
  doing: string,
): { groups: number[][]; leftOut: LeftOut[] } {
  const { kept, leftOut } = withoutCopies(pictures, doing);
  const leaks: string[] = [];
  const groupOf = new Map(kept.map((place) => [place, [place]]));
  for (const [i, place] of near > 0 ? kept.entries() : []) {
    for (const other of kept.slice(i + 1)) {
      const [one, two] = [pictures[place]!, pictures[other]!];
      if (!areAlike(one.signature, two.signature, near)) continue;
      if (one.part !== two.part) leaks.push(`${one.file} et ${two.file} (presque la même)`);
      else join(groupOf, place, other);
    }
  }
  refuseLeaks(leaks, doing);
  return { groups: [...new Set(groupOf.values())], leftOut };
}

/** The first of each picture; a further one of the same class and part is left out. */
function withoutCopies(
  pictures: readonly Signed[],
  doing: string,
): { kept: number[]; leftOut: LeftOut[] } {
  const firsts = new Map<string, number>();
  const leftOut: LeftOut[] = [];
  const twoClasses: string[] = [];
  const leaks: string[] = [];
  for (const [place, { file, label, part, signature }] of pictures.entries()) {
    const first = pictures[firsts.get(signature.exact) ?? place]!;
    if (first.file === file) firsts.set(signature.exact, place);
    else if (first.label !== label) twoClasses.push(`${first.file} et ${file}`);
    else if (first.part !== part) leaks.push(`${first.file} et ${file} (la même)`);
    else leftOut.push({ file, why: `c'est la même image que ${first.file}` });
  }
  if (twoClasses.length > 0) {
    throw new RangeError(
      impossible(
        doing,
        `la même image est dans deux classes\u00a0: ${some(twoClasses)}`,
        'ne la gardez que dans une, ou retirez-la si elle montre les deux',
      ),
    );
  }
  refuseLeaks(leaks, doing);
  return { kept: [...firsts.values()], leftOut };
}

function refuseLeaks(leaks: readonly string[], doing: string): void {
  if (leaks.length === 0) return;
  throw new RangeError(
    impossible(
      doing,
      `la même image est à la fois dans deux parties (train, validation, test), ce qui rend le test faux\u00a0: ${some(leaks)}`,
      "retirez-la d'une des deux\u00a0; ou donnez un dossier par classe, sans train ni test\u00a0: le partage se fait alors sans séparer celles qui se ressemblent",
    ),
  );
}

function some(pairs: readonly string[]): string {
  const more = pairs.length - mostPairs;
  return pairs.slice(0, mostPairs).join(', ') + (more > 0 ? ` et ${more} autres paires` : '');
}

/** Two groups become one, which both of them know. */
function join(groupOf: Map<number, number[]>, place: number, other: number): void {
  const [one, two] = [groupOf.get(place)!, groupOf.get(other)!];
  if (one === two) return;
  one.push(...two);
  for (const each of two) groupOf.set(each, one);
}
