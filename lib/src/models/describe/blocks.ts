/**
 * Which block of its model a layer belongs to, told by its name, which « says block, then what it is »:
 * up to the first word with a number in it, and a `block…` behind that. Names that tfjs made up
 * (`conv2d_Conv2D1`) or Keras (`conv2d_3`) say nothing: such a layer is a block of its own.
 *
 * @example
 * ```ts
 * blockOf('conv2_block1_1_bn'); // => 'conv2_block1'
 * blockOf('inception_3a_5x5_reduce'); // => 'inception_3a'
 * blockOf('stem_conv'); // => 'stem'
 * blockOf('conv2d_Conv2D1'); // => 'conv2d_Conv2D1'
 * blockOf('zero_padding2d_1'); // => 'zero_padding2d_1'
 * ```
 */
export function blockOf(name: string): string {
  const inside = name.lastIndexOf('/') + 1;
  const own = name.slice(inside);
  if (/_[A-Z][A-Za-z0-9]*\d+$/.test(own) || /^([a-z]+_)*[a-z]+\dd(_\d+)?$/.test(own)) return name;
  const words = own.split('_');
  const numbered = words.findIndex((word) => /\d/.test(word));
  const end = numbered === -1 ? 0 : numbered;
  const last = words[end + 1]?.startsWith('block') ? end + 1 : end;
  return name.slice(0, inside) + words.slice(0, last + 1).join('_');
}

/**
 * The stage of a block: those that follow each other at one size of image, as the names have it.
 *
 * @example
 * ```ts
 * stageOf('conv2_block1'); // => 'conv2'
 * stageOf('inception_4e'); // => 'inception_4'
 * stageOf('block6b'); // => 'block6'
 * stageOf('fc6'); // => 'fc6'
 * ```
 */
export function stageOf(block: string): string {
  return block.replace(/_block\d+$/, '').replace(/(\d)[a-z]$/, '$1');
}
