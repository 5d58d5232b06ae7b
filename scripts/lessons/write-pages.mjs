// Writes notebooks/src/glossaire.nb.ts, notations.nb.ts and modeles.nb.ts; with --check, says whether they are up to date.
import { readdirSync, readFileSync } from 'node:fs';
import { exists, writeWhole } from '../lib/files.mjs';
import { inRoot } from '../lib/paths.mjs';
import { readTables } from './read-tables.mjs';
import { referencePages } from './reference-pages.mjs';
import { zooPage } from './zoo-page.mjs';

const folder = (...parts) => inRoot('notebooks', 'src', ...parts);

const lessons = readdirSync(folder())
  .filter((file) => /^\d+\.\d+-.*\.nb\.ts$/.test(file))
  .sort((a, b) => a.localeCompare(b, 'fr', { numeric: true }))
  .map((file) => readTables(file.replace('.nb.ts', ''), readFileSync(folder(file), 'utf8')));

let pages = { 'modeles.nb.ts': await zooPage() };
try {
  pages = { ...pages, ...referencePages(lessons) };
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
for (const [file, text] of Object.entries(pages)) {
  const before = exists(folder(file)) ? readFileSync(folder(file), 'utf8') : '';
  if (before.replaceAll('\r\n', '\n') === text) continue;
  if (process.argv.includes('--check')) {
    console.error(`notebooks/src/${file} is not what its tables give.`);
    process.exitCode = 1;
  } else {
    writeWhole(folder(file), text);
    console.log(`wrote notebooks/src/${file}`);
  }
}
