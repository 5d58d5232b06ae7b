/** The contents of the requests that we look into, read with the protocol's defaults where a field is missing. */

export interface ExecuteRequest {
  code: string;
  /** Run without a word: no output, no result, no number. */
  silent: boolean;
  /** Give the cell the next number. */
  storeHistory: boolean;
  /** When it fails, give up the cells that were sent with it. */
  stopOnError: boolean;
}

export function readExecuteRequest(content: unknown): ExecuteRequest {
  const fields = asRecord(content);
  const silent = fields['silent'] === true;
  return {
    code: asText(fields['code']),
    silent,
    storeHistory: !silent && fields['store_history'] !== false,
    stopOnError: fields['stop_on_error'] !== false,
  };
}

/** The cell of the notebook that is run, as JupyterLab names it in the request's metadata. */
export function readCellId(metadata: unknown): string | undefined {
  const { cellId } = asRecord(metadata);
  return typeof cellId === 'string' ? cellId : undefined;
}

/** Source text and, for completion and inspection, where the cursor stands in it (code points). */
export interface CodeRequest {
  code: string;
  cursor: number;
}

export function readCodeRequest(content: unknown): CodeRequest {
  const { code, cursor_pos } = asRecord(content);
  const text = asText(code);
  return { code: text, cursor: typeof cursor_pos === 'number' ? cursor_pos : text.length };
}

export function readRestart(content: unknown): boolean {
  return asRecord(content)['restart'] === true;
}

export function readCommId(content: unknown): string {
  return asText(asRecord(content)['comm_id']);
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
