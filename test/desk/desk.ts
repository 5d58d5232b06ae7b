import { Evaluator, type CellOutput } from 'nbconvert-ts-runner';
import { JupyterSession, ofType } from '../../packages/kernel/test/jupyter';

/** A notebook at work, whoever runs it: what a cell shows, and its error's text. */
export interface Desk {
  run: (source: string) => Promise<{ shown: string; error: string }>;
  close: () => Promise<void>;
}

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

/** As `nbts run` does it. */
export function evaluatorDesk(cwd: string): Desk {
  let outputs: CellOutput[] = [];
  const evaluator = new Evaluator({
    cwd,
    onOutput: (output) => outputs.push(output),
  });
  return {
    run: async (source) => {
      outputs = [];
      const { error } = await evaluator.run(source);
      const texts = outputs.map((each) => ('data' in each ? String(each.data['text/plain']) : ''));
      return { shown: plain(texts.join('\n')), error: plain(error?.evalue ?? '') };
    },
    close: () => evaluator.close(),
  };
}

/** Through jupyter_client and the kernel, as JupyterLab does it. */
export async function kernelDesk(): Promise<Desk> {
  const session = await JupyterSession.start();
  return {
    run: async (source) => {
      const { published, reply } = await session.run(source);
      const texts = ofType(published, 'display_data').map(
        ({ content }) => (content['data'] as Record<string, string>)['text/plain'] ?? '',
      );
      return {
        shown: plain(texts.join('\n')),
        error: plain(String(reply.content['evalue'] ?? '')),
      };
    },
    close: () => session.shutdown(),
  };
}
