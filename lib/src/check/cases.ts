/**
 * The public cases of a lesson's exercises, as data: `exercises/<lesson>.cases.json`.
 *
 * They are built by `npm run build:cases` from `test/exercises/`, and hold neither the reference
 * answer nor a hidden case. Values stay in wire form (see `wire.ts`) until a case is run.
 */
export interface CasesFile {
  lesson: string;
  /** By exercise id. */
  exercises: Record<string, ExerciseCases>;
}

export interface ExerciseCases {
  title: string;
  points: number;
  /** Its points come on top of those of the lesson. */
  bonus?: boolean;
  /** Of these, what the public cases are worth; hidden ones are worth the rest. */
  publicPoints?: number;
  /** The modules that the answer may import. */
  imports?: string[];
  /** Of what its cases call, the types: their arguments and results are types, as text. */
  types?: string[];
  /** French markdown, shown one after the other by `hint`: the idea, the plan, almost the code. */
  hints?: string[];
  /** French markdown, shown after success: the idea of the reference solution, never its text. */
  afterword?: string;
  /** Where a failing check sends the student. */
  lessonSection?: LessonSection;
  /** The cells of the answer as they were given, by their id in the notebook. */
  stubs?: { cell: string; text: string }[];
  /** For each function, the names of its parameters in order: what a message calls the inputs. */
  parameters?: Record<string, string[]>;
  cases: PublicCase[];
}

export interface LessonSection {
  /** The lesson's file name: `1.2-convolution`. */
  lesson: string;
  /** The title of one of its sections, as it stands there. */
  title: string;
}

export interface PublicCase {
  /** What the case shows, in French. */
  name: string;
  /** The function it calls, or the type. */
  call: string;
  /** Its arguments, in wire form. */
  args: unknown[];
  /** The right answer, in wire form; absent where the call must throw. */
  expected?: unknown;
  /** Largest difference allowed between two numbers; exact where absent. */
  tolerance?: number;
  /** The call must throw. */
  throws?: boolean;
  /** What is compared instead of the answer itself: of a model of tfjs, its layers (`outlineOf`). */
  view?: 'model';
  /** What known mistakes give here; a mistake that gives the right answer here is absent. */
  wrong: WrongAnswer[];
}

export interface WrongAnswer {
  /** The mistake, as it ends the sentence « … une erreur connue : ». */
  mistake: string;
  /** What it gives, in wire form. */
  output: unknown;
  /** One sentence that points at the way out without giving the answer. */
  hint: string;
}

/**
 * Reads a cases file's text.
 *
 * @throws TypeError when it is not JSON, or not a cases file
 */
export function parseCases(text: string): CasesFile {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    throw new TypeError(`ce n’est pas du JSON (${(error as Error).message})`);
  }
  const { exercises } = (file ?? {}) as { exercises?: unknown };
  if (typeof exercises !== 'object' || exercises === null) {
    throw new TypeError('la clé « exercises » manque');
  }
  for (const [id, exercise] of Object.entries(exercises)) {
    const { cases } = (exercise ?? {}) as { cases?: unknown };
    if (!Array.isArray(cases)) throw new TypeError(`les cas de « ${id} » manquent`);
  }
  return file as CasesFile;
}
