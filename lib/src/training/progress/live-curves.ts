import {
  displayLive,
  inNotebook,
  jupyterDisplay,
  type LiveDisplay,
  type MimeBundle,
} from '../../display';
import { curvesInWords } from '../../figures/learning/curve-panels';
import { curvesSvg } from '../../figures/learning/curves-svg';
import { learningCurves } from '../../figures/learning/learning-curves';
import { numberText } from '../../figures/paint/numbers';
import { chooseProgress } from './choose-progress';
import { Clock } from './clock';
import type { EpochDone, Progress, StepDone, TrainingBegins } from './progress';
import { durationText } from './words';

/** A browser that draws anew more often has no time left for its reader. */
const betweenUpdatesMs = 500;

/** Points of the thin line within an epoch. */
const pointsPerEpoch = 20;

/**
 * Shows a training while it runs, as learning curves in one output of the cell that change in place:
 * `train(model, data, { progress: liveCurves() })`. A training that is taken up again begins with the
 * curves of the epochs before. At the end a picture of the curves stays, as of any figure. In a terminal
 * it is the usual bar.
 *
 * @param options.title what stands above the curves
 */
export function liveCurves(options: { title?: string } = {}): Progress {
  return inNotebook() ? new LiveCurves(options.title) : chooseProgress(true);
}

/** The curves; outside a notebook each change would be printed below the one before. */
export class LiveCurves implements Progress {
  private training: TrainingBegins = { initialEpoch: 0, epochs: 1, stepsPerEpoch: 1 };
  private metrics: Record<string, number[]> = {};
  private within: [number, number][] = [];
  /** Steps of this epoch that the thin line knows of, and the sum of their losses. */
  private counted = { steps: 0, sum: 0 };
  private clock = new Clock(1);
  private shown: LiveDisplay | undefined;
  private lastMs = -Infinity;

  /** @param now milliseconds of a clock that only goes forward */
  constructor(
    private readonly title = 'Courbes d’apprentissage',
    private readonly now: () => number = () => performance.now(),
  ) {}

  begin(training: TrainingBegins): void {
    this.training = training;
    const steps = (training.epochs - training.initialEpoch) * training.stepsPerEpoch;
    this.clock = new Clock(steps, this.now);
    this.metrics = Object.fromEntries(
      Object.entries(training.earlier ?? {}).map(([name, values]) => [name, [...values]]),
    );
    this.show('le réseau va commencer');
  }

  step(done: StepDone): void {
    this.follow(done);
    if (this.now() - this.lastMs < betweenUpdatesMs) return;
    const { initialEpoch, epochs, stepsPerEpoch } = this.training;
    const left = this.clock.left((done.epoch - initialEpoch) * stepsPerEpoch + done.step) ?? 0;
    this.show(
      `époque ${done.epoch + 1}/${epochs}, pas ${done.step}/${stepsPerEpoch} · reste ${durationText(left)}`,
    );
  }

  epoch({ metrics }: EpochDone): void {
    for (const [name, value] of Object.entries(metrics)) (this.metrics[name] ??= []).push(value);
    this.counted = { steps: 0, sum: 0 };
  }

  async end(how: string): Promise<void> {
    // How long it took is left out: the same training leaves the same output.
    this.shown?.update(await this.finished(`${how}, ${this.epochsDone()}`));
  }

  /** Adds to the thin line the mean loss since its last point: the progress tells the epoch's mean. */
  private follow({ epoch, step, metrics }: StepDone): void {
    const { stepsPerEpoch } = this.training;
    const every = Math.max(1, Math.floor(stepsPerEpoch / pointsPerEpoch));
    if (step % every !== 0 && step !== stepsPerEpoch) return;
    const { steps, sum } = this.counted;
    const total = (metrics['loss'] ?? NaN) * step;
    const middle = epoch + (steps + step) / 2 / stepsPerEpoch;
    this.within.push([middle, (total - sum) / (step - steps)]);
    this.counted = { steps: step, sum: total };
  }

  private epochsDone(): string {
    const done = this.metrics['loss']?.length ?? 0;
    return `${done} époque${done > 1 ? 's' : ''} sur ${this.training.epochs}`;
  }

  private async finished(note: string): Promise<MimeBundle> {
    const { metrics, within, title } = this;
    const { epochs } = this.training;
    const figure = learningCurves({ metrics }, { title, epochs, within, note });
    return figure[jupyterDisplay]();
  }

  private show(note: string): void {
    this.lastMs = this.now();
    const { metrics, within, title } = this;
    const { epochs } = this.training;
    const words = curvesInWords({ metrics }, (value) => numberText(value, 3));
    const bundle = {
      'image/svg+xml': curvesSvg({ metrics }, { title, note, epochs, within }),
      'text/plain': [title, ...words, note].join('\n'),
    };
    if (this.shown === undefined) this.shown = displayLive(bundle);
    else this.shown.update(bundle);
  }
}
