/** Spaces that French puts before « : ; ? ! » and inside its quotes, made unbreakable. */
export const unbreakable = (text: string): string =>
  text.replace(/ (?=[:;?!»])/g, '\u00a0').replace(/« /g, '«\u00a0');
