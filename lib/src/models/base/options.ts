import { impossible, shapeCode, valueText } from '../../errors';

/** What every network of this room takes. */
export interface ModelOptions {
  /** Of one image: `[height, width, channels]`. Default: what the paper read. */
  inputShape?: [number, number, number];
  /** How many classes the last layer tells apart. Default: the paper's. */
  classes?: number;
  /** False: without the layers that tell classes apart; the last feature maps come out. Default true. */
  includeTop?: boolean;
  /**
   * Multiplies the number of filters of each convolution and of units of each hidden dense layer: 0.25
   * gives a network small enough to be trained in a lesson. Default 1: the paper's.
   */
  width?: number;
  /** Name of the model. */
  name?: string;
}

/** What a family says of itself. */
export interface Family {
  /** As one says it: « VGG ». Errors name it. */
  title: string;
  inputShape: [number, number, number];
  classes: number;
  /** The smallest image that still has a place after the last pooling. */
  smallest: number;
}

export type ReadOptions = Required<Omit<ModelOptions, 'name'>>;

/**
 * Fills in what was left out, checks the rest.
 *
 * @throws RangeError when a size, a number of classes or a width makes no sense
 */
export function readOptions(family: Family, options: ModelOptions): ReadOptions {
  const {
    inputShape = family.inputShape,
    classes = family.classes,
    includeTop = true,
    width = 1,
  } = options;
  const whole = (n: unknown): boolean => Number.isInteger(n) && (n as number) >= 1;
  const sizes: readonly unknown[] = inputShape;
  const example = `inputShape: ${shapeCode(family.inputShape)}`;
  if (!Array.isArray(sizes) || sizes.length !== 3 || !sizes.every(whole)) {
    refuse(family, 'inputShape', inputShape, '[hauteur, largeur, canaux]', example);
  }
  if (Math.min(inputShape[0], inputShape[1]) < family.smallest) {
    const least = `des images d’au moins ${family.smallest}\u00a0×\u00a0${family.smallest}`;
    refuse(family, 'inputShape', inputShape, least, example);
  }
  if (!whole(classes)) {
    refuse(family, 'classes', classes, 'un nombre entier d’au moins 1', 'classes: 10');
  }
  if (!(Number.isFinite(width) && width > 0)) {
    refuse(family, 'width', width, 'un nombre fini au-dessus de 0', 'width: 0.25');
  }
  return { inputShape, classes, includeTop, width };
}

/** So many filters or units, times the width; at least one. */
export function scaled(count: number, width: number): number {
  return Math.max(1, Math.round(count * width));
}

/** What a table has under the name that was given. @throws RangeError that lists the names there are */
export function choose<T>(
  family: Pick<Family, 'title'>,
  option: string,
  value: string | number,
  table: Readonly<Record<string | number, T>>,
): T {
  if (Object.hasOwn(table, value)) return table[value]!;
  const names = Object.keys(table).map((name) => (typeof value === 'number' ? name : `'${name}'`));
  const wanted = `${names.slice(0, -1).join(', ')} ou ${names.at(-1)!}`;
  refuse(family, option, value, wanted, `${option}: ${names[0]!}`);
}

/** @throws RangeError in three beats */
export function refuse(
  { title }: Pick<Family, 'title'>,
  option: string,
  found: unknown,
  wanted: string,
  example: string,
): never {
  throw new RangeError(
    impossible(
      `construire ${title}`,
      `${option} vaut ${valueText(found)} mais il faut ${wanted}`,
      `donnez par exemple ${example}`,
    ),
  );
}
