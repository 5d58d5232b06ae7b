import assert from 'node:assert/strict';
import { serverArguments, setupArguments } from './arguments.mjs';

describe('the options of npm start', () => {
  it('have defaults: any free port, and a browser', () => {
    assert.deepEqual(serverArguments([]), { port: undefined, browser: true, help: false });
  });
  it('are --port N, --no-browser and --help', () => {
    assert.deepEqual(serverArguments(['--port', '8899', '--no-browser', '--help']), {
      port: 8899,
      browser: false,
      help: true,
    });
  });
  it('refuse a port that is none, and an unknown option, and say so', () => {
    assert.throws(() => serverArguments(['--port', 'abc']), /--port abc ; il faut un nombre/);
    assert.throws(() => serverArguments(['--port', '70000']), /70000/);
    assert.throws(() => serverArguments(['--browser']), /--help/);
  });
});

describe('the options of npm run setup', () => {
  const read = (...args) => setupArguments(args, ['stamps', 'others'], {});

  it('ask for optional data sets by name, one or several', () => {
    assert.deepEqual(read(), { extra: [], help: false });
    assert.deepEqual(read('--with', 'stamps').extra, ['stamps']);
    assert.deepEqual(read('--with', 'stamps,others').extra, ['stamps', 'others']);
    assert.deepEqual(read('--with', 'stamps', '--with', 'others').extra, ['stamps', 'others']);
  });
  it('refuse a name that is none, an unknown option, and one that npm has eaten, and say what there is', () => {
    assert.throws(() => read('--with', 'mnist'), /--with mnist ne nomme.*\n.*stamps, others/);
    assert.throws(() => read('--without'), /Données facultatives : stamps/);
    assert.throws(() => setupArguments([], ['stamps'], { npm_config_with: 'true' }), /npm a pris/);
  });
});
