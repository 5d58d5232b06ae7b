import escapeHtml from 'escape-html';

/** Text that is HTML already. Anything else that enters a template is escaped. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | Html | Html[];

/**
 * HTML from a template: strings are escaped, pieces of HTML are not. Invisible characters that turn
 * text around (right-to-left override) are dropped.
 *
 * @example
 * html`<p>${'<b>'}</p>`.text; // '<p>&lt;b&gt;</p>'
 */
export function html(fixed: TemplateStringsArray, ...parts: Part[]): Html {
  const texts = parts.map((part) =>
    part instanceof Html
      ? part.text
      : typeof part === 'string'
        ? escapeHtml(part.replace(disguises, ''))
        : part.map(({ text }) => text).join(''),
  );
  return new Html(String.raw({ raw: fixed }, ...texts));
}

/** HTML that is our own, to be put in as it is. */
export const raw = (text: string): Html => new Html(text);

const disguises = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;
