/**
 * The rooms of `npm test`, in the order they run. A test file belongs to the room whose glob finds it;
 * `*.slow.test.*` runs only in `npm run test:all`.
 * @type {Record<string, { globs: string[], about: string, testTimeoutS?: number, roomTimeoutS?: number }>}
 */
export const rooms = {
  setup: {
    about: 'the scripts that run before anything is installed',
    globs: ['scripts/**/*.test.mjs'],
  },
  lib: { about: '@convolab/lib', globs: ['lib/src/**/*.test.ts', 'lib/bench/**/*.test.ts'] },
  runner: {
    about: 'notebooks as text, the evaluator, nbts',
    globs: ['packages/nbconvert-ts-runner/{src,test}/**/*.test.ts'],
  },
  kernel: {
    about: 'the kernel, through jupyter_client',
    globs: ['packages/kernel/{src,test}/**/*.test.ts'],
  },
  submission: {
    about: 'a notebook handed in: read, run, called, packed',
    globs: ['packages/submission/src/**/*.test.ts'],
  },
  grader: {
    about: 'the grader, and the grades of a whole class',
    globs: ['packages/grader/{src,test}/**/*.test.ts', 'test/grader/**/*.test.ts'],
    roomTimeoutS: 1200,
  },
  exercises: {
    about: 'solutions pass, mutants die, student editions compile; the desk a student works at',
    globs: ['test/{exercises,desk}/**/*.test.ts'],
  },
  release: {
    about: 'the student edition: what is in it, set up and used in an empty folder',
    globs: ['test/release/**/*.test.ts'],
    roomTimeoutS: 1200,
  },
  lessons: {
    about: 'the lessons, executed through nbts; with test:all through nbconvert too',
    globs: ['test/lessons/**/*.test.ts'],
    roomTimeoutS: 1800,
  },
  browser: {
    about: 'JupyterLab in a headless Chromium',
    globs: ['test/browser/**/*.test.ts'],
    roomTimeoutS: 2400,
    testTimeoutS: 300,
  },
};
