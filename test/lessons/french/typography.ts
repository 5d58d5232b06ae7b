/** The rules of French typography that a machine can hold. */

interface Rule {
  /** What is wrong, wherever it matches. */
  wrong: RegExp;
  /** What to write. */
  right: string;
}

/** Signs of markdown that may stand between a word and its punctuation. */
const markup = '[*_\\]]*';

const rules: Rule[] = [
  { wrong: /\p{L}'|'\p{L}/u, right: 'the apostrophe is ’' },
  { wrong: /"/, right: 'quotes are « and »' },
  { wrong: / [:;?!»]/, right: 'a no-break space before : ; ? ! »' },
  {
    wrong: new RegExp(`[\\p{L}\\d)’]${markup}(?:[;?!»]|:(?=\\s|$))`, 'u'),
    right: 'a no-break space before : ; ? ! »',
  },
  { wrong: /«(?![\u00a0\u202f])/, right: 'a no-break space after «' },
  { wrong: /\.\.\./, right: '… is one sign' },
  { wrong: /\S {2,}\S/, right: 'one space is enough' },
  { wrong: /\S[ \u00a0]--?[ \u00a0]\S/, right: 'a dash is —, a minus −' },
  { wrong: /\p{Ll}[.,]\p{Lu}/u, right: 'a space after . and ,' },
  { wrong: / [.,](?:\s|$)/, right: 'no space before . and ,' },
];

/** What is wrong with a line of prose: what to write instead, and where. */
export function typographyErrors(line: string): string[] {
  return rules.flatMap(({ wrong, right }) => {
    const match = wrong.exec(line);
    if (match === null) return [];
    const from = Math.max(0, match.index - 15);
    return [`${right}: « ${line.slice(from, match.index + 15).trim()} »`];
  });
}
