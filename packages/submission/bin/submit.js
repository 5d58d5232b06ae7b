#!/usr/bin/env node
'use strict';
const fs = require('node:fs');
const path = require('node:path');

if (!fs.existsSync(path.join(__dirname, '..', 'dist', 'submit', 'cli.js'))) {
  console.error(
    'ConvoLab n’est pas encore installé dans ce dossier : lancez « npm start », puis recommencez.',
  );
  process.exit(2);
}
require('../dist/submit/cli.js')
  .main(process.argv.slice(2))
  .then((code) => {
    process.exitCode = code;
  });
