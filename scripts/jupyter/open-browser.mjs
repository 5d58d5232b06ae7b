import { spawn } from 'node:child_process';
import { which } from '../lib/run.mjs';

/** Opens the address in the user's browser where that can be; the address is printed anyway. */
export function openBrowser(url) {
  const command = opener();
  if (!command) return;
  const [program, ...args] = [...command, url];
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

function opener() {
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['cmd', '/c', 'start', ''];
  if (which('wslview')) return ['wslview'];
  const hasScreen = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return hasScreen && which('xdg-open') ? ['xdg-open'] : null;
}
