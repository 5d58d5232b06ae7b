// ---
// title: Projet 2, transfert sur vos images
// exercises:
//   - id: transferStudy
//     title: Projet 2, transfert sur vos images
//     points: 34
//     functions: [dataCard, evidence, claims]
//     imports: []
//     seconds: 60
//     instructor:
//       - name: Fiche de données utile et sincère
//         points: 3
//       - name: Erreurs regardées, image par image
//         points: 3
//       - name: Conclusion d’une page
//         points: 4
// ---
// %% [markdown] id=c0de9201
// # Projet 2 : transfert sur vos images
//
// Vous photographiez, ou rassemblez avec le droit de le faire, de petites classes d’images à vous, et vous mesurez ce que
// vaut un réseau déjà appris : **trois stratégies, trois graines, un seul test**. Comptez huit à dix heures, dont la moitié pour
// les images.
//
// ## Ce que vous rendez
//
// **Un seul fichier : ce carnet.** Vos images restent chez vous : le carnet en contient l’empreinte (`hash`), la classe et la
// partie, que la bibliothèque écrit. `npm run submit -- P2-transfert-sur-vos-images` en fait le zip à rendre.
//
// ## La marche à suivre
//
// 1. **Les images.** Au moins deux classes, au moins 20 images lisibles dans chacune, un dossier par classe.
// 2. **La fiche de données** (partie 1) : d’où elles viennent, avec quel droit, ce qu’elles ne montrent pas.
// 3. **Le partage.** `readPictureFolder` lit le dossier, nomme ce qui est illisible, refuse les doublons entre les parties.
// 4. **Trois stratégies** au moins, parmi : de zéro, tête seule sur des caractéristiques figées, derniers blocs, tout le réseau.
//    Pour chacune, essayez **deux réglages** au moins (taux, époques, augmentation…) et jugez-les sur les images de **validation** :
//    `study.tried(…)`.
// 5. **Le test.** Une fois le réglage choisi, et seulement alors, chaque stratégie est testée une fois par graine :
//    `study.tested(…)`, trois graines au moins, les mêmes pour toutes.
// 6. **Le tableau, la conclusion** (parties 2 et 3).
//
// ## Comment il est noté (34 points)
//
// Chaque ligne est acquise ou perdue. Rien n’est appris à nouveau : le correcteur recalcule tout à partir des prédictions.
//
// | Contrôles automatiques | Points |
// |---|---|
// | Fiche de données : chaque rubrique remplie d’une phrase au moins, chaque classe décrite | 4 |
// | Images : deux classes, 20 images dans chacune, chaque classe dans chaque partie | 3 |
// | Aucune image dans deux parties, ni deux fois dans une (par leur empreinte) | 4 |
// | Trois stratégies, trois graines, les mêmes pour toutes | 4 |
// | Le test n’a servi qu’une fois, et à rien choisir : deux réglages essayés, le meilleur en validation retenu | 4 |
// | Moyennes et intervalles à 95 % : ceux des prédictions, à un demi-point près | 3 |
// | La conclusion dit ce que dit le tableau : la meilleure stratégie, et si l’écart est établi | 2 |
//
// | Notés par l’enseignant | Points |
// |---|---|
// | **Fiche de données utile et sincère** : un inconnu saurait s’il peut s’en servir, et pour quoi non | 3 |
// | **Erreurs regardées** : au moins cinq images mal reconnues, montrées, et une explication qui se vérifie | 3 |
// | **Conclusion d’une page** : ce que vos mesures permettent de dire, ce qu’elles ne permettent pas, ce que vous feriez ensuite | 4 |
// %% id=c0de9202 role=given exercise=transferStudy
/** La fiche de données : une phrase au moins par rubrique. */
interface DataCard {
  /** D'où viennent les images : quand, où, avec quel appareil, par qui. */
  source: string;
  /** Sous quelle licence, ou avec l'accord de qui. */
  licence: string;
  /** Des personnes y sont-elles reconnaissables ? Ont-elles accepté ? */
  people: string;
  /** Ce que montre chaque classe, et où passe la limite entre deux. */
  classes: Record<string, string>;
  /** Ce que la collection montre trop, ou ne montre jamais. */
  biases: string;
  /** Ce qui a été retiré, recadré, renommé. */
  preparation: string;
  /** Pour quoi un réseau qui en a appris peut servir, et pour quoi il ne doit pas. */
  use: string;
}
interface Claims {
  /** Une ligne par stratégie : moyenne sur les graines et intervalle à 95 %, exactitudes de test de 0 à 1. */
  table: { strategy: string; mean: number; low: number; high: number }[];
  /** La stratégie de meilleure moyenne. */
  best: string;
  /** L'écart avec la deuxième est-il établi ? Oui si l'intervalle des écarts, graine par graine, ne contient pas 0. */
  certain: boolean;
}
// %% [markdown] id=c0de9203
// ## 1. La fiche de données
//
// Remplissez chaque rubrique ; dans `classes`, une ligne par dossier, sous son nom exact.
// %% id=c0de9204 role=answer exercise=transferStudy
function dataCard(): DataCard {
  // BEGIN SOLUTION
  return {
    source: 'Étude inventée par un programme, pour essayer le barème : aucune image n’existe.',
    licence: 'Sans objet : il n’y a rien à utiliser, et donc rien à autoriser.',
    people: 'Personne n’y est reconnaissable, puisque personne n’a été photographié.',
    classes: {
      clou: 'Un clou seul, posé à plat, dont la tête est visible et la tige lisse.',
      vis: 'Une vis seule, dont le filet est visible ; un clou torsadé n’en est pas une.',
    },
    biases: 'Tout y est tiré au hasard : ni l’ombre, ni le fond, ni la rouille n’y sont.',
    preparation: 'Rien n’a été retiré ni recadré.',
    use: 'Vérifier un correcteur ; surtout pas trier des vis.',
  };
  // END SOLUTION
  // STUB| return {
  // STUB|   source: '',
  // STUB|   licence: '',
  // STUB|   people: '',
  // STUB|   classes: { chat: '', chien: '' },
  // STUB|   biases: '',
  // STUB|   preparation: '',
  // STUB|   use: '',
  // STUB| };
}
// %% [markdown] id=c0de9205
// ## 2. Les mesures
//
// Ce bloc vous mène de vos images au texte qui les résume, pour une stratégie : la tête seule, sur les
// caractéristiques d’EfficientNet-Lite0. Copiez-le dans une cellule à vous, changez le nom du dossier, puis écrivez les autres stratégies de la
// même façon (leçon 2.1 : `withHead`, `unfreezeLast`). Il n’est pas noté : c’est le texte qu’il écrit qui l’est.
// %% [markdown] id=c0de9206
// ```ts
// import { readPictureFolder } from '@convolab/lib';
// import { train } from '@convolab/lib/graph';
// import * as tf from '@convolab/lib/tf';
// import { cutBefore, extractFeatures, linearHead, loadPretrained, Study } from '@convolab/lib/transfer';
// const pictures = await readPictureFolder('mes-images', { side: 256, seed: 1 });
// const study = new Study(pictures);
// const { model, prepare } = await loadPretrained('efficientnet-lite0');
// const featuresOf = async (part: 'train' | 'validation' | 'test') => ({
//   inputs: await extractFeatures(cutBefore(model), pictures[part].images, { prepare }),
//   labels: pictures[part].labels,
// });
// const [learn, choose, test] = [
//   await featuresOf('train'),
//   await featuresOf('validation'),
//   await featuresOf('test'),
// ];
// for (const seed of [1, 2, 3]) {
//   for (const learningRate of [0.01, 0.001]) {
//     const head = linearHead(learn.inputs.shape[1], pictures.classes.length, { seed });
//     const history = await train(head, learn, { epochs: 30, learningRate, seed, validation: choose });
//     const validation = history.metrics.valAccuracy.at(-1);
//     study.tried({ strategy: 'tête seule', setting: `taux ${learningRate}`, seed, validation });
//     if (learningRate === 0.01) {
//       // Seulement quand la validation a choisi ce réglage, et une fois.
//       const answers = head.predict(tf.tensor2d(test.inputs.data, test.inputs.shape)) as tf.Tensor;
//       const predictions = answers.argMax(1).dataSync();
//       study.tested({ strategy: 'tête seule', setting: `taux ${learningRate}`, seed, predictions });
//     }
//   }
// }
// console.log(study.table(), study.text());
// ```
// %% [markdown] id=c0de9207
// Collez entre les deux accents graves ce que `study.text()` a écrit, tel quel.
// %% id=c0de9208 role=answer exercise=transferStudy
function evidence(): string {
  // BEGIN SOLUTION
  let state = 12345;
  const uniform = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const labels = Array.from({ length: 80 }, (_, i) => i % 2);
  const partOf = (i: number): string => (i < 40 ? 'train' : i < 56 ? 'validation' : 'test');
  const images = labels.map((label, i) => [`image-inventee-${i}`, label, partOf(i)]);
  const tested = labels.slice(56);
  const trials: object[] = [];
  const tests: object[] = [];
  for (const [strategy, quality] of [
    ['de zéro', 0.6],
    ['tête seule', 0.9],
    ['derniers blocs', 0.92],
  ] as const) {
    for (const seed of [1, 2, 3]) {
      for (const setting of ['taux 0,1', 'taux 0,01']) {
        const bonus = setting === 'taux 0,01' ? 0.04 : 0;
        trials.push({ strategy, setting, seed, validation: quality + bonus });
      }
      const predictions = tested.map((label) => (uniform() < quality ? label : 1 - label));
      tests.push({ strategy, setting: 'taux 0,01', seed, predictions: predictions.join(' ') });
    }
  }
  return JSON.stringify({ classes: ['clou', 'vis'], images, trials, tests });
  // END SOLUTION
  // STUB| return ``;
}
// %% [markdown] id=c0de9209
// ## 3. Ce que vous concluez
//
// Recopiez le tableau (`study.table()` donne moyenne et intervalle), nommez la meilleure stratégie, et dites si l’écart avec la
// deuxième est établi : prenez, graine par graine, la différence des deux exactitudes, et l’intervalle à 95 % de ces
// différences. S’il contient 0, vos mesures ne les départagent pas.
// %% id=c0de920a role=answer exercise=transferStudy
function claims(): Claims {
  // BEGIN SOLUTION
  const { images, tests } = JSON.parse(evidence()) as {
    images: [string, number, string][];
    tests: { strategy: string; predictions: string }[];
  };
  const right = images.filter(([, , part]) => part === 'test').map(([, label]) => label);
  const interval = (values: number[]) => {
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    const spread =
      values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
    const half = 4.303 * Math.sqrt(spread / values.length);
    return { mean, low: mean - half, high: mean + half };
  };
  const accuracies = new Map<string, number[]>();
  for (const { strategy, predictions } of tests) {
    const hits = predictions.split(' ').filter((p, i) => Number(p) === right[i]).length;
    accuracies.set(strategy, [...(accuracies.get(strategy) ?? []), hits / right.length]);
  }
  const table = [...accuracies].map(([strategy, values]) => ({ strategy, ...interval(values) }));
  const [first, second] = [...table].sort((a, b) => b.mean - a.mean);
  const gaps = accuracies
    .get(first.strategy)!
    .map((value, i) => value - accuracies.get(second.strategy)![i]);
  return { table, best: first.strategy, certain: interval(gaps).low > 0 };
  // END SOLUTION
  // STUB| return { table: [{ strategy: '', mean: 0, low: 0, high: 0 }], best: '', certain: false };
}
// %% [markdown] id=c0de920b
// ## 4. Les erreurs, et la conclusion
//
// Écrivez ici, dans des cellules à vous : au moins cinq images de test mal reconnues, montrées, avec ce que vous en comprenez ;
// puis une page de conclusion.
