// ---
// title: Projet 1, un CNN sans bibliothèque
// exercises:
//   - id: handmadeCnn
//     title: Projet 1, un CNN sans bibliothèque
//     points: 34
//     functions: [initialise, predict, gradients, step, train, save, load]
//     imports: []
//     seconds: 180
//     instructor:
//       - name: Expérience menée et mesurée
//         points: 4
//       - name: Compte rendu
//         points: 3
//       - name: Code lisible
//         points: 3
// ---
// %% [markdown] id=c0de9101
// # Projet 1 : un CNN sans bibliothèque
//
// Vous allez écrire, entraîner et sauver un réseau à convolution qui lit des chiffres, **sans rien importer** : des
// boucles et des tableaux. Tout ce qu’il faut a été vu au chapitre 1, et vous en avez déjà écrit les morceaux dans les
// exercices 1.2 à 1.7 ; reprenez-les. Comptez six à huit heures.
//
// ## Le réseau
//
// | Couche | Sortie | Paramètres |
// |---|---|---|
// | image, gris de 0 à 1 | 28 × 28 × 1 | |
// | `conv1` : 4 filtres 3 × 3, pas de 1, sans remplissage, puis ReLU | 26 × 26 × 4 | 40 |
// | max pooling 2 × 2 | 13 × 13 × 4 | |
// | `conv2` : 8 filtres 3 × 3, pas de 1, sans remplissage, puis ReLU | 11 × 11 × 8 | 296 |
// | max pooling 2 × 2 (la dernière ligne et la dernière colonne restent de côté) | 5 × 5 × 8 | |
// | mise à plat, ligne par ligne, les canaux d’une case ensemble | 200 | |
// | `dense` : 10 neurones, puis softmax | 10 | 2 010 |
//
// La perte est l’entropie croisée, **moyenne** sur le lot. L’optimiseur est la descente de gradient simple : chaque poids
// recule de `rate` fois son gradient.
//
// ## Ce que vous rendez
//
// **Un seul fichier : ce carnet**, compte rendu compris. `npm run submit -- P1-cnn-sans-bibliotheque` l’essaie et en fait
// le zip à rendre. Les sept fonctions ci-dessous gardent leurs noms et leurs signatures ; ajoutez autant de fonctions et
// de cellules que vous voulez.
//
// ## Comment il est noté (34 points)
//
// Le correcteur appelle vos fonctions dans un programme fermé : ni réseau, ni fichier, ni module, **180 secondes** pour
// exécuter vos cellules et 180 pour tous les appels. Chaque ligne est acquise ou perdue.
//
// | Contrôles automatiques | Points |
// |---|---|
// | L’aller : `predict` rend les dix probabilités, sans `NaN` même pour de grands nombres | 3 |
// | La perte moyenne du lot | 1 |
// | Gradients de `dense`, comparés à des différences centrées et à TensorFlow.js | 2 |
// | Gradients de `conv2` | 3 |
// | Gradients de `conv1` | 4 |
// | Vingt pas : mêmes poids que le même réseau sur TensorFlow.js, à 10⁻⁴ près | 4 |
// | `initialise` : les bonnes formes ; la même graine donne le même réseau, une autre un autre | 1 |
// | Apprentissage : l’exactitude dépasse 70 % sur 200 chiffres jamais vus | 4 |
// | Sauver et relire, sans rien perdre, et refuser un texte abîmé | 2 |
//
// | Notés par l’enseignant | Points |
// |---|---|
// | **Expérience menée et mesurée** : vous changez une chose (nombre de filtres, taux, taille du lot, initialisation…), vous mesurez au moins trois graines, et vous dites ce que l’écart permet de conclure | 4 |
// | **Compte rendu** : ce qui a été difficile, comment vous l’avez trouvé, ce que le réseau confond et pourquoi | 3 |
// | **Code lisible** : des fonctions courtes, des noms qui disent ce qu’elles font, rien de copié deux fois | 3 |
//
// Recopier le code d’un autre se voit à la lecture, et l’enseignant lit.
// %% id=c0de9102 role=given exercise=handmadeCnn
/** Une image : image[ligne][colonne], de 0 (fond) à 1 (encre). */
type Image = number[][];
/** Des poids lus w[ligne][colonne][canal][filtre], et un biais par filtre. */
interface Convolution {
  w: number[][][][];
  b: number[];
}
/** Des poids lus w[entrée][neurone], et un biais par neurone. */
interface Dense {
  w: number[][];
  b: number[];
}
/** Tous les paramètres du réseau ; un gradient a la même forme. */
interface Network {
  conv1: Convolution;
  conv2: Convolution;
  dense: Dense;
}
interface TrainingOptions {
  epochs: number;
  batchSize: number;
  rate: number;
  seed: number;
}
// %% [markdown] id=c0de9103
// ## 1. Initialiser, et aller
//
// - `initialise(seed)` rend un réseau neuf : des biais nuls, des poids tirés au hasard par la graine, à l’échelle qui
//   convient à ReLU (leçon 1.7). La même graine redonne le même réseau : n’utilisez pas `Math.random`.
// - `predict(network, image)` rend les dix probabilités d’une image, dont la somme vaut 1. Aucun argument n’est modifié.
// %% id=c0de9104 role=answer exercise=handmadeCnn
function initialise(seed: number): Network {
  // BEGIN SOLUTION
  let state = (seed * 2654435761 + 12345) >>> 0;
  const uniform = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  for (let i = 0; i < 8; i++) uniform(); // deux graines voisines s'écartent
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
  const bank = (channels: number, filters: number): Convolution => {
    const scale = Math.sqrt(2 / (9 * channels));
    const pixel = (): number[][] => times(channels, () => times(filters, () => scale * normal()));
    return { w: times(3, () => times(3, pixel)), b: times(filters, () => 0) };
  };
  const w = times(200, () => times(10, () => Math.sqrt(2 / 200) * normal()));
  return { conv1: bank(1, 4), conv2: bank(4, 8), dense: { w, b: times(10, () => 0) } };
  // END SOLUTION
}

function predict(network: Network, image: Image): number[] {
  // BEGIN SOLUTION
  return forward(network, image).probabilities;
}

type Maps = number[][][];

/** Tout ce que l'aller a calculé : le retour en a besoin. */
function forward({ conv1, conv2, dense }: Network, image: Image) {
  const input = image.map((row) => row.map((value) => [value]));
  const active1 = convolveRelu(input, conv1);
  const pooled1 = maxPool(active1);
  const active2 = convolveRelu(pooled1, conv2);
  const pooled2 = maxPool(active2);
  const flat = pooled2.flat(2);
  const logits = dense.b.map((bias, j) =>
    flat.reduce((total, value, i) => total + value * dense.w[i][j], bias),
  );
  const largest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - largest));
  const total = powers.reduce((a, b) => a + b, 0);
  const probabilities = powers.map((power) => power / total);
  return { input, active1, pooled1, active2, pooled2, flat, probabilities };
}

function convolveRelu(x: Maps, { w, b }: Convolution): Maps {
  const [rows, cols] = [x.length - 2, x[0].length - 2];
  const y: Maps = [];
  for (let i = 0; i < rows; i++) {
    const line: number[][] = [];
    for (let j = 0; j < cols; j++) {
      const cell = b.slice();
      for (let u = 0; u < 3; u++) {
        for (let v = 0; v < 3; v++) {
          const seen = x[i + u][j + v];
          for (let c = 0; c < seen.length; c++) {
            const weights = w[u][v][c];
            for (let k = 0; k < cell.length; k++) cell[k] += seen[c] * weights[k];
          }
        }
      }
      line.push(cell.map((value) => (value > 0 ? value : 0)));
    }
    y.push(line);
  }
  return y;
}

/** La case gagnante de chaque fenêtre 2 × 2, la première en cas d'égalité. */
function winner(x: Maps, i: number, j: number, k: number): [number, number] {
  let best: [number, number] = [2 * i, 2 * j];
  for (const [u, v] of [
    [0, 1],
    [1, 0],
    [1, 1],
  ]) {
    if (x[2 * i + u][2 * j + v][k] > x[best[0]][best[1]][k]) best = [2 * i + u, 2 * j + v];
  }
  return best;
}

function maxPool(x: Maps): Maps {
  const [rows, cols] = [Math.floor(x.length / 2), Math.floor(x[0].length / 2)];
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: cols }, (_, j) =>
      x[0][0].map((_, k) => {
        const [row, col] = winner(x, i, j, k);
        return x[row][col][k];
      }),
    ),
  );
  // END SOLUTION
}
// %% [markdown] id=c0de9105
// ## 2. Le retour
//
// `gradients(network, images, labels)` rend `{ loss, gradients }` : la perte **moyenne** du lot, et son gradient par rapport à
// chaque paramètre, rangé comme `Network`. En cas d’égalité dans une fenêtre de pooling, la gagnante est la première, ligne
// par ligne. Là où ReLU reçoit exactement 0, son gradient est 0.
// %% id=c0de9106 role=answer exercise=handmadeCnn
function gradients(
  network: Network,
  images: Image[],
  labels: number[],
): { loss: number; gradients: Network } {
  // BEGIN SOLUTION
  const total = mapNumbers(network, () => 0);
  let loss = 0;
  images.forEach((image, example) => {
    const pass = forward(network, image);
    loss -= Math.log(Math.max(pass.probabilities[labels[example]], 1e-300)) / images.length;
    const dLogits = pass.probabilities.map(
      (p, j) => (p - (j === labels[example] ? 1 : 0)) / images.length,
    );
    backward(network, pass, dLogits, total);
  });
  return { loss, gradients: total };
}

/** Ajoute à `total` les gradients d'une image. */
function backward(
  { conv2, dense }: Network,
  pass: ReturnType<typeof forward>,
  dLogits: number[],
  total: Network,
): void {
  const { input, active1, pooled1, active2, pooled2, flat } = pass;
  dLogits.forEach((d, j) => (total.dense.b[j] += d));
  const dFlat = flat.map((value, i) => {
    let sum = 0;
    for (let j = 0; j < 10; j++) {
      total.dense.w[i][j] += value * dLogits[j];
      sum += dense.w[i][j] * dLogits[j];
    }
    return sum;
  });
  let next = 0;
  const dPooled2 = pooled2.map((row) => row.map((cell) => cell.map(() => dFlat[next++])));
  const dPooled1 = convolveBackward(unpool(dPooled2, active2), pooled1, conv2, total.conv2);
  convolveBackward(unpool(dPooled1, active1), input, { w: [], b: [] }, total.conv1);
}

/** À travers le pooling, puis ReLU : seule une gagnante active reçoit quelque chose. */
function unpool(dy: Maps, x: Maps): Maps {
  const dx = x.map((row) => row.map((cell) => cell.map(() => 0)));
  dy.forEach((row, i) =>
    row.forEach((cell, j) =>
      cell.forEach((d, k) => {
        const [top, left] = winner(x, i, j, k);
        if (x[top][left][k] > 0) dx[top][left][k] += d;
      }),
    ),
  );
  return dx;
}

/** Ajoute à `total` les gradients des filtres, rend celui de l'entrée (inutile, donc vide, sans poids). */
function convolveBackward(dy: Maps, x: Maps, { w }: Convolution, total: Convolution): Maps {
  const dx = x.map((row) => row.map((cell) => cell.map(() => 0)));
  dy.forEach((row, i) =>
    row.forEach((d, j) => {
      if (d.every((value) => value === 0)) return;
      d.forEach((value, k) => (total.b[k] += value));
      for (let u = 0; u < 3; u++) {
        for (let v = 0; v < 3; v++) {
          const [seen, back] = [x[i + u][j + v], dx[i + u][j + v]];
          for (let c = 0; c < seen.length; c++) {
            const sums = total.w[u][v][c];
            for (let k = 0; k < d.length; k++) {
              sums[k] += seen[c] * d[k];
              if (w.length > 0) back[c] += w[u][v][c][k] * d[k];
            }
          }
        }
      }
    }),
  );
  return dx;
}

/** Un réseau de même forme, chaque nombre changé. */
function mapNumbers<T>(tree: T, change: (value: number, place: number[]) => number): T {
  const walk = (node: unknown, place: number[]): unknown => {
    if (typeof node === 'number') return change(node, place);
    if (Array.isArray(node)) return node.map((each, i) => walk(each, [...place, i]));
    return Object.fromEntries(
      Object.entries(node as object).map(([key, each], i) => [key, walk(each, [...place, i])]),
    );
  };
  return walk(tree, []) as T;
  // END SOLUTION
}
// %% [markdown] id=c0de9107
// ## 3. Apprendre
//
// - `step(network, images, labels, rate)` rend le réseau après **un** pas de descente sur ce lot ; `network` reste comme il était.
// - `train(network, images, labels, options)` part du réseau donné, parcourt toutes les images `epochs` fois dans un ordre tiré
//   par `seed`, par lots de `batchSize` (le dernier peut être plus petit), et rend le réseau appris. Le correcteur l’appelle
//   plusieurs fois de suite, sur des paquets de 100 images, à partir du réseau que vous venez de rendre.
// %% id=c0de9108 role=answer exercise=handmadeCnn
function step(network: Network, images: Image[], labels: number[], rate: number): Network {
  // BEGIN SOLUTION
  const slopes = flatNumbers(gradients(network, images, labels).gradients);
  let next = 0;
  return mapNumbers(network, (weight) => weight - rate * slopes[next++]);
}

/** Tous les nombres, dans l'ordre où mapNumbers les visite. */
function flatNumbers(network: Network): number[] {
  const found: number[] = [];
  mapNumbers(network, (value) => (found.push(value), value));
  return found;
  // END SOLUTION
}

function train(
  network: Network,
  images: Image[],
  labels: number[],
  { epochs, batchSize, rate, seed }: TrainingOptions,
): Network {
  // BEGIN SOLUTION
  let learned = network;
  let state = (seed * 747796405 + 1) >>> 0;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const order = images.map((_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = below(i + 1);
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (let start = 0; start < order.length; start += batchSize) {
      const batch = order.slice(start, start + batchSize);
      const [x, y] = [batch.map((i) => images[i]), batch.map((i) => labels[i])];
      learned = step(learned, x, y, rate);
    }
  }
  return learned;
  // END SOLUTION
}
// %% [markdown] id=c0de9109
// ## 4. Sauver et relire
//
// - `save(network)` rend un texte : le JSON de `{ format: 'p1', network }`, et rien d’autre.
// - `load(text)` rend le réseau, nombre pour nombre. Elle lève une erreur si le texte n’est pas ce JSON, si une couche manque, si
//   une forme n’est pas celle du tableau d’en haut, ou si une valeur n’est pas un nombre fini.
// %% id=c0de910a role=answer exercise=handmadeCnn
function save(network: Network): string {
  // BEGIN SOLUTION
  return JSON.stringify({ format: 'p1', network });
  // END SOLUTION
}

function load(text: string): Network {
  // BEGIN SOLUTION
  const read = JSON.parse(text) as { format?: unknown; network?: Network };
  if (read?.format !== 'p1') throw new Error('load : ce texte n’a pas été écrit par save.');
  const { conv1, conv2, dense } = (read.network ?? {}) as Partial<Network>;
  const network = { conv1, conv2, dense } as Network;
  checkShape(conv1?.w, [3, 3, 1, 4]);
  checkShape(conv1?.b, [4]);
  checkShape(conv2?.w, [3, 3, 4, 8]);
  checkShape(conv2?.b, [8]);
  checkShape(dense?.w, [200, 10]);
  checkShape(dense?.b, [10]);
  return network;
}

function checkShape(value: unknown, shape: number[]): void {
  if (shape.length === 0) {
    if (!Number.isFinite(value)) throw new Error('load : une valeur n’est pas un nombre.');
    return;
  }
  if (!Array.isArray(value) || value.length !== shape[0]) {
    throw new Error('load : une couche manque ou n’a pas sa forme.');
  }
  for (const each of value) checkShape(each, shape.slice(1));
  // END SOLUTION
}
// %% [markdown] id=c0de910b
// ## Vos essais
//
// Copiez ces trois blocs dans des cellules à vous : ils vous aident, et ne sont pas notés, car le correcteur refait ces
// mesures avec d’autres nombres. Ils importent la bibliothèque du cours, ce que vos réponses ne peuvent pas faire.
// %% [markdown] id=c0de910c
// ```ts
// import { loadMnist } from '@convolab/lib';
// const digits = loadMnist({ train: 500, test: 200 });
// const imagesOf = (half: typeof digits.train): Image[] =>
//   half.labels.map((_, i) =>
//     Array.from({ length: 28 }, (_, row) =>
//       Array.from(half.images.data.subarray((i * 28 + row) * 28, (i * 28 + row + 1) * 28)),
//     ),
//   );
// const [learnImages, testImages] = [imagesOf(digits.train), imagesOf(digits.test)];
// console.log(`${learnImages.length} images pour apprendre, ${testImages.length} pour tester`);
// ```
// %% [markdown] id=c0de910d
// **Vos gradients sont-ils justes ?** Un poids de chaque couche, comparé à une différence centrée : les deux nombres d’une
// ligne doivent s’accorder sur six chiffres.
// %% [markdown] id=c0de910e
// ```ts
// const network = initialise(1);
// const [x, y] = [learnImages.slice(0, 4), digits.train.labels.slice(0, 4)];
// const lossAt = (change: (n: Network, by: number) => void, by: number): number => {
//   const moved = structuredClone(network);
//   change(moved, by);
//   return gradients(moved, x, y).loss;
// };
// const found = gradients(network, x, y).gradients;
// const places: [string, number, (n: Network, by: number) => void][] = [
//   ['dense', found.dense.w[17][3], (n, by) => (n.dense.w[17][3] += by)],
//   ['conv2', found.conv2.w[1][2][3][4], (n, by) => (n.conv2.w[1][2][3][4] += by)],
//   ['conv1', found.conv1.w[0][1][0][2], (n, by) => (n.conv1.w[0][1][0][2] += by)],
// ];
// for (const [layer, mine, change] of places) {
//   console.log(layer, mine, (lossAt(change, 1e-5) - lossAt(change, -1e-5)) / 2e-5);
// }
// ```
// %% [markdown] id=c0de910f
// **Apprend-il ?** Comptez quelques secondes.
// %% [markdown] id=c0de9110
// ```ts
// const learned = train(initialise(1), learnImages, digits.train.labels, {
//   epochs: 4,
//   batchSize: 10,
//   rate: 0.05,
//   seed: 1,
// });
// const right = testImages.filter((image, i) => {
//   const p = predict(learned, image);
//   return p.indexOf(Math.max(...p)) === digits.test.labels[i];
// });
// console.log(`exactitude sur des chiffres jamais vus : ${right.length / testImages.length}`);
// ```
// %% [markdown] id=c0de9111
// ## Compte rendu
//
// Écrivez ici, dans des cellules de texte et de code à vous : votre expérience et ses mesures (une ligne par réglage et par
// graine, la moyenne, l’écart), ce qui a été difficile, ce que le réseau confond, et ce que vous en concluez. Une page
// suffit.
