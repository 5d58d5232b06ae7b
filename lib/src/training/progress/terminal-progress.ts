import { SingleBar } from 'cli-progress';

import { Clock } from './clock';
import type { EpochDone, Progress, StepDone, TrainingBegins } from './progress';
import { durationText, metricsText, spentText } from './words';

/** Shows a training in a terminal: a bar for the epoch that runs, a line for each that is done. */
export class TerminalProgress implements Progress {
  private bar: SingleBar | undefined;
  private training: TrainingBegins = { initialEpoch: 0, epochs: 0, stepsPerEpoch: 1 };
  private clock = new Clock(1);

  constructor(private readonly stream: NodeJS.WriteStream = process.stderr) {}

  begin(training: TrainingBegins): void {
    this.training = training;
    this.clock = new Clock((training.epochs - training.initialEpoch) * training.stepsPerEpoch);
  }

  step({ epoch, step, metrics }: StepDone): void {
    const { initialEpoch, stepsPerEpoch } = this.training;
    const left = this.clock.left((epoch - initialEpoch) * stepsPerEpoch + step) ?? 0;
    const payload = {
      title: this.title(epoch),
      text: metricsText(metrics),
      left: durationText(left),
    };
    if (this.bar === undefined) {
      this.bar = new SingleBar({
        stream: this.stream,
        format: '{title} {bar} {value}/{total} · {text} · reste {left}',
        barsize: 24,
        barCompleteChar: '█',
        barIncompleteChar: '░',
        clearOnComplete: true,
        // The cursor is given back by cli-progress on SIGINT only when it knows of the signal.
        gracefulExit: true,
      });
      this.bar.start(stepsPerEpoch, step, payload);
    } else {
      this.bar.update(step, payload);
    }
  }

  epoch({ epoch, metrics, seconds }: EpochDone): void {
    this.stop();
    this.write(`${this.title(epoch)}\u00a0: ${metricsText(metrics)} · ${spentText(seconds)}`);
  }

  end(how: string): void {
    this.stop();
    this.write(`${how} en ${spentText(this.clock.elapsed)}`);
  }

  private stop(): void {
    this.bar?.stop();
    this.bar = undefined;
  }

  private title(epoch: number): string {
    return `Époque ${epoch + 1}/${this.training.epochs}`;
  }

  private write(line: string): void {
    this.stream.write(`${line}\n`);
  }
}
