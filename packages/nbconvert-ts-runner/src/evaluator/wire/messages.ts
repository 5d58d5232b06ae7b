/**
 * The protocol between our side and a compiler or an executor, over fd 3 (requests) and fd 4 (replies).
 *
 * Requests are ours, so only their types stand here. What comes back was written by a process that ran
 * student code: it goes through a schema before anything looks at it.
 */
import { z } from 'zod';
import type { CallTarget, CellPlace, TypeAnswer, Unit } from '../types';
import { textLimits } from './limits';

export type CompilerRequest =
  | { id: number; op: 'compile'; cwd: string; prevDecl: string; source: string }
  | {
      id: number;
      op: 'complete' | 'inspect';
      cwd: string;
      prevDecl: string;
      source: string;
      offset: number;
    }
  | { id: number; op: 'isComplete'; source: string }
  | { id: number; op: 'type'; prevDecl: string; expression: string };

export type ExecutorRequest =
  | { id: number; op: 'run'; unit: Unit; cell: number; place?: CellPlace | undefined }
  /** `withArguments`: the reply tells what the call did to its arguments. */
  | { id: number; op: 'call'; target: CallTarget; args: unknown[]; withArguments?: boolean }
  /** Answered by a value: what `typeof` says of a name at the top level. */
  | { id: number; op: 'typeof'; name: string }
  /** Of a question that a cell had asked. */
  | { op: 'answer'; question: number; answer: TypeAnswer }
  | { op: 'interrupt'; run: number };

/** How an executor is set up; travels as JSON in its first argument. */
export interface ExecutorSettings {
  cwd: string;
  /** The only modules a cell may import; null allows all. */
  imports: string[] | null;
  sandboxed: boolean;
  /** Where a module is looked for when the notebook's own folder does not find it. */
  fallbackDir: string | null;
}

const record = z.record(z.string(), z.unknown());

const diagnostic = z.object({
  line: z.number(),
  column: z.number(),
  length: z.number(),
  code: z.number(),
  message: z.string(),
  fileName: z.string().optional(),
});

const unit = z.object({
  js: z.string(),
  hasToplevelAwait: z.boolean(),
  lastExpressionVar: z.string().optional(),
  lineMap: z.array(z.number()),
  sideOutputs: z.array(z.object({ path: z.string(), data: z.string() })).optional(),
});

export const compiledSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), unit, decl: z.string() }),
  z.object({ ok: z.literal(false), diagnostics: z.array(diagnostic) }),
]);
export const completionSchema = z.object({
  start: z.number(),
  end: z.number(),
  candidates: z.array(z.string()),
});
export const inspectionSchema = z.string().nullable();
export const completenessSchema = z.object({
  completed: z.boolean(),
  indent: z.string().optional(),
});

export const typeAnswerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), type: z.string() }),
  z.object({ ok: z.literal(false), code: z.number(), message: z.string() }),
]);

export const compilerReplySchema = z.union([
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('reply'), id: z.number(), value: z.unknown() }),
  z.object({ type: z.literal('failed'), id: z.number(), message: z.string() }),
]);

const output = z.discriminatedUnion('type', [
  z.object({ type: z.literal('stream'), name: z.enum(['stdout', 'stderr']), text: z.string() }),
  z.object({
    type: z.enum(['display_data', 'update_display_data']),
    data: record,
    metadata: record,
    transient: z.object({ display_id: z.string().optional() }).optional(),
  }),
  z.object({ type: z.literal('clear_output'), wait: z.boolean() }),
  z.object({ type: z.literal('replace_cell'), text: z.string() }),
]);

const name = z.string().max(textLimits.name);
const frame = z.object({ cell: z.number(), line: z.number(), name });
const thrown = z.object({
  name,
  message: z.string().max(textLimits.cellMessage),
  frames: z.array(frame).max(textLimits.frames),
  /** Frames outside cells, one text each, for errors that come out of a library. */
  outside: z.array(z.string().max(textLimits.outsideText)).max(textLimits.outside),
  interrupted: z.boolean(),
});
export type Thrown = z.infer<typeof thrown>;

const callLimit = z.object({
  ms: z.number().positive(),
  late: z.string().max(textLimits.limitText),
  died: z.string().max(textLimits.limitText),
});
/**
 * A call that a library in a cell watches over: the cell is stopped after `ms`. Sentences in French say that it
 * was late, or that its process died.
 */
export type CallLimit = z.infer<typeof callLimit>;

/** The arguments as the call left them, where they were asked for. */
const args = z.array(z.unknown()).optional();

export const executorReplySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('output'), output }),
  z.object({ type: z.literal('limit'), limit: callLimit.nullable() }),
  z.object({
    type: z.literal('question'),
    question: z.number(),
    expression: z.string().max(textLimits.expression),
  }),
  z.object({
    type: z.literal('done'),
    id: z.number(),
    result: z.object({ data: record, metadata: record }).optional(),
    thrown: thrown.optional(),
  }),
  z.object({ type: z.literal('value'), id: z.number(), value: z.unknown(), args }),
  z.object({
    type: z.literal('handle'),
    id: z.number(),
    handle: z.number(),
    what: z.enum(['function', 'object']),
    args,
  }),
  z.object({
    type: z.literal('thrown'),
    id: z.number(),
    name,
    message: z.string().max(textLimits.callMessage),
    args,
  }),
]);
export type ExecutorReply = z.infer<typeof executorReplySchema>;
/** What a call, or a `typeof`, is answered by. */
export type CallReply = Extract<ExecutorReply, { type: 'value' | 'handle' | 'thrown' }>;
