/** `lines` without the blank ones before its first and after its last full line. */
export function trimBlankLines(lines: string[]): string[] {
  let from = 0;
  let to = lines.length;
  while (from < to && isBlank(lines[from])) from++;
  while (to > from && isBlank(lines[to - 1])) to--;
  return lines.slice(from, to);
}

export function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}
