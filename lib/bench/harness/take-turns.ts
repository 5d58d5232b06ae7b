import type { Case, Contender } from './bench';

/** How long and how often to measure, where a case does not say it itself. */
export interface Settings {
  rounds: number;
  turnMs: number;
  warmUpMs: number;
}

/** What measuring needs of the world; tests give a clock of their own. */
export interface World {
  /** Milliseconds. */
  now: () => number;
  /** Collects garbage, so that nobody pays for what the one before left behind. */
  collect?: () => void;
  /** Told what runs now. */
  progress?: (text: string) => void;
}

/** What one contender did in a case. */
export interface Turns {
  name: string;
  /** Calls in one turn. */
  calls: number;
  /** Milliseconds of one call, round by round. */
  samplesMs: number[];
  /** Why it did not run, or not to the end. */
  trouble?: string | undefined;
}

interface Player {
  contender: Contender;
  /** Milliseconds of its quickest call so far. */
  callMs: number;
  turns: Turns;
}

const mostCalls = 100_000;

/**
 * Measures the contenders of a case in turns: warm-up of each, then round after round, each round
 * beginning with another contender. One that throws sits out the rest, and the others go on.
 */
export async function takeTurns(one: Case, defaults: Settings, world: World): Promise<Turns[]> {
  const settings = {
    rounds: one.rounds ?? defaults.rounds,
    turnMs: one.turnMs ?? defaults.turnMs,
    warmUpMs: one.warmUpMs ?? defaults.warmUpMs,
  };
  const players = Object.entries(one.contenders).flatMap(([name, contender]): Player[] => {
    if (contender === undefined) return [];
    const turns: Turns = { name, calls: 1, samplesMs: [], trouble: contender.missing };
    return [{ contender, callMs: Infinity, turns }];
  });

  const attempt = async (player: Player, action: () => Promise<void>): Promise<void> => {
    if (player.turns.trouble !== undefined) return;
    try {
      await player.contender.beforeTurn?.();
      await action();
      await player.contender.afterTurn?.();
    } catch (error) {
      player.turns.trouble = error instanceof Error ? error.message : String(error);
    }
  };

  const warmUp = async (player: Player): Promise<void> => {
    await player.contender.setUp?.();
    for (let spent = 0; spent < settings.warmUpMs;) {
      const callMs = await timeCalls(player.contender, 1, world.now);
      player.callMs = Math.min(player.callMs, callMs);
      // A clock too coarse to see the call must not keep us here for ever.
      spent += Math.max(callMs, settings.warmUpMs / mostCalls);
    }
    const wanted = Math.ceil(settings.turnMs / player.callMs);
    player.turns.calls = Math.min(Math.max(1, wanted), mostCalls);
  };

  const turn = async (player: Player): Promise<void> => {
    world.collect?.();
    // What is quick finds its caches as it left them, and its threads awake.
    if (player.callMs < settings.turnMs) await timeCalls(player.contender, 1, world.now);
    const { calls, samplesMs } = player.turns;
    samplesMs.push((await timeCalls(player.contender, calls, world.now)) / calls);
  };

  await one.setUp?.();
  try {
    for (const player of players) {
      world.progress?.(`${one.name}: warm-up, ${player.turns.name}`);
      await attempt(player, () => warmUp(player));
    }
    for (let round = 0; round < settings.rounds; round++) {
      for (let place = 0; place < players.length; place++) {
        const player = players[(round + place) % players.length]!;
        if (round >= (player.contender.rounds ?? settings.rounds)) continue;
        world.progress?.(
          `${one.name}: round ${round + 1} of ${settings.rounds}, ${player.turns.name}`,
        );
        await attempt(player, () => turn(player));
      }
    }
  } finally {
    for (const { contender, turns } of players.reverse()) {
      if (contender.missing !== undefined) continue;
      try {
        await contender.tearDown?.();
      } catch (error) {
        turns.trouble ??= `tear-down: ${String(error)}`;
      }
    }
    await one.tearDown?.();
  }
  return players.reverse().map((player) => player.turns);
}

/** Milliseconds of so many calls. Awaits only what is a promise: a wait costs a microsecond. */
async function timeCalls(contender: Contender, calls: number, now: () => number): Promise<number> {
  let ownMs = 0;
  const start = now();
  for (let call = 0; call < calls; call++) {
    let result = contender.run();
    if (result instanceof Promise) result = await result;
    if (contender.clock === 'own') ownMs += checkedMs(result);
  }
  return contender.clock === 'own' ? ownMs : now() - start;
}

function checkedMs(result: unknown): number {
  if (typeof result === 'number' && result > 0) return result;
  throw new TypeError(
    `Timing a contender by its own clock: run() returned ${String(result)}; it must return milliseconds.`,
  );
}
