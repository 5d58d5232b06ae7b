// lib/assembly/kernels/*.ts (AssemblyScript) -> lib/dist/fast/kernels.wasm. Nothing to do when the
// module is younger than its sources. `--force` builds all the same.
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const lib = path.dirname(fileURLToPath(import.meta.url));
const sources = path.join(lib, 'assembly');
const wasm = path.join(lib, 'dist', 'fast', 'kernels.wasm');

const files = readdirSync(sources, { recursive: true })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => path.join(sources, name))
  .sort();
// Every file of kernels/ is an entry: what it exports, the module exports. No list to keep.
const entries = files.filter((file) => path.basename(path.dirname(file)) === 'kernels');

if (
  process.argv.includes('--force') ||
  // The folders too: a file that went leaves no other trace.
  !isYounger(wasm, [
    ...files,
    sources,
    path.join(sources, 'kernels'),
    fileURLToPath(import.meta.url),
  ])
) {
  mkdirSync(path.dirname(wasm), { recursive: true });
  const { default: asc } = await import('assemblyscript/asc');
  const { error, stderr } = await asc.main([
    ...entries.map((file) => path.relative(lib, file)),
    ...['--baseDir', lib],
    ...['--outFile', path.relative(lib, wasm)],
    ...['-O3', '--converge', '--noAssert'],
    // No managed objects: kernels are loops over numbers in a memory that the host gives them.
    ...['--runtime', 'stub', '--use', 'abort='],
    // 128-bit SIMD; memory shared between threads. No relaxed SIMD: Node 20 has none.
    ...['--enable', 'simd', '--enable', 'threads', '--enable', 'bulk-memory'],
    ...['--importMemory', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '65536'],
  ]);
  if (error) {
    process.stderr.write(
      `Building lib/dist/fast/kernels.wasm: ${stderr.toString()}${error.message}\n`,
    );
    process.exit(1);
  }
}

function isYounger(file, than) {
  const time = (name) => statSync(name, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return than.every((name) => time(name) < time(file));
}
