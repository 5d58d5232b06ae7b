import {
  runCase,
  type AnyFunction,
  type Outcome,
  type PublicCase,
} from '@convolab/lib/public-cases';
import { readModel } from '@convolab/lib/model-door';
import { textOfHandle } from './handle';
import { isStudentDead } from './student-errors';

/**
 * Tries a public case on functions behind a door, as `check` does in the notebook. A door that is shut (time,
 * memory, nothing defined) refuses nothing: it fails, also where the case wants an error.
 *
 * @param fixtures what the case may pass in by name; it crosses the door as that name
 */
export async function tryCase(
  door: Record<string, AnyFunction>,
  item: PublicCase,
  fixtures: readonly string[] = [],
): Promise<Outcome> {
  const shut: Error[] = [];
  const answer = async (...args: unknown[]): Promise<unknown> => {
    try {
      const given = args.map((arg) => (isStandIn(arg) ? arg.wire : arg));
      const answer = await door[item.call]!(...given);
      return item.view === 'model' ? await readModel(await textOfHandle(answer)) : answer;
    } catch (error) {
      if (isStudentDead(error)) shut.push(error);
      throw error;
    }
  };
  const standIns = Object.fromEntries(fixtures.map((name) => [name, standIn(name)]));
  const outcome = await runCase(answer, item, standIns);
  const [death] = shut;
  return death ? { kind: 'threw', name: 'Error', message: death.message, stub: false } : outcome;
}

/** What stands here for a fixture, which lies behind the door: itself, or what it returns for arguments. */
function standIn(fixture: string): AnyFunction & { wire: object } {
  return Object.assign((...args: unknown[]) => ({ fixture, args }), { wire: { fixture } });
}

const isStandIn = (value: unknown): value is ReturnType<typeof standIn> =>
  typeof value === 'function' && 'wire' in value;
