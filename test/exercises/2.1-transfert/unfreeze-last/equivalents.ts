import type { Equivalent } from '../../mutation/equivalent';

export const equivalents: Equivalent[] = [
  {
    line: "if (layer.getClassName() !== 'BatchNormalization') continue;",
    becomes: 'if (false) continue;',
    because: 'no other layer of these networks does otherwise in training',
  },
  {
    line: 'layer.call = (inputs, settings) => call(inputs, { ...settings, training: false });',
    becomes: 'layer.call = (inputs, settings) => call(inputs, {});',
    because: 'a layer that is told nothing infers',
  },
  {
    line: 'shuffle: false,',
    becomes: 'shuffle: true,',
    because: 'a step sees all of them, in whatever order',
  },
];
