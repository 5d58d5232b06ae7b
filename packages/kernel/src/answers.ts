/** The requests that are answered at once, even while a cell runs: they only ask the compiler. */
import { codePointsToUtf16, utf16ToCodePoints } from './cursor';
import type { KernelEvaluator } from './evaluator';
import { kernelInfo } from './kernel-info';
import { readCodeRequest } from './requests';

export type Content = Record<string, unknown>;
type Answer = (content: unknown, evaluator: KernelEvaluator) => Content | Promise<Content>;

/** From the request's type to the content of its reply; the reply's type is `X_reply` for `X_request`. */
export const answers: Record<string, Answer> = {
  kernel_info_request: kernelInfo,
  comm_info_request: () => ({ status: 'ok', comms: {} }),
  history_request: () => ({ status: 'ok', history: [] }),
  complete_request: complete,
  inspect_request: inspect,
  is_complete_request: isComplete,
};

async function complete(content: unknown, evaluator: KernelEvaluator): Promise<Content> {
  const { code, cursor } = readCodeRequest(content);
  const { start, end, candidates } = await evaluator.complete(
    code,
    codePointsToUtf16(code, cursor),
  );
  return {
    status: 'ok',
    matches: candidates,
    cursor_start: utf16ToCodePoints(code, start),
    cursor_end: utf16ToCodePoints(code, end),
    metadata: {},
  };
}

async function inspect(content: unknown, evaluator: KernelEvaluator): Promise<Content> {
  const { code, cursor } = readCodeRequest(content);
  const text = await evaluator.inspect(code, codePointsToUtf16(code, cursor));
  const found = text !== null;
  return { status: 'ok', found, data: found ? { 'text/plain': text } : {}, metadata: {} };
}

async function isComplete(content: unknown, evaluator: KernelEvaluator): Promise<Content> {
  const { completed, indent } = await evaluator.isComplete(readCodeRequest(content).code);
  return completed ? { status: 'complete' } : { status: 'incomplete', indent: indent ?? '' };
}
