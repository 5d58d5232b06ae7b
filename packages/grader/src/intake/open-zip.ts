import { basename, extname } from 'node:path';
import {
  maxZipBytes,
  readSubmittedFile,
  showName,
  studentId,
  unpack,
  type Receipt,
} from '@convolab/submission';
import type { Part, Refusal } from './submission';

/** What a zip of one notebook holds, looked at and not kept. */
export interface ZipContents {
  lesson: string;
  receipt: Receipt | null;
  notices: string[];
}

/** Looks into a zip that was handed in; one that holds no notebook of ours is refused. */
export async function lookIntoZip(
  path: string,
  lessons: readonly string[],
): Promise<ZipContents | Refusal> {
  const file = readSubmittedFile(path, maxZipBytes);
  if ('reason' in file) return file;
  const unpacked = await unpack(file.bytes);
  if ('reason' in unpacked) return unpacked;
  const { name, receipt, notices } = unpacked;
  if (lessons.includes(name)) return { lesson: name, receipt, notices };
  return {
    reason:
      `le notebook de ce zip s’appelle ${showName(name)}.ipynb ; ` +
      `sont attendus ${lessons.map((each) => `${each}.ipynb`).join(', ')}`,
  };
}

/**
 * A zip that lies outside a student's folder. Whose it is stands in its receipt, else in its own name
 * (`amina.zip`, `amina-1.2-convolution.zip`): either is only said, by whoever sent it.
 */
export async function openZip(path: string, lessons: readonly string[]): Promise<Part | Refusal> {
  const zip = await lookIntoZip(path, lessons);
  if ('reason' in zip) return zip;
  const { lesson, receipt, notices } = zip;
  const file = basename(path, extname(path)).normalize('NFC');
  const named = studentId(receipt?.student ?? file.replace(`-${lesson}`, ''));
  if ('reason' in named) return { reason: `à qui est ce zip ? ${named.reason}` };
  if (!file.includes(named.id)) {
    notices.push(
      `Le fichier « ${showName(file)}.zip » est rangé sous ce nom parce que son reçu le dit.`,
    );
  }
  return { from: 'file', student: named.id, notebooks: new Map([[lesson, path]]), notices };
}
