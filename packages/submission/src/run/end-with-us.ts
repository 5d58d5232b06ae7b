const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Where we are ended (Ctrl-C), ends first what we started: a student's loop hears neither the signal nor that
 * nobody waits for it, and would take a processor for ever.
 *
 * @returns what takes that back
 */
export function endWithUs(end: () => void): () => void {
  const leave = (signal: NodeJS.Signals): void => {
    takeBack();
    end();
    process.kill(process.pid, signal); // as if we had not listened
  };
  const takeBack = (): void => {
    for (const signal of signals) process.off(signal, leave);
  };
  for (const signal of signals) process.on(signal, leave);
  return takeBack;
}
