import { parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import { TextError } from './text-error';

const name = z.string().regex(/^[A-Za-z_$][\w$]*$/, 'must be the name of a function or a type');

const exerciseSchema = z
  .strictObject({
    /** Name of the exercise's main function or type, unique in the course. */
    id: name,
    title: z.string().min(1),
    points: z.number().positive(),
    /** Its points come on top of those that the notebook is out of. */
    bonus: z.boolean().optional(),
    /** What `check` and the specs call; the main function alone when not given. */
    functions: z.array(name).min(1).optional(),
    /** Of these, the types: the compiler answers for them. */
    types: z.array(name).min(1).optional(),
    /** What given cells define for its tests to pass in: callbacks, models. */
    fixtures: z.array(name).min(1).optional(),
    /** Modules that the exercise may import; none when not given. */
    imports: z.array(z.string()).default([]),
    /** Its functions compute with models of tfjs; those of other exercises only build them, on paper. */
    computes: z.boolean().optional(),
    /** How long its code may run where that is longer than usual: a project trains. */
    seconds: z.number().positive().max(3600).optional(),
    /** What a person marks, out of its points. */
    instructor: z
      .array(z.strictObject({ name: z.string().min(1), points: z.number().positive() }))
      .min(1)
      .optional(),
  })
  .transform((one) => ({ ...one, functions: one.functions ?? [one.id] }))
  .refine(({ functions, types = [] }) => types.every((type) => functions.includes(type)), {
    path: ['types'],
    message: 'must be among the functions',
  })
  .refine(({ types, imports }) => types === undefined || imports.length === 0, {
    path: ['imports'],
    message: 'must be empty where there are types: they are resolved without any module',
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
  bonus?: boolean | undefined;
  /** All that is called by name, types included. */
  functions: string[];
  types?: string[] | undefined;
  fixtures?: string[] | undefined;
  imports: string[];
  computes?: boolean | undefined;
  seconds?: number | undefined;
  instructor?: { name: string; points: number }[] | undefined;
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
  return { title, exercises };
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
