// Writes the no-break spaces of French typography into the texts of lessons and exercises.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../lib/files.mjs';
import { inRoot } from '../lib/paths.mjs';
import { withNoBreakSpaces } from './no-break-spaces.mjs';

for (const folder of ['notebooks', 'solutions']) {
  for (const file of readdirSync(inRoot(folder, 'src'))) {
    if (!file.endsWith('.nb.ts')) continue;
    const path = inRoot(folder, 'src', file);
    const before = readFileSync(path, 'utf8');
    const text = withNoBreakSpaces(before);
    if (text === before) continue;
    writeWhole(path, text);
    console.log(`wrote ${join(folder, 'src', file)}: no-break spaces`);
  }
}
