import { withSupportedNode } from './lib/supported-node.mjs';

withSupportedNode(() =>
  import('./commands/reference-pretrained.mjs').then(({ main }) => main(process.argv.slice(2))),
);
