import assert from 'node:assert/strict';
import { type Answer, JupyterSession, ofType, printed } from './jupyter';

describe('the kernel, stopped and killed', function () {
  this.timeout(60_000);
  let kernel: JupyterSession;
  before(async () => {
    kernel = await JupyterSession.start();
  });
  after(() => kernel.shutdown());

  /** Sends a cell, waits until it has printed "parti", then does something to it. */
  async function during(code: string, act: () => unknown): Promise<Answer> {
    const id = kernel.sendCell(`console.log("parti");\n${code}`);
    await kernel.until(() => printed(kernel.messages.filter((m) => m.parent === id)) === 'parti\n');
    await act();
    return kernel.answer(id);
  }
  const remember = () => kernel.run('let kept = 7;');
  const recall = async () => printed((await kernel.run('console.log(kept)')).published);
  const error = ({ published }: Answer) => ofType(published, 'error')[0]!.content;
  const sleep = 'await new Promise((resolve) => setTimeout(resolve, 600_000));';

  it('cancels an awaited call by an interrupt message and keeps the state', async () => {
    await remember();
    const cell = await during(sleep, async () => {
      const { reply } = await kernel.request('interrupt_request', {}, 'control');
      assert.equal(reply.type, 'interrupt_reply');
      assert.deepEqual(reply.content, { status: 'ok' });
    });
    assert.match(error(cell)['evalue'], /interrompue/);
    assert.equal(await recall(), '7\n');
  });

  it("cancels it by the manager's own interrupt too", async () => {
    await remember();
    await during(sleep, () => kernel.command({ op: 'interrupt' }));
    assert.equal(await recall(), '7\n');
  });

  it('cancels it by SIGINT to the whole process group, and keeps the state', async () => {
    await remember();
    const cell = await during(sleep, () => kernel.command({ op: 'signal', name: 'SIGINT' }));
    assert.match(error(cell)['evalue'], /interrompue/);
    assert.equal(await recall(), '7\n');
  });

  it('loses nothing by SIGINT between cells', async () => {
    await remember();
    kernel.command({ op: 'signal', name: 'SIGINT' });
    await kernel.run('0'); // the signal may still reach this one
    assert.equal(await recall(), '7\n');
  });

  it('breaks a busy loop and keeps the state', async () => {
    await remember();
    const cell = await during('while (true) {}', () =>
      kernel.request('interrupt_request', {}, 'control'),
    );
    assert.match(error(cell)['evalue'], /interrompue/);
    assert.equal(await recall(), '7\n');
  });

  it('breaks a loop behind an await, and keeps the state', async () => {
    await remember();
    const cell = await during('await null; while (true) {}', () =>
      kernel.request('interrupt_request', {}, 'control'),
    );
    assert.match(error(cell)['evalue'], /interrompue/);
    assert.equal(await recall(), '7\n');
  });

  it('replaces an executor that native code keeps busy, and the cell says so', async () => {
    await remember();
    const deaf =
      'import { execSync } from "node:child_process";\nexecSync("trap \\"\\" INT; sleep 30");';
    const cell = await during(deaf, () => kernel.request('interrupt_request', {}, 'control'));
    assert.match(error(cell)['evalue'], /nouvel exécuteur/);
    assert.match(error(cell)['evalue'], /variables sont perdues/);
    const next = await kernel.run('console.log(1 + 1)');
    assert.equal(printed(next.published), '2\n');
    assert.equal(await recall(), '', 'the old variables are unknown to TypeScript too');
  });

  it('gives up the queued cells when one is interrupted on "Run All"', async () => {
    const first = kernel.sendCell(`console.log("parti");\n${sleep}`, { stop_on_error: true });
    const second = kernel.sendCell('1', { stop_on_error: true });
    await kernel.until(
      () => printed(kernel.messages.filter((m) => m.parent === first)) === 'parti\n',
    );
    await kernel.request('interrupt_request', {}, 'control');
    assert.equal((await kernel.answer(first)).reply.content['status'], 'error');
    assert.equal((await kernel.answer(second)).reply.content['status'], 'aborted');
  });

  it('reports process.exit() and runs the next cell', async () => {
    const cell = await kernel.run('console.log("adieu"); process.exit(3);');
    assert.equal(printed(cell.published), 'adieu\n', 'what was printed before is not lost');
    assert.equal(cell.reply.content['status'], 'error');
    assert.match(error(cell)['evalue'], /nouvel exécuteur/i);
    assert.equal(printed((await kernel.run('console.log(2)')).published), '2\n');
  });

  it('reports a crash and runs the next cell', async () => {
    const cell = await kernel.run(
      'process.kill(process.pid, "SIGKILL"); await new Promise(() => {});',
    );
    assert.match(error(cell)['evalue'], /SIGKILL/);
    assert.equal(printed((await kernel.run('console.log(3)')).published), '3\n');
  });

  it('survives an error outside of any cell, and shows it', async () => {
    const id = kernel.sendCell('setTimeout(() => { throw new Error("égarée"); }, 20); 0');
    await kernel.answer(id);
    await kernel.until(() =>
      printed(
        kernel.messages.filter((m) => m.parent === id),
        'stderr',
      ).includes('égarée'),
    );
    assert.equal(printed((await kernel.run('console.log(4)')).published), '4\n');
  });

  it('interrupts a cell that is still being compiled or waits for its executor', async () => {
    const first = kernel.sendCell('process.exit(0)');
    const second = kernel.sendCell(sleep);
    await kernel.answer(first);
    await kernel.until(() =>
      kernel.messages.some((m) => m.parent === second && m.type === 'execute_input'),
    );
    await kernel.request('interrupt_request', {}, 'control');
    assert.equal((await kernel.answer(second)).reply.content['status'], 'error');
  });
});
