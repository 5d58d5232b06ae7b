import { parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import { TextError } from './text-error';

const functionName = z.string().regex(/^[A-Za-z_$][\w$]*$/, 'must be the name of a function');

const exerciseSchema = z.strictObject({
  /** Name of the exercise's main function, unique in the course. */
  id: functionName,
  title: z.string().min(1),
  points: z.number().positive(),
  /** What `check` and the specs call; the main function alone when not given. */
  functions: z.array(functionName).min(1).optional(),
  /** What given cells define for its tests to pass in: callbacks, models. */
  fixtures: z.array(functionName).min(1).optional(),
  /** Modules that the exercise may import; none when not given. */
  imports: z.array(z.string()).default([]),
});

const frontMatterSchema = z.strictObject({
  title: z.string().min(1),
  exercises: z.array(exerciseSchema).optional(),
});

/** One exercise as the front matter declares it, defaults filled in. */
export interface ExerciseDeclaration {
  id: string;
  title: string;
  points: number;
  functions: string[];
  fixtures?: string[] | undefined;
  imports: string[];
}

export interface FrontMatter {
  title: string;
  exercises: ExerciseDeclaration[];
}

/**
 * Reads a text's front matter.
 *
 * @param yaml the YAML without its `// `, as `ParsedText.yaml` holds it
 * @param path how messages name the file
 * @throws TextError naming every field that is wrong
 * @example readFrontMatter('title: La convolution', 'x.nb.ts').exercises.length === 0
 */
export function readFrontMatter(yaml: string, path: string): FrontMatter {
  if (yaml.trim() === '') {
    throw new TextError('no front matter; begin with // ---, // title: …, // ---', path, 1);
  }
  const document = parseDocument(yaml);
  const syntax = document.errors[0];
  if (syntax !== undefined) {
    const line = (syntax.linePos?.[0].line ?? 1) + 1;
    throw new TextError(`front matter is no YAML: ${syntax.message}`, path, line);
  }
  const parsed = frontMatterSchema.safeParse(document.toJS());
  if (!parsed.success) {
    throw new TextError(`front matter: ${describe(parsed.error)}`, path, 1);
  }
  const { title, exercises = [] } = parsed.data;
  return {
    title,
    exercises: exercises.map((one) => ({ ...one, functions: one.functions ?? [one.id] })),
  };
}

/** YAML for a notebook that comes without a text; the parsed form survives, comments cannot. */
export function writeFrontMatter(frontMatter: FrontMatter): string {
  const { title, exercises } = frontMatter;
  return stringify(exercises.length > 0 ? { title, exercises } : { title });
}

function describe(error: z.ZodError): string {
  return error.issues
    .map((issue) => `${issue.path.map(String).join('.') || 'the whole'}: ${issue.message}`)
    .join('; ');
}
