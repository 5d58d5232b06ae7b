import { mkdirSync, rmSync } from 'node:fs';
import { exists } from '../lib/files.mjs';
import { say, warn } from '../lib/log.mjs';
import { inCache } from '../lib/paths.mjs';
import * as addon from '../tensorflow/addon.mjs';
import { officialLibrary, officialSource } from '../tensorflow/official.mjs';
import {
  addonInstalled,
  pureWarning,
  recordTensorflow,
  tensorflowRecord,
} from '../tensorflow/record.mjs';
import { wheelLibrary, wheelSource } from '../tensorflow/wheel.mjs';

export const tensorflow = {
  name: 'tensorflow',
  title: 'Installer TensorFlow pour Node',
  needed({ retry }) {
    const record = tensorflowRecord();
    if (record?.engine === 'pure') return retry;
    return record === null || !addonInstalled();
  },
  says: () =>
    exists(addon.cached)
      ? { downloadMB: 0, diskMB: 0, minutes: 0.1 }
      : { downloadMB: 210, diskMB: 620, minutes: 2 },
  /** Each way is tried in turn; the last, JavaScript alone, always works. */
  async run() {
    const why = [];
    for (const way of [alreadyThere, fromCache, fromOfficial, fromWheel]) {
      try {
        const from = await way();
        if (!from) continue;
        const version = await addon.tryAddon();
        if (version === null) throw new Error('le module natif ne se charge pas');
        addon.keep();
        recordTensorflow({ engine: 'native', from, version });
        say(`   TensorFlow ${version} (${from}) : fait.`);
        return;
      } catch (error) {
        why.push(`${way.label} : ${error.message.split('\n')[0]}`);
      }
    }
    addon.remove();
    recordTensorflow({ engine: 'pure', why });
    warn(pureWarning(why));
  },
};

/** A tfjs-node that npm or its user already finished. */
async function alreadyThere() {
  return addonInstalled() && (await addon.tryAddon()) !== null ? 'déjà installé' : null;
}
alreadyThere.label = 'déjà installé';

async function fromCache() {
  if (!exists(addon.cached)) return null;
  addon.install(addon.cached);
  if ((await addon.tryAddon()) !== null) return 'copie gardée';
  rmSync(addon.cached, { recursive: true, force: true });
  return null;
}
fromCache.label = 'copie gardée';

async function fromOfficial() {
  if (!officialSource) return null;
  return built(officialLibrary, { prebuilt: true }, 'archive officielle');
}
fromOfficial.label = 'archive officielle';

async function fromWheel() {
  if (!wheelSource) throw new Error(`rien de prêt pour ${process.platform}-${process.arch}`);
  const missing = addon.compilerProblems();
  if (missing.length > 0) {
    throw new Error(`il manque ${missing.join(' et ')} (${addon.compilerHelp})`);
  }
  return built(wheelLibrary, { prebuilt: false }, 'paquet PyPI tensorflow-cpu');
}
fromWheel.label = 'paquet PyPI tensorflow-cpu';

async function built(library, options, from) {
  const folder = inCache('tmp', 'tfjs-node');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    await library(folder);
    addon.install(folder);
    await addon.buildAddon(options);
    return from;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
