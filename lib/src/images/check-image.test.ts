import { strict as assert } from 'node:assert';

import * as lib from '../index';

const wrong = [[0, 255]] as never;
const calls: [string, () => unknown][] = [
  ["découper l'image", () => lib.crop(wrong, { top: 0, left: 0, height: 1, width: 1 })],
  ["changer la taille de l'image", () => lib.resize(wrong, 1, 1)],
  ["séparer les canaux de l'image", () => lib.splitChannels(wrong)],
  ["passer l'image en niveaux de gris", () => lib.toGray(wrong)],
  ["passer l'image en noir et blanc", () => lib.toBinary(wrong)],
  ["compter les valeurs de l'image", () => lib.histogram(wrong)],
];

describe('operations on images', () => {
  for (const [doing, call] of calls) {
    it(`want a Volume: ${doing}`, () => {
      assert.throws(
        call,
        new TypeError(
          `Impossible de ${doing}\u00a0: l'image est [[0, 255]] mais il faut un Volume\u00a0; donnez ce que readImage a rendu, ou Volume.from(tableaux).`,
        ),
      );
    });
  }

  it('want the file before the image', async () => {
    const image = lib.Volume.from([[0, 255]]);
    await assert.rejects(() => lib.writeImage(image as never, 'image.png' as never), {
      name: 'TypeError',
      message:
        "Impossible d'écrire l'image\u00a0: le fichier est un objet mais il faut un chemin\u00a0; donnez le chemin d'abord\u00a0: writeImage('image.png', image).",
    });
  });
});
