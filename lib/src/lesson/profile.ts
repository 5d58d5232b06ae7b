import { impossible, valueText } from '../errors';

/** How much a lesson computes: quick enough to wait for, or the whole data as one would for good. */
export type Profile = 'rapide' | 'complet';

const profiles: readonly Profile[] = ['rapide', 'complet'];

/** What the reader chose in a cell; a kernel that starts again has forgotten it. */
let chosen: Profile | undefined;

/**
 * The profile that lessons compute in: what the environment variable `CONVOLAB_PROFIL` says, else what
 * {@link useProfile} chose, else `'rapide'`.
 *
 * @throws RangeError when the variable holds something else
 */
export function currentProfile(): Profile {
  return profileOfEnvironment() ?? chosen ?? 'rapide';
}

/**
 * Chooses the profile of the cells that run from now on, until the kernel starts again, and says which one
 * counts: `CONVOLAB_PROFIL`, where it is set, is stronger.
 *
 * @param profile `'rapide'` (seconds) or `'complet'` (all the images; minutes)
 * @throws RangeError when there is no such profile
 */
export function useProfile(profile: Profile): void {
  chosen = checkProfile(profile, 'choisir le profil', "écrivez useProfile('complet')");
  const fixed = profileOfEnvironment();
  console.log(
    fixed === undefined || fixed === profile
      ? `Profil\u00a0: ${profile}.`
      : `Profil\u00a0: ${fixed}, fixé par la variable CONVOLAB_PROFIL.`,
  );
}

/**
 * The values that suit the current profile (see {@link currentProfile}): a lesson shows both, and a reader
 * sees what the whole run would take.
 *
 * @param values one for each profile, of the same type: numbers, or an object of options
 * @returns the one of the current profile, itself
 * @throws TypeError when one of the two is missing
 *
 * @example
 * ```ts
 * const { images, epochs } = byProfile({
 *   rapide: { images: 6_000, epochs: 3 },
 *   complet: { images: 60_000, epochs: 10 },
 * });
 * images; // => 6000
 * ```
 */
export function byProfile<T>(values: Record<Profile, T>): T {
  for (const profile of profiles) {
    if (!Object.hasOwn(values, profile)) {
      throw new TypeError(
        impossible(
          'lire les valeurs du profil',
          `il manque celles du profil ${valueText(profile)}`,
          'donnez { rapide: …, complet: … }',
        ),
      );
    }
  }
  return values[currentProfile()];
}

function profileOfEnvironment(): Profile | undefined {
  const asked = process.env['CONVOLAB_PROFIL'];
  if (asked === undefined || asked === '') return undefined;
  return checkProfile(
    asked,
    'lire la variable CONVOLAB_PROFIL',
    'donnez-lui une de ces deux valeurs',
  );
}

function checkProfile(value: string, doing: string, next: string): Profile {
  const found = profiles.find((profile) => profile === value);
  if (found !== undefined) return found;
  throw new RangeError(
    impossible(doing, `${valueText(value)} n'est ni 'rapide' ni 'complet'`, next),
  );
}
