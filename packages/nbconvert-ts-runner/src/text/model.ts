/** What a cell is for; the grader trusts `given` and runs `answer` (architecture, decision 7). */
export const CELL_ROLES = ['given', 'answer', 'check', 'free'] as const;
export type CellRole = (typeof CELL_ROLES)[number];

export type CellKind = 'code' | 'markdown' | 'raw';

/** One cell, as the text and the notebook both mean it. */
export interface TextCell {
  kind: CellKind;
  /** nbformat cell id; absent only in a text that `nbts build` has not seen yet. */
  id?: string;
  role?: CellRole;
  /** Id of the exercise that an answer or check cell belongs to. */
  exercise?: string;
  /** Items of the course map, as written: `31-39,45`. */
  items?: string;
  tags: string[];
  /** Lines joined by `\n`, without blank lines around them. */
  source: string;
}

/** A cell together with the very characters it was read from, so that a rewrite can leave it alone. */
export interface ParsedCell extends TextCell {
  /** Header, body and the blank lines after it, each line ended by `\n`. */
  raw: string;
  /** Line of the header in the text, from 1. */
  line: number;
}

/** A whole percent text. */
export interface ParsedText {
  /** Everything before the first cell, each line ended by `\n`: `// ---`, YAML behind `// `, `// ---`. */
  head: string;
  /** The YAML of the front matter without its `// `; empty if there is none. */
  yaml: string;
  cells: ParsedCell[];
}
