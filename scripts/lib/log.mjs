import { clearProgress } from './progress.mjs';

/** An error whose message is all that its reader needs: no stack is shown. */
export class SetupError extends Error {
  name = 'SetupError';
}

const colours = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code, text) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);

export const bold = (text) => paint(1, text);
export const green = (text) => paint(32, text);
export const red = (text) => paint(31, text);
export const yellow = (text) => paint(33, text);
export const dim = (text) => paint(2, text);

export function say(text = '') {
  clearProgress();
  process.stdout.write(`${text}\n`);
}

export function warn(text) {
  clearProgress();
  process.stderr.write(`${yellow('Attention :')} ${text}\n`);
}
