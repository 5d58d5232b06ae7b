import { allPass, type Verdict } from './gates';
import type { BenchRecord } from './record';
import type { CaseResult } from './results';
import { figure, rate, table } from './table';

/** A run as a person reads it. */
export function report(record: BenchRecord): string {
  const { machine, load, versions } = record;
  const measured = record.measures.map(({ name, unit, value, trouble }) =>
    `  ${name}: ${figure(value)} ${unit}${trouble === undefined ? '' : ` (${trouble})`}`.trimEnd(),
  );
  return [
    `${record.bench}: ${record.about}`,
    '',
    `Machine   ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGB} GB, ${machine.os}`,
    `Versions  ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}`,
    `Run       ${record.date}, ${record.seconds} s, load average ${load.before} before, ${load.after} after`,
    ...cautions(record).map((text) => `          ${text}`),
    ...record.cases.flatMap((one) => ['', ...caseLines(one)]),
    ...(measured.length === 0 ? [] : ['', ...measured]),
    ...verdictLines(record.gates),
  ].join('\n');
}

function cautions({ quick, only, load, machine }: BenchRecord): string[] {
  const busy = load.before > machine.cores / 4;
  return [
    ...(quick ? ['A quick run: for direction only.'] : []),
    ...(only === undefined
      ? []
      : [`Only the cases /${only}/: a gate that counts cases lacks the others.`]),
    ...(busy ? ['Others were at work on this machine: for direction only.'] : []),
  ];
}

function caseLines({ name, about, unit, baseline, contenders }: CaseResult): string[] {
  const rates = unit === undefined ? [] : [`${unit}/s`];
  const header = [
    '',
    'median ms',
    'min ms',
    'spread',
    ...rates,
    'speed',
    'of min',
    'rounds',
    'calls',
  ];
  const rows = contenders.map((one) => [
    `  ${one.name}`,
    figure(one.medianMs),
    figure(one.minMs),
    Number.isNaN(one.spread) ? '-' : `${Math.round(one.spread * 100)} %`,
    ...(unit === undefined ? [] : [rate(one.rate ?? NaN)]),
    figure(one.speed),
    figure(one.speedOfMin),
    String(one.samplesMs.length),
    String(one.calls),
  ]);
  return [
    `${name}${about === undefined ? '' : `  (${about})`}, speed against ${baseline} = 1`,
    ...table(header, rows),
    ...contenders
      .filter((one) => one.trouble !== undefined)
      .map((one) => `  ${one.name} was not measured: ${one.trouble}`),
  ];
}

function verdictLines(gates: readonly Verdict[]): string[] {
  if (gates.length === 0) return [];
  const lines = (
    verdicts: readonly Verdict[],
    words: Record<Verdict['outcome'], string>,
  ): string[] =>
    verdicts.map(({ claim, of, figure: value, unit = '', bound, outcome }) => {
      const where = of === undefined ? '' : `, ${of}`;
      return `  ${words[outcome]}  ${claim}${where}: ${`${figure(value)} ${unit}`.trim()} (${bound})`;
    });
  const stretch = gates.filter((gate) => gate.stretch);
  return [
    '',
    `Gates: ${allPass(gates) ? 'all pass' : 'not all pass'}`,
    ...lines(
      gates.filter((gate) => !gate.stretch),
      { PASS: 'PASS', FAIL: 'FAIL', 'NOT MEASURED': '????' },
    ),
    ...(stretch.length === 0 ? [] : ['Stretch goals, which fail nothing:']),
    ...lines(stretch, { PASS: 'reached ', FAIL: 'not yet ', 'NOT MEASURED': '????    ' }),
  ];
}
