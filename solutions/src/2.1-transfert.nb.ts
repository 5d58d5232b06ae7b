// ---
// title: Transférer et affiner
// exercises:
//   - id: extractFeatures
//     title: Extracteur figé
//     points: 5
//     functions: [cutHead, extractFeatures, withHead, trainHead]
//     fixtures: [pretrained, headless]
//     imports: ['@convolab/lib/tf']
//     computes: true
//   - id: unfreezeLast
//     title: Dégeler par blocs, normalisation en inférence
//     points: 6
//     functions: [unfrozenNames, unfreezeLast, fineTune]
//     fixtures: [blockNetwork]
//     imports: ['@convolab/lib/tf']
//     computes: true
// ---
// %% [markdown] id=c0de2101
// # Exercices 2.1 : reprendre un réseau déjà entraîné
//
// Un réseau a appris une tâche ; vous en avez une autre, et peu d’images. Vous allez d’abord n’apprendre qu’une **tête**, derrière
// un réseau figé ; puis laisser apprendre ses derniers blocs, sans abîmer le reste. Deux exercices, **11 points** :
//
// | Exercice | Fonctions à écrire | Points |
// |---|---|---|
// | 1. Extracteur figé | `cutHead`, `extractFeatures`, `withHead`, `trainHead` | 5 |
// | 2. Dégeler par blocs, normalisation en inférence | `unfrozenNames`, `unfreezeLast`, `fineTune` | 6 |
//
// Ce qu’il faut savoir est dans la [leçon 2.1](../lecons/2.1-transfert.ipynb) : partie 3 pour le premier, parties 4 et 5 pour le second.
//
// Les fonctions sont indépendantes, et chacune rapporte des points. `check` compare ce que vous rendez à ce qui est attendu : des
// nombres, ou un modèle, **couche par couche**, avec ce qui y est gelé. La note essaie aussi d’autres réseaux et d’autres images.
//
// Les règles :
//
// - gardez le nom et la signature des fonctions ;
// - `tf` et le langage suffisent : n’importez rien d’autre ;
// - gardez les cellules fournies telles qu’elles sont ;
// - ne modifiez pas les tableaux reçus ;
// - refusez les arguments de la liste « Erreurs » de l’énoncé par `throw` ; le reste est garanti ;
// - si vous êtes bloqué, `await hint('extractFeatures')` donne un premier indice, puis un deuxième, puis un troisième ;
// - `await progress()` montre où vous en êtes, et `await reset('extractFeatures')`, à la place de votre réponse, reprend le
//   texte de départ (l’ancienne réponse est gardée à côté du carnet).
// %% id=c0de2102 role=given
import { check, hint, progress, reset } from '@convolab/lib/check';
// %% [markdown] id=c0de2103
// ## Les réseaux
//
// La cellule suivante fournit trois petits réseaux. Leurs poids viennent d’une formule, pour que chacun ait les mêmes ; dites-vous qu’ils
// ont longtemps appris. `pretrained` en est un, entier ; `headless` s’arrête avant sa dernière couche ; `blockNetwork`
// est fait de blocs, avec ou sans normalisation par lot, et peut arriver déjà gelé, sauf sa tête.
// %% id=c0de2104 role=given exercise=extractFeatures
import * as tf from '@convolab/lib/tf';

/** Donne aux couches des poids toujours les mêmes. */
function settled(layers: tf.Layer[]): tf.Layer[] {
  let n = 0;
  for (const layer of layers) {
    const middle = layer.getClassName() === 'BatchNormalization' ? 1 : 0;
    const weights = layer.getWeights().map(({ shape }) => {
      const size = shape.reduce((product, length) => product * length, 1);
      const next = () => middle + Math.sin(++n * n) / 2;
      return tf.tensor(Float32Array.from({ length: size }, next), shape);
    });
    layer.setWeights(weights);
  }
  return layers;
}

/** Deux convolutions, une moyenne par carte, un dropout : ce qui précède la tête. */
const baseLayers = (shape: number[], filters: number): tf.Layer[] => [
  tf.layers.conv2d({
    inputShape: shape,
    filters,
    kernelSize: 3,
    activation: 'relu',
    name: 'conv1',
  }),
  tf.layers.conv2d({ filters: 2 * filters, kernelSize: 2, activation: 'relu', name: 'conv2' }),
  tf.layers.globalAveragePooling2d({ name: 'pool' }),
  tf.layers.dropout({ rate: 0.5, seed: 7, name: 'dropout' }),
];

/** Un réseau entier, pour des images de cette forme : `pretrained([6, 5, 1], 2, 10)`. */
function pretrained(shape: number[], filters: number, classes: number): tf.LayersModel {
  const head = tf.layers.dense({ units: classes, activation: 'softmax', name: 'predictions' });
  const model = tf.sequential({ layers: [...baseLayers(shape, filters), head] });
  settled(model.layers);
  return model;
}

/** Le même sans sa tête : 2 × `filters` nombres pour chaque image. */
function headless(shape: number[], filters: number): tf.LayersModel {
  const model = tf.sequential({ layers: baseLayers(shape, filters) });
  settled(model.layers);
  return model;
}

/**
 * Des blocs, block1, block2, …, d’autant de filtres ; puis une moyenne par carte et une tête.
 * `norm` : chaque convolution est suivie d’une normalisation. `frozen` : au départ, seule la tête apprend.
 */
function blockNetwork(
  shape: number[],
  filters: number[],
  classes: number,
  { norm = true, frozen = false } = {},
): tf.LayersModel {
  const model = tf.sequential();
  filters.forEach((count, i) => {
    const first = i === 0 ? { inputShape: shape } : {};
    const name = `block${i + 1}`;
    model.add(tf.layers.conv2d({ ...first, filters: count, kernelSize: 2, name: `${name}_conv` }));
    if (norm) model.add(tf.layers.batchNormalization({ momentum: 0.9, name: `${name}_bn` }));
    model.add(tf.layers.reLU({ name: `${name}_relu` }));
  });
  model.add(tf.layers.globalAveragePooling2d({ name: 'pool' }));
  model.add(tf.layers.dense({ units: classes, activation: 'softmax', name: 'predictions' }));
  const layers = settled(model.layers);
  for (const layer of layers.slice(0, layers.length - 1)) layer.trainable = !frozen;
  return model;
}
// %% [markdown] id=c0de2105
// ## Échauffement : qu’est-ce qui précède la tête ?
//
// Avant d’exécuter : combien de nombres entrent dans la dernière couche de ce réseau, pour chaque image ? De quelle couche viennent-ils ?
// %% id=c0de2106 role=free exercise=extractFeatures
const example = pretrained([6, 5, 1], 2, 10);
const [lastLayer] = example.layers.slice(-1);
const received = lastLayer.input as tf.SymbolicTensor;
console.log(lastLayer.name, 'reçoit', received.shape, 'de', received.name);
// %% [markdown] id=c0de2107
// Quatre nombres, un par carte de `conv2` ; ils sortent du dropout, qui, hors de l’entraînement, les laisse tels quels. Ce sont les
// **caractéristiques** de l’image.
// %% [markdown] id=c0de2108
// ## Exercice 1 : extracteur figé (5 points)
//
// **`cutHead(model)`** rend un modèle qui prend les mêmes images et rend **ce que reçoit la dernière couche** de `model`. La dernière
// couche doit être dense (classe `Dense`, que dit `getClassName()`).
//
// **`extractFeatures(model, images, batchSize)`** : `model` n’a plus de tête ; `images` est une liste d’images
// `[hauteur][largeur][canaux]`. Rendez les caractéristiques, une ligne par image, `[images][caractéristiques]`, telles que le
// réseau les donne **à l’usage**, et non à l’entraînement. Donnez-lui au plus `batchSize` images à la fois ; le
// dernier lot peut en avoir moins.
//
// **`withHead(model, classes)`** : `model` est entier. Rendez un nouveau modèle : toutes les couches de `model` sauf la dernière
// (les mêmes couches, avec leurs noms et leurs poids), **gelées** (`layer.trainable = false`), puis une couche dense neuve de
// `classes` neurones, qui rend des probabilités et n’est **pas** gelée.
//
// **`trainHead(features, labels, options)`** apprend une tête, sans repasser par le réseau : c’est tout l’intérêt d’avoir
// gardé les caractéristiques. `labels` donne la classe de chaque ligne, à partir de 0 ; `options` est `{ classes, steps, rate }`. La tête
// est une couche dense suivie de softmax, dont tous les poids et biais partent de **0**. Faites `steps` pas de descente de gradient, de taux
// `rate`, chacun sur **toutes** les lignes, de la moyenne des entropies croisées. Rendez `{ kernel, bias }` :
// `kernel[caractéristique][classe]`, `bias[classe]`. À la main ou par `fit` : les deux conviennent, et la fonction peut être
// `async`.
//
// **Exemple.** `trainHead([[1, 0], [0, 2]], [0, 1], { classes: 2, steps: 1, rate: 1 })` : les poids étant nuls, chaque
// probabilité vaut 0,5. Pour la première ligne, prédit moins voulu vaut [−0,5 ; 0,5] ; pour la seconde, [0,5 ; −0,5]. En moyenne sur les
// deux lignes, le gradient du noyau est [[−0,25 ; 0,25], [0,5 ; −0,5]], celui du biais [0 ; 0]. Le résultat est
// `{ kernel: [[0.25, -0.25], [-0.5, 0.5]], bias: [0, 0] }`.
//
// **Erreurs.** `cutHead` et `withHead` lèvent une erreur si la dernière couche n’est pas dense ; `withHead`, si `classes` n’est pas
// un entier d’au moins 2 ; `extractFeatures`, si `batchSize` n’est pas un entier d’au moins 1 ; `trainHead`, s’il n’y a aucune ligne, ou
// pas autant d’étiquettes que de lignes.
// %% id=c0de2109 role=answer exercise=extractFeatures
function cutHead(model: tf.LayersModel): tf.LayersModel {
  // BEGIN SOLUTION
  const head = model.layers[model.layers.length - 1];
  if (head.getClassName() !== 'Dense')
    throw new RangeError('cutHead : pas de couche dense à ôter.');
  return tf.model({ inputs: model.inputs, outputs: head.input });
  // END SOLUTION
}

function extractFeatures(
  model: tf.LayersModel,
  images: number[][][][],
  batchSize: number,
): number[][] {
  // BEGIN SOLUTION
  if (!Number.isInteger(batchSize) || batchSize < 1) {
    throw new RangeError('extractFeatures : batchSize doit être un entier d’au moins 1.');
  }
  const extracted: number[][] = [];
  for (let start = 0; start < images.length; start += batchSize) {
    const batch = tf.tensor4d(images.slice(start, start + batchSize));
    extracted.push(...((model.predict(batch) as tf.Tensor).arraySync() as number[][]));
  }
  return extracted;
  // END SOLUTION
}

function withHead(model: tf.LayersModel, classes: number): tf.LayersModel {
  // BEGIN SOLUTION
  if (!Number.isInteger(classes) || classes < 2) {
    throw new RangeError('withHead : classes doit être un entier d’au moins 2.');
  }
  const base = cutHead(model);
  for (const layer of base.layers) layer.trainable = false;
  const head = tf.layers.dense({ units: classes, activation: 'softmax' });
  const outputs = head.apply(base.outputs[0]) as tf.SymbolicTensor;
  return tf.model({ inputs: base.inputs, outputs });
  // END SOLUTION
}

async function trainHead(
  features: number[][],
  labels: number[],
  options: { classes: number; steps: number; rate: number },
): Promise<{ kernel: number[][]; bias: number[] }> {
  // BEGIN SOLUTION
  const { classes, steps, rate } = options;
  if (features.length === 0 || features.length !== labels.length) {
    throw new RangeError('trainHead : il faut des lignes, et une étiquette pour chacune.');
  }
  const head = tf.layers.dense({
    units: classes,
    activation: 'softmax',
    inputShape: [features[0].length],
    kernelInitializer: 'zeros',
  });
  const model = tf.sequential({ layers: [head] });
  model.compile({ optimizer: tf.train.sgd(rate), loss: 'categoricalCrossentropy' });
  const targets = labels.map((label) => Array.from({ length: classes }, (_, c) => +(c === label)));
  await model.fit(tf.tensor2d(features), tf.tensor2d(targets), {
    epochs: steps,
    batchSize: features.length,
    shuffle: false,
    verbose: 0,
  });
  const [kernel, bias] = head.getWeights().map((weight) => weight.arraySync());
  return { kernel: kernel as number[][], bias: bias as number[] };
  // END SOLUTION
}
// %% id=c0de210a role=check exercise=extractFeatures
await check('extractFeatures', {
  cutHead,
  extractFeatures,
  withHead,
  trainHead,
  pretrained,
  headless,
});
// %% [markdown] id=c0de210b
// **À regarder.** Retirez les `//` : combien de paramètres le nouveau réseau a-t-il, et combien apprennent ?
// %% id=c0de210c role=free exercise=extractFeatures
// withHead(pretrained([6, 5, 1], 2, 10), 3).summary();
// %% [markdown] id=c0de210d
// ## Exercice 2 : dégeler par blocs, normalisation en inférence (6 points)
//
// Les couches d’un réseau portent le nom de leur bloc : ce qui précède le premier `_`. `block2_conv`, `block2_bn` et `block2_relu` sont
// le bloc `block2`. Une couche sans `_` n’est d’aucun bloc ; la dernière du réseau est sa **tête** (dans la leçon, la tête comptait pour un
// bloc ; ici, non). Les blocs sont rangés comme ils viennent ; une couche dont le nom finit par `_bn` est une normalisation.
//
// **`unfrozenNames(names, blocks)`** : `names` donne les noms de toutes les couches, dans l’ordre. Rendez, dans le même ordre, ceux des
// couches qui vont apprendre : celles des `blocks` **derniers** blocs, **sauf les normalisations** ; puis la tête, toujours. Avec
// `blocks = 0`, la tête seule.
//
// **Exemple.** Avec `names = ['block1_conv', 'block1_bn', 'block2_conv', 'block2_bn', 'block2_relu', 'pool', 'predictions']`,
// `unfrozenNames(names, 1)` rend `['block2_conv', 'block2_relu', 'predictions']`, et `unfrozenNames(names, 0)` rend
// `['predictions']`.
//
// **`unfreezeLast(model, blocks)`** dégèle dans `model` ces couches-là, et **gèle toutes les autres**, quel qu’ait été leur état
// (`layer.trainable`). Elle rend `model`, le même.
//
// **`fineTune(model, images, labels, options)`**, asynchrone, affine le réseau. `labels` donne une ligne par image, avec un 1 à la place de la
// classe ; `options` est `{ blocks, steps, rate }`. Dégelez les `blocks` derniers blocs, puis faites `steps` pas de descente de gradient de taux
// `rate` (`tf.train.sgd(rate)`), chacun sur **toutes** les images, de la moyenne des entropies croisées. Rendez
// `weightsByLayer(model)`, fournie.
//
// Pendant tout l’entraînement, **chaque normalisation travaille comme à l’usage** : avec ses moyennes glissantes, qui ne changent
// pas. Geler ne suffit pas : `fit` demande à chaque couche, gelée ou non, `layer.call(entrée, { training: true })`. Deux
// moyens, au choix :
//
// - remplacer, avant `fit`, la méthode `call` de ces couches par une autre, qui appelle l’ancienne avec `training: false` (le type
//   `CallableLayer`, fourni, vous laisse écrire `(layer as CallableLayer).call = …`) ;
// - se passer de `fit` : `optimizer.minimize(perte, false, variables)` fait un pas ; dans la perte, `model.apply(x, { training: false })` donne
//   les probabilités, et `layer.getWeights()` rend les variables d’une couche.
//
// **Erreurs.** Les trois fonctions lèvent une erreur si `blocks` n’est pas un entier, est négatif, ou dépasse le nombre de blocs.
// %% id=c0de210e role=given exercise=unfreezeLast
/** Une couche, avec la méthode par laquelle tfjs lui demande ce qui en sort. */
type CallableLayer = tf.Layer & {
  call(inputs: tf.Tensor | tf.Tensor[], options: { training?: boolean }): tf.Tensor | tf.Tensor[];
};

/** Les poids de chaque couche qui en a, chacun en une liste : d’une normalisation, les moyennes glissantes aussi. */
function weightsByLayer(model: tf.LayersModel): Record<string, number[][]> {
  const weights = (layer: tf.Layer) => layer.getWeights().map((each) => [...each.dataSync()]);
  const entries = model.layers.map((layer) => [layer.name, weights(layer)] as const);
  return Object.fromEntries(entries.filter(([, lists]) => lists.length > 0));
}
// %% id=c0de210f role=answer exercise=unfreezeLast
function unfrozenNames(names: string[], blocks: number): string[] {
  // BEGIN SOLUTION
  const blockOf = (name: string) => (name.includes('_') ? name.split('_')[0] : null);
  const all = [...new Set(names.map(blockOf))].filter((block) => block !== null);
  if (!Number.isInteger(blocks) || blocks < 0 || blocks > all.length) {
    throw new RangeError(`unfrozenNames : de 0 à ${all.length} blocs, pas ${blocks}.`);
  }
  // Pas all.slice(-blocks) : pour 0, -0 prendrait tout.
  const last = all.slice(all.length - blocks);
  const head = names[names.length - 1];
  return names.filter(
    (name) => name === head || (last.includes(blockOf(name)) && !name.endsWith('_bn')),
  );
  // END SOLUTION
}

function unfreezeLast(model: tf.LayersModel, blocks: number): tf.LayersModel {
  // BEGIN SOLUTION
  const learning = unfrozenNames(
    model.layers.map(({ name }) => name),
    blocks,
  );
  for (const layer of model.layers) layer.trainable = learning.includes(layer.name);
  return model;
  // END SOLUTION
}

async function fineTune(
  model: tf.LayersModel,
  images: number[][][][],
  labels: number[][],
  options: { blocks: number; steps: number; rate: number },
): Promise<Record<string, number[][]>> {
  // BEGIN SOLUTION
  unfreezeLast(model, options.blocks);
  for (const layer of model.layers as CallableLayer[]) {
    if (layer.getClassName() !== 'BatchNormalization') continue;
    const call = layer.call.bind(layer);
    layer.call = (inputs, settings) => call(inputs, { ...settings, training: false });
  }
  // compile relève ce qui apprend : après avoir dégelé.
  model.compile({ optimizer: tf.train.sgd(options.rate), loss: 'categoricalCrossentropy' });
  await model.fit(tf.tensor4d(images), tf.tensor2d(labels), {
    epochs: options.steps,
    batchSize: images.length,
    shuffle: false,
    verbose: 0,
  });
  return weightsByLayer(model);
  // END SOLUTION
}
// %% id=c0de2110 role=check exercise=unfreezeLast
await check('unfreezeLast', { unfrozenNames, unfreezeLast, fineTune, blockNetwork });
