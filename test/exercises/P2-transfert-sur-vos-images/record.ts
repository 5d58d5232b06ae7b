/** What a student pastes of a study, `study.text()`: read with care, for anything may stand there. */
import { Mismatch } from '@convolab/grader/spec';
import { z } from 'zod';

const name = z.string().min(1).max(200);
const run = { strategy: name, setting: z.string().max(200), seed: z.number().int() };
const schema = z.object({
  classes: z.array(name).max(100),
  /** Hash of its pixels, class, part. */
  images: z
    .array(z.tuple([name, z.number().int().min(0), z.enum(['train', 'validation', 'test'])]))
    .max(5000),
  trials: z.array(z.object({ ...run, validation: z.number().min(0).max(1) })).max(2000),
  /** The class of each test image, in their order. */
  tests: z
    .array(
      z.object({
        ...run,
        predictions: z.string().transform((text) => text.split(' ').map(Number)),
      }),
    )
    .max(200),
});

export type StudyRecord = z.infer<typeof schema>;

/** @throws Mismatch that says what is wrong, in French */
export function readRecord(text: unknown): StudyRecord {
  if (typeof text !== 'string' || text.trim() === '') {
    throw new Mismatch('evidence() ne rend pas le texte de study.text().', 'type');
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Mismatch('Le texte de evidence() n’est pas entier : ce n’est plus du JSON.', 'value');
  }
  const { success, data, error } = schema.safeParse(json);
  if (!success) {
    const [issue] = error.issues;
    throw new Mismatch(
      `Le texte de evidence() n’est pas celui d’une étude : ${issue?.path.join('.') ?? ''} ne va pas.`,
      'value',
    );
  }
  const tested = data.images.filter(([, , part]) => part === 'test').length;
  const wrong = data.tests.find(({ predictions }) => predictions.length !== tested);
  if (wrong !== undefined) {
    throw new Mismatch(
      `« ${wrong.strategy} », graine ${wrong.seed} : ${wrong.predictions.length} prédictions pour ${tested} images de test.`,
      'shape',
    );
  }
  return data;
}
