import type { MimeBundle } from '../display';

/** What became of a prediction. */
export type Verdict = 'right' | 'wrong' | 'none';

/** What the reader of a question is told. */
interface PredictionWords {
  verdict: Verdict;
  /** What the student wrote; empty when nothing. */
  predicted: string;
  /** What the cell computed. */
  computed: string;
  /** Why, and what usually goes wrong. */
  explanation: string;
}

/** The word that marks the usual mistake: it stands out. */
const usualMistake = 'Erreur fréquente';

/** What a terminal says of an answer that nobody predicted. */
const noPrediction = 'Pas encore de prédiction : remplacez null dans la cellule de la question.';

/** The parts a verdict is made of: a mark that needs no colour, the first line, what is said below it. */
interface Parts {
  mark: string;
  line: string;
  colour: string;
}

const parts: Record<Verdict, (words: PredictionWords) => Parts> = {
  right: ({ computed }) => ({ mark: '✔', line: `Bien vu : ${computed}.`, colour: '#1b7f5c' }),
  wrong: ({ predicted, computed }) => ({
    mark: '✘',
    line: `Vous aviez prédit ${predicted} ; le calcul donne ${computed}.`,
    colour: '#c2571a',
  }),
  none: () => ({
    mark: '✎',
    line: 'À vous d’abord : remplacez `null` par votre réponse, puis relancez la suite.',
    colour: '#5b6b8c',
  }),
};

/**
 * One output for a question: HTML that folds the answer while there is no prediction, and the whole of it as
 * text, for terminals and for screens that show no HTML.
 */
export function predictionBundle(words: PredictionWords): MimeBundle {
  const { verdict, computed } = words;
  const explanation = unbreakable(words.explanation.replace(/\s*\n\s*/g, ' ').trim());
  const { mark, line, colour } = parts[verdict](words);
  const answer = unbreakable(`Réponse : ${computed}.`);
  const first = unbreakable(`${mark} ${line}`);
  if (verdict === 'none') {
    return {
      'text/html': card(colour, first, folded(answer, explanation)),
      'text/plain': `${answer} (${unbreakable(noPrediction)})\n${explanation}`,
    };
  }
  return {
    'text/html': card(colour, first, paragraph(explanation)),
    'text/plain': `${first}\n${explanation}`,
  };
}

/** A bar at the left in the verdict's colour; the page's own colours for the rest, light or dark. */
const card = (colour: string, first: string, rest: string): string =>
  `<div style="border-left: 4px solid ${colour}; padding: 2px 0 2px 12px; max-width: 46em; line-height: 1.5">` +
  `<div><strong>${marked(first)}</strong></div>${rest}</div>`;

const paragraph = (text: string): string => `<div>${marked(text)}</div>`;

const folded = (answer: string, explanation: string): string =>
  '<details><summary style="cursor: pointer">Voir la réponse sans prédire</summary>' +
  `<div><strong>${escaped(answer)}</strong></div>${paragraph(explanation)}</details>`;

/** `code` between backticks, and the usual mistake in bold. */
const marked = (text: string): string =>
  escaped(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replaceAll(usualMistake, `<strong>${usualMistake}</strong>`);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** French punctuation keeps its spaces on its own line, and a size its signs. */
const unbreakable = (text: string): string =>
  text
    .replace(/ (?=[:;?!»%])/g, '\u00a0')
    .replace(/(?<=[\d)]) × (?=[\d(])/g, '\u00a0×\u00a0')
    .replace(/« /g, '«\u00a0');
