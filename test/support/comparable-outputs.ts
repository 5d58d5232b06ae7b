/** What a cell shows, brought to a form in which two runs can be compared. */
import type { IOutput } from '@jupyterlab/nbformat';
import { joined } from './notebooks';

/** Tag of a cell that shows what a clock measured: two runs show the same kinds of output, not the same text. */
const measuring = 'mesure';

/** The outputs of a cell as two runs must show them. */
export function comparable(outputs: IOutput[], tags: string[] = []): unknown[] {
  return tags.includes(measuring) ? kindsOf(outputs) : normalised(outputs);
}

/** Only what kinds of output a cell shows, and in which formats. */
function kindsOf(outputs: IOutput[]): unknown[] {
  return normalised(outputs).map(({ type, data }) => ({
    type,
    formats: Object.keys(data ?? {}).sort(),
  }));
}

/** Without what may differ from run to run: how streams are cut, display ids, durations. */
function normalised(outputs: IOutput[]): Record<string, unknown>[] {
  const kept: Record<string, unknown>[] = [];
  for (const output of outputs) {
    const last = kept.at(-1);
    if (last && output.output_type === 'stream' && last['name'] === output['name']) {
      last['text'] = `${String(last['text'])}${joined(output['text'])}`;
    } else if (output.output_type === 'stream') {
      kept.push({ type: 'stream', name: output['name'], text: joined(output['text']) });
    } else {
      const { output_type: type, data, ename, evalue } = output;
      kept.push({
        type,
        data: data && joinedBundle(data as Record<string, unknown>),
        ename,
        evalue,
      });
    }
  }
  return kept;
}

/** What a training says of its time (« 3 s », « 2 min 05 s »), whatever the machine. */
function timeless(text: string): string {
  return text.replace(/\d+(?:,\d+)?\u00a0(?:min \d+\u00a0)?s\b/g, '(durée)');
}

function joinedBundle(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([type, value]) => [
      type,
      Array.isArray(value) && value.every((line) => typeof line === 'string')
        ? timeless(joined(value).trimEnd())
        : typeof value === 'string'
          ? timeless(value.trimEnd())
          : value,
    ]),
  );
}
