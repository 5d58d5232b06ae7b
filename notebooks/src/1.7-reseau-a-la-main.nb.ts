// ---
// title: Un réseau écrit à la main
// ---
// %% [markdown] id=m7titre1
// # 1.7 Un réseau écrit à la main, à côté de tfjs
//
// **Que se passe-t-il vraiment dans `fit` ?**
//
// La leçon 1.6 a entraîné un réseau avec une seule ligne, et il a appris. Cette leçon ouvre la boîte. Nous
// allons écrire tout ce que fait cette ligne, couche par couche, à l’aller puis au retour, sur un réseau si
// petit qu’on peut en suivre chaque nombre. À côté, tfjs fera le même travail ; et nous exigerons qu’il
// trouve **les mêmes nombres**, pas seulement des résultats qui se ressemblent.
//
// À la fin, vous saurez :
//
// - faire passer un gradient à travers une couche dense, un max pooling et une convolution ;
// - vérifier une passe arrière par des différences, poids par poids ;
// - faire à la main un pas de descente, et reconnaître celui de tfjs ;
// - dire ce qu’Adam ajoute, et pourquoi deux calculs justes ne sont pas égaux au bit près ;
// - entraîner LeNet-5 à la main et dans tfjs, l’enregistrer, et passer de l’un à l’autre.
//
// Lecture : environ 45 minutes, réponses comprises. Comptez autant pour vos essais ; la fin de la partie 3 est
// une bonne pause. À chaque question « **Prédire** », remplacez `null` par votre réponse, exécutez la cellule,
// puis les suivantes.
// %% [markdown] id=m7souven
// ## Avant de commencer : trois souvenirs
//
// Répondez de tête, puis dépliez.
//
// **1.** (Leçon 1.6) Un réseau répond [0,2 ; 0,5 ; 0,3] et la bonne classe est la première. Quel est le gradient
// de la perte par rapport aux trois logits ?
//
// <details><summary>Réponse</summary>
//
// Prédit moins voulu : [0,2 − 1 ; 0,5 ; 0,3] = [−0,8 ; 0,5 ; 0,3].
//
// </details>
//
// **2.** (Leçon 1.6) Dans le sens du retour, que fait un nœud × du gradient qu’il reçoit ?
//
// <details><summary>Réponse</summary>
//
// Il l’envoie à chacun de ses deux facteurs, multiplié par **l’autre** facteur.
//
// </details>
//
// **3.** (Leçon 1.5) Quelle est la forme du noyau d’une couche dense à 4 entrées et 2 neurones, dans tfjs ?
//
// <details><summary>Réponse</summary>
//
// [4, 2], [entrées, neurones]. S’y ajoutent deux biais : dix paramètres.
//
// </details>
// %% id=m7import role=given
import { rmSync, statSync } from 'node:fs';
import {
  bars, byProfile, checkPrediction, conv2d, conv2dBackward, convBackward,
  crossEntropyFromLogits, crossEntropyFromLogitsBackward, dense, denseBackward, flatten,
  flattenBackward, flipKernel, gradientErrors, heatmapGrid, layerDiagram, lineProfile,
  loadMnist, maxPool2d, maxPool2dBackward, maxPoolRouting, relu, reluBackward, slidingWindow,
  softmax, Volume, type LabelledImages,
} from '@convolab/lib';
import * as nn from '@convolab/lib/nn';
import * as tf from '@convolab/lib/tf';
// %% [markdown] id=m7p1mark items=100,101
// ## 1. L’aller
//
// Notre réseau regarde une image de 5 × 5 et choisit entre deux classes. Il a un filtre 2 × 2, ReLU, un max
// pooling 2 × 2, puis une couche dense à deux neurones.
// %% id=m7diagra items=100
layerDiagram([
  { name: 'entrée', shape: [5, 5, 1] },
  { name: 'conv 2×2 + ReLU', shape: [4, 4, 1], part: 'extraction' },
  { name: 'max pooling', shape: [2, 2, 1], part: 'extraction' },
  { name: 'aplatir', shape: [4], part: 'classification' },
  { name: 'dense + softmax', shape: [2], part: 'classification' },
]);
// %% [markdown] id=m7param1 items=101
// **Prédire.** Combien de paramètres ce réseau a-t-il, biais compris ?
// %% id=m7paramq role=free items=101
const predictCount: number | null = null; // ← un entier
// %% id=m7param3 items=101 tags=replie
checkPrediction(predictCount, 2 * 2 + 1 + (4 * 2 + 2),
  `2 × 2 + 1 pour la convolution, 4 × 2 + 2 pour la couche dense. Erreur fréquente : compter des
poids pour le pooling ou l’aplatissement, qui n’en ont pas.`);
// %% id=m7param2 items=101
// tous les paramètres, à la file : noyau (4), biais (1), noyau dense (4 × 2), biais denses (2)
const start = [1, -1, -1, 2, 0, 1, 0, 0, 1, -1, 1, 0.5, -0.5, 0, 0.5];
const unpack = (t: number[]) => ({
  kernel: [t.slice(0, 2), t.slice(2, 4)], bias: t.slice(4, 5),
  weights: [t.slice(5, 7), t.slice(7, 9), t.slice(9, 11), t.slice(11, 13)], biases: t.slice(13),
});
const first = unpack(start);
console.log('noyau :', first.kernel, 'dense :', first.weights);
// %% [markdown] id=m7aller1 items=100
// Nous les rangeons **à la file**, dans une seule liste : un réseau, pour celui qui l’entraîne, n’est qu’une liste de
// nombres à améliorer. D’ordinaire on les tire au hasard (leçon 1.6) ; ici nous les choisissons ronds, pour
// pouvoir calculer de tête.
//
// Voici l’image et l’aller, une ligne par couche. Chaque ligne **garde** ce que la couche a reçu : le retour en aura
// besoin.
// %% id=m7aller2 items=100
const image = [
  [0, 0, 1, 0, 1],
  [0, 1, 0, 1, 1],
  [1, 0, 0, 1, 1],
  [0, 0, 0, 1, 0],
  [0, 0, 0, 0, 1],
];
function forward({ kernel, bias, weights, biases }: ReturnType<typeof unpack>) {
  const map = conv2d(image, kernel, { bias: bias });
  const active = relu(map);
  const pooled = maxPool2d(active, { poolSize: 2 });
  const flat = flatten(pooled);
  return { map, active, pooled, flat, logits: dense(flat, weights, { bias: biases }) };
}
// %% [markdown] id=m7aller3 items=100
// **Prédire.** Calculez la première case de la carte, en haut à gauche : le noyau est [[1, −1], [−1, 2]].
// %% id=m7allerq role=free items=100
const predictCell: number | null = null; // ← un nombre
// %% id=m7aller9 items=100
const seen = forward(first);
// %% id=m7aller5 items=100 tags=replie
checkPrediction(predictCell, seen.map[0][0],
  `0 × 1 + 0 × (−1) + 0 × (−1) + 1 × 2. Erreur fréquente : retourner le noyau, ce que conv2d ne
fait pas à l’aller (leçon 1.2).`);
// %% id=m7aller4 items=100
console.log('carte  :', seen.map);
console.log('pooling :', seen.pooled, '; logits :', seen.logits);
const q = softmax(seen.logits);
console.log('q =', q.map((value) => value.toFixed(4)).join('  '));
// %% [markdown] id=m7aller7 items=100
// Suivez les seize fenêtres, puis les étapes d’après : ReLU met à 0 les cases négatives, le pooling garde la plus grande de chaque
// bloc de 2 × 2.
// %% id=m7aller8 items=100
slidingWindow(image, first.kernel);
// %% id=m7aller6 items=100
heatmapGrid({ carte: seen.map, ReLU: seen.active, pooling: seen.pooled });
// %% [markdown] id=m7tfjs01 items=100
// Et dans tfjs : le même plan, et nos quinze nombres rangés dans les formes qu’il attend. L’ordre de notre liste est
// justement celui de `getWeights`.
// %% id=m7tfjs02 items=100
const tiny = tf.sequential({ layers: [
  tf.layers.conv2d({ inputShape: [5, 5, 1], filters: 1, kernelSize: 2, activation: 'relu' }),
  tf.layers.maxPooling2d({ poolSize: 2 }),
  tf.layers.flatten(),
  tf.layers.dense({ units: 2, activation: 'softmax' }),
] });
const put = (t: number[]) => tiny.setWeights([
  tf.tensor4d(t.slice(0, 4), [2, 2, 1, 1]), tf.tensor1d(t.slice(4, 5)),
  tf.tensor2d(t.slice(5, 13), [4, 2]), tf.tensor1d(t.slice(13)),
]);
put(start);
const x = tf.tensor4d(image.flat(), [1, 5, 5, 1]);
const byTfjs = Array.from((tiny.predict(x) as tf.Tensor).dataSync());
console.log('tfjs :', byTfjs.map((value) => value.toFixed(4)).join('  '));
// %% [markdown] id=m7p2mark items=100,103
// ## 2. Le retour, une couche après l’autre
//
// L’image est de la classe 0, et le réseau préfère la classe 1 : il y a de quoi apprendre. Le retour part de la perte et
// remonte. Chaque couche reçoit le **gradient de sa sortie** et répond à deux questions :
//
// 1. quel est le gradient de mon **entrée** ? C’est ce qu’attend la couche d’avant ;
// 2. quel est le gradient de mes **poids**, si j’en ai ? C’est ce qu’attend l’optimiseur.
//
// Dans la bibliothèque, chaque opération a pour cela une fonction sœur : `dense` et `denseBackward`, `relu` et
// `reluBackward`… Elle prend le gradient de la sortie, puis **les arguments de l’aller**.
//
// ### La perte et softmax
//
// **Prédire.** Quel est le gradient des deux logits ? (q est affiché plus haut ; deux nombres, quatre décimales.)
// %% id=m7lossq1 role=free items=103
const predictLogits: number[] | null = null; // ← par exemple [0.1, -0.1]
// %% id=m7loss00 items=103
const label = 0;
const dLogits = crossEntropyFromLogitsBackward(1, seen.logits, [1, 0]);
const short = (values: number[]) => values.map((value) => Number(value.toFixed(4)));
// %% id=m7loss02 items=103 tags=replie
checkPrediction(predictLogits, short(dLogits),
  `[0,3775 − 1 ; 0,6225 − 0] : il faut pousser le premier logit et tirer le second. Erreur
fréquente : le signe inverse, voulu moins prédit.`);
// %% id=m7loss01 items=103
console.log('perte :', crossEntropyFromLogits(seen.logits, label).toFixed(4));
console.log('gradient des logits :', short(dLogits));
// %% [markdown] id=m7loss03 items=103
// Le premier argument, 1, est le gradient de la perte par rapport à elle-même. C’est de là que tout part.
//
// ### La couche dense
//
// Prenons d’abord des nombres ronds, à part : deux entrées x = [1, 2], deux neurones, pas de biais (il ne change rien ici).
//
// $$K = \begin{pmatrix} 3 & -1 \\ 0 & 2 \end{pmatrix}, \qquad z_1 = 3x_1 + 0x_2, \qquad z_2 = -1x_1 + 2x_2,$$
//
// et supposons que le gradient qui arrive soit $[g_1, g_2]$ = [1, −1].
//
// L’entrée $x_1$ agit sur la perte par **deux** chemins : par $z_1$, avec le poids 3, et par $z_2$, avec le poids −1.
// Les chemins s’additionnent : $3 \times 1 + (-1) \times (-1)$. Une **ligne** de K suffit donc : celle de cette entrée.
//
// **Prédire.** Quel est le gradient des deux entrées ?
// %% id=m7dxq001 role=free items=103
const predictDx: number[] | null = null; // ← par exemple [1, 2]
// %% id=m7dx0001 items=103
const [vector, K, g] = [[1, 2], [[3, -1], [0, 2]], [1, -1]];
const back = denseBackward(g, vector, K);
// %% id=m7dx0002 items=103 tags=replie
checkPrediction(predictDx, back.dInput,
  `3 × 1 + (−1) × (−1) pour la première, 0 × 1 + 2 × (−1) pour la seconde. Erreur fréquente :
[3, -3], en lisant K par colonnes, comme à l’aller.`);
// %% id=m7dx0003 items=103
for (const i of [0, 1]) {
  const byHand = K[i][0] * g[0] + K[i][1] * g[1];
  console.log(`entrée ${i + 1} : ${K[i][0]} × ${g[0]} + ${K[i][1]} × ${g[1]} = ${byHand}`);
}
console.log('denseBackward :', back.dInput);
// %% [markdown] id=m7dk0001 items=103
// Les poids, maintenant. Le poids qui relie l’entrée i au neurone u n’apparaît qu’une fois : dans $z_u$, multiplié par
// $x_i$. Son gradient est donc $x_i \times g_u$ : **ce qui est entré × ce qui est revenu**. Le biais, lui, est ajouté
// tel quel : son gradient est $g_u$.
//
// **Prédire.** Quel est le gradient des quatre poids ? Rangez-les comme K, une ligne par entrée.
// %% id=m7dkq001 role=free items=103
const predictDk: number[][] | null = null; // ← par exemple [[0, 0], [0, 0]]
// %% id=m7dk0003 items=103 tags=replie
checkPrediction(predictDk, back.dKernel,
  `La ligne 1 vaut 1 × [1, −1], la ligne 2 vaut 2 × [1, −1]. Remarquez que K n’intervient pas.
Erreur fréquente : multiplier par le poids lui-même.`);
// %% id=m7dk0002 items=103
const outer = vector.map((entered) => g.map((returned) => entered * returned));
console.log('entrée × retour :', outer, '; denseBackward :', back.dKernel);
console.log('biais :', back.dBias);
// %% [markdown] id=m7batch1 items=103
// Et avec un **lot** ? Chaque image donne son gradient des entrées, mais les poids sont communs à toutes.
//
// **Prédire.** La même entrée deux fois dans le lot, avec le même gradient [1, −1] pour chacune : que devient le
// gradient des biais ?
// %% id=m7batchq role=free items=103
const predictBatch: number[] | null = null; // ← deux nombres
// %% id=m7batch0 items=103
const twice = denseBackward([g, g], [vector, vector], K);
// %% id=m7batch3 items=103 tags=replie
checkPrediction(predictBatch, twice.dBias,
  `Les contributions des images s’ajoutent. Erreur fréquente : faire la moyenne ici. La moyenne
sur le lot est déjà dans la perte, donc dans le gradient qui arrive ; la refaire à chaque couche
diviserait plusieurs fois.`);
// %% id=m7batch2 items=103
console.log('gradient des entrées :', twice.dInput);
console.log('gradient des poids :', twice.dKernel, '; des biais :', twice.dBias);
// %% [markdown] id=m7back01 items=103
// Retour à notre réseau. Les deux couches suivantes (dans le sens du retour) sont faciles : `flattenBackward` replie la
// bande dans sa forme d’origine, et c’est tout.
// %% id=m7back02 items=103
const dDense = denseBackward(dLogits, seen.flat, first.weights, { bias: first.biases });
const dPooled = flattenBackward(dDense.dInput, seen.pooled);
console.log('gradient de la bande :', short(dDense.dInput));
console.log('replié en 2 × 2 :', dPooled.map(short));
// %% [markdown] id=m7pool01 items=103
// ### Le max pooling : un aiguillage
//
// À l’aller, une seule case de chaque fenêtre a compté : la plus grande. Bougez un peu une autre case, la sortie ne change
// pas : son gradient est donc **0**. La gagnante reçoit **tout**.
//
// **Prédire.** La fenêtre [[1, 5], [3, 2]] reçoit le gradient 7. Quel est le gradient de ses quatre cases ?
// %% id=m7poolq1 role=free items=103
const predictPool: number[][] | null = null; // ← par exemple [[7, 7], [7, 7]]
// %% id=m7pool00 items=103
const routed = maxPool2dBackward([[7]], [[1, 5], [3, 2]], { poolSize: 2 });
// %% id=m7pool03 items=103 tags=replie
checkPrediction(predictPool, routed,
  `Le 5 a gagné : il reçoit 7, les autres 0. Erreur fréquente : partager le gradient entre les
quatre, ce qui est la règle de la moyenne (average pooling), pas du maximum.`);
// %% id=m7pool02 items=103
const tie = maxPool2dBackward([[7]], [[5, 5], [5, 5]], { poolSize: 2 });
console.log('le 5 reçoit tout    :', routed);
console.log('quatre cases égales :', tie);
// %% [markdown] id=m7pool04 items=103
// En cas d’égalité, il faut choisir : comme tfjs, la première case gagne, dans l’ordre de lecture. Voici notre réseau. L’étoile
// marque la gagnante de chaque fenêtre.
// %% id=m7pool05 items=103
maxPoolRouting(seen.active, dPooled, { poolSize: 2 });
// %% [markdown] id=m7pool06 items=103
// Seules quatre cases sur seize reçoivent quelque chose. Quand les fenêtres se **chevauchent**, la même case peut
// gagner plusieurs fois : elle reçoit alors la **somme**. Ici, le 9 gagne les quatre fenêtres.
// %% id=m7pool07 items=103
const ninth = [[1, 3, 2], [0, 9, 4], [5, 6, 7]];
maxPoolRouting(ninth, [[1, 2], [0, -1]], { poolSize: 2, stride: 1 });
// %% id=m7relu01 items=103
const dActive = maxPool2dBackward(dPooled, seen.active, { poolSize: 2 });
const dMap = reluBackward(dActive, seen.map);
console.log('après ReLU :');
for (const row of dMap) console.log(short(row).map((value) => String(value).padStart(8)).join(''));
// %% [markdown] id=m7conv01 items=103
// ReLU ne laisse passer que là où la carte était au-dessus de 0 (leçon 1.4). Ici, les quatre gagnantes étaient toutes
// positives : rien n’est arrêté. Si une fenêtre n’avait contenu que des négatifs, son gradient se serait perdu.
//
// ### La convolution : les poids
//
// La convolution est une couche dense économe : chaque poids sert à **toutes** les positions. La règle ne change pas, ce qui
// est entré × ce qui est revenu, mais un poids rencontre une paire à chaque position, et il faut les **additionner**.
//
// Prenez le poids en haut à gauche du noyau. À la position (i, j), il multiplie la case (i, j) de l’image. Son gradient est
// donc la somme, sur toutes les positions, de image(i, j) × gradient(i, j). Pour le poids voisin, la même somme, mais avec
// l’image décalée d’une colonne. Une somme de produits, puis on décale, puis on recommence : c’est une **convolution de
// l’image par le gradient de la sortie** !
//
// **Prédire.** L’image fait 5 × 5, le gradient de la carte 4 × 4. Quelle est la forme de cette convolution ?
// %% id=m7convq1 role=free items=103
const predictShape: number[] | null = null; // ← [hauteur, largeur]
// %% id=m7conv00 items=103
const asConvolution = conv2d(image, dMap);
const dConv = conv2dBackward(dMap, image, first.kernel, { bias: first.bias });
// %% id=m7conv03 items=103 tags=replie
checkPrediction(predictShape, [asConvolution.length, asConvolution[0].length],
  `5 − 4 + 1 = 2 : la forme du noyau, comme il se doit. Un gradient a toujours la forme de ce dont
il est le gradient. Erreur fréquente : [4, 4], la forme de la sortie.`);
// %% id=m7conv02 items=103
console.log('image ∗ gradient :', asConvolution.map(short));
console.log('conv2dBackward   :', dConv.dKernel.map(short));
console.log('biais :', short(dConv.dBias), '; somme du gradient :', short([dMap.flat().reduce(
  (sum, value) => sum + value, 0)]));
// %% [markdown] id=m7conv04 items=103
// ### La convolution : l’entrée
//
// Dans l’autre sens : une case de l’image a servi à plusieurs fenêtres, une fois par poids. Elle reçoit un gradient de
// chacune. Prenons à part un gradient de sortie de 2 × 2 et un noyau de 2 × 2 ; l’entrée faisait 3 × 3.
//
// **Prédire.** Combien de cases de sortie ont utilisé la case d’entrée du **coin**, et combien celle du **centre** ?
// %% id=m7touchq role=free items=103
const predictTouch: number[] | null = null; // ← [coin, centre]
// %% id=m7touch1 items=103
const dOut = [[1, 2], [0, -1]];
const kernel2 = [[1, 2], [3, 4]];
// un gradient de 1 partout, un noyau de 1 partout : on ne fait que compter
const ones = [[1, 1], [1, 1]];
const blank = [[0, 0, 0], [0, 0, 0], [0, 0, 0]];
const touches = conv2dBackward(ones, blank, ones).dInput;
// %% id=m7touch2 items=103 tags=replie
checkPrediction(predictTouch, [touches[0][0], touches[1][1]],
  `Le coin n’est que dans une fenêtre, le centre est dans les quatre. Erreur fréquente : 4 partout,
en oubliant les bords.`);
// %% [markdown] id=m7touch3 items=103
// Suivez le film, case par case de l’entrée. À gauche, les gradients qui la concernent, avec le poids qui les a reliés à elle.
// Arrêtez-vous au centre, et regardez l’ordre des poids : 4, 3, 2, 1.
// %% id=m7film01 items=103
convBackward(dOut, kernel2);
// %% [markdown] id=m7film02 items=103
// L’ordre s’inverse, et c’est naturel : la fenêtre qui commence **avant** la case la voit avec un poids de **fin**. Le retour est donc,
// lui aussi, une convolution : celle du gradient, bordé de zéros, par le noyau **retourné** (leçon 1.2). L’aller des
// réseaux ne retourne pas le noyau ; le retour, si.
//
// **Prédire.** Si l’on oublie de retourner le noyau, combien des neuf cases seront fausses ? Comparez les
// sommes du film ; ou tentez votre chance.
// %% id=m7flipq1 role=free items=103
const predictFlip: number | null = null; // ← de 0 à 9
// %% id=m7flip00 items=103
const right = conv2dBackward(dOut, blank, kernel2).dInput;
const turned = conv2d(dOut, flipKernel(kernel2), { padding: 1 });
const forgotten = conv2d(dOut, kernel2, { padding: 1 });
const wrongCells = right.flat().filter((value, k) => value !== forgotten.flat()[k]).length;
// %% id=m7flip02 items=103 tags=replie
checkPrediction(predictFlip, wrongCells,
  `Les formes sont bonnes, rien ne plante, et presque tout est faux. Erreur fréquente : penser
qu’une erreur aussi grosse se verrait ; un réseau à une seule convolution n’utilise même pas ce
gradient, et apprendrait normalement.`);
// %% id=m7flip01 items=103
console.log('conv2dBackward :', right.join(' | '));
console.log('noyau retourné :', turned.join(' | '));
console.log('sans retourner :', forgotten.join(' | '));
// %% [markdown] id=m7stride items=103
// (Nous avons pris un pas de 1. Avec un pas de 2, les fenêtres sont moins nombreuses ; si le pas dépasse la taille du noyau,
// certaines cases ne reçoivent rien du tout. La
// règle « qui m’a utilisée, et avec quel poids ? » reste la même, et `conv2dBackward` la suit pour tous les
// pas et remplissages.)
// %% [markdown] id=m7p3mark items=100,103
// ## 3. Le retour entier, et sa vérification
//
// Mettons les lignes bout à bout, dans l’ordre inverse de l’aller. Le gradient a quinze nombres, rangés comme les paramètres.
// (Celui de l’image ne sert à rien ici : personne n’apprend les pixels.)
// %% id=m7whole1 items=100,103
function gradientAt(t: number[]): number[] {
  const { kernel, bias, weights, biases } = unpack(t);
  const { map, active, pooled, flat, logits } = forward({ kernel, bias, weights, biases });
  const fromLoss = crossEntropyFromLogitsBackward(1, logits, [1, 0]);
  const last = denseBackward(fromLoss, flat, weights, { bias: biases });
  const fromPool = flattenBackward(last.dInput, pooled);
  const fromRelu = maxPool2dBackward(fromPool, active, { poolSize: 2 });
  const conv = conv2dBackward(reluBackward(fromRelu, map), image, kernel, { bias: bias });
  return [...conv.dKernel.flat(), ...conv.dBias, ...last.dKernel.flat(), ...last.dBias];
}
const gradient = gradientAt(start);
console.log(short(gradient).join('  '));
// %% [markdown] id=m7check1 items=103
// Est-ce juste ? Vérifions **chaque** paramètre comme en 1.6 : on le bouge un peu dans les deux sens, et l’on regarde
// la perte.
//
// **Prédire.** LeNet-5 a 61 706 paramètres. Combien d’allers faudrait-il pour **un** gradient, par différences centrées ?
// %% id=m7checkq role=free items=103
const predictPasses: number | null = null; // ← un entier
// %% id=m7check3 items=103 tags=replie
checkPrediction(predictPasses, 2 * 61_706,
  `Deux par paramètre. La rétropropagation, elle, coûte un aller et un retour, quel que soit le
nombre de paramètres : c’est pourquoi elle existe. Erreur fréquente : 61 707, qui est le compte des
différences à droite.`);
// %% id=m7check2 items=103
const lossAt = (t: number[]) => crossEntropyFromLogits(forward(unpack(t)).logits, label);
const moved = (k: number, by: number) => start.map((value, i) => (i === k ? value + by : value));
const h = 1e-5;
const measured = start.map((_, k) => (lossAt(moved(k, h)) - lossAt(moved(k, -h))) / (2 * h));
const apart = measured.map((value, k) => Math.abs(value - gradient[k]));
const parts = { 'conv, noyau': [0, 4], 'conv, biais': [4, 5],
  'dense, noyau': [5, 13], 'dense, biais': [13, 15] };
for (const [name, [from, to]] of Object.entries(parts)) {
  const most = Math.max(...apart.slice(from, to));
  console.log(name.padEnd(13), ': plus grand écart < 1e-6 :', most < 1e-6);
}
// %% [markdown] id=m7check4 items=103
// Regardons de plus près le premier poids du noyau, pour tous les h. La figure vient de 1.6 : la dérivée est juste si la courbe
// descend très bas.
// %% id=m7check5 items=103
const lossOfWeight = (weight: number) => lossAt([weight, ...start.slice(1)]);
gradientErrors(lossOfWeight, gradient[0], start[0]);
// %% [markdown] id=m7check6 items=103
// La différence centrée descend jusqu’à une erreur relative de l’ordre de 10⁻¹¹ : la dérivée est juste. Une précaution, tout de même : ReLU et le
// maximum ont des **coins**, là où une case passe par 0 ou quand une autre case va gagner. Si un pas de h en franchit un,
// la différence mélange deux pentes et ne prouve plus rien. On vérifie donc loin des coins, avec un petit h.
//
// Dernier juge : tfjs. (`compile` lui dit comment descendre et quelle perte ; `fit` fait les pas.) Un pas de descente ordinaire retire *taux × gradient*. Avec un taux de **1**, ce qu’un pas retire **est** le gradient.
// %% id=m7check7 items=103
const y = tf.tensor2d([[1, 0]]);
const numbersOf = (model: tf.LayersModel) =>
  model.getWeights().flatMap((tensor) => Array.from(tensor.dataSync()));
tiny.compile({ optimizer: tf.train.sgd(1), loss: 'categoricalCrossentropy' });
await tiny.fit(x, y, { epochs: 1, verbose: 0 });
const tfGradient = numbersOf(tiny).map((value, k) => start[k] - value);
const widest = (a: number[], b: number[]) =>
  Math.max(...a.map((value, k) => Math.abs(value - b[k])));
console.log('tfjs :', short(tfGradient).join('  '));
console.log('le même gradient, à 0,000001 près :', widest(gradient, tfGradient) < 1e-6);
// %% [markdown] id=m7p4mark items=102
// ## 4. Un pas
//
// Le gradient est connu ; le pas est une seule ligne : **paramètre ← paramètre − taux × gradient**. Prenons un taux de 0,1.
//
// **Prédire.** Le premier poids du noyau vaut 1, et son gradient 1,2449. Que vaut-il après le pas ? (Quatre décimales.)
// %% id=m7stepq1 role=free items=102
const predictStep: number | null = null; // ← un nombre
// %% id=m7step00 items=102
const step = (t: number[], rate: number) => {
  const slope = gradientAt(t);
  return t.map((value, k) => value - rate * slope[k]);
};
const byLines = step(start, 0.1);
// %% id=m7step02 items=102 tags=replie
checkPrediction(predictStep, short(byLines)[0],
  `1 − 0,1 × 1,2449. Le gradient est positif : augmenter ce poids ferait monter la perte, donc on le
diminue. Erreur fréquente : ajouter le gradient au lieu de le retirer.`);
// %% id=m7step01 items=102
console.log('perte avant le pas :', lossAt(start).toFixed(4));
console.log('perte après le pas :', lossAt(byLines).toFixed(4));
// %% [markdown] id=m7three1 items=102
// Maintenant, trois façons de faire **le même pas** : nos lignes ; tfjs ; et `nn.sequential`, le réseau de la bibliothèque du
// cours. Ce dernier n’est rien d’autre que nos lignes, **empaquetées** : chaque couche y est un couple de fonctions,
// `forward` et `backward`, qui appellent les opérations que vous venez d’utiliser.
// %% id=m7three2 items=102
const packed = nn.sequential([
  nn.conv2d({ filters: 1, kernelSize: 2, activation: 'relu' }),
  nn.maxPool2d(),
  nn.flatten(),
  nn.dense({ units: 2, activation: 'softmax' }),
], { inputShape: [5, 5, 1], engine: 'plain' }); // 'plain' : en TypeScript ordinaire, sur 64 bits
const volume = (shape: number[], values: number[]) => new Volume(shape, Float64Array.from(values));
packed.setWeights({
  'conv2d/kernel': volume([2, 2, 1, 1], start.slice(0, 4)),
  'conv2d/bias': volume([1], start.slice(4, 5)),
  'dense/kernel': volume([4, 2], start.slice(5, 13)),
  'dense/bias': volume([2], start.slice(13)),
});
// %% id=m7three3 items=102
const one = { images: volume([1, 5, 5, 1], image.flat()), labels: [label] };
await packed.fit(one, { epochs: 1, optimizer: nn.sgd(), learningRate: 0.1, progress: false });
put(start);
tiny.compile({ optimizer: tf.train.sgd(0.1), loss: 'categoricalCrossentropy' });
await tiny.fit(x, y, { epochs: 1, verbose: 0 });
const byPacked = Object.values(packed.getWeights()).flatMap(({ data }) => Array.from(data));
console.log('nos lignes    :', short(byLines.slice(0, 5)).join('  '));
console.log('nn.sequential :', short(byPacked.slice(0, 5)).join('  '));
console.log('tfjs          :', short(numbersOf(tiny).slice(0, 5)).join('  '));
console.log('nos lignes et nn.sequential, au bit près :', widest(byLines, byPacked) === 0);
console.log('et tfjs, à 0,000001 près :', widest(byLines, numbersOf(tiny)) < 1e-6);
// %% [markdown] id=m7three4 items=99,102
// Voilà ce que fait `fit` : pour chaque époque, mélanger ; pour chaque lot, un aller, un retour, un pas ; tenir les comptes. Tout le reste
// (barre de progression, validation, arrêt anticipé) regarde, sans toucher aux poids.
// %% [markdown] id=m7p5mark items=102
// ## 5. Adam, vingt pas
//
// La descente ordinaire a un défaut vu en 1.6 : le même taux pour tous, alors que certains gradients sont mille fois plus grands que
// d’autres. **Adam** tient, pour chaque paramètre, deux moyennes glissantes : $m$, celle des gradients, et $v$, celle de leurs
// carrés.
//
// $$m \leftarrow 0{,}9\,m + 0{,}1\,g \qquad v \leftarrow 0{,}999\,v + 0{,}001\,g^2 \qquad
// w \leftarrow w - \eta\,\frac{\hat m}{\sqrt{\hat v} + \varepsilon}$$
//
// Les chapeaux corrigent le départ à zéro : au pas $t$, $\hat m = m / (1 - 0{,}9^t)$ et $\hat v = v / (1 - 0{,}999^t)$.
// Et $\varepsilon$ = 0,0000001 évite de diviser par 0.
//
// **Prédire.** Au **premier** pas, avec un taux de 0,01, de combien bougent deux paramètres dont les gradients sont 0,3 et 30 ? (Deux
// distances, à trois décimales.)
// %% id=m7adamq1 role=free items=102
const predictAdam: number[] | null = null; // ← deux nombres
// %% id=m7adam00 items=102
const adamMove = (g: number, t: number, m: number, v: number, rate: number) => {
  const [mHat, vHat] = [m / (1 - 0.9 ** t), v / (1 - 0.999 ** t)];
  return (rate * mHat) / (Math.sqrt(vHat) + 1e-7);
};
const firstMoves = [0.3, 30].map((g) => adamMove(g, 1, 0.1 * g, 0.001 * g * g, 0.01));
// %% id=m7adam02 items=102 tags=replie
checkPrediction(predictAdam, firstMoves.map((move) => Number(move.toFixed(3))),
  `Au premier pas, les chapeaux donnent g et g² : le pas vaut taux × g / |g|. Seul le signe
compte. Erreur fréquente : 0,003 et 0,3, le pas de la descente ordinaire.`);
// %% id=m7adam01 items=102
firstMoves.forEach((move) => console.log('bouge de', move.toFixed(6)));
// %% [markdown] id=m7lenet1 items=101,102
// Passons à un vrai réseau, LeNet-5 : deux convolutions, deux poolings, trois couches denses. `nn.toTfjs` en fait un modèle
// tfjs avec une copie de ses poids : pour comparer deux entraînements, il faut le **même départ** au hasard.
// %% id=m7lenet2 items=101
const lenet = (activation: 'relu' | 'tanh' = 'relu', engine: nn.EngineName = 'fast') =>
  nn.sequential([
    nn.conv2d({ filters: 6, kernelSize: 5, padding: 'same', activation: activation }),
    nn.avgPool2d(),
    nn.conv2d({ filters: 16, kernelSize: 5, activation: activation }),
    nn.avgPool2d(),
    nn.flatten(),
    nn.dense({ units: 120, activation: activation }),
    nn.dense({ units: 84, activation: activation }),
    nn.dense({ units: 10, activation: 'softmax' }),
  ], { inputShape: [28, 28, 1], engine: engine, seed: 7 });
lenet().summary();
// %% id=m7twin01 items=102
const size = byProfile({
  rapide: { train: 2000, epochs: 5 }, complet: { train: 60_000, epochs: 3 },
});
const digits = loadMnist({ train: size.train, test: 1000 });
const pixels = digits.train.images.data as Float32Array;
const batch = (n: number, from: number): LabelledImages => ({
  images: new Volume([n, 28, 28, 1], pixels.slice(784 * from, 784 * (from + n))),
  labels: digits.train.labels.slice(from, from + n),
});
const inputs = ({ images }: LabelledImages) =>
  tf.tensor4d(images.data as Float32Array, [images.shape[0], 28, 28, 1]);
const targets = ({ labels }: LabelledImages) => // une ligne de dix nombres par étiquette
  tf.oneHot(tf.tensor1d(Int32Array.from(labels), 'int32'), 10);
// %% id=m7twin1b items=102
const weightsOf = (network: nn.Network) =>
  Object.values(network.getWeights()).flatMap(({ data }) => Array.from(data));
// %% [markdown] id=m7lenet3 items=102
// Vingt pas sur vingt lots de 16 chiffres, les mêmes des deux côtés. Après chaque pas, on compare les 61 706 poids et l’on garde
// le plus grand écart.
//
// **Prédire.** Après vingt pas, les poids seront-ils exactement égaux ? `true` ou `false`.
// %% id=m7equalq role=free items=102
const predictEqual: boolean | null = null; // ← true ou false
// %% id=m7twin02 items=102
async function twentySteps(network: nn.Network, ours: nn.Optimizer, rule: tf.Optimizer,
  rate: number): Promise<number[]> {
  const twin = nn.toTfjs(network);
  twin.compile({ optimizer: rule, loss: 'categoricalCrossentropy' });
  const gaps: number[] = [];
  const same = { epochs: 1, batchSize: 16 };
  for (let k = 0; k < 20; k++) {
    const lot = batch(16, 16 * k); // `ours` se souvient d’un lot à l’autre, comme celui de tfjs
    await network.fit(lot, { ...same, optimizer: ours, learningRate: rate, progress: false });
    await twin.fit(inputs(lot), targets(lot), { ...same, verbose: 0 });
    gaps.push(widest(weightsOf(network), numbersOf(twin)));
  }
  return gaps;
}
// %% id=m7twin00 items=102
const plainGaps = await twentySteps(lenet('relu'), nn.sgd(), tf.train.sgd(0.05), 0.05);
const tanhGaps = await twentySteps(lenet('tanh'), nn.adam(), tf.train.adam(0.001), 0.001);
// %% id=m7twin3k items=102 tags=replie
checkPrediction(predictEqual, plainGaps[19] === 0,
  `Les deux calculs sont justes, mais ils additionnent dans un ordre différent, avec des nombres de
32 bits qui s’arrondissent à chaque opération. Erreur fréquente : penser que a + b + c ne dépend
pas de l’ordre ; c’est vrai des nombres, pas de leurs arrondis.`);
// %% id=m7twin03 items=102
console.log('descente ordinaire, écart < 0,000001 :', plainGaps[19] < 1e-6);
console.log('Adam, écart < 0,0001 :', tanhGaps[19] < 1e-4);
// %% [markdown] id=m7twin04 items=102
// Deux entraînements justes se suivent donc à l’arrondi près. LeNet-5 avait ici l’activation d’origine, tanh, pour Adam. Essayons Adam
// avec **ReLU**, et mettons les trois écarts sur une échelle logarithmique : −4 y veut dire 0,0001.
//
// **Prédire.** Lequel de ces trois écarts finit le plus grand : `'descente'`, `'Adam tanh'` ou `'Adam ReLU'` ?
// %% id=m7whichq role=free items=102
const predictWhich: string | null = null; // ← un des trois noms
// %% id=m7twin4a items=102 tags=mesure
const reluGaps = await twentySteps(lenet('relu'), nn.adam(), tf.train.adam(0.001), 0.001);
const all = { descente: plainGaps, 'Adam tanh': tanhGaps, 'Adam ReLU': reluGaps };
// %% id=m7twin06 items=102 tags=replie
const byGap = Object.entries(all).sort((a, b) => b[1][19] - a[1][19]);
checkPrediction(predictWhich, byGap[0][0],
  `ReLU est un interrupteur : près de 0, un arrondi suffit pour qu’un neurone s’ouvre d’un côté et
reste fermé de l’autre, et ses gradients ne sont plus les mêmes. Erreur fréquente : chercher la
faute dans la passe arrière ; la descente ordinaire vient de la mettre hors de cause.`);
// %% id=m7twin05 items=102 tags=mesure
lineProfile(
  Object.fromEntries(Object.entries(all).map(([name, gaps]) => [name, gaps.map(Math.log10)])),
  { title: 'LeNet-5 à la main et dans tfjs : le plus grand écart entre deux poids',
    x: 'pas', y: 'log₁₀ de l’écart', first: 1 });
// %% [markdown] id=m7twin07 items=102
// Nous avons suivi le saut de la dernière courbe, sur notre machine : au pas où elle monte, tous les poids qui s’écartent appartiennent
// à **un seul** neurone, dont ReLU s’est ouvert d’un côté et pas de l’autre. Ses gradients sont petits, et la descente ordinaire y serait peu sensible ;
// mais Adam divise par leur taille, et l’écart devient une part notable d’un pas entier. Ensuite, il se répand. C’est sa force, et son
// bruit. La même chose peut arriver entre deux versions d’une bibliothèque, ou deux processeurs. Quand un entraînement « ne se reproduit
// pas », ce n’est donc pas forcément une erreur : avant d’accuser, on compare les **gradients**, ou un pas de descente ordinaire.
// %% [markdown] id=m7p6mark items=98,99,104
// ## 6. LeNet-5 en entier : la même courbe
//
// Cette fois, plusieurs époques, du même départ, dans le même ordre (`shuffle: false` des deux côtés). Si nos lignes sont justes, les
// deux courbes se superposent.
// %% id=m7train1 items=98,99,104 tags=mesure
const mine = lenet();
const theirs = nn.toTfjs(mine);
const history = await mine.fit(digits.train,
  { epochs: size.epochs, batchSize: 50, shuffle: false, learningRate: 0.001 });
theirs.compile({ optimizer: tf.train.adam(0.001), loss: 'categoricalCrossentropy' });
const tfHistory = await theirs.fit(inputs(digits.train), targets(digits.train),
  { epochs: size.epochs, batchSize: 50, shuffle: false, verbose: 0 });
// %% id=m7train2 items=98,99,104 tags=mesure
const ownLoss = history.metrics.loss;
const tfLoss = tfHistory.history.loss as number[];
lineProfile({ 'à la main': ownLoss, tfjs: tfLoss },
  { title: 'Perte d’apprentissage de LeNet-5', x: 'époque', y: 'perte', first: 1 });
// %% id=m7train3 items=98,104 tags=mesure
ownLoss.forEach((loss, epoch) =>
  console.log(`${epoch + 1} : à la main ${loss.toFixed(4)}, tfjs ${tfLoss[epoch].toFixed(4)}`));
console.log('la même perte, à 0,02 près :', widest(ownLoss, tfLoss) < 0.02);
const rowsOf = (model: tf.LayersModel) =>
  (model.predict(inputs(digits.test)) as tf.Tensor).arraySync() as number[][];
const answer = (row: number[]) => row.indexOf(Math.max(...row));
const answers = mine.predict(digits.test.images).toNested(2).map(answer);
const tfAnswers = rowsOf(theirs).map(answer);
const score = (all: number[]) =>
  all.filter((digit, i) => digit === digits.test.labels[i]).length / all.length;
console.log(`test : à la main ${(100 * score(answers)).toFixed(1)} %`);
console.log(`test : tfjs ${(100 * score(tfAnswers)).toFixed(1)} %`);
// %% [markdown] id=m7train4 items=98,104
// Les deux courbes se superposent, à un peu d’arrondi près, grossi par des centaines de pas. Aucune des deux n’est
// « la vraie » ; un autre ordinateur donnera sans doute une troisième suite de chiffres, aussi bonne.
// %% [markdown] id=m7p7mark items=100
// ## 7. Et la vitesse ?
//
// Trois façons de faire le même pas sur 16 chiffres : `plain`, les boucles que vous pouvez lire ; `fast`, les mêmes opérations de la
// bibliothèque, récrites pour le processeur (WebAssembly, plusieurs multiplications à la fois, plusieurs cœurs) ; et tfjs, dont le moteur est
// écrit en C++.
//
// **Prédire.** Rangez-les du plus lent au plus rapide, par exemple `['tfjs', 'plain', 'fast']`.
// %% id=m7speedq role=free items=100
const predictOrder: string[] | null = null; // ← trois noms
// %% id=m7speed1 items=100 tags=mesure
const lot = batch(16, 0);
const [slow, quick] = [lenet('relu', 'plain'), lenet('relu', 'fast')];
const [xs, ys] = [inputs(lot), targets(lot)];
const once = { epochs: 1, batchSize: 16, progress: false };
const rivals: Record<string, () => Promise<unknown>> = {
  plain: () => slow.fit(lot, once),
  fast: () => quick.fit(lot, once),
  tfjs: () => theirs.fit(xs, ys, { epochs: 1, batchSize: 16, verbose: 0 }),
};
// %% id=m7speed0 items=100 tags=mesure
const took: Record<string, number> = {};
for (const [name, run] of Object.entries(rivals)) {
  await run(); // un tour à vide : le premier prépare la mémoire
  const times: number[] = [];
  for (let k = 0; k < 5; k++) {
    const begin = performance.now();
    await run();
    times.push(performance.now() - begin);
  }
  took[name] = Math.round((1000 * Math.min(...times)) / 16); // le meilleur tour, par chiffre
}
// %% id=m7speed3 items=100 tags=replie,mesure
checkPrediction(predictOrder, Object.keys(took).sort((a, b) => took[b] - took[a]),
  `C’est mesuré sur votre machine, à l’instant. Les trois font les mêmes multiplications ; c’est la
façon
de les ranger qui change. Erreur fréquente : croire qu’un code rapide fait moins de calculs.`);
// %% id=m7speed2 items=100 tags=mesure
bars(took, { title: 'Un pas, par chiffre, sur cette machine', x: 'microsecondes', log: true });
// %% [markdown] id=m7speed4 items=100
// Le code lisible n’est pas fait pour être rapide. Il sert à comprendre, et de **juge** : le rapide n’est accepté que s’il donne les mêmes
// nombres. Sur des lots aussi petits, tfjs passe aussi du temps à organiser chaque appel : essayez 64,
// puis 256 chiffres.
// %% [markdown] id=m7p8mark items=105
// ## 8. Enregistrer, relire, convertir
//
// Un réseau entraîné, ce sont ses poids et son plan. `nn.save` met les deux dans un seul fichier, au format *safetensors*, que d’autres
// programmes savent lire.
//
// **Prédire.** LeNet-5 a 61 706 paramètres de 32 bits. Sans le plan, combien d’octets occupent-ils ?
// %% id=m7saveq1 role=free items=105
const predictBytes: number | null = null; // ← un entier, ou un calcul
// %% id=m7save00 items=105
const file = 'mon-lenet-1.7.safetensors'; // à côté de ce carnet
await nn.save(mine, file);
const { network: again } = await nn.load(file);
const counted = weightsOf(mine).length;
// %% id=m7save02 items=105 tags=replie
checkPrediction(predictBytes, 4 * counted,
  `32 bits font 4 octets. Le reste du fichier dit quelles couches, quelles formes, et contient de
quoi reconnaître un fichier abîmé. Erreur fréquente : multiplier par 32.`);
// %% id=m7save01 items=105
console.log('paramètres :', counted, '; fichier :', statSync(file).size, 'octets');
console.log('le plan et les noms :', statSync(file).size - 4 * counted, 'octets');
// %% [markdown] id=m7save03 items=105
// Relu du fichier, puis converti en modèle tfjs, puis reconverti : répond-il pareil ? On compare les 10 000 probabilités de mille chiffres de test.
// %% id=m7save04 items=105
const asTfjs = nn.toTfjs(again);
const returned = nn.fromTfjs(asTfjs);
const probabilities = (network: nn.Network) => Array.from(network.predict(digits.test.images).data);
const original = probabilities(mine);
console.log('après lecture, écart :', widest(original, probabilities(again)));
console.log('dans tfjs, à 0,00001 près :', widest(original, rowsOf(asTfjs).flat()) < 1e-5);
console.log('aller-retour, écart :', widest(original, probabilities(returned)));
// %% id=m7save05 role=free items=105
// rmSync(file); // sans les deux barres : efface le fichier
// %% [markdown] id=m7next01 items=105
// D’où vient LeNet-5, et qu’ont fait de ses idées les réseaux qui ont suivi ? C’est la
// [leçon 1.8](1.8-lenet-alexnet-vgg.ipynb).
// %% [markdown] id=m7retain
// ## À retenir
//
// - `fit`, c’est : **aller, retour, pas**, lot après lot. Rien d’autre ne touche aux poids.
// - Au retour, une couche reçoit le gradient de sa **sortie**, et rend celui de son **entrée** et de ses **poids**. Un gradient a toujours la forme de ce
//   dont il est le gradient.
// - **Dense** : entrée ← K, ligne par ligne ; poids = entré × revenu ; les images d’un lot s’**ajoutent**.
// - **Max pooling** : tout à la gagnante, 0 aux autres ; les fenêtres qui se chevauchent s’ajoutent.
// - **Convolution** : poids = convolution de l’image par le gradient ; entrée = convolution du gradient, bordé de zéros, par le noyau **retourné**.
// - On vérifie **chaque** gradient par des différences centrées, loin des coins de ReLU et du maximum.
// - **Adam** donne à chaque paramètre un pas à sa mesure ; il peut aussi grossir un arrondi.
// - Deux calculs justes diffèrent par l’**arrondi** : on compare à une tolérance près, et on dit laquelle.
//
// ### Petit glossaire
//
// | Terme | En anglais | En une ligne |
// |---|---|---|
// | gradient de la sortie | *upstream gradient* | ce qu’une couche reçoit au retour |
// | aiguillage | *routing* | envoyer tout le gradient à une seule case |
// | vérification du gradient | *gradient check* | comparer un retour à des différences de pertes |
// | moyenne glissante | *moving average* | une moyenne qui oublie peu à peu le passé |
// | arrondi | *rounding* | ce que perd un nombre rangé dans un nombre fini de bits |
// | jumeau | *twin* | le même réseau, mêmes poids, dans une autre bibliothèque |
//
// ### Notations
//
// | Notation | Sens |
// |---|---|
// | $K$ | noyau d’une couche dense, [entrées, neurones] |
// | $g_u$ | gradient qui revient au neurone u |
// | $m, v$ | moyennes glissantes du gradient et de son carré (Adam) |
// | $\hat m, \hat v$ | les mêmes, corrigées du départ à zéro |
// | $\varepsilon$ | un très petit nombre, contre la division par 0 |
//
// ### À vous de jouer
//
// Programmez vous-même ces trois retours (dense, max pooling, convolution) dans les
// [exercices 1.7](../exercices/1.7-reseau-a-la-main.ipynb). Et ici :
//
// 1. Appelez `convBackward` avec un noyau 1 × 3, puis 3 × 3, de votre choix. Prédisez d’abord la case du centre.
// 2. Mettez `start[4]` (le biais de la convolution) à −5, et relancez les parties 1 à 3. Quels gradients deviennent nuls ? Ce
//    réseau peut-il encore apprendre ?
// 3. Refaites la vérification de la partie 3 après avoir remplacé `maxPool2dBackward` par `avgPool2dBackward` (à importer), qui partage en quatre parts égales. Quelles lignes du
//    tableau passent à `false`, et lesquelles restent justes ? Pourquoi ?
// 4. Dans la partie 5, remplacez `nn.adam()` par `nn.momentum()` et `tf.train.adam` par `tf.train.momentum(0.001, 0.9)` :
//    l’écart est-il plus petit ? Qu’en concluez-vous sur Adam ?
//
// <details><summary>Réponses</summary>
//
// 1. La figure répond : au centre, chaque case du gradient de la sortie rencontre un poids, dans l’ordre inverse.
// 2. Toute la carte devient négative, ReLU rend 0 partout : le gradient du noyau, de son biais et du noyau dense est nul.
//    Seuls les deux biais denses peuvent apprendre, c’est-à-dire préférer une classe sans regarder l’image.
// 3. Les deux lignes `conv` passent à `false` : leur gradient a été mal partagé en route. Les deux lignes `dense`
//    restent justes, car le retour les calcule avant d’arriver au pooling.
// 4. Bien plus petit : chez nous, 1,5 × 10⁻⁸ après vingt pas, contre 3 × 10⁻³ avec Adam. Les gradients sont donc les mêmes
//    des deux côtés ; c’est la division d’Adam qui grossit l’arrondi.
//
// </details>
// %% id=m7brouil role=free
// votre brouillon
