import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { installationRoot } from 'nbconvert-ts-runner';
import { studentId } from '../read/student-id';
import { findNotebook } from './find-notebook';
import { handIn } from './hand-in';
import { list } from './list';
import { readRecord } from './record';
import { unbreakable } from './unbreakable';
import { UsageError } from './usage-error';

const help = `Exemple : npm run submit -- 1.2-convolution --student amina.diallo

Exécute votre notebook d’exercices dans un programme neuf, comme à la correction, essaie vos réponses sur les
cas publics, dit ce qui ne pourra pas être noté, et écrit le zip à rendre. Rien n’est envoyé. Enregistrez d’abord
votre notebook dans JupyterLab (Ctrl+S) : c’est le fichier qui est lu.

Sans notebook : la liste de vos exercices et leur état.

  NOTEBOOK       son nom (1.2-convolution), ou le chemin du fichier
  --student ID   votre identifiant, celui que vous a donné votre enseignant ; retenu pour la fois suivante
  --out DOSSIER  où écrire le zip (sinon : work/rendus)
  --help         cette aide
`;

/**
 * The command `submit`.
 *
 * @param args what stands behind the command's name
 * @returns the exit code: 0 done; 2 the command is to be mended, nothing was written; 3 the fault is ours
 */
export async function main(args: string[]): Promise<number> {
  try {
    process.stdout.write(unbreakable(await run(args)));
    return 0;
  } catch (error) {
    const ours = !(error instanceof UsageError);
    const text = error instanceof Error ? error.message : String(error);
    const say = ours ? `Incident de notre côté, à signaler à votre enseignant : ${text}` : text;
    process.stderr.write(unbreakable(`${say}\n`));
    if (ours && process.env['DEBUG']) process.stderr.write(`${String((error as Error).stack)}\n`);
    return ours ? 3 : 2;
  }
}

async function run(args: string[]): Promise<string> {
  const { named, student, out, wantsHelp } = read(args);
  if (wantsHelp) return help;
  const root = installationRoot();
  if (named === undefined) return list(root);
  // npm starts us in its own folder, and says here where the command was typed.
  const cwd = process.env['INIT_CWD'] ?? process.cwd();
  const notebook = findNotebook(root, named, cwd);
  const bar = progressBar();
  try {
    return await handIn({
      root,
      notebook,
      student: whose(student ?? readRecord(root).student),
      out: out === undefined ? join(root, 'work', 'rendus') : resolve(cwd, out),
      onProgress: (done, total) => {
        bar?.setTotal(total);
        bar?.update(done);
      },
    });
  } finally {
    bar?.stop();
  }
}

function read(args: string[]): {
  named?: string | undefined;
  student?: string | undefined;
  out?: string | undefined;
  wantsHelp: boolean;
} {
  refuseEaten();
  const options = {
    student: { type: 'string' },
    out: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  let parsed;
  try {
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch {
    const strange = args.filter((arg) => arg.startsWith('-')).join(', ');
    throw new UsageError(
      `Lecture de la commande : une option est inconnue ou incomplète (${strange}).\n${seeHelp}`,
    );
  }
  const { values, positionals } = parsed;
  if (positionals.length > 1) {
    throw new UsageError(
      `Lecture de la commande : ${positionals.length} notebooks sont nommés (${positionals.join(', ')}), ` +
        `et il en faut un seul : un rendu par notebook.\n${seeHelp}`,
    );
  }
  const { student, out, help: wantsHelp = false } = values;
  return { named: positionals[0], student, out, wantsHelp };
}

/** Without the two dashes, npm takes `--student` for an option of its own and tells us in its environment. */
function refuseEaten(): void {
  const eaten = ['student', 'out'].find((name) => process.env[`npm_config_${name}`] !== undefined);
  if (eaten === undefined) return;
  throw new UsageError(
    `Lecture de la commande : npm a pris --${eaten} pour lui, faute de deux tirets seuls après « submit ».\n` +
      'Écrivez : npm run submit -- NOTEBOOK --student prenom.nom',
  );
}

const seeHelp = 'Voir : npm run submit -- --help';

function whose(student: string | undefined): string {
  if (student === undefined) {
    throw new UsageError(
      'À qui est ce rendu ? Ajoutez une fois votre identifiant, il sera retenu :\n' +
        '  npm run submit -- NOTEBOOK --student prenom.nom',
    );
  }
  const named = studentId(student);
  if ('id' in named) return named.id;
  throw new UsageError(`Lecture de votre identifiant (--student) : ${named.reason}.`);
}

function progressBar(): SingleBar | null {
  if (!process.stderr.isTTY) return null;
  const bar = new SingleBar({
    format: 'Essai {bar} {value}/{total} exercices',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(1, 0);
  return bar;
}
