import { checkLoss } from './check-loss';
import { EarlyStop } from './early-stop';
import { batchCount, learnEpoch, measure, type LearningCourse, type Part } from './epoch';
import type { History } from './history';
import { breathing, watchInterruption } from './interruption';
import type { Learner } from './learner';
import type { TrainPlan } from './options';
import { chooseProgress } from './progress/choose-progress';

export interface TrainingSets {
  train: Part;
  /** Measured after each epoch, never learned from. */
  validation?: Part;
}

/** For a training that may be taken up again. */
export interface Continuation {
  /** What an earlier training came to, and the learner's snapshot of its best epoch: it goes on. */
  earlier?: { history: History; best?: unknown } | undefined;
  /** Called after each epoch with what there is so far. */
  onEpoch?: (history: History, best: unknown) => Promise<void>;
}

const endings = {
  epochs: 'Entraînement terminé',
  earlyStop: 'Plus de progrès, arrêt anticipé',
  signal: 'Entraînement interrompu',
} satisfies Record<History['stoppedBy'], string>;

/**
 * Trains: goes through the samples batch by batch, epoch by epoch, and keeps what came out.
 *
 * @param learner what learns; at the end it has the weights of the best epoch where an early stop says
 *   so, else those of the last step
 * @returns the history; an interrupted one holds the epochs that were finished
 * @param continuation to take up an earlier training, or to be able to take up this one
 * @throws Error when the loss becomes NaN or infinite
 */
export async function train(
  learner: Learner,
  sets: TrainingSets,
  plan: TrainPlan,
  { earlier, onEpoch }: Continuation = {},
): Promise<History> {
  const stepsPerEpoch = batchCount(sets.train.places.length, plan.batchSize);
  const history = emptyHistory(plan, sets.validation !== undefined);
  if (earlier !== undefined) Object.assign(history, structuredClone(earlier.history));
  const earlyStop = plan.earlyStop && new EarlyStop(plan.earlyStop, Object.keys(history.metrics));
  const progress = chooseProgress(plan.progress);
  const interruption = watchInterruption(plan.signal);
  const start = performance.now() - history.seconds * 1000;
  let best = earlier?.best;
  for (const [i, value] of (history.metrics[earlyStop?.monitor ?? ''] ?? []).entries()) {
    const { stop } = earlyStop!.after(history.initialEpoch + i, value);
    if (stop) history.stoppedBy = 'earlyStop';
  }
  const over = history.stoppedBy === 'earlyStop';

  const runEpoch = async (epoch: number): Promise<History['stoppedBy'] | undefined> => {
    const epochStart = performance.now();
    const course: LearningCourse = {
      learner,
      ...plan,
      breath: breathing(),
      stopped: interruption.stopped,
      rateAt: (step) => plan.rateAt(step, plan.epochs * stepsPerEpoch),
      onStep: (step, metrics) => {
        history.steps++;
        progress.step({ epoch, step, metrics });
      },
    };
    const learned = await learnEpoch(course, sets.train, epoch);
    if (learned === undefined) return 'signal';
    const { means, rate } = learned;
    if (sets.validation !== undefined) {
      const found = await measure(course, sets.validation);
      if (found === undefined) return 'signal';
      // The last step of an epoch may have spoilt the weights: no step after it would say so.
      const step = (epoch + 1) * stepsPerEpoch - 1;
      checkLoss(found['loss']!, { epoch, step, rate }, 'la perte de validation');
      for (const [name, value] of Object.entries(found)) means[validationName(name)] = value;
    }
    for (const [name, value] of Object.entries(means)) history.metrics[name]!.push(value);
    history.learningRate.push(rate);
    progress.epoch({ epoch, metrics: means, seconds: (performance.now() - epochStart) / 1000 });
    const verdict = earlyStop?.after(epoch, means[earlyStop.monitor]!);
    if (verdict?.best && earlyStop!.restoreBest) best = learner.snapshot();
    history.seconds = (performance.now() - start) / 1000;
    await onEpoch?.(history, best);
    return verdict?.stop ? 'earlyStop' : undefined;
  };

  let ending = "Une erreur a arrêté l'entraînement";
  progress.begin({
    initialEpoch: plan.initialEpoch,
    epochs: plan.epochs,
    stepsPerEpoch,
    ...(earlier === undefined ? {} : { earlier: structuredClone(earlier.history.metrics) }),
  });
  try {
    for (let epoch = plan.initialEpoch; !over && epoch < plan.epochs; epoch++) {
      const stoppedBy = await runEpoch(epoch);
      history.stoppedBy = stoppedBy ?? 'epochs';
      if (stoppedBy !== undefined) break;
    }
    if (best !== undefined) {
      learner.restore(best);
      history.restoredEpoch = earlyStop!.bestEpoch!;
    }
    ending = endings[history.stoppedBy];
  } finally {
    interruption.close();
    await progress.end(ending);
  }
  history.seconds = (performance.now() - start) / 1000;
  return history;
}

function emptyHistory(plan: TrainPlan, validates: boolean): History {
  const names = ['loss', ...plan.metrics];
  const all = validates ? [...names, ...names.map(validationName)] : names;
  return {
    metrics: Object.fromEntries(all.map((name) => [name, []])),
    learningRate: [],
    initialEpoch: plan.initialEpoch,
    batchSize: plan.batchSize,
    steps: 0,
    seconds: 0,
    stoppedBy: 'epochs',
  };
}

/** `accuracy` of the validation is `valAccuracy`. */
function validationName(name: string): string {
  return `val${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
