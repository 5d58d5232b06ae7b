/** A number of the course text that a cell of the lesson must have printed, as text of its output. */
export interface PrintedNumber {
  /** Item of the course map. */
  item: number;
  /** Id of the cell. */
  cell: string;
  /** What its output must contain, to the letter. */
  expected: string;
}

/** What one cell prints for one item. */
export const printed = (item: number, cell: string, ...expected: string[]): PrintedNumber[] =>
  expected.map((text) => ({ item, cell, expected: text }));
