import { denseNet } from './dense-net';
import { efficientNet } from './efficient-net';
import { resNet } from './res-net';
import { assertAgreesWithKeras } from './testing/keras/assert-agrees';
import { vgg } from './vgg';

/** README.md says how it was recorded what Keras computes. */
describe('each layer computes what it does in Keras Applications', function () {
  this.timeout(120_000);

  for (const depth of [16, 19] as const) {
    it(`VGG-${depth}`, () =>
      assertAgreesWithKeras(`VGG${depth}`, (inputShape) => vgg({ depth, inputShape }), {
        ours: ['dropout1', 'dropout2'],
      }));
  }

  for (const depth of [50, 101, 152] as const) {
    it(`ResNet-${depth}`, () =>
      assertAgreesWithKeras(`ResNet${depth}`, (inputShape) => resNet({ depth, inputShape })));
  }

  for (const depth of [121, 169, 201] as const) {
    it(`DenseNet-${depth}`, () =>
      assertAgreesWithKeras(`DenseNet${depth}`, (inputShape) => denseNet({ depth, inputShape })));
  }

  for (const scale of [0, 1, 2, 3, 4, 5, 6, 7] as const) {
    it(`EfficientNet-B${scale}`, () =>
      assertAgreesWithKeras(
        `EfficientNetB${scale}`,
        (inputShape) => efficientNet({ scale, inputShape }),
        // Ours divides by 255 and normalises in one layer, whose constants are no weights.
        { keras: ['rescaling'], parameters: 7 },
      ));
  }
});
