import { strict as assert } from 'node:assert';

import { Volume } from '../volume/volume';
import { readDataset, type Dataset } from './dataset';

const images = Volume.from([[[[0.5], [1]]], [[[0], [0.25]]]]);

/** The text of the error, with plain spaces. */
function refusal(dataset: unknown, inputShape?: number[], classes?: number): string {
  try {
    readDataset(dataset, "les données d'entraînement", inputShape, classes);
  } catch (error) {
    return (error as Error).message.replaceAll('\u00a0', ' ');
  }
  return 'taken';
}

describe('readDataset()', () => {
  it('takes images or any inputs, with one label each', () => {
    const samples = readDataset({ images, labels: [0, 1] }, 'les données', [1, 2, 1], 2);
    assert.equal(samples.count, 2);
    assert.deepEqual(samples.inputShape, [1, 2, 1]);
    const vectors: Dataset = { inputs: Volume.from([[1, 2]]), labels: Uint8Array.of(3) };
    assert.deepEqual(readDataset(vectors, 'les données').inputShape, [2]);
  });

  it('names a label outside, and what the network tells apart', () => {
    assert.equal(
      refusal({ images, labels: [0, 10] }, [1, 2, 1], 10),
      "Impossible de lire les données d'entraînement : l'étiquette 1 vaut 10 mais le réseau distingue 10 classes, de 0 à 9 ; corrigez l'étiquette, ou donnez plus d'unités à la dernière couche.",
    );
    assert.match(refusal({ images, labels: [0, -1] }), /l'étiquette 1 vaut -1 mais les classes/);
  });

  it('names a label that is no class number, as a row of a one-hot coding', () => {
    assert.match(
      refusal({
        images,
        labels: [
          [1, 0],
          [0, 1],
        ],
      }),
      /l'étiquette 0 est \[1, 0\] mais une étiquette est le numéro d'une classe, un entier ; .*« one-hot »/,
    );
    assert.match(refusal({ images, labels: [0, 0.5] }), /l'étiquette 1 est 0\.5/);
  });

  it('names the first input with a NaN or an infinity in it', () => {
    for (const bad of [NaN, Infinity, -Infinity]) {
      const data = Float32Array.of(1, 2, 3, bad);
      assert.equal(
        refusal({ inputs: new Volume([2, 2], data), labels: [0, 0] }),
        `Impossible de lire les données d'entraînement : l'entrée 1 contient ${bad} ; retirez-la ou remplacez ce nombre : un seul suffit à rendre NaN tout le réseau.`,
      );
    }
  });

  it('says which shape was found and which wanted', () => {
    assert.match(
      refusal({ images, labels: [0, 1] }, [28, 28, 1]),
      /chaque entrée a la forme \[1, 2, 1\] mais le réseau attend \[28, 28, 1\]/,
    );
    assert.match(refusal({ inputs: Volume.from([1, 2]), labels: [0, 1] }), /la forme \[2\]/);
  });

  it('refuses a count of labels that is not that of the inputs, none at all too', () => {
    assert.match(refusal({ images, labels: [0] }), /il y a 2 entrées mais 1 étiquettes/);
    assert.match(refusal({ images, labels: [] }), /il y a 2 entrées mais 0 étiquettes/);
  });

  it('refuses what is no data set', () => {
    assert.match(refusal(undefined), /il faut \{ images, labels \}.* c'est undefined/);
    assert.match(refusal({ images: [[1]], labels: [0] }), /images est \[\[1\]\]/);
    assert.match(refusal({ images, labels: 'chat' }), /labels est 'chat'/);
  });
});
