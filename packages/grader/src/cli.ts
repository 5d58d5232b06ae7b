import { availableParallelism } from 'node:os';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { SingleBar } from 'cli-progress';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { findRoot } from 'nbconvert-ts-runner';
import { gradeClass, NothingToGrade, type ClassResult } from './grade-class';
import { OutputRefused } from './gradebook/journal';
import { MarksRefused } from './instructor/mark-sheet';
import { BubblewrapSandbox } from './sandbox/sandbox';
import { SandboxUnavailable } from './sandbox/unavailable';
import { summary } from './summary';

interface Flags {
  out: string;
  jobs: number;
  timeout: number;
  unsafeNoSandbox?: boolean;
}

/** Raised for a command that cannot be meant; the message is French. */
class UsageError extends Error {}

const help = `Exemple :
  npm run grade -- rendus --out notes

  rendus/amina/1.2-convolution.ipynb   ce que chaque étudiant a rendu, un dossier par étudiant
  rendus/bruno-1.2-convolution.zip     ou le zip qu’a écrit « npm run submit »
  notes/grades.csv                     les points : student, un exercice par colonne, total, max
  notes/results.json                   les mêmes, critère par critère, avec les raisons
  notes/feedback/amina.html            la page à rendre à l’étudiante
  notes/instructor.csv                 ce que vous notez vous-même (projets) : remplissez, puis relancez
`;

const exitCodes = `
Codes de sortie : 0 tout est noté ; 1 quelques rendus n’ont pu l’être (ils ont 0 et une raison) ;
2 la commande est à corriger, rien n’est écrit ; 3 la faute est de notre côté.
Le mode d’emploi : docs/grading.md`;

/**
 * The command `grade`.
 *
 * @param args what stands behind the command's name
 * @returns the exit code
 */
export async function main(args: string[]): Promise<number> {
  const command = new Command('grade')
    .usage('RENDUS --out NOTES [options]')
    .argument(
      '<RENDUS>',
      'dossier des rendus : ÉTUDIANT/NOTEBOOK.ipynb, ou les zips de npm run submit',
    )
    .requiredOption('--out <NOTES>', 'dossier où écrire les notes ; celles d’avant sont remplacées')
    .option(
      '--jobs <N>',
      'rendus notés côte à côte ; plus il y en a, plus il faut de mémoire',
      wholeNumber,
      availableParallelism(),
    )
    .option(
      '--timeout <S>',
      'secondes par exercice, pour ses cellules, puis pour ses appels ; au-delà, il est perdu',
      seconds,
      20,
    )
    .option(
      '--unsafe-no-sandbox',
      'sans isolement : le code rendu a tous VOS droits ; code déjà lu seulement',
    )
    .helpOption('--help', 'montre cette aide')
    .addHelpText('beforeAll', help)
    .addHelpText('after', exitCodes)
    .exitOverride()
    .configureOutput({
      outputError: (text, write) => {
        write(text);
      },
    });
  try {
    command.parse(args, { from: 'user' });
    const { result, ...rest } = await grade(command.args[0] ?? '', command.opts<Flags>());
    process.stdout.write(summary(result, command.opts<Flags>().out, rest));
    return exitCode(result);
  } catch (error) {
    return explain(error);
  }
}

function exitCode({ students, refused }: ClassResult): number {
  const statuses = students.flatMap(({ notebooks }) => notebooks.map(({ status }) => status));
  if (statuses.includes('fault')) return 3;
  return refused.length > 0 || statuses.some((status) => status !== 'graded') ? 1 : 0;
}

async function grade(folder: string, flags: Flags): ReturnType<typeof gradeClass> {
  const root = checkFolders(folder, flags.out);
  if (flags.unsafeNoSandbox) {
    process.stderr.write(
      'Attention : sans isolement, le code rendu peut lire et effacer vos fichiers.\n',
    );
  } else {
    new BubblewrapSandbox().close(); // says at once where there is none
  }
  const bar = progressBar();
  let graded = 0;
  const interrupt = (): void => {
    bar?.stop();
    process.stderr.write(
      `Interrompu. Rendus déjà notés, gardés dans ${flags.out} : ${graded} ; ` +
        'la même commande reprendra où elle en était.\n',
    );
    process.exit(130);
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    return await gradeClass({
      root,
      submissions: folder,
      out: flags.out,
      sandboxed: !flags.unsafeNoSandbox,
      jobs: flags.jobs,
      timeoutMs: flags.timeout * 1000,
      onProgress: (done, total) => {
        graded = done;
        bar?.setTotal(total);
        bar?.update(done);
      },
    });
  } finally {
    bar?.stop();
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

/** @returns ConvoLab's root */
function checkFolders(folder: string, out: string): string {
  const root = findRoot(__dirname);
  if (root === undefined)
    throw new Error(`Cannot grade: no texts above ${__dirname}; run it from ConvoLab.`);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new UsageError(`Le dossier des rendus n’existe pas : ${folder}`);
  }
  const path = relative(realpathSync(folder), realPlace(out));
  if (path === '' || !(path === '..' || path.startsWith(`..${sep}`))) {
    throw new UsageError(
      `Les notes iraient dans le dossier des rendus (${out}) et passeraient pour un étudiant : ` +
        'choisissez un autre dossier.',
    );
  }
  return root;
}

/** Where a path leads, links followed, though its end may not exist yet. */
function realPlace(path: string): string {
  const full = resolve(path);
  if (existsSync(full) || dirname(full) === full) return realpathSync(full);
  return join(realPlace(dirname(full)), basename(full));
}

function progressBar(): SingleBar | null {
  if (!process.stderr.isTTY) return null;
  const bar = new SingleBar({
    format: 'Correction {bar} {value}/{total} rendus, encore {eta_formatted}',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(1, 0);
  return bar;
}

function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${text}\n`);
  const theirs = [UsageError, NothingToGrade, OutputRefused, MarksRefused, SandboxUnavailable];
  if (theirs.some((type) => error instanceof type)) return 2;
  if (process.env['DEBUG']) process.stderr.write(`${String((error as Error).stack)}\n`);
  return 3;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('Il faut un entier à partir de 1.');
  return value;
}

function seconds(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 3600))
    throw new InvalidArgumentError('Il faut des secondes, entre 0 et 3600.');
  return value;
}
