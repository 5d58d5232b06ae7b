import { impossible, valueText } from '../../../errors';
import { blockOf } from '../../../models/describe/blocks';
import type { Unit } from './units';

/** Which part of a model to draw. */
export interface Part {
  /** Name of the layer that it begins with, on any way to `to`. Default: the model's inputs. */
  from?: string;
  /** Name of the layer that it ends with. Default: the model's outputs. */
  to?: string;
  /** Or the name of a block: all layers whose names begin with it. */
  block?: string;
}

/**
 * The units of a part, and those outside that it reads, as places where it begins: their `inputs` are empty.
 *
 * @throws RangeError when the model has no such layer or block, or no way leads from one to the other
 */
export function partOf(units: readonly Unit[], model: string, part: Part): PartUnit[] {
  const inside = part.block === undefined ? between(units, model, part) : inBlock(units, model, part.block); // prettier-ignore
  const read = new Set([...inside].flatMap((i) => units[i]!.inputs).filter((i) => !inside.has(i)));
  const kept = [...units.keys()].filter((i) => inside.has(i) || read.has(i));
  const place = new Map(kept.map((unit, i) => [unit, i]));
  return kept.map((i) => ({
    ...units[i]!,
    inputs: read.has(i) ? [] : units[i]!.inputs.map((input) => place.get(input)!),
    outside: read.has(i),
  }));
}

export interface PartUnit extends Unit {
  /** Does it lie before the part? */
  outside: boolean;
}

function between(units: readonly Unit[], model: string, { from, to }: Part): Set<number> {
  const behind = from === undefined ? undefined : new Set([find(units, model, from)]);
  const before = to === undefined ? undefined : new Set([find(units, model, to)]);
  for (const [i, { inputs }] of units.entries()) {
    if (behind !== undefined && inputs.some((input) => behind.has(input))) behind.add(i);
  }
  for (let i = units.length - 1; i >= 0; i--) {
    if (before?.has(i)) for (const input of units[i]!.inputs) before.add(input);
  }
  const inside = [...units.keys()].filter(
    (i) => (behind?.has(i) ?? true) && (before?.has(i) ?? true),
  );
  if (inside.length > 0) return new Set(inside);
  refuse(
    model,
    `aucun chemin ne mène de ${valueText(from)} à ${valueText(to)}`,
    'échangez from et to',
  );
}

function inBlock(units: readonly Unit[], model: string, block: string): Set<number> {
  const isIn = (name: string): boolean => name === block || name.startsWith(`${block}_`) || blockOf(name) === block; // prettier-ignore
  const inside = [...units.keys()].filter((i) => isIn(units[i]!.main.name));
  if (inside.length > 0) return new Set(inside);
  const blocks = [...new Set(units.map(({ main }) => blockOf(main.name)))];
  refuse(
    model,
    `aucun bloc ne s’appelle ${valueText(block)}`,
    `choisissez parmi ${blocks.slice(0, 12).join(', ')}${blocks.length > 12 ? '…' : ''}`,
  );
}

function find(units: readonly Unit[], model: string, layer: string): number {
  const found = units.findIndex(({ layers }) => layers.some(({ name }) => name === layer));
  if (found !== -1) return found;
  const names = units.map(({ main }) => main.name);
  refuse(
    model,
    `aucune couche ne s’appelle ${valueText(layer)}`,
    `choisissez parmi ses couches, de ${names[0]} à ${names.at(-1)} (describe(model) les donne toutes)`,
  );
}

function refuse(model: string, found: string, next: string): never {
  throw new RangeError(impossible(`dessiner une partie de ${model}`, found, next));
}
