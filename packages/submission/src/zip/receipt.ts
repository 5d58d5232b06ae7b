import { createHash } from 'node:crypto';
import { z } from 'zod';

/** The receipt's name in the zip. */
export const receiptName = 'receipt.json';

/**
 * What `npm run submit` writes beside the notebook: for people, and to recognise a file that was changed since.
 * A student can write anything into it, so nothing of a grade rests on it.
 */
const receiptSchema = z.object({
  student: z.string().min(1).max(400),
  /** `1.2-convolution`. */
  lesson: z.string().max(200),
  /** Of the notebook's bytes, in hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** ISO 8601. */
  date: z.iso.datetime(),
  /** By exercise: public cases that passed, of how many. */
  publicScore: z.record(z.string().max(200), z.object({ passed: z.number(), cases: z.number() })),
  /** Of ConvoLab, of the exercises' text, of Node, and the platform. */
  versions: z.record(z.string().max(50), z.string().max(200)),
});

export type Receipt = z.infer<typeof receiptSchema>;

/** A receipt from its bytes, or null where it is none. */
export function readReceipt(bytes: Buffer): Receipt | null {
  try {
    return receiptSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return null;
  }
}

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
