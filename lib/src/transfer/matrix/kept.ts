import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { impossible, systemText } from '../../errors';
import { writeWhole } from '../../nn/format/write-whole';

/** A folder of results, one JSON file each: what is there is not measured again. */
export class Kept {
  constructor(readonly folder: string) {}

  /**
   * What is kept under a name; without it, what `measure` gives, which is then kept, whole or not at all.
   *
   * @throws Error when the file is damaged, or cannot be written
   */
  async or<T>(name: string, measure: () => Promise<T>): Promise<{ value: T; found: boolean }> {
    const file = path.join(this.folder, `${name}.json`);
    if (existsSync(file)) return { value: await this.read<T>(file), found: true };
    const value = await measure();
    try {
      await mkdir(this.folder, { recursive: true });
      await writeWhole(file, [Buffer.from(`${JSON.stringify(value)}\n`)]);
    } catch (cause) {
      throw new Error(
        impossible(
          `garder une mesure dans ${file}`,
          systemText(cause),
          'vérifiez qu’il reste de la place et que vous pouvez y écrire\u00a0; les mesures précédentes sont gardées',
        ),
        { cause },
      );
    }
    return { value, found: false };
  }

  private async read<T>(file: string): Promise<T> {
    const text = await readFile(file, 'utf8');
    try {
      return JSON.parse(text) as T;
    } catch (cause) {
      throw new Error(
        impossible(
          `relire une mesure gardée dans ${file}`,
          'ce fichier n’est pas du JSON',
          'effacez-le\u00a0: cette seule mesure sera refaite',
        ),
        { cause },
      );
    }
  }
}
