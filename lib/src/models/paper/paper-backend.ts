import { impossible } from '../../errors';
import { wholeTf } from '../../tf/whole-tf';

const tf = wholeTf();

const name = 'convolab-paper';

/** Who asked for models on paper: a call of `onPaper`, or an exercise that looks at what an answer builds. */
export type AskedBy = 'onPaper' | 'exercise';

/** What whoever computes with such a model is told: what was found against what was wanted, what to do next. */
const words: Record<AskedBy, [found: string, next: string]> = {
  onPaper: [
    'il a été construit sur le papier (onPaper)\u00a0: ses poids ont une forme mais aucune valeur, alors qu’un calcul en demande',
    'construisez-le sans onPaper, ou donnez-lui des poids avec setWeights',
  ],
  exercise: [
    'pendant que l’on vérifie une réponse, les poids ont une forme mais aucune valeur, alors qu’un calcul en demande',
    'que la fonction construise le modèle et le rende, sans rien calculer\u00a0: mettez predict, fit ou dataSync dans une autre cellule',
  ],
};

/** Keeps count of who uses a tensor, and nothing else. */
class PaperBackend extends tf.KernelBackend {
  private readonly users = new Map<object, number>();

  /** A tensor's place, without room for its numbers. */
  place(askedBy: AskedBy): object {
    const place = { askedBy };
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
  override readSync({ askedBy }: { askedBy: AskedBy }): never {
    throw new Error(impossible('calculer avec ce modèle', ...words[askedBy]));
  }

  override read(place: { askedBy: AskedBy }): Promise<never> {
    return Promise.resolve().then(() => this.readSync(place));
  }
}

/** Null where there is none yet: another copy of this file may have been here first. */
const found = (): unknown => tf.findBackend(name);
// Of the lowest priority: tfjs never chooses it by itself.
if (found() === null) tf.registerBackend(name, () => new PaperBackend(), -1);
/** The backend whose tensors have a shape and hold no numbers. */
export const paperBackend = found() as PaperBackend;

/** Has the tensor a shape only? */
export function isOnPaper(tensor: object): boolean {
  return paperBackend.refCount((tensor as { dataId: object }).dataId) > 0;
}

/** A tensor of that shape without numbers: `onPaper` alone makes them. */
export function paperTensor(
  shape: number[],
  dtype: 'float32' | 'int32' | 'bool',
  askedBy: AskedBy,
) {
  const dataId = paperBackend.place(askedBy);
  return tf.engine().makeTensorFromTensorInfo({ dataId, shape, dtype }, paperBackend);
}
