/** `impossible()` of `../errors` for the compiler: what a student reads where code does not compile. */
export type Impossible<
  Doing extends string,
  Found extends string,
  Next extends string,
> = `Impossible ${Linked<Doing>}\u00a0: ${Found}\u00a0; ${Next}.`;

type Linked<Doing extends string> = Doing extends `${Vowel}${string}`
  ? `d'${Doing}`
  : `de ${Doing}`;

type Vowel =
  'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h' | 'é' | 'è' | 'ê' | 'à' | 'â' | 'î' | 'ô' | 'œ';

/** « 1 canal », « 3 canaux ». */
export type Channels<C extends number> = `${C} ${C extends 0 | 1 ? 'canal' : 'canaux'}`;

/** « [5, 5, 3] »; an axis that is not known is « ? ». */
export type ShapeCode<S extends readonly number[]> = `[${List<S>}]`;

type List<S extends readonly number[]> = S extends readonly [
  infer First extends number,
  ...infer Rest extends readonly number[],
]
  ? Rest extends readonly []
    ? Axis<First>
    : `${Axis<First>}, ${List<Rest>}`
  : '';

type Axis<N extends number> = number extends N ? '?' : `${N}`;
