/** The little of jsdom that the static renderer uses; jsdom ships no types of its own. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string, options: { runScripts: 'outside-only' });
    readonly window: {
      eval(source: string): unknown;
      URL: { createObjectURL: () => string };
      HTMLCanvasElement: { prototype: { getContext: () => null } };
    };
  }
}
