import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { systemText } from '../../errors';
import { takeApart, Unreadable } from '../../nn/format/read-safetensors';
import { layOut } from '../../nn/format/safetensors';
import { writeWhole } from '../../nn/format/write-whole';

const format = 'convolab-features';

/** Features on disk, a safetensors file for each part of the images, named by what they were computed from. */
export class FeatureCache {
  private said = false;

  constructor(private readonly folder: string) {}

  /** @returns undefined where there are none, or the file is not what was written */
  async read(key: string, size: number): Promise<Float32Array | undefined> {
    try {
      const { metadata, tensors } = takeApart(await readFile(this.fileOf(key)));
      const data = tensors.get('features')?.data;
      const ours = metadata['format'] === format && metadata['key'] === key;
      return ours && data instanceof Float32Array && data.length === size ? data : undefined;
    } catch (error) {
      // Not there, not to be read, damaged: they can be computed.
      if (error instanceof Unreadable || 'code' in (error as Error)) return undefined;
      throw error;
    }
  }

  /** What cannot be written is said once: the features are there all the same. */
  async write(key: string, data: Float32Array): Promise<void> {
    try {
      await mkdir(this.folder, { recursive: true });
      const tensors = new Map([['features', { shape: [data.length], data }]]);
      await writeWhole(this.fileOf(key), layOut(tensors, { format, key }));
    } catch (error) {
      if (!this.said) {
        console.warn(
          `Les caractéristiques ne sont pas gardées dans ${this.folder}\u00a0: ${systemText(error)}. Elles seront recalculées la prochaine fois.`,
        );
      }
      this.said = true;
    }
  }

  private fileOf(key: string): string {
    return path.join(this.folder, `${key}.safetensors`);
  }
}
