import { displayLive, type LiveDisplay } from '../../display';
import { Clock } from './clock';
import type { EpochDone, Progress, StepDone, TrainingBegins } from './progress';
import { durationText, metricsText, spentText } from './words';

/** A notebook's server drops what comes faster than it can pass on. */
const betweenUpdatesMs = 250;

const barLength = 24;

/** Epochs whose line is kept; of more, the earliest are left out. */
const mostLines = 12;

/** Shows a training as one output of the cell, which changes in place. */
export class NotebookProgress implements Progress {
  private readonly lines: string[] = [];
  private shown: LiveDisplay | undefined;
  private training: TrainingBegins = { initialEpoch: 0, epochs: 0, stepsPerEpoch: 1 };
  private clock = new Clock(1);
  private lastMs = -Infinity;

  constructor(private readonly now: () => number = () => performance.now()) {}

  begin(training: TrainingBegins): void {
    this.training = training;
    const steps = (training.epochs - training.initialEpoch) * training.stepsPerEpoch;
    this.clock = new Clock(steps, this.now);
    this.show(this.barText({ epoch: training.initialEpoch, step: 0, metrics: {} }));
  }

  step(done: StepDone): void {
    if (this.now() - this.lastMs < betweenUpdatesMs) return;
    this.show(this.barText(done));
  }

  epoch({ epoch, metrics, seconds }: EpochDone): void {
    this.lines.push(`${this.title(epoch)}\u00a0: ${metricsText(metrics)} · ${spentText(seconds)}`);
  }

  end(how: string): void {
    this.show(`${how} en ${spentText(this.clock.elapsed)}`);
  }

  private barText({ epoch, step, metrics }: StepDone): string {
    const { initialEpoch, stepsPerEpoch } = this.training;
    const full = Math.round((step / stepsPerEpoch) * barLength);
    const bar = '█'.repeat(full) + '░'.repeat(barLength - full);
    const left = this.clock.left((epoch - initialEpoch) * stepsPerEpoch + step);
    const parts = [`${this.title(epoch)} ${bar} ${step}/${stepsPerEpoch}`];
    if (step > 0) parts.push(metricsText(metrics));
    if (left !== undefined) parts.push(`reste ${durationText(left)}`);
    return parts.join(' · ');
  }

  private title(epoch: number): string {
    return `Époque ${epoch + 1}/${this.training.epochs}`;
  }

  private show(last: string): void {
    this.lastMs = this.now();
    const early = this.lines.length > mostLines ? ['…'] : [];
    const text = [...early, ...this.lines.slice(-mostLines), last].join('\n');
    const bundle = { 'text/plain': text };
    if (this.shown === undefined) this.shown = displayLive(bundle);
    else this.shown.update(bundle);
  }
}
