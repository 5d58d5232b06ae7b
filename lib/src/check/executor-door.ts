/** What `check` and its companions ask of ConvoLab's executor of cells. A stock tslab has none of it. */
export interface ExecutorDoor {
  /** True inside the grader, where nothing of this folder has anything to say. */
  sandboxed?: boolean;
  /** Ends the cell when what it does now takes longer, and says so; what it returns takes that back. */
  limit?: (limit: { ms: number; late: string; died: string }) => () => void;
  /** Called when the cell is interrupted; what it returns takes the listener away. */
  onInterrupt?: (listener: () => void) => () => void;
  /** The modules behind what cells define by this name. */
  importsBehind?: (name: string) => string[];
  /** What a type of the notebook comes to for these arguments, as text; rejects where TypeScript refuses. */
  callType?: (name: string, args: readonly unknown[]) => Promise<string>;
  /**
   * The cell that runs: its id in the notebook, the texts that it was run with, and the cells whose last
   * run failed.
   */
  notebookCell?: () => { id: string; texts: string[]; failed?: string[] } | undefined;
  /** Gives that cell another text, once it has run. */
  replaceCell?: (text: string) => void;
}

/** The executor's door; empty where the cells run elsewhere. */
export const executorDoor = (): ExecutorDoor =>
  (globalThis as Record<symbol, unknown>)[Symbol.for('convolab.executor')] ?? {};

/** True inside the grader. */
export const inSandbox = (): boolean => executorDoor().sandboxed === true;
