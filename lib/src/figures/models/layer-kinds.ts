import { ink } from '../paint/colours';

/** What a layer is, for its colour; words beside it say it too. */
export type LayerKind = 'conv' | 'pool' | 'dense' | 'norm' | 'join' | 'input' | 'outside' | 'other';

/** Of the name of a class: `Conv2D`. */
export function kindOf(type: string): LayerKind {
  if (type === 'InputLayer') return 'input';
  if (joinTypes.has(type)) return 'join';
  if (/conv/i.test(type)) return 'conv';
  if (/pool|subsampling/i.test(type)) return 'pool';
  if (/normalization/i.test(type)) return 'norm';
  return type === 'Dense' || type === 'RadialBasis' ? 'dense' : 'other';
}

/** Layers in which branches meet. */
const joinTypes = new Set(['Add', 'Average', 'Concatenate', 'Dot', 'Maximum', 'Minimum', 'Multiply']); // prettier-ignore

export const kindLooks: Record<LayerKind, { fill: string; edge: string; words: string }> = {
  conv: { fill: '#dbeafa', edge: '#4a86c0', words: 'convolutions' },
  dense: { fill: '#fdebd3', edge: '#d07a1b', words: 'couches denses' },
  norm: { fill: '#eadff2', edge: '#8a63a8', words: 'normalisation' },
  pool: { fill: '#e2f3e8', edge: '#3d8b5f', words: 'pooling' },
  join: { fill: '#ffffff', edge: ink, words: 'jonctions' },
  input: { fill: '#ffffff', edge: '#8a949e', words: 'entrée' },
  outside: { fill: '#ffffff', edge: '#8a949e', words: 'dehors' },
  other: { fill: '#f1f3f5', edge: '#8a949e', words: 'autres' },
};
