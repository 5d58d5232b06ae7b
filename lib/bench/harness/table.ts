/** Columns side by side: the first to the left, the others, numbers, to the right. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
      )
      .join('  ')
      .trimEnd();
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}

/** Three figures that count: 0.00123, 1.23, 123, 12300; a dash for what was not measured. */
export function figure(value: number): string {
  if (Number.isNaN(value)) return '-';
  if (!Number.isFinite(value) || value === 0) return String(value);
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(digits, 9));
}

/** A rate with its thousands: 12300000000 FLOP/s reads 12.3 G. */
export function rate(value: number): string {
  const scales: [number, string][] = [
    [1e9, ' G'],
    [1e6, ' M'],
    [1e3, ' k'],
  ];
  const [divisor, letter] = scales.find(([least]) => value >= least) ?? [1, ''];
  return figure(value / divisor) + letter;
}
