import { impossible, shapeCode, valueText } from '../../errors';
import { Volume } from '../../volume/volume';
import type { Pictures } from './pretrained';

/** The pictures one by one, each `[height, width, channels]`. @throws RangeError when there is none, TypeError when it is none */
export function eachPicture(doing: string, pictures: Pictures): Volume[] {
  const list: readonly unknown[] = Array.isArray(pictures) ? pictures : [pictures];
  const each = list.flatMap((one) => {
    if (one instanceof Volume) return imagesOf(doing, one);
    throw new TypeError(
      impossible(
        doing,
        `une image est ${valueText(one)} mais il faut un Volume`,
        'donnez ce que readImage a rendu (await readImage(fichier)), ou une liste de telles images',
      ),
    );
  });
  if (each.length > 0) return each;
  throw new RangeError(impossible(doing, 'aucune image n’est donnée', 'donnez-en au moins une'));
}

function imagesOf(doing: string, { shape, data }: Volume): Volume[] {
  const [height = 0, width = 0, channels = 1] = shape.slice(shape.length === 4 ? 1 : 0);
  const known = shape.length >= 2 && shape.length <= 4 && (channels === 1 || channels === 3);
  if (!known || height * width === 0) {
    throw new RangeError(
      impossible(
        doing,
        `une image a la forme ${shapeCode(shape)} mais il faut [hauteur, largeur, 3] ou [hauteur, largeur]`,
        channels === 4
          ? "lisez-la sans alpha: 'keep', ce qui donne trois canaux"
          : 'donnez ce que readImage a rendu, ou un lot [nombre, hauteur, largeur, canaux]',
      ),
    );
  }
  const size = height * width * channels;
  return Array.from({ length: data.length / size }, (_, i) => {
    const part = data.subarray(i * size, (i + 1) * size);
    return new Volume([height, width, channels], part);
  });
}

/** Three channels alike where there is one. */
export function inColour(image: Volume): Volume {
  const [height = 0, width = 0, channels] = image.shape;
  if (channels === 3) return image;
  const colour = Volume.zeros([height, width, 3], image.dtype);
  for (let i = 0; i < colour.data.length; i++) colour.data[i] = image.data[Math.floor(i / 3)]!;
  return colour;
}

/** Images of one shape, one behind the other. */
export function stacked(images: readonly Volume[]): Volume {
  const [first] = images;
  const stack = Volume.zeros([images.length, ...first!.shape], 'float32');
  for (const [i, { data }] of images.entries()) stack.data.set(data, i * data.length);
  return stack;
}
