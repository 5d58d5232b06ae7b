import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../testing/temporary-folder.mjs';
import { download } from './download.mjs';
import { sha256Text } from './sha256.mjs';

describe('download()', () => {
  const folder = temporaryFolder();
  const place = () => join(folder(), 'library.tar.gz');
  let server;
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  /** A real server for one answer. @returns {Promise<string>} its address */
  const serve = (answer) =>
    new Promise((resolve) => {
      server = createServer((_, response) => answer(response));
      server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}/`));
    });

  it('gives the file its name once its sha256 is right', async () => {
    const url = await serve((response) => response.end('library'));
    await download(url, place(), { sha256: sha256Text('library'), answerMs: 5000 });
    assert.equal(readFileSync(place(), 'utf8'), 'library');
  });
  it('keeps nothing of a file that is not the one pinned', async () => {
    const url = await serve((response) => response.end('another library'));
    const wanted = { sha256: sha256Text('library'), answerMs: 5000 };
    await assert.rejects(download(url, place(), wanted), /sha256/);
    assert.deepEqual(readdirSync(folder()), []);
  });
  it('keeps nothing of a file that was cut short', async () => {
    const url = await serve((response) => {
      response.writeHead(200, { 'content-length': '7' });
      response.write('lib');
      setTimeout(() => response.destroy(), 50);
    });
    await assert.rejects(download(url, place(), { sha256: sha256Text('library'), answerMs: 5000 }));
    assert.equal(existsSync(place()), false);
  });
  it('gives up on a server that does not answer, or answers that it has nothing', async () => {
    const silent = await serve(() => {});
    await assert.rejects(
      download(silent, place(), { sha256: '', answerMs: 100 }),
      /pas de réponse/,
    );
    server.closeAllConnections();
    server.close();
    const empty = await serve((response) => response.writeHead(404).end());
    await assert.rejects(download(empty, place(), { sha256: '', answerMs: 5000 }), /réponse 404/);
  });
});
