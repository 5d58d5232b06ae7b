import { Command, CommanderError } from 'commander';
import { build, type BuildOptions } from './cli/build';
import { check, type CheckOptions } from './cli/check';
import { CommandError, EXIT, type ExitCode } from './cli/exit-codes';
import { pull, type PullOptions } from './cli/pull';
import { run, type RunCommandOptions } from './cli/run';

const ROOT_FLAG = [
  '--root <dir>',
  'folder that holds notebooks/ and solutions/; default: the nearest one from here upwards',
] as const;

/** Runs the command line and sets the process's exit code. */
export function main(argv: string[]): void {
  void runCommandLine(argv).then((code) => {
    process.exitCode = code;
  });
}

/**
 * Runs the command line; says what went wrong on stderr and never rejects.
 * @param argv as `process.argv`: node, script, then the words
 */
export async function runCommandLine(argv: string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const program = createProgram((result) => {
    code = result;
  });
  try {
    await program.parseAsync(argv);
    return code;
  } catch (error) {
    return explain(error);
  }
}

function createProgram(done: (code: ExitCode) => void): Command {
  const program = new Command('nbts')
    .description('TypeScript notebooks as text and back, checked and executed without Jupyter.')
    .addHelpText('before', 'Example: nbts build 1.2-convolution\n')
    .addHelpText('after', EXIT_CODES)
    .exitOverride();

  addCommand(program, 'build [names...]', 'nbts build 1.2-convolution')
    .summary('write the notebooks of the texts')
    .description(
      'Write the notebooks of the texts, and ids for cells that have none.\n' +
        'Names are lessons, or paths of texts or notebooks; without names, all.',
    )
    .option(...ROOT_FLAG)
    .option('--force', 'overwrite notebooks edited in JupyterLab too; default: stop before one')
    .action((names: string[], o: BuildOptions) => {
      done(build(names, o));
    });

  addCommand(program, 'pull [names...]', 'nbts pull notebooks/1.2-convolution.ipynb')
    .summary('bring edits made in JupyterLab into the texts')
    .description(
      'Bring what was edited in JupyterLab into the text; outputs are dropped.\n' +
        'Where the text changed as well, stop and show both.',
    )
    .option(...ROOT_FLAG)
    .option(
      '--theirs',
      "where both changed, take the notebook; the text's changes are lost; default: stop",
    )
    .option(
      '--ours',
      "where both changed, keep the text; the notebook's changes are lost; default: stop",
    )
    .action((names: string[], o: PullOptions) => {
      done(pull(names, o));
    });

  addCommand(program, 'check [names...]', 'nbts check --types')
    .summary('fail where texts and notebooks differ, or a solution leaks')
    .description(
      'Fail if a notebook differs by a byte from what its text gives, holds outputs,\n' +
        'or if a line of a solution stands under exercises/.',
    )
    .option(...ROOT_FLAG)
    .option('--types', 'also type-check every cell, strict; some seconds more; default: off')
    .action(async (names: string[], o: CheckOptions) => {
      done(await check(names, o));
    });

  addCommand(program, 'run <notebook>', 'nbts run notebooks/1.2-convolution.ipynb --out out.ipynb')
    .summary('execute a notebook without Jupyter')
    .description('Execute a notebook, each cell type-checked first, without Jupyter.')
    .requiredOption('--out <file>', 'where the notebook with its outputs goes, written whole')
    .option('--allow-errors', 'go on after a cell that fails; default: stop at the first')
    .option('--timeout <seconds>', 'how long one cell may take before it counts as failed', '600')
    .action(async (notebook: string, o: RunCommandOptions) => {
      done(await run(notebook, o));
    });

  return program;
}

function addCommand(program: Command, usage: string, example: string): Command {
  return program.command(usage).addHelpText('before', `Example: ${example}\n`);
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
