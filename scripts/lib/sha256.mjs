import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { basename } from 'node:path';
import { SetupError } from './log.mjs';

/** @returns {Promise<string>} 64 hexadecimal digits */
export async function sha256File(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

export const sha256Text = (text) => createHash('sha256').update(text).digest('hex');

/** Throws unless the file is, byte for byte, the one that was pinned. */
export async function verifySha256(path, wanted) {
  const found = await sha256File(path);
  if (found === wanted) return;
  throw new SetupError(
    `Vérification de ${basename(path)} : sa somme sha256 est ${found}, il fallait ${wanted}.\n` +
      'Le fichier est abîmé ou n’est pas celui attendu ; il n’a pas été utilisé. Relancez la commande.',
  );
}
