type Answers = (...args: any[]) => unknown;

/**
 * The function that gives one part of what `answer` gives, so that a criterion asks for that part alone. What has
 * no such part is given as it is: null of factorize, or a wrong answer, which then differs.
 */
export const part =
  (answer: Answers, name: string) =>
  async (...args: unknown[]): Promise<unknown> => {
    const found = await answer(...args);
    const isThere = typeof found === 'object' && found !== null && Object.hasOwn(found, name);
    return isThere ? (found as Record<string, unknown>)[name] : found;
  };
