import { constants, existsSync } from 'node:fs';
import { access, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

import { impossible } from '../errors';
import { takeApart, Unreadable } from '../nn/format/read-safetensors';
import { layOut, type StoredTensor } from '../nn/format/safetensors';
import { writeWhole } from '../nn/format/write-whole';
import type { TrainingState } from './engines/engine';
import type { History } from './history';
import type { TrainingKey } from './training-key';

const formatName = 'convolab-checkpoint';
const formatVersion = '4';

/** A training between two epochs. */
export interface Checkpoint {
  state: TrainingState;
  /** With early stop: the state after the best epoch so far. */
  best: TrainingState | undefined;
  history: History;
  key: TrainingKey;
}

/**
 * Writes a checkpoint, whole or not at all: until it is complete, the file that stood there stays.
 * The format is that of safetensors (docs/network-format.md), the history and the rest in its header.
 *
 * @throws Error when the file cannot be written
 */
export async function writeCheckpoint(file: string, checkpoint: Checkpoint): Promise<void> {
  const { state, best, history, key } = checkpoint;
  const tensors = new Map<string, StoredTensor>();
  const add = (prefix: string, { variables }: TrainingState): void => {
    for (const [name, data] of Object.entries(variables)) {
      tensors.set(`${prefix}/${name}`, { shape: [data.length], data });
    }
  };
  add('state', state);
  if (best !== undefined) add('best', best);
  const training = {
    iteration: state.iteration,
    bestIteration: best?.iteration ?? null,
    history,
    key,
  };
  try {
    const metadata = {
      format: formatName,
      version: formatVersion,
      training: JSON.stringify(training),
    };
    await writeWhole(file, layOut(tensors, metadata));
  } catch (cause) {
    throw unwritable(
      file,
      cause,
      "vérifiez qu'il reste de la place sur le disque\u00a0; le réseau, lui, a gardé ce qu'il a appris",
    );
  }
}

/**
 * Can a checkpoint be put there? Better known before the first epoch than after it.
 *
 * @throws Error when its folder is not there or may not be written to, or a folder has that name
 */
export async function checkPlace(file: string): Promise<void> {
  try {
    await access(path.dirname(file), constants.W_OK);
    const there = await stat(file).catch(() => undefined);
    if (there?.isDirectory()) throw new Error('un dossier porte ce nom');
  } catch (cause) {
    throw unwritable(file, cause, 'vérifiez que le dossier existe et que vous pouvez y écrire');
  }
}

function unwritable(file: string, cause: unknown, next: string): Error {
  const { message } = cause as Error;
  return new Error(impossible(`enregistrer le point de reprise dans ${file}`, message, next), {
    cause,
  });
}

/**
 * Reads a checkpoint.
 *
 * @returns undefined when there is no such file
 * @throws Error when it is none, was cut short or altered, or is of another training than `key`
 */
export async function readCheckpoint(
  file: string,
  key: TrainingKey,
): Promise<Checkpoint | undefined> {
  if (!existsSync(file)) return undefined;
  try {
    const { metadata, tensors } = takeApart(await readFile(file), checkFormat);
    const training = JSON.parse(metadata['training'] ?? '') as {
      iteration: number;
      bestIteration: number | null;
      history: History;
      key: TrainingKey;
    };
    checkKey(training.key, key);
    const take = (prefix: string, iteration: number): TrainingState => ({
      iteration,
      variables: Object.fromEntries(
        [...tensors].flatMap(([name, { data }]) =>
          name.startsWith(`${prefix}/`)
            ? [[name.slice(prefix.length + 1), Float32Array.from(data)]]
            : [],
        ),
      ),
    });
    const { bestIteration, history } = training;
    return {
      state: take('state', training.iteration),
      best: bestIteration === null ? undefined : take('best', bestIteration),
      history,
      key,
    };
  } catch (cause) {
    if (!(cause instanceof Unreadable || cause instanceof SyntaxError)) throw cause;
    throw new Error(
      impossible(
        `reprendre l'entraînement de ${file}`,
        cause instanceof Unreadable ? cause.message : 'son en-tête est illisible',
        'effacez ce fichier pour recommencer, ou reprenez avec le réseau et les options de départ',
      ),
      { cause },
    );
  }
}

function checkFormat(metadata: Record<string, string>): void {
  if (metadata['format'] !== formatName) throw new Unreadable("ce n'est pas un point de reprise");
  if (metadata['version'] !== formatVersion) {
    throw new Unreadable(`il est d'une autre version (${metadata['version']}) que celle-ci`);
  }
}

function checkKey(found: TrainingKey, wanted: TrainingKey): void {
  if (found.network !== wanted.network) {
    throw new Unreadable("il vient d'un autre réseau, ou d'autres couches y étaient gelées");
  }
  for (const name of Object.keys(wanted) as (keyof TrainingKey)[]) {
    if (found[name] === wanted[name]) continue;
    if (name === 'data') throw new Unreadable("il a été commencé avec d'autres données");
    if (name === 'rates') throw new Unreadable('il a été commencé avec un autre rateOf');
    throw new Unreadable(
      `il a été commencé avec ${name} = ${found[name]}, mais vous donnez ${wanted[name]}`,
    );
  }
}
