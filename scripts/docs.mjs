import { withSupportedNode } from './lib/supported-node.mjs';

withSupportedNode(() =>
  import('./commands/docs.mjs').then(({ main }) => main(process.argv.slice(2))),
);
