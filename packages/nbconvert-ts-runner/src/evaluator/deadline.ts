/**
 * Calls `act` once `ms` have passed, after what the process has already written was let in.
 *
 * Timers run before what waits in a pipe is read: where our own process was kept from its work (a loaded
 * machine, a long answer of somebody else), an answer that came in time would else be taken for late.
 *
 * @returns calls it off
 */
export function afterDeadline(ms: number, act: () => void): () => void {
  let turn: NodeJS.Immediate | undefined;
  const timer = setTimeout(() => {
    turn = setImmediate(() => {
      turn = setImmediate(act);
    });
  }, ms);
  return () => {
    clearTimeout(timer);
    clearImmediate(turn);
  };
}
