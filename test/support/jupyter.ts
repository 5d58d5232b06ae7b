/** JupyterLab as `npm start` serves it, on a work folder of its own, for tests that need the real one. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const root = path.resolve(__dirname, '..', '..');

export interface ServedLab {
  /** Address with its token. */
  url: string;
  /** The student's folder it serves: lecons/ and exercices/. */
  work: string;
  stop(): Promise<void>;
}

interface ServeModule {
  serveJupyter: (o: {
    folder: string;
    port: number;
    extra: string[];
    home: string;
  }) => Promise<{ url: string; stop: () => Promise<void> }>;
}
interface PortModule {
  choosePort: (asked?: number) => Promise<number>;
}
interface FillModule {
  fillWork: (sources: unknown, work: string) => unknown;
}
interface SourcesModule {
  workSources: () => unknown;
}

const script = <T>(name: string): Promise<T> =>
  import(path.join(root, 'scripts', name)) as Promise<T>;

/** Lays lessons and exercises into a new folder, as `npm start` does into work/. */
export async function newWorkFolder(): Promise<string> {
  const work = mkdtempSync(path.join(os.tmpdir(), 'convolab-work-'));
  const { fillWork } = await script<FillModule>('work/fill.mjs');
  const { workSources } = await script<SourcesModule>('work/sources.mjs');
  fillWork(workSources(), work);
  return work;
}

export async function serveLab(): Promise<ServedLab> {
  const work = await newWorkFolder();
  const { serveJupyter } = await script<ServeModule>('jupyter/serve.mjs');
  const { choosePort } = await script<PortModule>('jupyter/free-port.mjs');
  // The test asks JupyterLab's own model which cells have run: the page draws only those in view.
  const extra = ['--LabApp.expose_app_in_browser=True'];
  // Settings of its own, so that a theme tried in a test is not the user's next morning.
  const home = mkdtempSync(path.join(os.tmpdir(), 'convolab-jupyter-'));
  const server = await serveJupyter({ folder: work, port: await choosePort(), extra, home });
  return {
    url: server.url,
    work,
    stop: async () => {
      await server.stop();
      for (const folder of [work, home]) rmSync(folder, { recursive: true, force: true });
    },
  };
}
