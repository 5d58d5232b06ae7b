/** From the lines of the JavaScript that runs back to the lines of the cell that was written. */
import { SourceMapConsumer, type RawSourceMap } from 'source-map-js';

/** tslab puts one line, `export {};`, in front of each cell. */
const prefixLines = 1;

/**
 * For each line of the CommonJS output (from 0), the line of the cell (from 1), or 0 where there is none.
 *
 * @param toEsModule map of the first step, TypeScript to ES module
 * @param toCommonJs map of the second step, ES module to CommonJS
 */
export function lineMap(toEsModule: string, toCommonJs: string, lines: number): number[] {
  const first = firstLines(toEsModule);
  const second = firstLines(toCommonJs);
  const map: number[] = [];
  for (let line = 1; line <= lines; line++) {
    const esLine = second.get(line);
    const cellLine = esLine === undefined ? undefined : first.get(esLine);
    map.push(cellLine === undefined ? 0 : Math.max(0, cellLine - prefixLines));
  }
  return map;
}

/** For each generated line, the original line of its first mapping (both from 1). */
function firstLines(mapText: string): Map<number, number> {
  const lines = new Map<number, number>();
  const consumer = new SourceMapConsumer(JSON.parse(mapText) as RawSourceMap);
  consumer.eachMapping(({ generatedLine, originalLine }) => {
    if (originalLine !== null && !lines.has(generatedLine)) lines.set(generatedLine, originalLine);
  });
  return lines;
}
