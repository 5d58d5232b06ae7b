#!/usr/bin/env node
'use strict';
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const cli = join(__dirname, '..', 'dist', 'cli.js');
if (existsSync(cli)) {
  require(cli).main(process.argv);
} else {
  console.error('Cannot start nbts: it is not built yet (no dist/cli.js). Run: npm run build');
  process.exitCode = 2;
}
