/** Answers that are types, tried as functions are: what is called is the compiler. */
import {
  Compiler,
  typeCall,
  typeResult,
  type Compiled,
  type TypeAnswer,
} from 'nbconvert-ts-runner';
import type { AnyFunction } from './answer';

/** A type in the place of a function: called with types, it gives the type it comes to, as text. */
export interface TypeFunction extends AnyFunction {
  /** What declares it, and the types it uses. */
  source: string;
}

/**
 * @param source the text of an answer cell
 * @example
 * await typeAnswer('Twice', 'type Twice<N extends number> = [N, N];')(3) // => '[3, 3]'
 */
export function typeAnswer(name: string, source: string): TypeFunction {
  const call = async (...args: unknown[]): Promise<string> =>
    typeResult(await resolve(source, typeCall(name, args)));
  return Object.assign(call, { source });
}

export const isTypeFunction = (answer: AnyFunction): answer is TypeFunction => 'source' in answer;

/** What was asked already: the reference is asked again for each answer that is judged. */
const declared = new Map<string, Promise<Compiled>>();
const known = new Map<string, Promise<TypeAnswer>>();

async function resolve(source: string, expression: string): Promise<TypeAnswer> {
  const compiled = await once(declared, source, (ours) => ours.compile('', source));
  if (!compiled.ok) {
    const { code, message } = compiled.diagnostics[0]!;
    return { ok: false, code, message };
  }
  return once(known, `${source}\n${expression}`, (ours) =>
    ours.resolveType(compiled.decl, expression),
  );
}

function once<T>(
  answers: Map<string, Promise<T>>,
  key: string,
  ask: (ours: Compiler) => Promise<T>,
): Promise<T> {
  const answer = answers.get(key) ?? withCompiler(ask);
  answers.set(key, answer);
  return answer;
}

let compiler: Compiler | null = null;
let asked = 0;

/** One compiler for all, started by the first who asks; it leaves when nobody has asked for a while. */
export async function withCompiler<T>(work: (compiler: Compiler) => Promise<T>): Promise<T> {
  compiler ??= new Compiler();
  asked++;
  try {
    return await work(compiler);
  } finally {
    const last = asked;
    setTimeout(() => {
      if (asked === last) void closeCompiler();
    }, idleMs);
  }
}

async function closeCompiler(): Promise<void> {
  const idle = compiler;
  compiler = null;
  await idle?.close();
}

const idleMs = 1000;
