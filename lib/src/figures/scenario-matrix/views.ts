import { bestStrategies, type Summary, type SummaryRow } from '../../transfer/matrix/summarize';
import {
  scenarioName,
  strategies,
  strategyNames,
  type Strategy,
} from '../../transfer/matrix/scenario';
import type { ScaleName } from '../paint/colours';
import { numberText } from '../paint/numbers';

/** One way to look at the matrix: what stands in its cells, and what their colour says. */
export interface MatrixView {
  button: string;
  title: string;
  legend: string;
  scale: ScaleName;
  /** Ends of the colour scale. */
  range: [number, number];
  /** A number for the colour of each cell; null where nothing was measured. */
  colours: (number | null)[][];
  /** Two lines a cell. */
  texts: [main: string, below: string][][];
}

/** Points behind the best of its row from which on a cell is as pale as it gets. */
const mostPointsBehind = 20;

/** The three views of a matrix. */
export function matrixViews(rows: readonly SummaryRow[]): MatrixView[] {
  const of = <T>(read: (cell: Summary, row: SummaryRow, strategy: Strategy) => T) =>
    rows.map((row) =>
      strategies.map((strategy) => {
        const cell = row.strategies[strategy];
        return cell === undefined ? null : read(cell, row, strategy);
      }),
    );
  const textsOf = (
    read: (cell: Summary, row: SummaryRow, strategy: Strategy) => [string, string],
  ) => of(read).map((row) => row.map((text): [string, string] => text ?? ['—', 'pas mesuré']));
  const cost = (
    name: string,
    legend: string,
    read: (cell: Summary) => number,
    text: (cell: Summary) => [string, string],
  ): MatrixView => {
    const colours = of((cell) => Math.log10(read(cell)));
    const found = colours.flat().filter((value) => value !== null);
    const range: [number, number] = [Math.min(...found), Math.max(...found)];
    return { button: name, title: legend, legend: 'plus c’est foncé, plus c’est cher (échelle logarithmique)', scale: 'warm', range, colours, texts: textsOf(text) }; // prettier-ignore
  };
  const behind = (cell: Summary, row: SummaryRow): number =>
    100 * (cell.accuracy.mean - row.strategies[bestStrategies(row)[0]!]!.accuracy.mean);
  return [
    {
      button: 'Exactitude',
      title: 'Exactitude sur les images de test, en % : moyenne ± intervalle à 95 %',
      legend:
        '★ meilleure moyenne de la ligne ; ☆ intervalle qui atteint le sien ; plus pâle, plus loin derrière',
      scale: 'amount',
      range: [-mostPointsBehind, 0],
      colours: of(behind),
      texts: textsOf((cell, row, strategy) => {
        const place = bestStrategies(row).indexOf(strategy);
        const mark = place === 0 ? ' ★' : place > 0 ? ' ☆' : '';
        return [`${percent(cell.accuracy.mean)}${mark}`, `± ${percent(cell.accuracy.half)}`];
      }),
    },
    cost(
      'Temps',
      'Temps d’un entraînement, en secondes (moyenne)',
      (cell) => cell.seconds,
      (cell) => [numberText(cell.seconds, 1), 'secondes'],
    ),
    cost(
      'Multiplications',
      'Multiplications-additions d’un entraînement, en milliards',
      (cell) => cell.macs,
      (cell) => [billions(cell.macs), 'milliards'],
    ),
  ];
}

/** The matrix in words, a line a situation. */
export function matrixWords(rows: readonly SummaryRow[], missing: string | undefined): string[] {
  return rows.map((row) => {
    const cells = strategies.flatMap((strategy) => {
      const cell = row.strategies[strategy];
      return cell === undefined ? [] : [`${strategyNames[strategy]} ${cellWords(cell)}`];
    });
    if (cells.length === 0)
      return `${scenarioName(row)} : pas mesuré${missing === undefined ? '' : ` (${missing})`}`;
    const [best, ...tied] = bestStrategies(row).map((strategy) => strategyNames[strategy]);
    const equal = tied.length === 0 ? '' : `, sans se distinguer de ${tied.join(' ni de ')}`;
    return `${scenarioName(row)} : ${cells.join(' ; ')}. Devant : ${best}${equal}`;
  });
}

/** « 91,2 % (de 90,1 à 92,3), 2,4 s, 18 milliards de multiplications ». */
export function cellWords({ accuracy, seconds, macs }: Summary): string {
  const { mean, low, high } = accuracy;
  return `${percent(mean)} % (de ${percent(Math.max(0, low))} à ${percent(Math.min(1, high))}), ${numberText(seconds, 1)} s, ${billions(macs)} milliards de multiplications`;
}

const percent = (share: number): string => numberText(100 * share, 1);

function billions(macs: number): string {
  const value = macs / 1e9;
  return numberText(value, value < 1 ? 2 : value < 100 ? 1 : 0);
}
