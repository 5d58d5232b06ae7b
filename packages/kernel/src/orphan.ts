/** Tells when the process that started us has died: we are then adopted, and our parent's id changes. */

const checkEveryMs = 1000;

/** Calls `onOrphaned` once, within a second of the parent's death. Does not keep the process alive. */
export function whenOrphaned(onOrphaned: () => void, parentId = () => process.ppid): void {
  const parent = parentId();
  const timer = setInterval(() => {
    if (parentId() === parent) return;
    clearInterval(timer);
    onOrphaned();
  }, checkEveryMs);
  timer.unref();
}
