import { rooms } from '../test-rooms.mjs';
import { runRoom } from '../testing/run-room.mjs';
import { bold, green, red, say, SetupError } from '../lib/log.mjs';
import { setUp } from '../lib/set-up.mjs';

const help = `Example: npm test
         npm test -- grader lib
         npm test -- runner --grep 'percent'

Sets up what is missing, then runs each room's tests in a process of its own. The last line is
"N passed, N failed". npm run test:all also runs what is too slow for every day.

Rooms:
${Object.entries(rooms)
  .map(([name, { about }]) => `  ${name.padEnd(12)}${about}`)
  .join('\n')}`;

export async function main(args) {
  const { names, slow, extra, wantsHelp } = read(args);
  if (wantsHelp) {
    say(help);
    return 0;
  }
  const unknown = names.find((name) => !(name in rooms));
  if (unknown !== undefined) {
    say(`Choosing the tests: there is no room "${unknown}".\n\n${help}`);
    return 2;
  }
  const total = { passed: 0, failed: 0 };
  try {
    await setUp();
    for (const name of names.length > 0 ? names : Object.keys(rooms)) {
      say(bold(`▸ ${name}`));
      const result = await runRoom(name, rooms[name], { slow, extra });
      total.passed += result.passed;
      total.failed += result.failed;
      sayRoom(name, result);
    }
  } catch (error) {
    say(error instanceof SetupError ? error.message : error.stack);
    total.failed += 1;
  }
  say(`${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 ? 1 : 0;
}

function sayRoom(name, { passed, failed, skipped, trouble, seconds }) {
  for (const reason of trouble) say(red(`  ✘ ${name}: ${reason}`));
  const mark = failed > 0 ? red('✘') : green('✔');
  const left = skipped > 0 ? `, ${skipped} skipped` : '';
  say(`${mark} ${name}: ${passed} passed, ${failed} failed${left} in ${seconds.toFixed(1)} s\n`);
}

/** Room names come first; from the first option on, everything but our own options goes to mocha. */
function read(args) {
  const ours = args.filter((arg) => !['--all', '--help'].includes(arg));
  const firstOption = ours.findIndex((arg) => arg.startsWith('-'));
  const cut = firstOption === -1 ? ours.length : firstOption;
  return {
    names: ours.slice(0, cut),
    extra: ours.slice(cut),
    slow: args.includes('--all'),
    wantsHelp: args.includes('--help'),
  };
}
