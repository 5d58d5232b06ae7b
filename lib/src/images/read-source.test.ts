import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { readImage } from './read-image';
import { makePng } from './testing/make-png';

const glass = makePng({
  width: 2,
  height: 1,
  colourType: 6,
  data: [0, 100, 0, 0, 51, 1, 2, 3, 255],
});

const saveAsPng = 'ouvrez-le dans un logiciel de dessin et enregistrez-le en PNG';

describe('readImage()', function () {
  this.timeout(60_000); // decoding on a busy machine

  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'read-source-'));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const save = (name: string, bytes: Uint8Array): string => {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    return file;
  };

  it('takes a path, a Buffer, or a part of other bytes', async () => {
    const wanted = await readImage(glass);
    assert.ok((await readImage(save('glass.png', glass))).equals(wanted));
    const within = Uint8Array.from([9, 9, ...glass, 9]).subarray(2, -1);
    assert.ok((await readImage(within)).equals(wanted));
  });

  it('goes by what a file holds, not by its name', async () => {
    assert.deepEqual((await readImage(save('glass.jpg', glass))).shape, [1, 2, 3]);
  });

  it('lays over white, drops or keeps what is transparent', async () => {
    const read = async (alpha: 'white' | 'drop' | 'keep') =>
      (await readImage(glass, { alpha })).toNested(3)[0];
    const opaque = [1, 2, 3];
    assert.deepEqual(await read('white'), [[224, 204, 204], opaque]);
    assert.deepEqual(await read('drop'), [[100, 0, 0], opaque]);
    assert.deepEqual(await read('keep'), [
      [100, 0, 0, 51],
      [1, 2, 3, 255],
    ]);
    await assert.rejects(readImage(glass, { alpha: 'black' as never }), {
      name: 'RangeError',
      message:
        "Impossible de lire l'image\u00a0: l'option alpha vaut 'black' mais seules 'white', 'drop' et 'keep' sont connues\u00a0; donnez alpha: 'white' pour poser l'image sur du blanc.",
    });
  });

  it('refuses what is neither a path nor bytes, and an address of the web', async () => {
    await assert.rejects(readImage(undefined as never), {
      name: 'TypeError',
      message:
        "Impossible de lire l'image\u00a0: la source est undefined mais il faut le chemin d'un fichier ou ses octets\u00a0; donnez un chemin comme 'images/chat.png'.",
    });
    await assert.rejects(readImage('https://example.org/chat.png'), {
      message:
        "Impossible de lire l'image «\u00a0https://example.org/chat.png\u00a0»\u00a0: c'est une adresse du web et non un fichier\u00a0; téléchargez l'image dans votre dossier, puis donnez son nom.",
    });
  });

  it('refuses an empty file', async () => {
    const file = save('empty.png', Buffer.alloc(0));
    await assert.rejects(readImage(file), {
      name: 'Error',
      message: `Impossible de lire l'image «\u00a0${file}\u00a0»\u00a0: le fichier est vide\u00a0; téléchargez-le ou copiez-le à nouveau.`,
    });
  });

  it('refuses a file of more than 200 million bytes without reading it', async () => {
    const file = save('large.png', glass);
    truncateSync(file, 200_000_001); // a hole: it takes no room on disk
    await assert.rejects(readImage(file), {
      name: 'RangeError',
      message: `Impossible de lire l'image «\u00a0${file}\u00a0»\u00a0: le fichier dépasse la limite de 200 millions d'octets\u00a0; réduisez l'image d'abord dans un logiciel de dessin.`,
    });
  });

  it('says what a file of another kind is, whatever its name', async () => {
    const kinds: [string, string][] = [
      ['RIFF\x24\0\0\0WEBPVP8 ', 'un WebP'],
      ['\0\0\0\x20ftypavif', 'un AVIF'],
      ['\0\0\0\x18ftypheic', 'un HEIC'],
      ['II*\0', 'un TIFF'],
      ['<?xml version="1.0"?>\n<svg width="3">', 'un dessin SVG'],
      ['%PDF-1.7', 'un PDF'],
    ];
    for (const [start, kind] of kinds) {
      await assert.rejects(readImage(save('image.png', Buffer.from(start, 'latin1'))), {
        message: `Impossible de lire l'image «\u00a0${path.join(folder, 'image.png')}\u00a0»\u00a0: c'est ${kind} mais il faut un PNG, un JPEG, un GIF ou un BMP\u00a0; ${saveAsPng}.`,
      });
    }
    await assert.rejects(readImage(Buffer.from('<!DOCTYPE html><html>…')), {
      message:
        "Impossible de lire l'image\u00a0: c'est une page web et non une image\u00a0; téléchargez l'image elle-même, et non la page qui la montre.",
    });
    await assert.rejects(readImage(Buffer.from('Bonjour')), {
      message: `Impossible de lire l'image\u00a0: le fichier devrait être un PNG, un JPEG, un GIF ou un BMP, mais il ne commence pas comme eux\u00a0; ${saveAsPng}.`,
    });
  });
});
