/** What a cell asks of types while it runs: the compiler is idle then, and answers. */
import type { Compiler } from './compiler';
import type { TypeAnswer } from './types';

/** For all that one cell asks: less than `check` lets a call take. */
const defaultBudgetMs = 8000;

export class TypeQuestions {
  private decl = '';
  private remainingMs = 0;

  constructor(
    private readonly compiler: Pick<Compiler, 'resolveType'>,
    private readonly budgetMs = defaultBudgetMs,
  ) {}

  /** A cell begins: what it asks is about what it and the cells before it declare. */
  begin(decl: string): void {
    this.decl = decl;
    this.remainingMs = this.budgetMs;
  }

  /** Never rejects: what the compiler cannot answer in time is refused. */
  async answer(expression: string): Promise<TypeAnswer> {
    if (this.remainingMs <= 0) return tooLong;
    const start = performance.now();
    try {
      return await this.compiler.resolveType(this.decl, expression, this.remainingMs);
    } catch {
      this.remainingMs = 0; // the next would only try the same type again
      return tooLong;
    } finally {
      this.remainingMs -= performance.now() - start;
    }
  }
}

/** Under the code of a type without end, which this one nearly is. */
const tooLong: TypeAnswer = { ok: false, code: 2589, message: 'no answer in time' };
