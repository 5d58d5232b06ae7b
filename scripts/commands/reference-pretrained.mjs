import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { say } from '../lib/log.mjs';
import { inCache, inRoot, root } from '../lib/paths.mjs';
import { referencePython } from '../lib/reference-python.mjs';

const help = `Example: npm run reference:pretrained -- --check

Records what PyTorch answers, with the weights of EfficientNet-Lite0, to the course's photos as our library
prepares them, and how far Pillow prepares them otherwise; the tests of lib/src/transfer hold our network to it
without Python.

  npm run reference:pretrained               records, half a minute
  npm run reference:pretrained -- --check    writes nothing; exit code 1 when PyTorch computes something else

The first time it makes a Python of its own in .cache/torch, with torch 1.12.1 from PyPI (downloads 800 MB,
takes 2 GB). That version, because later ones bring all of CUDA: 3 GB more. It wants Python 3.10.`;

const torch = {
  folder: 'torch',
  title: 'PyTorch',
  packages: ['torch==1.12.1', 'numpy==1.26.4', 'pillow==11.3.0'],
  versions: ['python3.10'],
};

const folder = (...parts) => inRoot('lib', 'src', 'transfer', 'pretrained', 'testing', ...parts);

export async function main(args) {
  if (args.includes('--help')) {
    say(help);
    return 0;
  }
  const python = await referencePython(torch);
  const request = inCache('tmp', 'reference-pretrained');
  try {
    const prepared = run(process.execPath, ['--require', 'tsx/cjs', folder('write-prepared.ts'), request]); // prettier-ignore
    return prepared && run(python, [folder('record.py'), request, ...args]) ? 0 : 1;
  } finally {
    rmSync(request, { recursive: true, force: true });
  }
}

function run(command, args) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return status === 0;
}
