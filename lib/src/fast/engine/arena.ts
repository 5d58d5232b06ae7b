import { impossible } from '../../errors';
import type { LinearMemory } from './memory';

interface Gap {
  offset: number;
  bytes: number;
}

/** Whole cache lines, so that no two blocks share one. */
const alignment = 64;

/** Below that lies nothing: offset 0 stands for "none" among a kernel's arguments. */
const firstOffset = 4_096;

/** Kept free at the end: a kernel may read a little past a block (vectors are read whole). */
const slack = 64;

/** The memory grows by at least that much. */
const leastGrowth = 16 * 2 ** 20;

/**
 * Gives out blocks of a linear memory, and takes them back. First fit among the gaps, in the order
 * of their offsets; neighbouring gaps become one, so what is freed can be used again whole.
 */
export class Arena {
  private readonly gaps: Gap[] = [];
  private top = firstOffset;
  private used = 0;

  constructor(private readonly memory: LinearMemory) {}

  /** Bytes in use. */
  get bytes(): number {
    return this.used;
  }

  /**
   * @returns where the block begins, in bytes
   * @throws RangeError when the memory cannot grow that far
   */
  allocate(size: number): number {
    const bytes = rounded(size);
    const offset = this.fromGap(bytes) ?? this.fromTop(bytes);
    this.used += bytes;
    return offset;
  }

  free(offset: number, size: number): void {
    const bytes = rounded(size);
    this.used -= bytes;
    let at = this.gaps.findIndex((gap) => gap.offset > offset);
    if (at === -1) at = this.gaps.length;
    const before = this.gaps[at - 1];
    const after = this.gaps[at];
    const gap = { offset, bytes };
    const joinsBefore = before !== undefined && before.offset + before.bytes === offset;
    const joinsAfter = after !== undefined && offset + bytes === after.offset;
    if (joinsBefore) {
      gap.offset = before.offset;
      gap.bytes += before.bytes;
    }
    if (joinsAfter) gap.bytes += after.bytes;
    const first = joinsBefore ? at - 1 : at;
    if (gap.offset + gap.bytes === this.top) {
      this.top = gap.offset;
      this.gaps.splice(first, at - first);
    } else {
      this.gaps.splice(first, at - first + (joinsAfter ? 1 : 0), gap);
    }
  }

  private fromGap(bytes: number): number | undefined {
    const at = this.gaps.findIndex((gap) => gap.bytes >= bytes);
    const gap = this.gaps[at];
    if (gap === undefined) return undefined;
    const { offset } = gap;
    if (gap.bytes === bytes) this.gaps.splice(at, 1);
    else this.gaps[at] = { offset: offset + bytes, bytes: gap.bytes - bytes };
    return offset;
  }

  private fromTop(bytes: number): number {
    const end = this.top + bytes;
    if (end + slack > this.memory.bytes) {
      const roomy = Math.max(end + slack, this.memory.bytes + leastGrowth);
      if (!this.memory.grow(roomy) && !this.memory.grow(end + slack))
        throw new RangeError(this.full(bytes));
    }
    const offset = this.top;
    this.top = end;
    return offset;
  }

  private full(bytes: number): string {
    const mb = (count: number): string => `${Math.ceil(count / 2 ** 20)} Mo`;
    return impossible(
      `réserver ${mb(bytes)} dans la mémoire du moteur`,
      `${mb(this.used)} y sont déjà pris et elle ne peut plus grandir`,
      'calculez par lots plus petits, ou libérez avec release ce qui ne sert plus',
    );
  }
}

function rounded(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / alignment)) * alignment;
}
