import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { loadMnist, type Digits } from '@convolab/lib';

/** Digits for both sides: in memory, and in files that Python reads. */
export class SharedDigits {
  readonly train: Digits;
  readonly test: Digits;
  private readonly folder = mkdtempSync(join(tmpdir(), 'convolab-bench-'));

  constructor(train: number, test: number) {
    ({ train: this.train, test: this.test } = loadMnist({ train, test, seed: 1 }));
    this.write('train', this.train);
    this.write('test', this.test);
  }

  path(part: 'train' | 'test'): string {
    return join(this.folder, part);
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private write(part: 'train' | 'test', { images, labels }: Digits): void {
    const { buffer, byteOffset, byteLength } = images.data;
    writeFileSync(`${this.path(part)}.images`, new Uint8Array(buffer, byteOffset, byteLength));
    writeFileSync(`${this.path(part)}.labels`, new Uint8Array(Int32Array.from(labels).buffer));
  }
}
