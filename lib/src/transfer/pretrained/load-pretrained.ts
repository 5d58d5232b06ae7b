import { impossible, valueText } from '../../errors';
import { convolabSmall } from './convolab-small';
import { efficientNetLite0 } from './efficient-net-lite0';
import { loadLocal, type LocalModel } from './local/load-local';
import { MissingWeightsError, type Pretrained } from './pretrained';

/** Networks that have learned, which the course knows by name. */
const networks = {
  /** ImageNet's thousand classes, photos; 18 MB that set-up downloads. */
  'efficientnet-lite0': efficientNetLite0,
  /** Digits and clothes of 28 x 28, ours; it comes with the course. */
  'convolab-small': convolabSmall,
} as const;

export type PretrainedName = keyof typeof networks;

/**
 * Are the weights of a network on this machine? Nothing is loaded, nothing downloaded.
 *
 * @example
 * ```ts
 * hasPretrained('convolab-small'); // => true
 * ```
 */
export function hasPretrained(name: PretrainedName): boolean {
  return networkOf(name).isHere();
}

/**
 * Loads a network that has learned, by name; or a model of layers or a graph model of tfjs from a folder of this
 * machine.
 *
 * @param which `'efficientnet-lite0'`, `'convolab-small'`, or `{ path: 'folder/model.json' }`
 * @throws MissingWeightsError when the weights are not here: `npm run setup` downloads them
 * @throws RangeError when there is no network of that name
 * @throws Error when the file is damaged, or no model
 *
 * @example
 * ```ts
 * const { classNames, inputSize } = await loadPretrained('convolab-small');
 * [classNames.length, inputSize]; // => [14, 28]
 * ```
 */
export async function loadPretrained(which: PretrainedName | LocalModel): Promise<Pretrained> {
  if (isLocal(which)) return loadLocal(which);
  const name = which;
  const network = networkOf(name);
  if (network.isHere()) return network.load();
  throw new MissingWeightsError(
    impossible(
      `charger les poids de ${name}`,
      'ils ne sont pas sur cette machine',
      "lancez «\u00a0npm run setup\u00a0» dans le dossier du cours, avec un réseau, ou continuez avec loadPretrained('convolab-small')",
    ),
  );
}

function isLocal(which: unknown): which is LocalModel {
  return typeof (which as LocalModel | null | undefined)?.path === 'string';
}

function networkOf(name: PretrainedName): (typeof networks)[PretrainedName] {
  if (typeof name === 'string' && Object.hasOwn(networks, name)) return networks[name];
  const names = Object.keys(networks).map((known) => `'${known}'`);
  throw new RangeError(
    impossible(
      'charger un réseau entraîné',
      `${valueText(name)} n’est pas un réseau que le cours connaît`,
      `donnez ${names.join(' ou ')}, ou { path: 'dossier/model.json' }`,
    ),
  );
}
