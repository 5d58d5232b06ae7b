import { Compiler, CompilerDied, type Compiled } from 'nbconvert-ts-runner';
import { compilerLimits } from '../sandbox/limits';
import type { Sandbox } from '../sandbox/sandbox';

/** What became of a cell's text: runnable, refused by TypeScript, or more than the compiler could take. */
export type Compilation = Compiled | { ok: 'died' };

/**
 * A compiler in a sandbox of its own: a type may be built to take for ever, a reference may name a
 * file of ours. One serves many submissions, one cell at a time, and keeps what it has compiled.
 */
export class CellCompiler {
  private readonly compiler: Compiler;
  private readonly known = new Map<string, Compilation>();
  /** Milliseconds spent so far: who hands in many heavy cells is stopped by it. */
  spentMs = 0;

  /**
   * @param cwd the folder that imports are resolved from
   * @param readable what the compiler may read: the types of the modules that cells import
   */
  constructor(
    sandbox: Sandbox,
    cwd: string,
    readable: string[],
    readonly timeoutMs: number,
  ) {
    const launch = sandbox.launcher({ limits: compilerLimits, readable });
    this.compiler = new Compiler({ cwd, launch, timeoutMs });
  }

  /** @param declarations what the cells before it declared: `decl` of the last one that ran */
  async compile(declarations: string, source: string): Promise<Compilation> {
    const key = `${declarations}\u0000${source}`;
    const known = this.known.get(key);
    if (known) return known;
    const start = performance.now();
    const compilation = await this.compileAnew(declarations, source);
    this.spentMs += performance.now() - start;
    if (this.known.size >= maxKnown) this.known.clear();
    this.known.set(key, compilation);
    return compilation;
  }

  close(): Promise<void> {
    return this.compiler.close();
  }

  private async compileAnew(declarations: string, source: string): Promise<Compilation> {
    try {
      return await this.compiler.compile(declarations, source);
    } catch (error) {
      if (!(error instanceof CompilerDied)) throw error;
      // A compiler that cannot do the least is our fault, and must not cost a student anything.
      await this.compiler.compile('', '1');
      return { ok: 'died' };
    }
  }
}

/** The cells of a few submissions: the exercises of one share most of theirs. */
const maxKnown = 200;
