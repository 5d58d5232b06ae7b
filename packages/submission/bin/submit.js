#!/usr/bin/env node
'use strict';

let cli;
try {
  cli = require('../dist/submit/cli.js');
} catch (error) {
  if (error.code !== 'MODULE_NOT_FOUND') throw error;
  console.error(
    'ConvoLab n’est pas encore installé dans ce dossier : lancez « npm start », puis recommencez.',
  );
  process.exit(2);
}
cli.main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
