import { readFileSync } from 'node:fs';
import path from 'node:path';

import { datasetsFolder } from '../../data/datasets-root';
import { impossible, systemText } from '../../errors';
import type { ScenarioMeasures } from './measure-scenarios';

/** The complete profile, measured once and kept in the course, with what it takes to do it again. */
export interface RecordedScenarios {
  /** Does it again. */
  command: string;
  /** ISO 8601. */
  date: string;
  /** Where it was measured. */
  machine: { cpu: string; cores: number; memoryGB: number; os: string };
  /** Of Node, of the library with its commit, of tfjs. */
  versions: Record<string, string>;
  /** Trained on digits before, used for other digits and for clothes. */
  digits: ScenarioMeasures;
  /** Trained on ImageNet before, used for photos and for digits; little to learn from only. */
  photos: ScenarioMeasures;
}

/** Where `npm run scenarios -- --record` writes. */
export const recordedFile = (): string => path.join(datasetsFolder(), 'measured', 'scenarios.json');

/**
 * The measures that came with the course.
 *
 * @throws Error when the file is not there, or damaged
 *
 * @example
 * ```ts
 * recordedScenarios().command; // => 'npm run scenarios -- --record'
 * ```
 */
export function recordedScenarios(): RecordedScenarios {
  const file = recordedFile();
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RecordedScenarios;
  } catch (cause) {
    const why = cause instanceof SyntaxError ? 'il est abîmé' : systemText(cause);
    throw new Error(
      impossible(
        `lire les mesures livrées avec le cours, ${file}`,
        why,
        'reprenez ce fichier dans une copie du cours, ou refaites la mesure avec «\u00a0npm run scenarios -- --record\u00a0»',
      ),
      { cause },
    );
  }
}
