import assert from 'node:assert/strict';
import { serverArguments } from './arguments.mjs';

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
