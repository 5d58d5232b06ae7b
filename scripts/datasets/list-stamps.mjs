/**
 * Writes datasets/stamps.json: which stamps of Debian's tuxpaint-stamps-default are taken, and their sha256.
 *
 *   dpkg-deb -x tuxpaint-stamps-default_*.deb FOLDER && node scripts/datasets/list-stamps.mjs FOLDER
 *
 * Photographs only. Drawings are told in two steps: those the package itself calls so (an SVG, a folder cartoon/ or
 * toys/) are passed over, the others were looked at one by one, and what turned out to be drawn stands below.
 */
import { readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { filesBelow, writeWhole } from '../lib/files.mjs';
import { inRoot } from '../lib/paths.mjs';
import { sha256File } from '../lib/sha256.mjs';

const classes = {
  'animals/mammals': 'mammifère',
  'animals/birds': 'oiseau',
  'animals/fish': 'poisson',
  'plants/flowers': 'fleur',
  'food/fruit': 'fruit',
  'food/vegetables': 'légume',
  'hobbies/music': 'instrument',
  'household/tools': 'outil',
  'vehicles/auto': 'véhicule',
  'vehicles/construction': 'véhicule',
  'vehicles/cycle': 'véhicule',
  'vehicles/emergency': 'véhicule',
  'vehicles/flight': 'véhicule',
  'vehicles/garbagetruck': 'véhicule',
  'vehicles/masstransit': 'véhicule',
  'vehicles/race': 'véhicule',
};

/** Drawn, painted, or cut down to a silhouette. */
const drawn = ['hedgehog', 'echidna', 'balloon360', 'sedan_police'];

/** Of another kind than their folder says. */
const misplaced = ['lobster', 'shrimp', 'mushroom', 'chuvanna_plastic_poo', 'cementmixer'];

/** Pictures of one animal or object, or of one series: never one to learn from and the other to test with. */
const series = {
  gnu: /^gnu-/,
  cochon: /^pig(_|$)/,
  héron: /^heron_greatblue/,
  âne: /^donkey/,
  lapin: /^rabbit/,
  lion: /^lion(-|$)/,
  tigre: /^tiger/,
  vache: /^cow/,
  mouton: /^sheep/,
  canard: /^(drake|duck)$/,
  pintade: /guineafowl$/,
  pomme: /^apple_/,
  abricot: /^apricot/i,
  fraise: /^strawberry/i,
  orange: /orange/,
  ail: /^garlic/,
  laitue: /lettuce$/,
  guitare: /^guitar/,
  clé: /^wrench/,
};

const [folder] = process.argv.slice(2);
const stamps = join(folder, 'usr', 'share', 'tuxpaint', 'stamps');
const files = [];
for (const path of filesBelow(stamps, (file) => file.endsWith('.png'))) {
  const from = relative(folder, path);
  const inStamps = relative(stamps, path);
  const prefix = Object.keys(classes).find((each) => inStamps.startsWith(each));
  const name = basename(path, '.png');
  if (prefix === undefined || /\/(cartoon|toys)\/|_mirror\./.test(inStamps)) continue;
  if (drawn.includes(name) || misplaced.includes(name)) continue;
  const bytes = readFileSync(path);
  const of = Object.keys(series).find((each) => series[each].test(name));
  files.push({
    name,
    title: titleOf(path.replace(/png$/, 'txt')),
    class: classes[prefix],
    ...(of && { series: of }),
    from,
    to: `${name}.png`,
    bytes: bytes.length,
    sha256: await sha256File(path),
  });
}
writeWhole(inRoot('datasets', 'stamps.json'), `${JSON.stringify({ files }, null, 2)}\n`);

/** The caption in French, without its full stop. */
function titleOf(caption) {
  const text = /^fr\.utf8=(.*)$/m.exec(readFileSync(caption, 'utf8'))?.[1] ?? '';
  return text.trim().replace(/\s+/g, ' ').replace(/\.$/, '').replaceAll("'", '’');
}
