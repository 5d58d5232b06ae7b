/** Lengths of the texts that an executor reports: it cuts them, and our side takes nothing longer. */
export const textLimits = {
  /** Of the name of an error, or of a function in a stack. */
  name: 200,
  /** Of the message of what a call threw. */
  callMessage: 2000,
  /** Of the message of what a cell threw: a reader looks at it. */
  cellMessage: 20_000,
  /** Of a type that a cell asks about. */
  expression: 2000,
  /** Frames of a stack, in cells. */
  frames: 100,
  /** Frames outside cells, and the length of each. */
  outside: 8,
  outsideText: 1000,
  /** Of what is said of a call that takes too long. */
  limitText: 1000,
} as const;

/** Digits of a bigint that crosses: reading them takes longer than they are many. */
export const maxBigintDigits = 10_000;

/** The text, or its beginning and an ellipsis. */
export const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;
