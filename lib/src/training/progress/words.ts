/** How metrics are called in French; another name stands for itself. */
const names: Record<string, string> = {
  loss: 'perte',
  accuracy: 'exactitude',
  top5: 'top 5',
  valLoss: 'perte (val.)',
  valAccuracy: 'exactitude (val.)',
  valTop5: 'top 5 (val.)',
};

/** Metrics in one line: « perte 0,123 · exactitude 96,4 % ». */
export function metricsText(metrics: Record<string, number>): string {
  return Object.entries(metrics)
    .map(([name, value]) => `${names[name] ?? name} ${valueOf(name, value)}`)
    .join(' · ');
}

function valueOf(name: string, value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const digits = /loss$/i.test(name) ? value.toPrecision(3) : `${(value * 100).toFixed(1)}\u00a0%`;
  return digits.replace('.', ',');
}

/** A time that was measured: below 10 s with its tenths, « 0,4 s ». */
export function spentText(seconds: number): string {
  if (seconds >= 9.95) return durationText(seconds);
  return `${Math.max(0, seconds).toFixed(1).replace('.', ',')}\u00a0s`;
}

/** A duration as one says it: « 8 s », « 3 min 05 s », « 1 h 02 min ». */
export function durationText(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const two = (value: number): string => String(value).padStart(2, '0');
  if (whole < 60) return `${whole}\u00a0s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}\u00a0min ${two(whole % 60)}\u00a0s`;
  return `${Math.floor(minutes / 60)}\u00a0h ${two(minutes % 60)}\u00a0min`;
}
