import { impossible } from '../../errors';
import { wholeTf } from '../../tf/whole-tf';

const tf = wholeTf();

const name = 'convolab-paper';

/** Keeps count of who uses a tensor, and nothing else. */
class PaperBackend extends tf.KernelBackend {
  private readonly users = new Map<object, number>();

  /** A tensor's place, without room for its numbers. */
  place(): object {
    const place = {};
    this.users.set(place, 1);
    return place;
  }

  override refCount(place: object): number {
    return this.users.get(place) ?? 0;
  }

  override incRef(place: object): void {
    this.users.set(place, this.refCount(place) + 1);
  }

  decRef(place: object): void {
    this.users.set(place, this.refCount(place) - 1);
  }

  override disposeData(place: object, force = false): boolean {
    this.decRef(place);
    if (!force && this.refCount(place) > 0) return false;
    this.users.delete(place);
    return true;
  }

  override numDataIds(): number {
    return this.users.size;
  }

  override memory(): { unreliable: boolean } {
    return { unreliable: true };
  }

  override floatPrecision(): 16 | 32 {
    return 32;
  }

  override dispose(): void {
    this.users.clear();
  }

  /** Whatever computes with a weight, saves it or moves it to another backend reads it first. */
  override readSync(): never {
    throw new Error(
      impossible(
        'calculer avec ce modèle',
        'il a été construit sur le papier (onPaper)\u00a0: ses poids ont une forme mais aucune valeur, alors qu’un calcul en demande',
        'construisez-le sans onPaper, ou donnez-lui des poids avec setWeights',
      ),
    );
  }

  override read(): Promise<never> {
    return Promise.resolve().then(() => this.readSync());
  }
}

/** Null where there is none yet: another copy of this file may have been here first. */
const found = (): unknown => tf.findBackend(name);
// Of the lowest priority: tfjs never chooses it by itself.
if (found() === null) tf.registerBackend(name, () => new PaperBackend(), -1);
/** The backend whose tensors have a shape and hold no numbers. */
export const paperBackend = found() as PaperBackend;

/** A tensor of that shape without numbers: `onPaper` alone makes them. */
export function paperTensor(shape: number[], dtype: 'float32' | 'int32' | 'bool') {
  return tf
    .engine()
    .makeTensorFromTensorInfo({ dataId: paperBackend.place(), shape, dtype }, paperBackend);
}
