import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/**
 * Makes files readable by a user without rights.
 *
 * Run as root, we give up root before bubblewrap starts; a repository under /root would then be out
 * of its reach. What every user can read is used where it stands, the rest is copied, once, into a
 * folder of /tmp.
 */
export class Staging {
  private folder: string | null = null;
  private readonly copies = new Map<string, string>();

  /** The path of `file` itself, or of its readable copy. */
  readable(file: string): string {
    const known = this.copies.get(file);
    if (known !== undefined) return known;
    const path = readableByAll(file) ? file : this.copy(file);
    this.copies.set(file, path);
    return path;
  }

  close(): void {
    if (this.folder !== null) rmSync(this.folder, { recursive: true, force: true });
    this.folder = null;
    this.copies.clear();
  }

  private copy(file: string): string {
    if (this.folder === null) {
      this.folder = mkdtempSync(join(tmpdir(), 'convolab-grader-'));
      openToAll(this.folder);
    }
    const target = join(this.folder, `${this.copies.size}-${basename(file)}`);
    cpSync(realpathSync(file), target, { recursive: true, dereference: true });
    openToAll(target);
    return target;
  }
}

/** True when each folder on the way may be entered and the file read by everybody. */
function readableByAll(file: string): boolean {
  const real = realpathSync(file);
  const mode = statSync(real).mode;
  const wanted = statSync(real).isDirectory() ? 0o005 : 0o004;
  if ((mode & wanted) !== wanted) return false;
  for (let folder = dirname(real); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function openToAll(path: string): void {
  const folder = lstatSync(path).isDirectory();
  chmodSync(path, folder ? 0o755 : 0o644);
  if (folder) for (const name of readdirSync(path)) openToAll(join(path, name));
}
