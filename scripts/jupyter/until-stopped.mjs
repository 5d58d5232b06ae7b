/** How somebody asks for an end: Ctrl-C, kill, a closed terminal. */
export const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Waits until the server ends or somebody asks for its end (Ctrl-C, a closed terminal, kill), then
 * stops it. @returns {Promise<number>} exit code: 0 when it was asked for
 */
export async function untilStopped(server, onStop = () => {}) {
  const asked = new Promise((resolve) => {
    for (const signal of stopSignals) process.once(signal, () => resolve(0));
  });
  const code = await Promise.race([asked, server.exited]);
  onStop();
  await server.stop();
  return code;
}
