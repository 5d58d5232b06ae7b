/** An item of the course map, or one of its claims: 106, '106a'. */
export type Taught = number | `${number}${string}`;

/** A number of the course text that a cell of the lesson must have printed, as text of its output. */
export interface PrintedNumber {
  /** Item of the course map. */
  item: number;
  /** Which of the item's claims, where it has several: 'a'. */
  claim: string;
  /** Id of the cell. */
  cell: string;
  /** What its output must contain, to the letter. */
  expected: string;
}

/** What one cell prints for one item, or for one of its claims. */
export function printed(taught: Taught, cell: string, ...expected: string[]): PrintedNumber[] {
  const item = parseInt(String(taught), 10);
  const claim = String(taught).slice(String(item).length);
  return expected.map((text) => ({ item, claim, cell, expected: text }));
}
