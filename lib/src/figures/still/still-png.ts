import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import type { Drawing } from '../plotly-object';

/** Raise it when the renderer changes, so that pictures of the old one are not used again. */
const rendererVersion = 3;

/**
 * The PNG of a plotly spec, from the cache or rendered now.
 *
 * @param spec data and layout that the static renderer understands (see `stillSpec`)
 */
export async function stillPng(spec: Drawing): Promise<Uint8Array> {
  const text = JSON.stringify([rendererVersion, spec.data, spec.layout]);
  const name = `${createHash('sha256').update(text).digest('hex').slice(0, 32)}.png`;
  for (const folder of cacheFolders()) {
    const known = await readFile(join(folder, name)).catch(() => undefined);
    if (known !== undefined) return known;
  }
  // Loaded only here: jsdom and plotly cost two seconds that a cached picture does not need.
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- lazily, and from CommonJS
  const { renderPng } = require('./render-png') as typeof import('./render-png');
  const png = await renderPng(spec);
  for (const folder of cacheFolders()) {
    if (await keep(folder, name, png)) break;
  }
  return png;
}

/** Writes beside, then renames: a reader never meets half a picture. */
async function keep(folder: string, name: string, png: Uint8Array): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true });
    const partial = join(folder, `.${randomUUID()}.part`);
    await writeFile(partial, png);
    await rename(partial, join(folder, name));
    return true;
  } catch {
    return false; // a read-only folder: the next one is tried, and without any the picture is drawn again
  }
}

function cacheFolders(): string[] {
  const root = courseRoot();
  const fallback = join(tmpdir(), 'convolab', 'figures');
  return root === undefined ? [fallback] : [join(root, '.cache', 'figures'), fallback];
}

/** The folder of the whole course: the nearest one upwards whose package.json has workspaces. */
function courseRoot(): string | undefined {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && readFileSync(manifest, 'utf8').includes('"workspaces"')) {
      return folder;
    }
    if (folder === dirname(folder)) return undefined;
  }
}
