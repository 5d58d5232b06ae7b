import { warn, say } from '../lib/log.mjs';
import { readJson, writeWhole } from '../lib/files.mjs';
import { inCache } from '../lib/paths.mjs';
import { isComplete, manifest } from '../datasets/manifest.mjs';
import { fetchDataset } from '../datasets/fetch.mjs';

/** What could not be had last time: { id: reason }. `npm start` does not try again each day of a closed network. */
const missing = inCache('datasets-missing.json');
export const missingDatasets = () => readJson(missing) ?? {};

/** An optional one is wanted where it is asked for, the others unless they could not be had last time. */
const wanted = ({ retry, extra = [] }) =>
  manifest().filter(
    (entry) =>
      !isComplete(entry) &&
      (entry.optional ? extra.includes(entry.id) : retry || !(entry.id in missingDatasets())),
  );

export const datasets = {
  name: 'datasets',
  title: 'Télécharger les données des leçons',
  needed: (o) => wanted(o).length > 0,
  says(o) {
    const entries = wanted({ ...o, retry: true });
    return {
      downloadMB: Math.round(sum(entries.map((entry) => entry.bytes)) / 1e6),
      diskMB: Math.round(sum(entries.flatMap((entry) => entry.files.map((f) => f.bytes))) / 1e6),
      minutes: 0.5,
    };
  },
  /** Data are never a reason to stop: what is missing is said, and what still works without it. */
  async run(o) {
    const failed = { ...missingDatasets() };
    for (const entry of wanted(o)) {
      try {
        await fetchDataset(entry);
        delete failed[entry.id];
        say(`   ${entry.title} : fait.`);
      } catch (error) {
        if (!entry.optional) failed[entry.id] = error.message.split('\n')[0];
        warn(
          `${entry.title} : ces données n’ont pas pu être obtenues.\n${error.message}\n` +
            `Sans elles : ${entry.without}.\nPour réessayer : ${howToGet(entry)}`,
        );
      }
    }
    writeWhole(missing, JSON.stringify(failed, null, 2));
  },
};

/** The command that fetches a data set. */
export const howToGet = ({ id, optional }) =>
  optional ? `npm run setup -- --with ${id}` : 'npm run setup';

const sum = (numbers) => numbers.reduce((total, x) => total + x, 0);
