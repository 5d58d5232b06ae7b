import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../support/jupyter';
import { readNotebook } from '../support/notebooks';
import { readCode } from './french/code-strings';
import { codeLines, namesInCode, proseLines } from './french/prose';
import { openSpeller, ownWords, type Speller } from './french/spelling';
import { typographyErrors } from './french/typography';

const notebooks = ['notebooks', 'exercises'].flatMap((folder) =>
  readdirSync(path.join(root, folder))
    .filter((file) => file.endsWith('.ipynb'))
    .map((file) => path.join(folder, file)),
);

/** Where the library and the kernel say things to a student. */
const sources = ['lib/src', 'packages/kernel/src'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.ts$/.test(file) && !/\btesting\b/.test(file))
    .map((file) => path.join(folder, file)),
);

describe('the French that students read', () => {
  let speller: Speller;
  before(async () => {
    speller = await openSpeller();
  });
  after(() => {
    speller.close();
  });
  const withSuggestions = (word: string): string =>
    `${word} (${speller.suggestions(word).join(', ')})`;

  for (const file of notebooks) {
    it(`${file} keeps to French typography`, () => {
      const wrong = proseLines(readNotebook(path.join(root, file))).flatMap(({ cell, text }) =>
        typographyErrors(text).map((error) => `${file}, cell ${cell}: ${error}`),
      );
      assert.deepEqual(wrong, []);
    });

    it(`${file} has no word that is not French`, () => {
      const notebook = readNotebook(path.join(root, file));
      const names = namesInCode(notebook);
      const unknown = [
        ...withoutForeignWords(proseLines(notebook)).flatMap(({ cell, text }) =>
          speller.unknownWords(text).map((word) => ({ cell, word })),
        ),
        ...codeLines(notebook).flatMap(({ cell, text }) =>
          speller
            .unknownWords(text)
            .filter((word) => !names.has(word))
            .map((word) => ({ cell, word })),
        ),
      ];
      const wrong = unknown.map(
        ({ cell, word }) => `${file}, cell ${cell}: ${withSuggestions(word)}`,
      );
      assert.deepEqual(wrong, [], 'mend them, or add names and terms to test/lessons/words-fr.txt');
    });
  }

  it('messages of the library have no word that is neither French nor a name of its code', () => {
    const code = sources.map((file) => ({
      file,
      ...readCode(readFileSync(path.join(root, file), 'utf8')),
    }));
    const names = new Set(code.flatMap((one) => [...one.names]));
    const wrong = code.flatMap(({ file, sentences }) =>
      sentences
        .filter(isFrench)
        .flatMap((text) => speller.unknownWords(text).filter((word) => !names.has(word)))
        .map((word) => `${file}: ${withSuggestions(word)}`),
    );
    assert.deepEqual(wrong, [], 'mend them, or add names and terms to test/lessons/words-fr.txt');
  });

  it('our own list is sorted and holds no word that the dictionary has', () => {
    const words = ownWords();
    assert.deepEqual(
      words,
      [...new Set(words)].sort((a, b) => a.localeCompare(b, 'fr')),
    );
    assert.deepEqual(
      words.filter((word) => speller.isFrench(word)),
      [],
    );
  });
});

/** What stands in italics is a word of another language. */
const withoutForeignWords = <T extends { text: string }>(passages: T[]): T[] =>
  passages.map((passage) => ({
    ...passage,
    text: passage.text.replace(/(?<!\*)\*(?!\*)[^*]+\*(?!\*)/g, '\u25a1'),
  }));

/** The library also says things in English, to its own developers, and in HTML. */
const isFrench = (text: string): boolean =>
  /(?<![\p{L}-])(?:le|la|les|un|une|des|du|de|est|et|ou|il|elle|vous|pas|par)(?![\p{L}-])/iu.test(
    text,
  );
