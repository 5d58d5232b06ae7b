import { studentInterval } from '@convolab/lib/transfer';
import { assertSame, criterion, exercise, Mismatch } from '@convolab/grader/spec';
import { readRecord, type StudyRecord } from './P2-transfert-sur-vos-images/record';
import { accuraciesOf, gapInterval } from './P2-transfert-sur-vos-images/measures';

type Names = 'dataCard' | 'evidence' | 'claims';

/** Of accuracies from 0 to 1: the table is copied with two or three digits. */
const halfPoint = 0.005;
/** A sentence. */
const shortest = 20;

const refuse = (found: string): never => {
  throw new Mismatch(found, 'value');
};

/** 24 points; the statement says each of them, and a person marks the other 10. Nothing is learned again here. */
exercise<'transferStudy', Names>('transferStudy', ({ student }) => {
  const record = async (): Promise<StudyRecord> => readRecord(await student.evidence());

  criterion('Fiche de données remplie', 4, () => {
    it('a une phrase au moins par rubrique et par classe', async () => {
      const card = (await student.dataCard()) as Record<string, unknown> | undefined;
      const { classes } = await record();
      const described = (card?.['classes'] ?? {}) as Record<string, unknown>;
      const missing = [
        ...['source', 'licence', 'people', 'biases', 'preparation', 'use'].filter(
          (name) => !isSentence(card?.[name]),
        ),
        ...classes.filter(
          (name) => !Object.hasOwn(described, name) || !isSentence(described[name]),
        ),
      ];
      if (missing.length > 0) refuse(`À remplir d’une phrase : ${missing.join(', ')}.`);
    });
  });

  criterion('Assez d’images, dans chaque partie', 3, () => {
    it('il y en a 20 par classe, et de chaque classe dans chaque partie', async () => {
      const { classes, images } = await record();
      if (classes.length < 2) refuse('Il faut deux classes au moins.');
      for (const [label, name] of classes.entries()) {
        const own = images.filter(([, each]) => each === label);
        if (own.length < 20)
          refuse(`La classe « ${name} » a ${own.length} images ; il en faut 20.`);
        for (const part of ['train', 'validation', 'test']) {
          if (!own.some(([, , each]) => each === part)) {
            refuse(`La classe « ${name} » n’a aucune image dans la partie ${part}.`);
          }
        }
      }
    });
  });

  criterion('Aucune image deux fois', 4, () => {
    it('ni dans deux parties, ni dans deux classes, ni deux fois dans une', async () => {
      const { images } = await record();
      const firsts = new Map<string, string>();
      for (const [hash, , part] of images) {
        const first = firsts.get(hash);
        if (first !== undefined) refuse(`La même image est dans ${first} et dans ${part}.`);
        firsts.set(hash, part);
      }
    });
  });

  criterion('Trois stratégies, trois graines', 4, () => {
    it('toutes les stratégies sont testées avec les mêmes graines', async () => {
      const { tests } = await record();
      const bySeeds = new Map<string, number[]>();
      for (const { strategy, seed } of tests) {
        bySeeds.set(strategy, [...(bySeeds.get(strategy) ?? []), seed]);
      }
      if (bySeeds.size < 3) refuse(`Stratégies testées : ${bySeeds.size} ; il en faut trois.`);
      const [seeds = []] = bySeeds.values();
      for (const [strategy, own] of bySeeds) {
        const different = new Set(own).size;
        if (different < 3)
          refuse(`« ${strategy} » : graines testées, ${different} ; il en faut trois.`);
        if (sorted(own) !== sorted(seeds))
          refuse(`« ${strategy} » a d’autres graines que la première.`);
      }
    });
  });

  criterion('Le test n’a servi qu’une fois, et à rien choisir', 4, () => {
    it('une stratégie n’est testée qu’une fois par graine, avec un seul réglage', async () => {
      const { tests } = await record();
      const done = new Set<string>();
      for (const { strategy, setting, seed } of tests) {
        const key = JSON.stringify([strategy, seed]);
        if (done.has(key)) refuse(`« ${strategy} », graine ${seed} : le test a servi deux fois.`);
        done.add(key);
        const settings = new Set(
          tests.filter((t) => t.strategy === strategy).map((t) => t.setting),
        );
        if (settings.size > 1) refuse(`« ${strategy} » : deux réglages testés (« ${setting} »…).`);
      }
      if (done.size === 0) refuse('Aucun test n’est noté.');
    });
    it('le réglage testé est le meilleur des deux au moins qui ont été essayés en validation', async () => {
      const { tests, trials } = await record();
      if (tests.length === 0) refuse('Aucun test n’est noté.');
      for (const strategy of new Set(tests.map((test) => test.strategy))) {
        const own = trials.filter((trial) => trial.strategy === strategy);
        const means = new Map<string, number>();
        for (const setting of new Set(own.map((trial) => trial.setting))) {
          const values = own.filter((trial) => trial.setting === setting).map((t) => t.validation);
          means.set(setting, values.reduce((a, b) => a + b, 0) / values.length);
        }
        if (means.size < 2)
          refuse(`« ${strategy} » : réglages essayés en validation, ${means.size}.`);
        const chosen = tests.find((test) => test.strategy === strategy)!.setting;
        const best = Math.max(...means.values());
        if ((means.get(chosen) ?? -1) < best - 1e-9) {
          refuse(
            `« ${strategy} » : « ${chosen} » a été testé, et un autre réglage est meilleur en validation.`,
          );
        }
      }
    });
  });

  criterion('Moyennes et intervalles du tableau', 3, () => {
    it('sont ceux des prédictions, à un demi-point près', async () => {
      const accuracies = accuraciesOf(await record());
      const right = [...accuracies].map(([strategy, values]) => {
        const { mean, low, high } = studentInterval(values);
        return { strategy, mean, low, high };
      });
      const { table } = (await student.claims()) as {
        table?: ({ strategy: string } | undefined)[];
      };
      const own = right.map(({ strategy }) => table?.find((row) => row?.strategy === strategy));
      assertSame(own, right, { tolerance: halfPoint });
      if (table!.length !== right.length) refuse('Le tableau a une ligne sans prédictions.');
    });
  });

  criterion('La conclusion dit ce que dit le tableau', 2, () => {
    it('nomme la meilleure stratégie, et dit si l’écart est établi', async () => {
      const accuracies = [...accuraciesOf(await record())].map(([strategy, values]) => ({
        strategy,
        values,
        ...studentInterval(values),
      }));
      accuracies.sort((a, b) => b.mean - a.mean);
      const [first, second] = accuracies;
      if (first === undefined || second === undefined) return refuse('Il faut deux stratégies.');
      const { best, certain } = (await student.claims()) as { best?: unknown; certain?: unknown };
      const tied = accuracies.filter(({ mean }) => mean > first.mean - 1e-9);
      if (!tied.some(({ strategy }) => strategy === best)) {
        refuse('La meilleure moyenne du tableau est celle d’une autre stratégie.');
      }
      assertSame(certain, gapInterval(first.values, second.values).low > 0);
    });
  });
});

const isSentence = (text: unknown): boolean =>
  typeof text === 'string' && text.trim().length >= shortest && /\s/.test(text.trim());

const sorted = (seeds: readonly number[]): string => [...seeds].sort((a, b) => a - b).join();
