/** What a cell gives back, in Jupyter's words. Shared by the kernel, the runner and the grader. */

/** A mime bundle as nbformat keeps it: text and base64 as strings, `*+json` types as JSON. */
export type MimeBundle = Record<string, unknown>;

/** One thing a cell shows while it runs. */
export type CellOutput =
  | { type: 'stream'; name: 'stdout' | 'stderr'; text: string }
  | {
      type: 'display_data' | 'update_display_data';
      data: MimeBundle;
      metadata: Record<string, unknown>;
      transient?: { display_id?: string };
    }
  | { type: 'clear_output'; wait: boolean }
  /** The cell's own text is to become this, once it has run; shown by no front end. */
  | { type: 'replace_cell'; text: string };

/** The cell of the notebook that runs, where the front end says which. */
export interface CellPlace {
  /** Its id in the notebook. */
  id: string;
  /** The texts that it was run with since the kernel started, whatever came of them; the last is this run's. */
  texts: string[];
  /** The cells whose last run ended in an error: what they define now is what an earlier run defined. */
  failed: string[];
}

/** Why a cell ended in an error. */
export type CellErrorKind = 'compile' | 'runtime' | 'interrupted' | 'timeout' | 'executor-died';

export interface CellError {
  ename: string;
  evalue: string;
  /** Lines for a reader: what happened, then the cell and the line, with the source line itself. */
  traceback: string[];
  kind: CellErrorKind;
}

export interface CellResult {
  status: 'ok' | 'error';
  /** The value of the cell's last expression, when it has one that is worth showing. */
  result?: { data: MimeBundle; metadata: Record<string, unknown> };
  error?: CellError;
  /** A new executor had to start: the variables of earlier cells are lost. */
  executorReplaced: boolean;
}

/** A compiled cell: all that travels from the compiler to an executor. */
export interface Unit {
  js: string;
  hasToplevelAwait: boolean;
  lastExpressionVar?: string;
  /** For each line of `js` (from 0), the line of the cell (from 1), or 0 where there is none. */
  lineMap: number[];
  /** Local TypeScript modules that the cell imports, compiled: absolute path (.js) and code. */
  sideOutputs?: { path: string; data: string }[];
}

/** One complaint of TypeScript about a cell; lines and columns count from 1. */
export interface Diagnostic {
  line: number;
  column: number;
  length: number;
  code: number;
  message: string;
  fileName?: string;
}

/** What the compiler makes of a cell. `decl` is what the next cell may refer to, once this one has run. */
export type Compiled =
  { ok: true; unit: Unit; decl: string } | { ok: false; diagnostics: Diagnostic[] };

/** What TypeScript makes of a type: the type it comes to, as text, or its first complaint. */
export type TypeAnswer = { ok: true; type: string } | { ok: false; code: number; message: string };

/** What a call through the door brings back; `args` are its arguments afterwards, where asked for. */
export type Reply =
  | { kind: 'value'; value: unknown; args?: unknown[] | undefined }
  | {
      kind: 'handle';
      handle: number;
      what: 'function' | 'object';
      args?: unknown[] | undefined;
    }
  | { kind: 'thrown'; name: string; message: string; args?: unknown[] | undefined }
  | { kind: 'dead'; reason: DeathReason; detail: string };

export type DeathReason = 'timeout' | 'exit' | 'crash' | 'protocol' | 'too-large';

/** Where a call goes: a name at the top level of the notebook, or a handle given earlier. */
export type CallTarget = { name: string } | { handle: number; method?: string };
