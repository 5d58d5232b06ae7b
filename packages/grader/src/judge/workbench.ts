import type { ExerciseDeclaration } from 'nbconvert-ts-runner';
import { CellCompiler, Session, timeFor, type Sandbox } from '@convolab/submission';
import type { Assignment } from '../assignment/load-assignment';
import { compilerReadable } from './compiler-files';
import { loadSolution, type Solution } from './solution';

export interface WorkbenchOptions {
  sandbox: Sandbox;
  root: string;
  /** For the student's code, an exercise, in milliseconds. */
  timeoutMs: number;
  /** For TypeScript, a cell, in milliseconds. */
  compileTimeoutMs: number;
}

/**
 * What a judge needs to grade submissions one after another: a warm compiler, and sandboxes
 * started ahead.
 */
export class Workbench {
  readonly compiler: CellCompiler;
  /** Sandboxes that are starting or wait, by the exercise they are set up for. */
  private readonly prepared = new Map<string, Session>();

  /** Those already loaded, by lesson. */
  private readonly solutions = new Map<string, Promise<Solution>>();

  constructor(private readonly options: WorkbenchOptions) {
    const { sandbox, root, compileTimeoutMs } = options;
    this.compiler = new CellCompiler(sandbox, root, compilerReadable(root), compileTimeoutMs);
  }

  solution(assignment: Assignment): Promise<Solution> {
    const known = this.solutions.get(assignment.lesson);
    if (known) return known;
    const loading = loadSolution(assignment, this.compiler, this.options.root);
    this.solutions.set(assignment.lesson, loading);
    return loading;
  }

  /** A sandbox no student has seen; the caller closes it. */
  takeSession(exercise: ExerciseDeclaration): Session {
    const ready = this.prepared.get(exercise.id);
    this.prepared.delete(exercise.id);
    return ready ?? this.startSession(exercise);
  }

  prepareSession(exercise: ExerciseDeclaration): void {
    if (!this.prepared.has(exercise.id)) {
      this.prepared.set(exercise.id, this.startSession(exercise));
    }
  }

  async close(): Promise<void> {
    for (const session of this.prepared.values()) session.close();
    this.prepared.clear();
    await this.compiler.close();
  }

  private startSession(exercise: ExerciseDeclaration): Session {
    const { sandbox, root } = this.options;
    const { imports, computes } = exercise;
    const timeoutMs = timeFor(exercise, this.options.timeoutMs);
    return new Session(sandbox, { cwd: root, imports, computes, timeoutMs });
  }
}
