import { withSupportedNode } from './lib/supported-node.mjs';

withSupportedNode(() =>
  import('./commands/bench.mjs').then(({ main }) => main(process.argv.slice(2))),
);
