import { strict as assert } from 'node:assert';
import { inspect } from 'node:util';

import fc from 'fast-check';

import { jupyterDisplay } from '../display';
import type { NestedArray } from './nested';
import { Volume } from './volume';

describe('Volume', () => {
  it('comes from nested arrays and goes back to them', () => {
    const volume = Volume.from([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    assert.deepEqual(volume.shape, [2, 3]);
    assert.deepEqual(volume.data, Float64Array.of(1, 2, 3, 4, 5, 6));
    assert.deepEqual(volume.toNested(2), [
      [1, 2, 3],
      [4, 5, 6],
    ]);
  });

  it('keeps every digit in float64, and as many as float32 has when asked', () => {
    assert.equal(Volume.from([0.1]).at(0), 0.1);
    assert.equal(Volume.from([0.1], 'float32').at(0), Math.fround(0.1));
    assert.equal(Volume.from([0.1], 'float32').dtype, 'float32');
  });

  it('goes to nested arrays and back unchanged, whatever its shape', () => {
    const shapes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(shapes, (shape) => {
        const size = shape.reduce((product, length) => product * length, 1);
        const volume = new Volume(
          shape,
          Float64Array.from({ length: size }, (_, i) => i),
        );
        const back = Volume.from(volume.toNested());
        assert.deepEqual(back.shape, shape);
        assert.deepEqual(back.data, volume.data);
      }),
    );
  });

  it('at() reads [row][column][channel]', () => {
    const image = Volume.from([
      [
        [1, 2],
        [3, 4],
      ],
      [
        [5, 6],
        [7, 8],
      ],
    ]);
    assert.equal(image.at(1, 0, 1), 6);
  });

  it('at() refuses an index outside, or too few of them', () => {
    const message =
      "Impossible de lire un élément du Volume\u00a0: l'indice est [2, 0] mais la forme est [2, 2]\u00a0; donnez 2 indices, chacun de 0 à la longueur de son axe moins 1.";
    const volume = Volume.zeros([2, 2]);
    assert.throws(() => volume.at(2, 0), { name: 'RangeError', message });
    assert.throws(() => volume.at(0), RangeError);
    assert.throws(() => volume.at(0, -1), RangeError);
    assert.throws(() => volume.at(0, 0.5), RangeError);
  });

  it('reshape() shows the same numbers under another shape', () => {
    const flat = Volume.from([1, 2, 3, 4]);
    const square = flat.reshape([2, 2]);
    square.data[3] = 9;
    assert.equal(flat.at(3), 9);
    assert.throws(() => flat.reshape([3]), {
      name: 'RangeError',
      message:
        'Impossible de créer un Volume\u00a0: la forme [3] demande 3 nombres mais il y en a 4\u00a0; donnez une forme dont le produit est le nombre de valeurs.',
    });
  });

  it('toNested(rank) refuses a volume of another rank', () => {
    assert.throws(() => Volume.zeros([2, 2]).toNested(3), {
      name: 'RangeError',
      message:
        'Impossible de donner le Volume en tableaux imbriqués de rang 3\u00a0: sa forme est [2, 2], de rang 2\u00a0; demandez toNested(2), ou changez la forme avec reshape.',
    });
  });

  it('equals() compares shapes, then numbers within a tolerance; NaN equals nothing', () => {
    const volume = Volume.from([[1, 2]]);
    assert.ok(volume.equals([[1, 2]]));
    assert.ok(!volume.equals([1, 2]));
    assert.ok(!volume.equals([[1, 2.01]]));
    assert.ok(volume.equals([[1, 2.01]], 0.1));
    assert.ok(!Volume.from([NaN]).equals([NaN], Infinity));
    assert.ok(Volume.from([Infinity]).equals([Infinity]));
  });

  it('refuses a shape that is not one', () => {
    for (const shape of [[], [0], [2, -1], [1.5]]) {
      assert.throws(() => Volume.zeros(shape), {
        name: 'RangeError',
        message: `Impossible de créer un Volume\u00a0: la forme est [${shape.join(', ')}] mais chaque axe doit être un entier d'au moins 1\u00a0; donnez une forme comme [5, 5] ou [32, 32, 3].`,
      });
    }
  });

  it('shows a matrix as its numbers, an image as its size and range', () => {
    const bundle = Volume.from([
      [1, -20],
      [0.123456, 4],
    ])[jupyterDisplay]();
    assert.deepEqual(bundle, {
      'text/plain': ['Volume 2\u00a0×\u00a02 (float64)', '       1    -20', '  0.1235      4'].join(
        '\n',
      ),
    });
    assert.equal(
      inspect(Volume.from([[[0, 128, 255]]], 'float32')),
      'Volume 1\u00a0×\u00a01\u00a0×\u00a03 (float32), 3 nombres de 0 à 255',
    );
  });

  it('cuts a long matrix and says so', () => {
    const text = inspect(Volume.zeros([100, 100]));
    assert.equal(text.split('\n').length, 14);
    assert.match(text, /…$/);
  });
});

describe('a Volume cannot be made of', () => {
  const says = (make: () => unknown, name: string, found: string): void => {
    assert.throws(make, (error: Error) => {
      assert.equal(error.name, name);
      assert.ok(error.message.startsWith(`Impossible de créer un Volume\u00a0: ${found}`));
      return true;
    });
  };

  it('what is no shape', () => {
    says(
      () => Volume.zeros(3 as never),
      'TypeError',
      "la forme est 3 mais il faut une liste d'entiers",
    );
    says(() => Volume.zeros('3' as never), 'TypeError', "la forme est '3' mais");
    says(
      () => new Volume(...([] as unknown as [[1], Float32Array])),
      'TypeError',
      'la forme est undefined',
    );
  });

  it('plain arrays, or other typed ones', () => {
    const found =
      (data: unknown): (() => unknown) =>
      () =>
        new Volume([2], data as Float32Array);
    says(found([1, 2]), 'TypeError', 'les nombres sont [1, 2] mais il faut un Float32Array');
    says(found(Uint8Array.of(1, 2)), 'TypeError', 'les nombres sont un Uint8Array mais');
  });

  it('a type of number that there is not', () => {
    const found = "le type de nombre (dtype) est 'int8' mais il y a 'float32' et 'float64'";
    says(() => Volume.zeros([2], 'int8' as never), 'RangeError', found);
    says(() => Volume.from([2], 'int8' as never), 'RangeError', found);
  });
});

describe('Volume.from()', () => {
  const refuse = (nested: unknown, name: string, message: string): void => {
    assert.throws(() => Volume.from(nested as NestedArray), { name, message });
  };

  it('refuses rows of different lengths, and names the first', () => {
    refuse(
      [[1, 2], [3]],
      'RangeError',
      "Impossible de lire le tableau\u00a0: l'élément [1] a une longueur de 1 mais le premier a une longueur de 2\u00a0; donnez la même longueur à toutes les lignes.",
    );
  });

  it('refuses an empty array or an empty row', () => {
    const end = '\u00a0; donnez au moins un nombre par ligne.';
    refuse([], 'RangeError', `Impossible de lire le tableau\u00a0: le tableau est vide${end}`);
    refuse(
      [[]],
      'RangeError',
      `Impossible de lire le tableau\u00a0: l'élément [0] est un tableau vide${end}`,
    );
  });

  it('refuses what is not a number, a hole included', () => {
    refuse(
      [[1, '2']],
      'TypeError',
      "Impossible de lire le tableau\u00a0: l'élément [0][1] devrait être un nombre, mais c'est '2'\u00a0; ne mettez que des nombres, à la même profondeur partout.",
    );
    assert.throws(
      () => Volume.from([1, , 3] as number[]),
      /l'élément \[1\] devrait être un nombre/,
    );
    refuse(
      [[1], 2],
      'TypeError',
      "Impossible de lire le tableau\u00a0: l'élément [1] devrait être un tableau, mais c'est 2\u00a0; donnez la même profondeur à tous les éléments.",
    );
    refuse(
      [[1n]],
      'TypeError',
      "Impossible de lire le tableau\u00a0: l'élément [0][0] devrait être un nombre, mais c'est 1n\u00a0; ne mettez que des nombres, à la même profondeur partout.",
    );
    assert.throws(
      () => Volume.from(Float32Array.of(1) as never),
      /un tableau de nombres était attendu, mais c'est un Float32Array/,
    );
    refuse(
      null,
      'TypeError',
      "Impossible de lire le tableau\u00a0: un tableau de nombres était attendu, mais c'est null\u00a0; donnez un tableau comme [[1, 2], [3, 4]] ou un Volume.",
    );
  });
});
