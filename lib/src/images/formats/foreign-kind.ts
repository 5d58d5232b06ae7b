/** Files that are often taken for one of the four formats, and how they begin. */
const kinds: [RegExp, string][] = [
  [/^RIFF[^]{4}WEBP/, 'un WebP'],
  [/^[^]{4}ftyp(avif|avis)/, 'un AVIF'],
  [/^[^]{4}ftyp(heic|heix|mif1|msf1)/, 'un HEIC'],
  [/^(II\*\0|MM\0\*)/, 'un TIFF'],
  [/^\s*(<\?xml[^]*)?<svg/i, 'un dessin SVG'],
  [/^%PDF-/, 'un PDF'],
];

/** What to say of a file that is none of the four formats: what it is, where that can be told. */
export function foreignKind(bytes: Buffer): { found: string; next: string } {
  const start = bytes.toString('latin1', 0, 512);
  const saveAsPng = 'ouvrez-le dans un logiciel de dessin et enregistrez-le en PNG';
  if (bytes.length === 0) {
    return { found: 'le fichier est vide', next: 'téléchargez-le ou copiez-le à nouveau' };
  }
  if (/^\s*<(!doctype html|html|head|body)/i.test(start)) {
    return {
      found: "c'est une page web et non une image",
      next: "téléchargez l'image elle-même, et non la page qui la montre",
    };
  }
  const kind = kinds.find(([begins]) => begins.test(start))?.[1];
  const wanted = 'un PNG, un JPEG, un GIF ou un BMP';
  return kind === undefined
    ? {
        found: `le fichier devrait être ${wanted}, mais il ne commence pas comme eux`,
        next: saveAsPng,
      }
    : { found: `c'est ${kind} mais il faut ${wanted}`, next: saveAsPng };
}
