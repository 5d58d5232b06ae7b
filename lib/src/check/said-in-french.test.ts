import { strict as assert } from 'node:assert';

import * as tf from '../tf';
import { saidInFrench } from './said-in-french';

type X = tf.SymbolicTensor;
const { layers } = tf;
const put = (layer: tf.Layer, x: unknown): X => layer.apply(x as X) as X;
const image = (side = 8, channels = 1): X => tf.input({ shape: [side, side, channels] });
const conv = (options: object): tf.Layer =>
  layers.conv2d({ filters: 1, kernelSize: 3, ...options });

/** What students write, and what tfjs has to say of it. */
const slips: Record<string, [write: () => unknown, meaning: RegExp]> = {
  'a convolution behind a flatten': [() => put(conv({}), put(layers.flatten(), image())), /un flatten manque, ou est de trop/],
  'a sum of other maps': [() => put(layers.add(), [image(8, 2), image(8, 3)]), /on n’ajoute et on ne multiplie/],
  'branches of other sizes': [() => put(layers.concatenate(), [image(), image(7)]), /même hauteur et de même largeur/],
  'a sum of one': [() => put(layers.add(), [image()]), /réunit des branches/],
  'a concatenation of one': [() => put(layers.concatenate(), [image()]), /réunit des branches/],
  'another input': [() => tf.model({ inputs: image(), outputs: put(conv({}), image()) }), /remonter de la sortie à l’entrée/],
  'a name twice': [
    () => {
      const x = image();
      return tf.model({ inputs: x, outputs: put(conv({ name: 'a' }), put(conv({ name: 'a' }), x)) });
    },
    /deux couches portent le même nom/,
  ],
  'no image': [() => tf.sequential({ layers: [conv({})] }), /donnez-lui inputShape/],
  'a layer that stands elsewhere already': [
    () => {
      const first = conv({ inputShape: [8, 8, 1] });
      put(first, put(first, image()));
      return tf.sequential({ layers: [first] });
    },
    /faites-en une autre/,
  ],
  'a window larger than the image': [() => tf.sequential({ layers: [conv({ inputShape: [2, 2, 1], kernelSize: 5 })] }), /plus grande que ce qui reste/],
  'a layer in the place of what it gives': [() => put(conv({}), [image(), layers.flatten()]), /ce qui sort d’une couche/],
  'no number of filters': [() => conv({ filters: undefined }), /filters ou kernelSize manque/],
  'no window': [() => conv({ kernelSize: undefined }), /filters ou kernelSize manque/],
  'an activation that is none': [() => conv({ activation: 'relou' }), /vérifiez son orthographe/],
  'a padding that is none': [() => conv({ padding: 'meme' }), /cette option n’a pas cette valeur/],
  'a cell beyond the list': [() => ([] as number[][])[0]![0], /une case lue hors du tableau/],
}; // prettier-ignore

describe('the English of an error', () => {
  for (const [what, [write, meaning]] of Object.entries(slips)) {
    it(`is said in French too: ${what}`, () =>
      assert.throws(write, ({ message }: Error) => {
        assert.match(saidInFrench(message), meaning, message);
        assert.match(saidInFrench(message), /^ \(.*\)$/);
        return true;
      }));
  }

  it('stays as it is where we do not know it, or where it is French', () => {
    for (const words of ['no idea', 'Impossible de lire l’image', '']) {
      assert.equal(saidInFrench(words), '');
    }
  });
});
