import { Command, CommanderError } from 'commander';
import { build } from './cli/build';
import { CommandError, EXIT, type ExitCode } from './cli/exit-codes';

const ROOT_FLAG = [
  '--root <dir>',
  'folder that holds notebooks/ and solutions/; default: the nearest one from here upwards',
] as const;

/** Runs the command line and sets the process's exit code. */
export function main(argv: string[]): void {
  run(argv).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      process.exitCode = explain(error);
    },
  );
}

async function run(argv: string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const program = createProgram((result) => {
    code = result;
  });
  await program.parseAsync(argv);
  return code;
}

function createProgram(done: (code: ExitCode) => void): Command {
  const program = new Command('nbts')
    .description('TypeScript notebooks as text and back, checked and executed without Jupyter.')
    .addHelpText('before', 'Example: nbts build 1.2-convolution\n')
    .addHelpText('after', EXIT_CODES)
    .exitOverride();

  program
    .command('build')
    .argument('[names...]', 'lessons, or paths of texts or notebooks; default: all')
    .description('write the notebooks of the texts, and ids for cells that have none')
    .option(...ROOT_FLAG)
    .option('--force', 'also overwrite notebooks edited in JupyterLab; default: stop before one')
    .addHelpText('before', 'Example: nbts build 1.2-convolution\n')
    .action((names: string[], o: { root?: string; force?: boolean }) => {
      done(build(names, o));
    });

  return program;
}

const EXIT_CODES = `
Exit codes: 0 done; 1 a check or a cell failed, or there is something to decide;
2 what was given cannot be used; 3 our own fault.`;

function explain(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof CommandError) {
    console.error(error.message);
    return error.exitCode;
  }
  console.error('nbts failed, and the fault is its own. Please report this:');
  console.error(error);
  return EXIT.internal;
}

if (require.main === module) main(process.argv);
