// ---
// title: Apprendre de zéro, transférer, affiner
// ---
// %% [markdown] id=t0titre1
// # 2.1 Apprendre de zéro, transférer, affiner
//
// **Vous avez dix images par classe. Faut-il vraiment tout apprendre, quand d’autres ont déjà appris à voir ?**
//
// Au chapitre 1, chaque réseau partait de poids tirés au hasard et avait des milliers d’images. Dans la vie, on a rarement les
// images, et rarement la machine. Mais un réseau qui a appris **autre chose** sait déjà reconnaître des bords, des coins, des
// textures. Cette leçon montre comment s’en servir, ce que l’on y gagne, et le piège où tout le monde tombe une fois.
//
// À la fin, vous saurez :
//
// - estimer ce que coûte un entraînement de zéro, avant de le lancer ;
// - mesurer ce qu’un réseau pré-entraîné fait gagner, selon le nombre d’images ;
// - en faire un extracteur figé, et apprendre une tête en une fraction de seconde ;
// - l’affiner : choisir ce qui apprend, et à quel pas ;
// - tenir ses normalisations tranquilles ;
// - faire nommer une photo, la vôtre aussi, par un réseau entraîné sur ImageNet.
//
// Lecture : environ 37 minutes, réponses comprises. La fin de la partie 3 est une bonne pause. À chaque question
// « **Prédire** », remplacez `null` par votre réponse, exécutez la cellule, puis les suivantes.
// %% [markdown] id=t0souven
// ## Avant de commencer : trois souvenirs
//
// Répondez de tête, puis dépliez.
//
// **1.** (Leçon 1.6) Que rend la rétropropagation ?
//
// <details><summary>Réponse</summary>
//
// Le gradient de la perte par rapport à **chaque poids**, en un aller et un retour.
//
// </details>
//
// **2.** (Leçon 1.9) Avec quelles moyennes une normalisation par lot travaille-t-elle à l’entraînement ? Et à l’usage ?
//
// <details><summary>Réponse</summary>
//
// À l’entraînement, avec celles du lot ; à l’usage, avec ses moyennes glissantes, relevées pendant l’entraînement.
//
// </details>
//
// **3.** (Leçon 1.11) À quoi ressemblent les filtres de la première couche d’un réseau entraîné ?
//
// <details><summary>Réponse</summary>
//
// À des bords, des raies, des taches : rien qui soit propre aux classes apprises.
//
// </details>
// %% id=t0import role=given
import { rmSync } from 'node:fs';
import {
  byProfile, checkPrediction, gradCam, lineProfile, loadFashionMnist, loadMnist, measuredLines,
  photo, pickImages, readImage, transferRoutes, useProfile, type LabelledImages,
} from '@convolab/lib';
import { train } from '@convolab/lib/graph';
import {
  alexNet, describe, efficientNet, googLeNet, onPaper, resNet, seeded, smallResNet, vgg,
} from '@convolab/lib/models';
import * as tf from '@convolab/lib/tf';
import {
  blocksOf, cutBefore, extractFeatures, freeze, hasPretrained, linearHead, loadPretrained,
  topClasses, unfreezeLast, withHead,
} from '@convolab/lib/transfer';
// useProfile('complet'); // sans les deux barres : plus de graines, quelques minutes
// %% [markdown] id=t1mark01 items=116
// ## 1. De zéro : ce que cela coûte
//
// Entraîner **de zéro** (*from scratch*), c’est tirer les poids **au hasard**, puis les corriger, pas après pas, jusqu’à ce que la
// perte soit petite : ce que vous avez fait dans toutes les leçons. Combien cela coûte-t-il ?
//
// Comptons en multiplications. Pour **une** couche dense de 4 entrées et 3 sorties, à l’aller : 4 × 3. Au retour, il faut le gradient
// des poids, **et** celui des entrées, pour les couches d’avant.
//
// **Prédire.** Un pas d’entraînement (aller et retour) fait combien de fois les multiplications d’un aller ?
// %% id=t1backq1 role=free items=116
const predictTimes: number | null = null; // ← un nombre
// %% id=t1back01 items=116
const [entries, exits] = [4, 3];
const products = { forward: 0, ofWeights: 0, ofEntries: 0 };
for (let i = 0; i < entries; i++) {
  for (let j = 0; j < exits; j++) {
    products.forward++; //   y[j]     += x[i] × w[i][j]
    products.ofWeights++; // dw[i][j]  = x[i] × dy[j]
    products.ofEntries++; // dx[i]    += w[i][j] × dy[j]
  }
}
const all = products.forward + products.ofWeights + products.ofEntries;
// %% id=t1back02 items=116 tags=replie
checkPrediction(predictTimes, all / products.forward,
  `Un aller, plus deux fois autant au retour. Une convolution n’y change rien : chaque produit de
l’aller en a deux au retour. Erreur fréquente : 2, en oubliant le gradient des entrées.`);
// %% [markdown] id=t1cost00 items=116
// D’où une règle simple, à écrire **avant** de lancer un entraînement :
//
// $$\text{coût} \approx 3 \times \text{multiplications d’un aller} \times \text{images} \times \text{époques}$$
//
// Essayons sur un petit réseau, que toute la leçon va reprendre. Il apprend à distinguer les chiffres **0 à 4**.
// %% id=t1net001 items=116
const conv = (k: number, filters: number, rest = {}) => [
  tf.layers.conv2d({ ...rest, filters: filters, kernelSize: 3, padding: 'same',
    activation: 'relu', name: `block${k}_conv` }),
  tf.layers.maxPooling2d({ poolSize: 2, name: `block${k}_pool` }),
];
const build = (seed: number) => seeded(seed, () => tf.sequential({ layers: [
  ...conv(1, 8, { inputShape: [28, 28, 1] }), ...conv(2, 16), ...conv(3, 32),
  tf.layers.flatten({ name: 'flatten' }),
  tf.layers.dense({ units: 5, activation: 'softmax', name: 'predictions' }),
] }));
const macs = describe(build(1)).totals.macs;
console.log('un aller :', macs, 'multiplications ;', build(1).countParams(), 'paramètres');
// %% id=t1data01 items=116
const digits = loadMnist({ train: 32_000, test: 4000 });
/** n images de chacune des cinq classes à partir de `first` ; leurs étiquettes repartent de 0. */
const five = (from: LabelledImages, first: number, n: number, skip = 0): LabelledImages => {
  const seen = [0, 0, 0, 0, 0];
  const places = [...from.labels.keys()].filter((i) => {
    const rank = seen[from.labels[i] - first]++; // NaN pour les autres classes
    return rank >= skip && rank < skip + n;
  });
  const { images, labels } = pickImages(from, places);
  return { images: images, labels: labels.map((label) => label - first) };
};
const source = five(digits.train, 0, 3000);
// %% id=t1learn1 items=116 tags=mesure
const accuracy = (model: tf.LayersModel, on: LabelledImages) => tf.tidy(() => {
  const answers = model.predict(tf.toTensor(on.images), { batchSize: 500 }) as tf.Tensor;
  const said = answers.argMax(-1).dataSync();
  return on.labels.filter((label, i) => said[i] === label).length / on.labels.length;
});
const pretrained = build(1);
const epochs = 5;
const { seconds } = await train(pretrained, source,
  { epochs: epochs, batchSize: 32, learningRate: 0.002, progress: false });
const perSecond = 3 * macs * source.labels.length * epochs / seconds;
console.log(`${seconds.toFixed(1)} s, soit ${(perSecond / 1e9).toFixed(1)} milliards par seconde`);
// %% id=t1learn2 items=116
const known = accuracy(pretrained, five(digits.test, 0, 380));
console.log('0 à 4, sur des images jamais vues : au-dessus de 95 % :', known > 0.95);
// %% [markdown] id=t1big001 items=116
// Le même calcul pour ResNet-50 sur ImageNet : 1,28 million d’images, 120 époques (600 000 pas de 256 images, article de 2015).
//
// **Prédire.** À la vitesse que nous venons de mesurer, sur **cette** machine, cela prendrait des `'heures'`, des `'semaines'` ou des
// `'années'` ?
// %% id=t1bigq01 role=free items=116
const predictLength: string | null = null; // ← 'heures', 'semaines' ou 'années'
// %% id=t1big002 items=116
const big = describe(onPaper(() => resNet({ depth: 50 }))).totals.macs;
const cost = 3 * big * 1.28e6 * 120;
const days = cost / perSecond / 86_400;
// %% id=t1big003 items=116 tags=replie
checkPrediction(predictLength, days > 250 ? 'années' : days > 5 ? 'semaines' : 'heures',
  `Près de deux milliards de milliards de multiplications. Une carte graphique va des milliers de
fois plus vite ; il lui faut tout de même des jours. Erreur fréquente : sous-estimer, parce
que notre petit réseau apprend en quelques secondes.`);
// %% id=t1big004 items=116
console.log('multiplications :', cost.toExponential(2));
console.log('notre petit réseau :', (3 * macs * source.labels.length * epochs).toExponential(2));
// %% [markdown] id=t2mark01 items=116
// ## 2. Transférer : ne pas repartir de rien
//
// Nouvelle tâche : les chiffres **5 à 9**. Le réseau n’en a vu aucun. Gardons pourtant ses convolutions, et ne remplaçons que sa dernière
// couche, la **tête**, qui ne connaissait que 0 à 4. C’est le **transfert d’apprentissage** (*transfer learning*) : partir d’un
// réseau entraîné sur une tâche semblable, au lieu du hasard.
// %% id=t2route1 items=116
const fresh = build(2);
const reused = withHead(cutBefore(pretrained), 5);
transferRoutes({
  'Pré-entraînement': { model: build(1), data: 'chiffres 0 à 4|3 000 par classe' },
  'De zéro': { model: fresh, data: 'chiffres 5 à 9|peu d’images' },
  'Transfert': { model: reused, data: 'chiffres 5 à 9|peu d’images', copied: true },
});
// %% [markdown] id=t2e31000 items=116
// > ⚠ **Erratum du support.** « Le transfert d’apprentissage (fine-tuning) » prend une partie pour le tout : l’**affinage** (*fine-tuning*) est
// > **une** façon de transférer ; figer le réseau et n’apprendre qu’une tête en est une autre (parties 3 et 4). Et l’on ne
// > « forme » pas un modèle : on l’**entraîne** (*to train*).
//
// Comparons honnêtement : même réseau, mêmes images, même nombre de pas, trois graines (d’autres images, d’autres poids de départ).
//
// **Prédire.** Avec **10** images par classe, qui l’emporte sur des images jamais vues : `'zéro'` ou `'transfert'` ?
// %% id=t2fewq01 role=free items=116
const predictFew: string | null = null; // ← 'zéro' ou 'transfert'
// %% id=t2run001 items=116
const sizes = [3, 10, 30, 100, 1000]; // images par classe
const seeds = byProfile({ rapide: [1, 2, 3], complet: [1, 2, 3, 4, 5] });
const exam = five(digits.test, 5, 340);
const learn = async (model: tf.LayersModel, data: LabelledImages, seed: number, rest = {}) =>
  (await train(model, data, { epochs: Math.max(1, Math.round(5000 / data.labels.length)),
    batchSize: Math.min(25, data.labels.length), learningRate: 0.002, seed: seed,
    progress: false, ...rest })).seconds;
const starts = {
  'de zéro': (seed: number) => build(10 + seed),
  'transfert': (seed: number) => withHead(cutBefore(pretrained), 5, { seed: seed }),
};
// %% id=t2run002 items=116
const curves: Record<string, number[][]> = { 'de zéro': [], 'transfert': [] };
const times: Record<string, number[][]> = { 'de zéro': [], 'transfert': [] };
for (const seed of seeds) {
  for (const [name, start] of Object.entries(starts)) {
    const [reached, took]: [number[], number[]] = [[], []];
    for (const n of sizes) {
      const model = start(seed);
      took.push(await learn(model, five(digits.train, 5, n, n * (seed - 1)), seed));
      reached.push(100 * accuracy(model, exam));
    }
    curves[name].push(reached);
    times[name].push(took);
  }
}
// %% id=t2fewk01 items=116
const mean = (list: number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
const at = (name: string, n: number) => mean(curves[name].map((run) => run[sizes.indexOf(n)]));
// %% id=t2fewk02 items=116 tags=replie
checkPrediction(predictFew, at('transfert', 10) > at('de zéro', 10) ? 'transfert' : 'zéro',
  `Les filtres appris sur 0 à 4 (des bords, des raies, des boucles) servent tels quels. De zéro, 50
images doivent enseigner à la fois à voir et à classer. Erreur fréquente : croire qu’un réseau
ne sait rien de ce qu’il n’a jamais vu.`);
// %% [markdown] id=t2gapq00 items=116
// **Prédire.** Avec **1 000** images par classe au lieu de 3, l’écart entre les deux est-il `'plus petit'`, `'pareil'` ou `'plus grand'` ?
// %% id=t2gapq01 role=free items=116
const predictGap: string | null = null; // ← 'plus petit', 'pareil' ou 'plus grand'
// %% id=t2gap001 items=116
const gapAt = (n: number) => at('transfert', n) - at('de zéro', n);
const change = gapAt(1000) - gapAt(3);
// %% id=t2gap002 items=116 tags=replie
checkPrediction(predictGap, change < -2 ? 'plus petit' : change > 2 ? 'plus grand' : 'pareil',
  `Avec assez d’images, de zéro suffit presque : l’avance ne vaut que ce que l’on n’a pas les moyens
d’apprendre. Erreur fréquente : croire que l’avance reste la même.`);
// %% id=t2curve1 items=116
measuredLines(curves, { at: sizes, logX: true, x: 'images par classe', bands: true,
  y: 'exactitude, en %', title: 'Chiffres 5 à 9, sur 1 700 images jamais vues' });
// %% id=t2curve2 items=116
console.log('3 par classe : le transfert gagne au moins 3 points :', gapAt(3) > 3);
console.log('1 000 par classe : l’écart est d’au plus 3 points :', Math.abs(gapAt(1000)) < 3);
const enough = (name: string) => sizes.find((n) => at(name, n) > 89);
console.log('images par classe pour dépasser 89 % : transfert', enough('transfert'),
  '; de zéro', enough('de zéro'));
// %% [markdown] id=t2time00 items=116
// Regardez aussi les **bandes** : avec 3 images par classe, celles que l’on a tirées comptent autant que la méthode. Un seul essai ne prouve rien.
//
// Et le temps ? Toutes ces durées sont celles du même nombre de pas : transférer n’accélère pas un pas. Il en faut moins, d’images comme
// de pas, pour le même résultat ; et l’on verra qu’en gelant, un pas coûte moins.
// %% id=t2time01 items=116 tags=mesure
for (const [name, runs] of Object.entries(times)) {
  const each = sizes.map((n, i) => `${n} : ${mean(runs.map((run) => run[i])).toFixed(1)} s`);
  console.log(name.padEnd(9), each.join(' ; '));
}
// %% [markdown] id=t2learn0 items=116
// La même chose au fil des époques, avec 30 images par classe : qui part d’un réseau entraîné part de plus haut, et arrive plus tôt.
// %% id=t2learn1 items=116
const course = async (model: tf.LayersModel) => (await train(model, five(digits.train, 5, 30),
  { epochs: 20, batchSize: 25, learningRate: 0.002, validation: exam, progress: false }))
  .metrics.valAccuracy.map((part) => 100 * part);
const byEpoch = { 'de zéro': await course(build(11)),
  'transfert': await course(starts.transfert(1)) };
const first80 = (name: 'de zéro' | 'transfert') => 1 + byEpoch[name].findIndex((a) => a > 80);
console.log('le transfert passe 80 % avant :', first80('transfert') < first80('de zéro'));
// %% id=t2learn2 items=116
lineProfile(byEpoch, { title: 'Exactitude sur des images jamais vues', x: 'époque', y: '%',
  first: 1 });
// %% [markdown] id=t2when00 items=116
// **Quand transférer ?** Le support répond : peu de données, ou peu de moyens. Nos courbes sont d’accord, avec une condition, qu’il
// met dans le mot « similaire » : que ce qui a été appris **ressemble** à ce que l’on veut. La [leçon 2.2](2.2-scenarios.ipynb) mesure ce qui arrive sinon.
// %% [markdown] id=t3mark01 items=117
// ## 3. Figer : le réseau comme extracteur
//
// La façon la plus simple de transférer : ne toucher à **rien** de ce qui a été appris. On ôte la tête (sur ImageNet, la couche qui rend 1 000
// scores) ; ce qui en sort encore, pour chaque image, est une liste de nombres, ses **caractéristiques** (*features*). On les calcule une fois,
// et l’on n’apprend que la tête neuve.
//
// **Prédire.** Combien de nombres reçoit la dernière couche de ResNet-50 ? (Ses dernières cartes : 7 × 7 × 2048, puis une moyenne par
// carte.)
// %% id=t3sizeq1 role=free items=117
const predictSize: number | null = null; // ← un entier
// %% id=t3size01 items=117
const families = {
  'AlexNet': () => alexNet(), 'VGG-16': () => vgg(), 'ResNet-50': () => resNet({ depth: 50 }),
  'GoogLeNet': () => googLeNet(), 'EfficientNet-B0': () => efficientNet(),
};
const sizeOf = (make: () => tf.LayersModel) =>
  onPaper(() => Number(cutBefore(make()).outputs[0].shape[1])); // sans place pour les poids
// %% id=t3size02 items=117 tags=replie
checkPrediction(predictSize, sizeOf(families['ResNet-50']),
  `Une moyenne par carte : 2048 cartes, 2048 nombres. Erreur fréquente : 7 × 7 × 2048, ce qui
entrait dans la moyenne.`);
// %% id=t3size03 items=117
for (const [name, make] of Object.entries(families)) {
  console.log(name.padEnd(15), ':', sizeOf(make), 'caractéristiques');
}
// %% [markdown] id=t3head00 items=117
// **Prédire.** Sur ces 2048 caractéristiques, une tête neuve de **5** classes a combien de paramètres, biais compris ?
// %% id=t3headq1 role=free items=117
const predictHead: number | null = null; // ← un entier, ou un calcul
// %% id=t3head01 items=117 tags=replie
checkPrediction(predictHead, linearHead(2048, 5).countParams(),
  `2048 × 5 + 5. Contre 25 millions pour le réseau entier : c’est pourquoi quelques images
suffisent. Erreur fréquente : oublier les 5 biais.`);
// %% [markdown] id=t3feat00 items=117
// Faisons-le : 30 images par classe. `cutBefore` coupe, `extractFeatures` calcule (et **garde sur le disque** : la même question, reposée,
// ne se calcule plus), `linearHead` est la tête.
// %% id=t3feat01 items=117
const few = five(digits.train, 5, 30);
const base = freeze(cutBefore(pretrained));
const features = await extractFeatures(base, few.images, { progress: false });
console.log(few.images.shape, '→', features.shape);
const head = linearHead(features.shape[1], 5);
const labelled = { inputs: features, labels: few.labels };
await train(head, labelled, { epochs: 100, batchSize: 25, learningRate: 0.005, progress: false });
const whole = withHead(base, head); // le réseau figé, puis la tête qui a appris
console.log('au-dessus de 80 % sur des images jamais vues :', accuracy(whole, exam) > 0.8);
// %% id=t3same01 items=117
const answers = (model: tf.LayersModel, input: tf.Tensor) =>
  [...(model.predict(input) as tf.Tensor).dataSync()];
const direct = answers(whole, tf.toTensor(few.images));
const throughFeatures = answers(head, tf.toTensor(features));
const worst = Math.max(...direct.map((value, i) => Math.abs(value - throughFeatures[i])));
console.log('par les images ou par les caractéristiques, la même réponse :', worst < 1e-4);
// %% [markdown] id=t3costq0 items=117
// Pourquoi est-ce si rapide ? Affiner **tout** le réseau pendant 100 époques coûte 3 × (un aller) × images × 100. Extraire, puis apprendre
// la tête, coûte **un** aller par image ; la tête, elle, ne compte presque pas.
//
// **Prédire.** Combien de fois moins ?
// %% id=t3costq1 role=free items=117
const predictSaving: number | null = null; // ← un nombre
// %% id=t3cost01 items=117
const tuningCost = 3 * macs * few.labels.length * 100;
const extractionCost = macs * few.labels.length;
// %% id=t3cost02 items=117 tags=replie
checkPrediction(predictSaving, tuningCost / extractionCost,
  `3 × 100. Le prix : les caractéristiques ne changeront plus, même si une image est retournée ou
éclaircie ; et si elles ne conviennent pas, la tête n’y peut rien. Erreur fréquente : 100, en
oubliant le retour.`);
// %% id=t3cache1 items=117 tags=mesure
const timed = async (work: () => Promise<unknown>) => {
  const start = performance.now();
  await work();
  return `${(performance.now() - start).toFixed(0)} ms`;
};
const many = five(digits.train, 5, 500);
const ask = () => extractFeatures(base, many.images, { progress: false });
console.log('la première fois :', await timed(ask), '; la seconde, lue :', await timed(ask));
// %% [markdown] id=t4mark01 items=117
// ## 4. Affiner : jusqu’où, et à quel pas
//
// **Affiner** (*fine-tuning*), c’est poursuivre la rétropropagation dans le réseau pré-entraîné : dans toutes ses couches, ou seulement dans les
// dernières.
//
// > ⚠ **Erratum du support.** Il écrit : « régler avec précision toutes les couches, ou […] affiner toutes les couches ou seulement les
// > couches supérieures ». Le texte d’origine (notes du cours CS231n de Stanford) dit : affiner **toutes** les couches, ou en **garder
// > gelées** les premières et n’affiner que les plus hautes. Et sa troisième rubrique, « Modèle pré-entraînés » (sic), n’est pas un
// > scénario : c’est la **ressource** dont les deux autres partent.
//
// `unfreezeLast(model, k)` laisse apprendre les k derniers **blocs**, tête comprise, et gèle le reste.
// %% id=t4block1 items=117
const copy = (k: number, seed = 1) =>
  unfreezeLast(withHead(cutBefore(pretrained), 5, { seed: seed }), k);
console.log('les blocs :', blocksOf(copy(1)).join(', '));
transferRoutes({
  'De zéro': { model: fresh, data: 'peu d’images' },
  'La tête seule': { model: copy(1), data: 'peu d’images', copied: true },
  'Les deux derniers blocs': { model: copy(2), data: 'peu d’images', copied: true },
  'Tout': { model: copy(4), data: 'peu d’images', copied: true },
});
// %% [markdown] id=t4sweep0 items=117
// Deux tâches, 50 images par classe : les chiffres 5 à 9, et cinq vêtements, qui ressemblent moins à des chiffres.
//
// **Prédire.** Pour laquelle gagne-t-on le plus à affiner, au lieu de n’apprendre que la tête : `'chiffres'` ou `'vêtements'` ?
// %% id=t4sweepq role=free items=117
const predictTask: string | null = null; // ← 'chiffres' ou 'vêtements'
// %% id=t4sweep1 items=117
const depths = [1, 2, 3, 4];
const clothes = loadFashionMnist({ train: 3000, test: 2000 });
const tasks = { 'chiffres 5 à 9': [digits.train, exam, 5],
  'vêtements': [clothes.train, five(clothes.test, 0, 170), 0] } as const;
// %% id=t4sweepr items=117
const sweep: Record<string, number[][]> = { 'chiffres 5 à 9': [], 'vêtements': [] };
const sweepTimes: number[][] = [];
for (const seed of seeds) {
  for (const [task, [pool, test, first]] of Object.entries(tasks)) {
    const [reached, took]: [number[], number[]] = [[], []];
    for (const k of depths) {
      const model = copy(k, seed);
      took.push(await learn(model, five(pool, first, 50, 50 * (seed - 1)), seed));
      reached.push(100 * accuracy(model, test));
    }
    sweep[task].push(reached);
    sweepTimes.push(took);
  }
}
// %% id=t4sweep2 items=117
const onAverage = (task: string, k: number) => mean(sweep[task].map((run) => run[k - 1]));
const gain = (task: string) => // du meilleur affinage, sur la tête seule
  Math.max(...[2, 3, 4].map((k) => onAverage(task, k))) - onAverage(task, 1);
// %% id=t4sweep3 items=117 tags=replie
checkPrediction(predictTask,
  gain('vêtements') > gain('chiffres 5 à 9') ? 'vêtements' : 'chiffres',
  `Plus la tâche s’éloigne de ce qui a été appris, plus il faut laisser changer de choses. Entre
deux profondeurs voisines, en revanche, la graine décide : regardez les bandes. Erreur fréquente :
croire qu’avec peu d’images il faut toujours tout geler.`);
// %% id=t4sweep4 items=117
measuredLines(sweep, { at: ['la tête', '2 blocs', '3 blocs', 'tout'], x: 'ce qui apprend',
  y: 'exactitude, en %', bands: true, title: '50 images par classe' });
// %% id=t4sweep5 items=117
for (const task of Object.keys(tasks)) console.log(task, ': affiner gagne', gain(task).toFixed(1));
console.log('pour les vêtements, plus d’un point :', gain('vêtements') > 1);
// %% id=t4sweep6 items=117 tags=mesure
depths.forEach((k, i) => console.log(k, 'blocs :',
  mean(sweepTimes.map((run) => run[i])).toFixed(2), 's'));
// %% [markdown] id=t4rates0 items=117
// ### À quel pas ?
//
// Les blocs copiés sont déjà bons ; la tête part du hasard. Un même taux leur convient rarement : assez grand pour la tête, il bouscule ce qui
// avait été appris. `train` accepte `rateOf`, un facteur **par couche**.
//
// **Prédire.** Taux de 0,02, tout apprend, 20 chiffres par classe. Donner aux blocs copiés un taux **dix fois plus petit** que celui de la tête
// fait-il `'mieux'` ou `'moins bien'` qu’un taux unique ?
// %% id=t4ratesq role=free items=117
const predictRates: string | null = null; // ← 'mieux' ou 'moins bien'
// %% id=t4rates1 items=117
const withRates = async (rateOf?: (layer: string) => number) => mean(await Promise.all(
  [1, 2, 3].map(async (seed) => {
    const model = copy(4, seed);
    await learn(model, five(digits.train, 5, 20, 20 * seed), seed,
      { learningRate: 0.02, ...(rateOf && { rateOf: rateOf }) });
    return 100 * accuracy(model, exam);
  })));
const single = await withRates();
const grouped = await withRates((layer) => (layer === 'predictions' ? 1 : 0.1));
// %% id=t4rates2 items=117 tags=replie
checkPrediction(predictRates, grouped > single ? 'mieux' : 'moins bien',
  `La tête peut courir, le reste doit marcher. On parle de taux par groupe (discriminative
learning rates). Erreur fréquente : croire qu’un taux plus grand apprend seulement plus vite.`);
// %% id=t4rates3 items=117
console.log('un seul taux :', single.toFixed(1), '% ; par groupe :', grouped.toFixed(1), '%');
// %% [markdown] id=t5mark01 items=117
// ## 5. Le piège de la normalisation par lot
//
// Notre petit réseau n’a pas de normalisation ; presque tous les vrais en ont. Ajoutons-en, réapprenons 0 à 4, et transférons
// comme tout le monde le fait d’abord : **geler** les couches par `trainable = false`, mettre une tête, appeler `fit`.
// %% id=t5net001 items=117
const normed = seeded(1, () => tf.sequential({ layers: [1, 2].flatMap((k) => [
  tf.layers.conv2d({ ...(k === 1 && { inputShape: [28, 28, 1] }), filters: 8 * k, kernelSize: 3,
    name: `block${k}_conv` }),
  tf.layers.batchNormalization({ momentum: 0.9, name: `block${k}_bn` }),
  tf.layers.reLU({ name: `block${k}_relu` }),
  tf.layers.maxPooling2d({ poolSize: 2, name: `block${k}_pool` }),
]).concat(
  tf.layers.flatten(),
  tf.layers.dense({ units: 5, activation: 'softmax', name: 'predictions' }),
) }));
// %% id=t5net002 items=117
await train(normed, source,
  { epochs: 2, batchSize: 32, learningRate: 0.002, progress: false });
const spare = withHead(cutBefore(normed), 5); // une copie, pour tout à l’heure
const exam0to4 = five(digits.test, 0, 340);
const beforeAll = accuracy(normed, exam0to4);
console.log('0 à 4 : au-dessus de 95 % :', beforeAll > 0.95);
// %% id=t5trap01 items=117
const frozen = cutBefore(normed); // les couches mêmes de normed
for (const layer of frozen.layers) layer.trainable = false;
const top = tf.layers.dense({ units: 5, activation: 'softmax' });
const trapped = tf.model({ inputs: frozen.inputs,
  outputs: top.apply(frozen.outputs[0]) as tf.SymbolicTensor });
trapped.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
const shirts = five(clothes.train, 0, 20);
// d’une normalisation : gamma, bêta, moyennes, variances
const weightsOf = (model: tf.LayersModel, layer: string) => model.getLayer(layer).getWeights()
  .map((weight) => [...weight.dataSync()]);
// %% [markdown] id=t5trapq0 items=117
// Toutes les couches de la base sont gelées. Apprenons la tête sur des vêtements, par le `fit` de tfjs.
//
// **Prédire.** Les moyennes glissantes des normalisations **gelées** vont-elles bouger : `'oui'` ou `'non'` ?
// %% id=t5trapq1 role=free items=117
const predictDrift: string | null = null; // ← 'oui' ou 'non'
// %% id=t5trap02 items=117
const [gamma0, , mean0] = weightsOf(normed, 'block2_bn');
await trapped.fit(tf.toTensor(shirts.images), tf.oneHot(tf.tensor1d(shirts.labels, 'int32'), 5),
  { epochs: 5, batchSize: 10, verbose: 0 });
const [gamma1, , mean1] = weightsOf(normed, 'block2_bn');
const moved = (a: number[], b: number[]) =>
  Math.max(...a.map((value, i) => Math.abs(value - b[i])));
// %% id=t5trap03 items=117 tags=replie
checkPrediction(predictDrift, moved(mean0, mean1) > 0.001 ? 'oui' : 'non',
  `« Gelé » veut dire : le gradient n’y touche pas. Mais une moyenne glissante ne vient pas du
gradient : elle est relevée à chaque lot, et fit fait travailler toutes les couches comme à
l’entraînement. Keras, lui, met une normalisation gelée en inférence ; tfjs, non. Erreur
fréquente : « non ».`);
// %% id=t5trap04 items=117
console.log('gamma a bougé de', moved(gamma0, gamma1), '; une moyenne, de plus de 0,1 :',
  moved(mean0, mean1) > 0.1);
// %% [markdown] id=t5fallq0 items=117
// **Prédire.** Reprenons `normed`, avec sa **vieille** tête, celle de 0 à 4, que personne n’a touchée. Reconnaît-elle ses chiffres
// `'aussi bien'` ou `'moins bien'` qu’avant ?
// %% id=t5fallq1 role=free items=117
const predictFall: string | null = null; // ← 'aussi bien' ou 'moins bien'
// %% id=t5fall01 items=117
const afterAll = accuracy(normed, exam0to4);
// %% id=t5fall02 items=117 tags=replie
checkPrediction(predictFall, afterAll < beforeAll - 0.01 ? 'moins bien' : 'aussi bien',
  `Pas un poids appris n’a changé, et le réseau a pourtant oublié : les couches suivantes reçoivent
des cartes décalées. Et la tête neuve, elle, a appris sur des moyennes de lots de 10 images.
Erreur fréquente : chercher la faute dans la tête.`);
// %% id=t5fall03 items=117
console.log('0 à 4 : a perdu au moins 5 points :', 100 * (beforeAll - afterAll) > 5);
// %% [markdown] id=t5cure00 items=117
// **Le remède.** Une normalisation gelée doit travailler **comme à l’usage**, pendant l’entraînement aussi. C’est ce que font `freeze`,
// `unfreezeLast` et `train` de ce cours, et ce que vous écrirez vous-même dans les exercices. Même dégelés, les blocs gardent leurs
// normalisations en inférence : dix images ne font pas une bonne moyenne.
// %% id=t5cure01 items=117
const statistics = () => String([weightsOf(spare, 'block1_bn'), weightsOf(spare, 'block2_bn')]);
const asTheyWere = statistics();
await train(unfreezeLast(spare, 2), { images: shirts.images, labels: shirts.labels },
  { epochs: 5, batchSize: 10, progress: false });
console.log('après train, les mêmes normalisations, au bit près :', statistics() === asTheyWere);
// %% [markdown] id=t6mark01 items=117
// ## 6. Un vrai réseau : ImageNet
//
// **EfficientNet-Lite0** (Google, 2020) est un EfficientNet sans dosage des cartes, fait pour les téléphones. Ses poids ont appris sur
// ImageNet : 4,7 millions de nombres, 19 Mo.
// %% id=t6load01 items=117
const wanted = 'efficientnet-lite0';
const network = await loadPretrained(hasPretrained(wanted) ? wanted : 'convolab-small');
if (network.name !== wanted) {
  console.log('Les poids d’ImageNet ne sont pas sur cette machine : npm run setup les apporte.',
    'En attendant, voici notre petit réseau, qui ne connaît que des chiffres et des vêtements.');
}
console.log(network.name, ':', network.classNames.length, 'classes ; images de',
  network.inputSize, 'pixels ;', network.model.countParams(), 'paramètres');
console.log(network.credit, ';', network.licence);
// %% [markdown] id=t6astro0 items=117
// Parmi les photos du cours, il y a un chat, un café, et une astronaute.
//
// **Prédire.** ImageNet a mille classes. « Astronaute » en est-elle une : `'oui'` ou `'non'` ?
// %% id=t6astroq role=free items=117
const predictAstronaut: string | null = null; // ← 'oui' ou 'non'
// %% id=t6astro1 items=117 tags=replie
checkPrediction(predictAstronaut,
  network.classNames.some((name) => /astronaut/i.test(name)) ? 'oui' : 'non',
  `Un réseau répond toujours par une de ses classes. Devant autre chose, il se trompe, parfois avec
assurance. Erreur fréquente : croire que mille classes couvrent le monde.`);
// %% id=t6top001 items=117
const percent = (p: number) => `${(100 * p).toFixed(0)} %`;
for (const name of ['cat', 'coffee', 'flower', 'astronaut'] as const) {
  const { image, title } = await photo(name);
  const five = topClasses(network, image, 5)
    .map(({ label, probability }) => `${label} ${percent(probability)}`);
  console.log(`${title} :\n   `, five.join(', '));
}
// %% [markdown] id=t6mine00 items=117
// **À vous.** Donnez le chemin d’une de vos images (JPEG ou PNG), posée à côté de ce carnet.
// %% id=t6mineq1 role=free items=117
const myPicture: string = ''; // ← par exemple 'chien.jpg'
// %% id=t6mine01 items=117
const image = myPicture === '' ? (await photo('coffee')).image : await readImage(myPicture);
for (const { label, probability } of topClasses(network, image, 5)) {
  console.log(percent(probability).padStart(5), label);
}
// %% id=t6cam001 items=117
gradCam(network.model, network.prepare(image), { names: network.classNames });
// %% [markdown] id=t6cam002 items=117
// La carte dit où il a regardé (leçon 1.11). Regarde-t-il l’objet, ou ce qui l’entoure d’ordinaire ?
// %% [markdown] id=t7mark01 items=117
// ## 7. Où trouver des modèles
//
// Les chercheurs partagent leurs poids ; on appelle *model zoo* l’endroit où ils sont rangés. Le lien du support mène à celui de Caffe, un logiciel
// qui n’est plus développé, dont les fichiers ne s’ouvrent pas dans tfjs. La page [Modèles pré-entraînés](modeles.ipynb) le remplace : ce que l’on peut
// charger aujourd’hui, avec taille, licence, source et mode d’emploi, et ce que sont devenus les huit noms du support.
//
// Ces huit noms disent pourtant une chose juste : il y avait là des réseaux pour les lieux, les visages, les organes, les toits vus du ciel. Le meilleur
// point de départ n’est pas le meilleur réseau : c’est celui qui a appris sur ce qui **ressemble** à vos images.
//
// Et vos propres réseaux ? `save` écrit un dossier, et la même porte le relit : ici, celui de la partie 3.
// %% id=t7save01 items=117
await whole.save('file://mon-reseau');
const mine = await loadPretrained({ path: 'mon-reseau' });
const apart = answers(mine.model, tf.toTensor(few.images))
  .map((value, i) => Math.abs(value - direct[i]));
console.log('relu du disque, il répond la même chose :', Math.max(...apart) < 1e-6);
rmSync('mon-reseau', { recursive: true });
const ours = await loadPretrained('convolab-small'); // fourni avec le cours, sans réseau
console.log(ours.name, ':', ours.classNames.length, 'classes :', ours.classNames.join(', '));
// %% [markdown] id=t9retain
// ## À retenir
//
// - **De zéro** : poids au hasard, puis optimisation. Coût ≈ **3** × multiplications d’un aller × images × époques.
// - **Transférer** : partir d’un réseau entraîné sur une tâche semblable. L’avance est grande quand on a peu d’images, et fond quand on en a
//   beaucoup.
// - **Extracteur figé** : ôter la tête, calculer les caractéristiques **une fois**, apprendre une tête. 4096, 2048, 1024 ou 1280
//   nombres par image, selon le réseau.
// - **Affiner** : poursuivre la rétropropagation, dans tout le réseau ou dans ses derniers blocs ; à petits pas, plus petits que ceux de la
//   tête.
// - **Normalisation par lot** : gelée, elle doit travailler comme à l’usage. `trainable = false` n’y suffit pas dans tfjs.
// - Un réseau ne répond que par **ses** classes.
//
// ### Petit glossaire
//
// | Terme | En anglais | En une ligne |
// |---|---|---|
// | entraîner de zéro | *training from scratch* | partir de poids tirés au hasard |
// | transfert d’apprentissage | *transfer learning* | partir d’un réseau qui a appris une autre tâche |
// | pré-entraînement | *pretraining* | l’apprentissage d’où viennent les poids repris |
// | vecteur de caractéristiques | *feature vector* | les nombres que la tête reçoit pour une image |
// | extracteur figé | *fixed feature extractor* | un réseau gelé, dont on n’utilise que les caractéristiques |
// | affinage | *fine-tuning* | poursuivre l’apprentissage de poids repris |
// | geler, dégeler | *freeze, unfreeze* | empêcher, ou laisser, des couches d’apprendre |
// | taux par groupe | *discriminative learning rates* | un taux d’apprentissage pour chaque partie du réseau |
//
// ### Notations
//
// | Notation | Sens |
// |---|---|
// | n | nombre d’images par classe |
// | k | nombre de blocs qui apprennent, depuis la fin |
//
// ### À vous de jouer
//
// Écrivez l’extracteur figé et le dégel par blocs dans les [exercices 2.1](../exercices/2.1-transfert.ipynb). Et ici :
//
// 1. Dans la partie 2, pré-entraînez avec 100 images par classe au lieu de 800. Que reste-t-il de l’avance ?
// 2. Dans la partie 4, affinez tout avec un taux de 0,05. Que devient ce qui avait été appris ?
// 3. Dans la partie 5, mettez `batchSize: 100` dans `fit`. Le piège disparaît-il ?
//
// <details><summary>Réponses</summary>
//
// 1. Elle diminue : on ne transfère que ce qui a été appris.
// 2. Il est perdu : autant partir de zéro, voire pire.
// 3. Non : les moyennes sont moins bruitées, mais ce sont celles des vêtements.
//
// </details>
// %% id=t9brouil role=free
// votre brouillon
