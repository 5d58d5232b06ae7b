import { createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs';
import { get as getPlain } from 'node:http';
import { get as getSecure } from 'node:https';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { megabytes, showProgress } from './progress.mjs';
import { verifySha256 } from './sha256.mjs';

/**
 * Downloads a file that is verified before it gets its name.
 * @param {string} url @param {string} path
 * @param {{ sha256: string, answerMs: number, stallMs?: number }} o
 *   answerMs: how long the server may take to answer (a closed network should cost seconds);
 *   stallMs: how long it may then be silent
 */
export async function download(url, path, { sha256, answerMs, stallMs = 60_000 }) {
  const part = `${path}.part`;
  mkdirSync(dirname(path), { recursive: true });
  const response = await answer(url, answerMs);
  const total = Number(response.headers['content-length'] ?? 0);
  let received = 0;
  response.on('data', (chunk) => (received += chunk.length));
  response.setTimeout(stallMs, () =>
    response.destroy(new Error(`plus rien depuis ${stallMs / 1000} s`)),
  );
  const stop = showProgress(
    'téléchargement',
    () => `${megabytes(received)} sur ${megabytes(total)}`,
  );
  try {
    await pipeline(response, createWriteStream(part));
    await verifySha256(part, sha256);
    renameSync(part, path);
  } finally {
    stop();
    rmSync(part, { force: true });
  }
}

/** @returns {Promise<import('node:http').IncomingMessage>} */
function answer(url, answerMs) {
  return new Promise((resolve, reject) => {
    const get = url.startsWith('http:') ? getPlain : getSecure;
    const request = get(url, (response) => {
      clearTimeout(timer);
      if (response.statusCode === 200) resolve(response);
      else {
        response.resume();
        reject(new Error(`réponse ${response.statusCode}`));
      }
    });
    const timer = setTimeout(
      () => request.destroy(new Error(`pas de réponse en ${answerMs / 1000} s`)),
      answerMs,
    );
    request.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}
