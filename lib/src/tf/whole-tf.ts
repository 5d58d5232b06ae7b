/* eslint-disable @typescript-eslint/no-require-imports, @typescript-eslint/no-unsafe-return -- which module is loaded is decided here */
import type * as Tfjs from '@tensorflow/tfjs';

import { nativeTf } from '../graph/session/native-tf';

/** The whole of tfjs, the very one that the lessons' models are made of. */
export type WholeTf = typeof Tfjs;

/** On TensorFlow where its library is in place, else in plain JavaScript. */
export function wholeTf(): WholeTf {
  return nativeTf() ?? require('@tensorflow/tfjs');
}
