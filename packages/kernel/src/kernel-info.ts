/** Who we are, for `kernel_info_request`: what tslab says of itself, completed and made true. */
import { createRequire } from 'node:module';
import { JupyterHandlerImpl } from './tslab';

export function kernelInfo(): Record<string, unknown> {
  const tslab = new JupyterHandlerImpl(null, false).handleKernel();
  const tslabVersion = versionOf('tslab');
  const typescriptVersion = versionOf('@tslab/typescript-for-tslab');
  return {
    ...tslab,
    status: 'ok',
    implementation_version: tslabVersion,
    banner: `ConvoLab: TypeScript ${typescriptVersion} (tslab ${tslabVersion})`,
    language_info: {
      ...(tslab['language_info'] as Record<string, unknown>),
      version: typescriptVersion,
      pygments_lexer: 'typescript',
    },
    help_links: [],
    supported_features: [],
  };
}

const load = createRequire(__filename);

function versionOf(packageName: string): string {
  return (load(`${packageName}/package.json`) as { version: string }).version;
}
