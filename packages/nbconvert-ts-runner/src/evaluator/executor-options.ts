/** How an executor is set up and asked. */
import type { ProcessLauncher } from './launch';
import type { CellOutput, CellPlace, TypeAnswer } from './types';
import type { CallLimit } from './wire/messages';

export interface ExecutorOptions {
  /** Folder of the notebook. */
  cwd: string;
  launch?: ProcessLauncher;
  env?: Record<string, string>;
  /** Node's own options, before the file: `--max-old-space-size=512`. */
  nodeArgs?: string[];
  /** What cells show, as it comes. */
  onOutput?: (output: CellOutput) => void;
  /** Told what a library in a cell watches over, null once that has ended; where absent, none may. */
  onLimit?: (limit: CallLimit | null) => void;
  /** Answers what cells ask of types; without it, an executor that asks is ended. */
  onTypeQuestion?: (expression: string) => Promise<TypeAnswer>;
  /** All output together; the executor that passes it is ended. */
  maxOutputBytes?: number;
  /** One reply; a larger one ends the executor. */
  maxFrameBytes?: number;
  /** All that it sends, of whatever kind. */
  maxTotalBytes?: number;
  /** Parts of one value that a call brings back. */
  maxValueNodes?: number;
  /** The only modules cells may import; null (default) allows all. */
  imports?: string[] | null;
  /** True where a grade is decided: `check` does nothing, nothing is looked for outside `cwd`. */
  sandboxed?: boolean;
}

export interface RunRequest {
  /** After this long without an end the executor is ended. */
  timeoutMs?: number;
  /** Where the cell stands in its notebook. */
  place?: CellPlace | undefined;
  /** Told the run's number, for an interrupt. */
  onStart?: (run: number) => void;
}

export interface CallRequest {
  /** After this long without an answer the executor is ended. */
  timeoutMs?: number;
  /** Brings back the arguments too, as the call left them. */
  withArguments?: boolean;
}
