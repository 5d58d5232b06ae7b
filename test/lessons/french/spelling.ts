/** Spelling by Hunspell (compiled to WebAssembly) with Grammalecte's French dictionary and our own words. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../support/jupyter';

/** Our own words: names, and terms of the field that the dictionary does not have. */
export const wordsFile = path.join(__dirname, '..', 'words-fr.txt');

export interface Speller {
  /** The words of a text that are not French, each once, in order. */
  unknownWords(text: string): string[];
  /** Is it a word of the dictionary, without ours? */
  isFrench(word: string): boolean;
  suggestions(word: string): string[];
  close(): void;
}

/** The words of ours, one a line; `#` begins a comment. */
export const ownWords = (): string[] =>
  readFileSync(wordsFile, 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');

export async function openSpeller(): Promise<Speller> {
  const { createHunspellFromFiles } = await import('hunspell-wasm');
  const dictionary = (end: string): string =>
    path.join(root, 'node_modules', 'dictionary-fr', `index.${end}`);
  const hunspell = await createHunspellFromFiles(dictionary('aff'), dictionary('dic'));
  const own = new Set(ownWords());
  const isFrench = (word: string): boolean => hunspell.testSpelling(word);
  const isOwn = (word: string): boolean => own.has(word) || own.has(uncapitalised(word));
  return {
    isFrench,
    unknownWords: (text) =>
      [...new Set(wordsOf(text))].filter(
        (word) =>
          !isOwn(word) &&
          !isFrench(word) &&
          !bareParts(word).every((part) => isOwn(part) || isFrench(part)),
      ),
    suggestions: (word) => hunspell.getSpellingSuggestions(word).slice(0, 3),
    close: () => hunspell.dispose(),
  };
}

/** Names of files and of things in code, commands, tags of HTML. */
const noLanguage = /[\w@/]*(?:\.\w+)+|\bnpm (?:run )?[\w:]+|<[^>]*>/g;

/** Letters, with apostrophes and hyphens inside. A digit or a capital inside makes a name of code. */
function wordsOf(text: string): string[] {
  return (text.replace(noLanguage, ' ').match(/[\p{L}\d_]+(?:[’'-][\p{L}\d_]+)*/gu) ?? []).filter(
    (word) => /\p{L}{2}/u.test(word) && !/[\d_]|\p{Ll}\p{Lu}/u.test(word) && !isAcronym(word),
  );
}

const isAcronym = (word: string): boolean => /^\p{Lu}+s?$/u.test(word);

/** « l’hyperparamètre » without its article, « multi-canal » in two: our own words may hide in there. */
const bareParts = (word: string): string[] =>
  word.replace(/^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)[’']/i, '').split('-');

const uncapitalised = (word: string): string =>
  word.charAt(0).toLocaleLowerCase('fr') + word.slice(1);
