// ---
// title: Apprendre
// ---
// %% [markdown] id=l6titre1
// # 1.6 Apprendre : entropie croisée, époques, rétropropagation, test
//
// **Un réseau tout neuf répond au hasard. Qui lui dit lesquels de ses milliers de nombres il faut changer,
// et dans quel sens ? Et quand il ne se trompe plus, comment savoir s’il a compris ou s’il récite ?**
//
// Les leçons précédentes ont construit le réseau de l’entrée à la sortie. Il manquait l’essentiel : les
// bons poids. Personne ne les écrit ; ils s’apprennent, et c’est cette leçon.
//
// À la fin, vous saurez :
//
// - mesurer une prédiction par l’entropie croisée, à la main, et dire ce que signifie sa valeur ;
// - lire un gradient, le calculer par rétropropagation sur un petit réseau, et vérifier qu’il est juste ;
// - compter les pas d’une époque, et dire ce qui se fait une fois, à chaque pas, à chaque époque ;
// - entraîner un vrai réseau sur de vrais chiffres, l’interrompre, le reprendre, l’enregistrer ;
// - reconnaître le surapprentissage, et tester un réseau sans tricher.
//
// Lecture : environ 50 minutes, réponses comprises. Comptez autant pour vos essais, en deux fois : la fin de la
// partie 3 est une bonne étape.
//
// À chaque question « **Prédire** », remplacez `null` par votre réponse, exécutez cette cellule, puis la
// suite. Les nombres en tête de cellule sont à vous.
// %% [markdown] id=l6souven
// ## Avant de commencer : trois souvenirs
//
// Répondez de tête, puis dépliez.
//
// **1.** (Leçon 1.5) Que vaut la somme des sorties de softmax ? Que deviennent-elles si l’on ajoute 5 à
// tous les logits ?
//
// <details><summary>Réponse</summary>
//
// La somme vaut 1. Ajouter la même quantité à tous les logits ne change rien : seuls leurs écarts
// comptent.
//
// </details>
//
// **2.** (Leçon 1.4) Quelle est la dérivée de ReLU en 3 ? En −3 ?
//
// <details><summary>Réponse</summary>
//
// 1 en 3, 0 en −3. Un neurone qui a répondu 0 ne laisse donc passer aucun gradient.
//
// </details>
//
// **3.** (Leçon 1.2) Combien de paramètres a une couche de 8 filtres 5 × 5 sur une image à un canal ?
//
// <details><summary>Réponse</summary>
//
// 8 × (5 × 5 × 1 + 1) = 208, biais compris.
//
// </details>
// %% id=l6import role=given
import { readdirSync, rmSync, statSync } from 'node:fs';
import {
  backpropagate, byProfile, checkPrediction, computationGraph, confusionMatrix, crossEntropy,
  crossEntropyFromLogits, crossEntropyFromLogitsBackward, differenceErrors, drawnDigit,
  epochRuler, filtersOverEpochs, gradientDescent, gradientErrors, heatmapGrid, labelTable,
  learningCurves, liveCurves, loadMnist, logLossCurve, lossSurface, oneHot, predictionBars,
  predictionGallery, readDigit, softmax, trainingLoop, useProfile, Volume, type LabelledImages,
} from '@convolab/lib';
import { train } from '@convolab/lib/graph';
import * as tf from '@convolab/lib/tf';
// useProfile('complet'); // sans les deux barres : 60 000 images, une minute ou deux d’entraînement
// %% [markdown] id=l6p1mark items=93
// ## 1. Mesurer une erreur : l’entropie croisée
//
// Pour corriger un réseau, il faut d’abord mesurer **de combien** il se trompe : un seul nombre, petit
// quand la réponse est bonne, grand quand elle est mauvaise. C’est la **perte** (*loss*).
//
// ### La bonne réponse, en nombres
//
// Un réseau qui distingue cinq animaux rend cinq probabilités. La bonne réponse s’écrit donc, elle aussi,
// avec cinq nombres : un 1 à la place de la bonne classe, des 0 ailleurs. C’est l’**étiquette**, codée
// « un parmi n » (*one-hot*).
//
// **Prédire.** L’ordre des classes est chien, renard, cheval, aigle, écureuil. Quelle est l’étiquette d’un
// aigle ?
// %% id=l6eagleq role=free items=93
const predictEagle: number[] | null = null; // ← cinq nombres
// %% id=l6eagle0 items=93
const animals = ['chien', 'renard', 'cheval', 'aigle', 'écureuil'];
const eagle = animals.indexOf('aigle'); // le numéro de la classe, à partir de 0
// %% id=l6eagle1k items=93 tags=replie
checkPrediction(predictEagle, oneHot(eagle, animals.length),
  `La classe « aigle » porte le numéro ${eagle}, en comptant à partir de 0 : le 1 est à la quatrième
place. Erreur fréquente : compter les places à partir de 1 et décaler le 1.`);
// %% id=l6eagle1 items=93
const back = oneHot(eagle, animals.length).indexOf(1);
console.log('et dans l’autre sens : le 1 est à la place', back, 'donc', animals[back]);
// %% id=l6labels items=93
labelTable(animals);
// %% [markdown] id=l6q1mark items=94,96
// ### La prédiction
//
// On montre un chien à un réseau encore peu entraîné. Il répond par une **distribution prédite** $Q_1$ ;
// l’étiquette du chien est la distribution **voulue** $P_1$.
// %% id=l6q1read items=96
const Q1 = [0.4, 0.3, 0.05, 0.05, 0.2]; // ce que répond le réseau
const P1 = oneHot(0, animals.length); // ce qu’il fallait répondre : chien
animals.forEach((animal, i) => console.log(animal.padEnd(9), `${Math.round(100 * Q1[i])} %`));
console.log('somme :', Q1.reduce((sum, q) => sum + q, 0));
// %% [markdown] id=l6hmark1 items=91,94
// Le réseau penche pour le chien, sans conviction. L’**entropie croisée** en fait un nombre :
//
// $$H(P, Q) = -\sum_i P(i)\,\ln Q(i)$$
//
// **Prédire.** $P_1$ n’a qu’un 1. Combien des cinq termes de la somme ne sont pas nuls ?
// %% id=l6termsq role=free items=94
const predictTerms: number | null = null; // ← un nombre de 0 à 5
// %% id=l6terms1k items=94 tags=replie
checkPrediction(predictTerms, P1.filter((p) => p > 0).length,
  `Seule compte la probabilité donnée à la bonne classe : H = −ln 0,4. Ce que le réseau pense
des quatre autres n’intervient pas directement. Erreur fréquente : 5, en oubliant que P
multiplie chaque terme.`);
// %% id=l6terms1 items=94
const sumOfTerms = 1 * Math.log(0.4) + 0 * Math.log(0.3) + 0 * Math.log(0.05)
  + 0 * Math.log(0.05) + 0 * Math.log(0.2);
console.log('à la main    :', (-sumOfTerms).toFixed(6));
console.log('crossEntropy :', crossEntropy(Q1, P1).toFixed(6));
const tfLoss = tf.metrics.categoricalCrossentropy(tf.tensor2d([P1]), tf.tensor2d([Q1]));
console.log('tfjs         :', tfLoss.dataSync()[0].toFixed(6));
// %% [markdown] id=l6e16mrk items=94
// > ⚠ **Erratum du support.** Le support écrit « log » sans dire la base. Le résultat qu’il donne, 0,916, est
// > un logarithme **naturel** (ln, de base *e*). En base 2, la même prédiction vaut 1,322 (l’unité est alors
// > le *bit*) ; en base 10, 0,398. La base ne change qu’un facteur, donc pas l’endroit du minimum ; mais deux
// > pertes ne se comparent que dans la même base. tfjs, Keras et PyTorch emploient ln, comme `Math.log`.
// %% id=l6bases1 items=94
console.log('ln    :', (-Math.log(Q1[0])).toFixed(4));
console.log('log 2 :', (-Math.log2(Q1[0])).toFixed(4));
console.log('log 10:', (-Math.log10(Q1[0])).toFixed(4));
// %% [markdown] id=l6e17mrk items=95
// **Trouvez l’erreur.** Voici la légende du support. L’une des trois lignes donne un nom **faux**, une
// autre un nom trop vague.
//
// | symbole | légende du support |
// |---|---|
// | $Q_1$ | « la distribution de probabilité » |
// | $P_1$ | « vrai label » |
// | $H$ | « validation croisée » |
//
// **Prédire.** Laquelle est fausse : `'Q1'`, `'P1'` ou `'H'` ? Et comment corrigeriez-vous les deux ?
// %% id=l6e17q01 role=free items=95
const predictLegend: string | null = null; // ← 'Q1', 'P1' ou 'H'
// %% id=l6e17num items=95
const printedLegend = { Q1: 'distribution de probabilité', P1: 'vrai label',
  H: 'validation croisée' };
const rightLegend = { Q1: 'distribution de probabilité prédite', P1: 'vrai label, ou étiquette',
  H: 'entropie croisée' };
const symbols = ['Q1', 'P1', 'H'] as const;
const wrongName = symbols.find((name) => !rightLegend[name].includes(printedLegend[name]));
// %% id=l6e17numk items=95 tags=replie
checkPrediction(predictLegend, wrongName ?? '',
  `H est l’entropie croisée (cross-entropy). La validation croisée (cross-validation) n’a rien à
voir : c’est une façon de découper des données en parts qui servent chacune à son tour à
valider. Et Q1 est la distribution prédite : P1 est, elle aussi, une distribution de
probabilité. Erreur fréquente : ne voir que Q1.`);
// %% [markdown] id=l6chance items=91,98
// ### Que veut dire 0,916 ?
//
// La perte d’une image vaut −ln q, où q est la probabilité donnée à la bonne classe. Déplacez le curseur :
// la courbe descend jusqu’à 0 pour q = 1, et monte sans limite quand q approche de 0. Se tromper **avec
// assurance** coûte très cher.
// %% id=l6curve1 items=91,98
logLossCurve({ 'peu entraîné': 0.4, 'bien entraîné': 0.98 });
// %% [markdown] id=l6chanc2 items=98
// **Prédire.** Un réseau distingue **dix** classes et les croit toutes aussi probables. Quelle est sa
// perte ? (Écrivez un calcul, par exemple `-Math.log(0.5)`.)
// %% id=l6chancq role=free items=98
const predictChance: number | null = null; // ← un calcul ou un nombre
// %% id=l6chancn items=98
const evenly = new Array<number>(10).fill(1 / 10);
const chanceLoss = crossEntropy(evenly, 3); // quelle que soit la bonne classe, ici la 3
// %% id=l6chancnk items=98 tags=replie
checkPrediction(predictChance, chanceLoss,
  `−ln(1/10) = ln 10. Retenez ce nombre : c’est la perte d’un réseau à dix classes qui ne sait
rien. Au premier pas d’un entraînement, vous devez lire à peu près cela. Erreur fréquente : 0,9,
la proportion d’erreurs.`);
// %% [markdown] id=l6goodmk items=97
// ### Une bonne prédiction, et un piège
//
// Mieux entraîné, le réseau répond $Q_2$ = [0,98 ; 0,01 ; 0 ; 0 ; 0,01] pour la même image. (Le support
// l’appelle encore $Q_1$, comme la première.) La perte devient −ln 0,98, mais la formule recopiée en entier cache un piège.
//
// **Prédire.** Que vaut `0 * Math.log(0)` en JavaScript : `'0'`, `'-Infinity'` ou `'NaN'` ?
// %% id=l6nanq01 role=free items=97
const predictNaN: string | null = null; // ← '0', '-Infinity' ou 'NaN'
// %% id=l6nan001k items=97 tags=replie
checkPrediction(predictNaN, String(0 * Math.log(0)),
  `Math.log(0) vaut −Infinity, et 0 × ∞ n’est pas défini : NaN (not a number), qui contamine
toute la somme. Erreur fréquente : croire que multiplier par 0 donne toujours 0.`);
// %% id=l6nan001 items=97
const Q2 = [0.98, 0.01, 0, 0, 0.01];
const naive = -(1 * Math.log(0.98) + 0 * Math.log(0.01) + 0 * Math.log(0) + 0 * Math.log(0)
  + 0 * Math.log(0.01));
console.log('la formule recopiée :', naive);
console.log('crossEntropy        :', crossEntropy(Q2, P1).toFixed(6));
// %% [markdown] id=l6lim001 items=97
// On convient que **0 ln 0 = 0**, et ce n’est pas arbitraire : c’est la limite de x ln x quand x tend vers 0.
// Une bibliothèque saute ces termes, ou borne q loin de 0. Cette convention ne vaut que si c’est **P** qui
// est nul : quand la *bonne* classe reçoit q = 0, la perte est bel et bien infinie.
// %% id=l6lim002 items=97
for (const x of [0.1, 0.01, 0.001, 1e-6, 1e-9]) console.log(x, '× ln', x, '=', x * Math.log(x));
// %% id=l6bars02 items=97
predictionBars(P1, { 'peu entraîné (Q1)': Q1, 'bien entraîné (Q2)': Q2 }, animals);
// %% [markdown] id=l6clipmk items=98
// **Prédire.** Une prédiction parfaite donne q = 1, donc −ln 1 = 0. Demandons à tfjs : sa perte sera-t-elle
// exactement 0 ? Et pour la pire des prédictions, q = 0, sera-t-elle infinie ? Répondez `'oui'` ou `'non'`
// aux deux, dans l’ordre.
// %% id=l6clipq1 role=free items=98
const predictClip: string[] | null = null; // ← par exemple ['oui', 'oui']
// %% id=l6clip00 items=98
const perfect = P1;
const worst = [0, 1, 0, 0, 0]; // « c’est un renard », sans le moindre doute
const askTf = (q: number[]) =>
  tf.metrics.categoricalCrossentropy(tf.tensor2d([P1]), tf.tensor2d([q])).dataSync()[0];
const yes = (isTrue: boolean) => (isTrue ? 'oui' : 'non');
// %% id=l6clip01k items=98 tags=replie
checkPrediction(predictClip, [yes(askTf(perfect) === 0), yes(askTf(worst) === Infinity)],
  `tfjs ramène d’abord q entre 0,0000001 et 0,9999999, pour ne jamais rencontrer ln 0. La perte
y est donc bornée. Erreur fréquente : prendre 16,118 pour une propriété de l’entropie croisée.`);
// %% id=l6clip01 items=98
const atBest = askTf(perfect).toExponential(2);
console.log('parfaite : maths', crossEntropy(perfect, P1), '; tfjs', atBest);
console.log('la pire  : maths', crossEntropy(worst, P1), '; tfjs', askTf(worst).toFixed(3));
console.log('−ln(1e-7) =', (-Math.log(1e-7)).toFixed(3));
// %% [markdown] id=l6e18mrk items=98
// > ⚠ **Erratum du support.** Le support écrit des termes « 0 log 0 » sans dire qu’ils valent 0 **par
// > convention**, et que la perte « devient nulle » quand la prédiction est parfaite. C’est vrai de la
// > formule, mais seulement à la limite : aux arrondis près, softmax ne rend jamais 1 (il faudrait un
// > logit infini). Les bibliothèques, elles, bornent q : tfjs s’arrête ici à 1,19 × 10⁻⁷. Une perte
// > affichée « 0,000 » est un arrondi.
// %% [markdown] id=l6klmark items=91
// ### Deux distributions
//
// (Passage à garder pour une seconde lecture : la suite n’en dépend pas.)
//
// Rien n’oblige P à n’avoir qu’un 1. Sur une photo floue, dix personnes hésitent : sept disent chien, trois
// disent renard. L’étiquette est alors P = [0,7 ; 0,3 ; 0 ; 0 ; 0]. L’entropie croisée se coupe en deux :
//
// $$H(P, Q) = \underbrace{H(P)}_{\text{hésitation de P}} + \underbrace{KL(P, Q)}_{\text{erreur de Q}},
// \qquad KL(P, Q) = \sum_i P(i) \ln \frac{P(i)}{Q(i)}$$
//
// $H(P)$, l’**entropie**, ne dépend pas du réseau : c’est le prix que même une prédiction parfaite paie.
// $KL$, la **divergence de Kullback et Leibler**, est positive, et nulle seulement si Q = P. Avec une étiquette
// *one-hot*, H(P) = 0 : toute la perte vient du réseau. Pressez les trois boutons.
// %% id=l6klbars items=91
const blurry = [0.7, 0.3, 0, 0, 0];
predictionBars(blurry, {
  'peu entraîné': Q1, 'bien entraîné sur des photos nettes': [0.97, 0.01, 0.01, 0.005, 0.005],
  'Q = P': blurry,
}, animals);
// %% id=l6klnum1 items=91
const KL = (p: number[], q: number[]) => crossEntropy(q, p) - crossEntropy(p, p);
const [hP, hPQ] = [crossEntropy(blurry, blurry), crossEntropy(Q1, blurry)];
const [a1, a2, a3] = [hP, KL(blurry, Q1), hPQ].map((value) => value.toFixed(4));
console.log(`H(P) ${a1} + KL(P, Q) ${a2} = H(P, Q) ${a3}`);
console.log('étiquette one-hot : H(P) =', crossEntropy(P1, P1) + 0);
const [u, v] = [[0.9, 0.1], [0.5, 0.5]];
console.log('KL(u, v) =', KL(u, v).toFixed(4), 'mais KL(v, u) =', KL(v, u).toFixed(4));
// %% [markdown] id=l6klmor1 items=91
// On parle parfois de « distance » entre deux distributions. Le mot est abusif : une distance est la même dans
// les deux sens, et H(P, P) vaut H(P), pas 0.
// %% [markdown] id=l6grdmk1 items=92
// ### Ce qu’il faut changer : le gradient
//
// Le but de l’apprentissage est de **rendre la perte aussi petite que possible**. Remontons d’un cran :
// le réseau ne choisit pas Q directement, il calcule des **logits** z, et softmax en fait Q. Si l’on
// augmente un peu le logit « chien », la perte baisse ; de combien ? C’est la **dérivée partielle** de la
// perte par rapport à ce logit. La liste des cinq dérivées est le **gradient**.
//
// **Prédire.** Pour le chien, q = 0,4 et p = 1. Que vaut la dérivée de la perte par rapport au logit
// « chien » ? (Elle a une forme très simple. Essayez : le signe d’abord.)
// %% id=l6gradq1 role=free items=92
const predictGradient: number | null = null; // ← un nombre entre −1 et 1
// %% id=l6grad00 items=92
const logits = Q1.map((q) => Math.log(q)); // des logits dont softmax fait exactement Q1
const gradient = crossEntropyFromLogitsBackward(1, logits, P1);
// %% id=l6grad01k items=92 tags=replie
checkPrediction(predictGradient, gradient[0],
  `Négative : augmenter ce logit fait baisser la perte. Et sa valeur est q − p. Vérifiez-le sur
les cinq lignes. Erreur fréquente : −1/0,4, la dérivée par rapport à q ; softmax n’est pas
encore traversé.`);
// %% id=l6grad01 items=92
console.log('classe     q      p    dérivée');
animals.forEach((animal, i) => console.log(animal.padEnd(9), softmax(logits)[i].toFixed(2), '  ',
  P1[i], '  ', gradient[i].toFixed(2).padStart(5)));
// %% [markdown] id=l6grdmk2 items=92
// Softmax suivi de l’entropie croisée a un gradient très simple :
//
// $$\frac{\partial H}{\partial z_i} = q_i - p_i$$
//
// **prédit moins voulu**. Il dit tout : pousser « chien » vers le haut de 0,6, tirer « renard » vers le bas de
// 0,3, et ainsi de suite. La somme est nulle (softmax ne voit que les écarts), et quand Q = P le gradient
// s’annule : il n’y a plus rien à corriger.
//
// Est-ce vrai ? On peut toujours vérifier une dérivée **en bougeant un peu** l’entrée : augmentons le logit
// « chien » de h = 0,001 et mesurons de combien la perte change, rapporté à h.
// %% id=l6grad02 items=92
const h = 0.001;
const pushed = [logits[0] + h, ...logits.slice(1)];
const change = crossEntropyFromLogits(pushed, P1) - crossEntropyFromLogits(logits, P1);
const expected = softmax(logits)[0] - P1[0];
console.log('mesuré :', (change / h).toFixed(4), '; q − p :', expected.toFixed(4));
console.log('somme du gradient :', Math.abs(gradient.reduce((sum, g) => sum + g, 0)).toFixed(6));
// %% [markdown] id=l6p2mark items=102
// ## 2. Descendre : le gradient et le taux d’apprentissage
//
// Un réseau a des milliers de poids ; impossible de dessiner sa perte. Prenons donc le plus petit réseau qui
// soit : **une** entrée, **un** poids w, **un** biais b. Les données, elles, sont vraies : 200 chiffres de
// MNIST, des 1 et des 7. L’entrée est la quantité d’**encre** de l’image (la somme de ses pixels, divisée par
// 100). Un 1 en demande d’ordinaire moins qu’un 7. Le réseau répond « c’est un 1 » avec la probabilité q, où
//
// $$q = \sigma(z) = \frac{1}{1 + e^{-z}}, \qquad z = w \times \text{encre} + b.$$
//
// (La **sigmoïde** σ est un softmax à deux classes, de logits z et 0.) La perte L(w, b) est la
// **moyenne** des 200 entropies croisées.
// %% id=l6inkdat items=102
const sample = loadMnist({ train: 2000, test: 1 }).train;
const inks: number[] = []; // l’entrée de chaque image
const isSeven: number[] = []; // l’étiquette : 0 pour un 1, 1 pour un 7
for (let n = 0; inks.length < 200; n++) {
  if (sample.labels[n] !== 1 && sample.labels[n] !== 7) continue;
  let ink = 0; // la somme de ses 28 × 28 pixels, divisée par 100
  for (const pixel of sample.images.data.slice(784 * n, 784 * (n + 1))) ink += pixel / 100;
  inks.push(ink);
  isSeven.push(sample.labels[n] === 7 ? 1 : 0);
}
// deux logits par image : z pour « un 1 », 0 pour « un 7 »
const meanLoss = (w: number, b: number) =>
  crossEntropyFromLogits(inks.map((ink) => [w * ink + b, 0]), isSeven);
console.log('perte en w = 5, b = −3 :', meanLoss(5, -3).toFixed(4));
console.log('perte en w = 0, b = 0 :', meanLoss(0, 0).toFixed(4), '= ln 2 :', Math.LN2.toFixed(4));
// %% [markdown] id=l6gdmark items=102
// Chaque couple (w, b) a sa perte : c’est un relief, et l’on cherche le fond de la vallée. Le gradient y
// donne la direction de la plus forte **montée** ; on fait un pas dans l’autre sens, et l’on recommence :
//
// $$w \leftarrow w - \eta\,\frac{\partial L}{\partial w}, \qquad b \leftarrow b - \eta\,\frac{\partial L}{\partial b}$$
//
// C’est la **descente de gradient**. Le nombre η (« êta ») est le **taux d’apprentissage**
// (*learning rate*) : il règle la longueur des pas, et c’est vous qui le choisissez.
//
// **Prédire.** Nous faisons 60 pas, avec six taux : 0,3 ; 1 ; 3 ; 6 ; 10 ; 20. Lequel finit le plus bas ?
// %% id=l6rateq1 role=free items=102
const predictRate: number | null = null; // ← un des six taux
// %% id=l6rate00 items=102
const learningRates = [0.3, 1, 3, 6, 10, 20];
// la perte du dernier pas, pour chaque taux
const lastLoss = (rate: number) =>
  gradientDescent(meanLoss, { start: [5, -3], rate: rate, steps: 60 }).losses[60];
const finals = learningRates.map(lastLoss);
// %% id=l6rate01k items=102 tags=replie
checkPrediction(predictRate, learningRates[finals.indexOf(Math.min(...finals))],
  `Trop petit, on n’est pas arrivé ; trop grand, chaque pas saute par-dessus la vallée.
Erreur fréquente : le plus grand, puisqu’il « va plus vite ».`);
// %% id=l6rate01 items=102
finals.forEach((loss, i) => console.log('taux', learningRates[i], ': perte', loss.toFixed(4)));
// %% id=l6surfac items=102
lossSurface(meanLoss, {
  range: { x: [-14, 8], y: [-6, 12] }, start: [5, -3], learningRates: learningRates, steps: 60,
});
// %% [markdown] id=l6gdmor1 items=102
// Regardez le taux 6 de près : le chemin zigzague d’un versant à l’autre tout en avançant le long de la
// vallée. La pente est forte en travers et faible en long ; un seul taux ne convient pas aux deux
// directions. Les **optimiseurs** comme *Adam*, que nous emploierons, donnent à chaque poids un pas à sa
// mesure.
// %% [markdown] id=l6p3mark items=100,103
// ## 3. La rétropropagation : d’où viennent les gradients ?
//
// Avec deux paramètres, on aurait pu tâtonner : bouger w, mesurer, bouger b, mesurer. Avec 60 000, il
// faudrait 60 000 passages dans le réseau pour **un** pas. La **rétropropagation** (*backpropagation*)
// donne toutes les dérivées en **un** aller et **un** retour.
//
// L’idée : un calcul compliqué est une chaîne de calculs simples. À l’aller (**passe avant**, *forward*),
// chaque nœud calcule sa valeur et la garde. Au retour (**passe arrière**, *backward*), le gradient part
// de la perte et remonte :
//
// > gradient d’une entrée = gradient qui arrive de la sortie × **dérivée locale** du nœud
//
// C’est la règle de dérivation des fonctions composées, rien d’autre. Voici deux neurones l’un derrière
// l’autre : une entrée x, un premier neurone avec ReLU, un second avec σ, et la perte −ln q.
// %% id=l6graph1 items=100,103
const tiny = {
  x: 2, w1: 0.5, b1: 0.5, w2: -1, b2: 0.5, // l’entrée et les quatre paramètres
  p: ['*', 'w1', 'x'], s: ['+', 'p', 'b1'], a: ['relu', 's'], // premier neurone
  r: ['*', 'w2', 'a'], z: ['+', 'r', 'b2'], q: ['sigmoid', 'z'], // second neurone
  L: ['-log', 'q'], // la perte
} as const;
computationGraph(tiny);
// %% [markdown] id=l6graph2 items=100,103
// Jouez les étapes 1 à 7, l’aller. **Arrêtez-vous à l’étape 9** : on connaît q = 0,269, et le retour a
// commencé.
//
// **Prédire.** À l’étape 10, le gradient atteint z. La partie 1 vous donne un raccourci : que vaut `dL/dz` ?
// (Trois décimales ; ou un calcul avec 0.2689414.)
// %% id=l6graphq role=free items=103
const predictDz: number | null = null; // ← votre réponse
// %% id=l6graph0 items=103
const passes = backpropagate(tiny);
const rounded = (value: number) => Number(value.toFixed(3));
// %% id=l6graph3k items=103 tags=replie
checkPrediction(predictDz === null ? null : rounded(predictDz), rounded(passes.z.gradient),
  `q − p, avec p = 1 : « prédit moins voulu ». Le graphe y arrive en deux nœuds, −1/q puis q(1 −
q), et leur produit est bien q − 1. Erreur fréquente : +0,269, en oubliant de retrancher p.`);
// %% id=l6graph3 items=103
for (const name of ['z', 'b2', 'w2', 'a', 'b1', 'w1'] as const) {
  console.log(`dL/d${name} = ${passes[name].gradient.toFixed(4)}`);
}
// %% [markdown] id=l6graph4 items=103
// Trois gestes suffisent, avant le logit : un **+** recopie le gradient vers ses deux entrées, un **×**
// le multiplie par l’autre facteur, **ReLU** le laisse passer ou l’arrête. Le gradient de w1 dépend de
// w2 : avant de corriger le premier neurone, il faut savoir ce que le second fait de sa réponse. D’où le
// sens du retour.
//
// Le signe de dL/dw1 est positif : il faut **diminuer** w1. Faisons un pas, et vérifions que la perte baisse.
// %% id=l6step01 items=100,103
const rate = 0.1; // essayez 1, puis 5
const stepped = {
  ...tiny, w1: tiny.w1 - rate * passes.w1.gradient, b1: tiny.b1 - rate * passes.b1.gradient,
  w2: tiny.w2 - rate * passes.w2.gradient, b2: tiny.b2 - rate * passes.b2.gradient,
};
console.log('perte avant le pas :', passes.L.value.toFixed(4));
console.log('perte après le pas :', backpropagate(stepped).L.value.toFixed(4));
// %% [markdown] id=l6chkmrk items=103
// ### Vérifier un gradient
//
// Une passe arrière fausse ne plante pas : le réseau apprend moins bien, sans rien dire. On
// la vérifie donc par des **différences**. La pente de f en x est à peu près
//
// $$\frac{f(x + h) - f(x)}{h} \quad\text{(à droite)} \qquad\text{ou, mieux,}\qquad \frac{f(x + h) - f(x - h)}{2h} \quad\text{(centrée)}.$$
//
// **Prédire.** Pour la différence centrée, lequel de ces h donne l’erreur la plus petite : 1, 1e-5 ou 1e-15 ?
// %% id=l6checkq role=free items=103
const predictStep: number | null = null; // ← 1, 1e-5 ou 1e-15
// %% id=l6check0 items=103
const lossOfW1 = (w1: number) => backpropagate({ ...tiny, w1: w1 }).L.value;
const errorOf = (h: number) => differenceErrors(lossOfW1, passes.w1.gradient, tiny.w1, h).centred;
const tried = [1, 1e-5, 1e-15];
const sizes = tried.map(errorOf);
// %% id=l6check2k items=103 tags=replie
checkPrediction(predictStep, tried[sizes.indexOf(Math.min(...sizes))],
  `À droite de la figure, h est si grand que la corde n’est plus la tangente. À gauche, f(x + h)
et f(x − h) ont les mêmes seize premiers chiffres : leur différence n’est plus que de l’arrondi.
Erreur fréquente : le plus petit.`);
// %% id=l6check2 items=103
tried.forEach((h) => console.log(`h = ${h} : erreur relative ${errorOf(h).toExponential(1)}`));
console.log('erreur < 1e-6 pour h = 1e-5 :', errorOf(1e-5) < 1e-6);
// %% id=l6check1 items=103
gradientErrors(lossOfW1, passes.w1.gradient, tiny.w1);
// %% [markdown] id=l6check3 items=103
// Un gradient **faux** se voit tout de suite : aucune valeur de h ne le sauve. Voici celui de w1 si l’on
// oubliait de multiplier par x (l’autre facteur).
// %% id=l6check4 items=103
gradientErrors(lossOfW1, passes.p.gradient, tiny.w1);
// %% [markdown] id=l6p4mark items=99,100
// ## 4. Lots, pas, époques
//
// Calculer la perte sur toutes les images avant chaque pas serait lent. On tire donc un petit **lot**
// (*mini-batch*) d’images au hasard, on fait un pas d’après ce lot, puis un autre. Une **époque** est
// finie quand chaque image a servi **une fois**. Suivez les huit étapes : qu’est-ce qui se fait une seule
// fois ?
// %% id=l6loop01 items=99,100,101,104
trainingLoop({ images: 10_000, batchSize: 64, epochs: 8 });
// %% [markdown] id=l6epochs items=99
// **Prédire.** MNIST a 60 000 images d’apprentissage. Avec des lots de 128, combien de pas dure une époque ?
// %% id=l6stepsq role=free items=99
const predictSteps: number | null = null; // ← un entier
// %% id=l6steps0 items=99
const [N, B] = [60_000, 128]; // images, taille d’un lot
const steps = Math.ceil(N / B);
// %% id=l6steps1k items=99 tags=replie
checkPrediction(predictSteps, steps,
  `60 000 / 128 = 468,75 : il faut un 469e pas pour les images qui restent.
Erreur fréquente : 468, qui en laisserait de côté, ou 60 000, un pas par image.`);
// %% id=l6steps1 items=99
const lastBatch = N - (steps - 1) * B;
console.log(`⌈${N} / ${B}⌉ = ${steps} pas ; le dernier lot n’a que ${lastBatch} images`);
// %% id=l6ruler1 items=99
epochRuler(N, B);
// %% [markdown] id=l6e19mrk items=99,101
// > ⚠ **Erratum du support.** Le support dit que chaque époque consiste en **une** passe avant et **une**
// > passe arrière. Ce n’est vrai que si le lot contient toutes les images. Sinon une époque en compte
// > ⌈N / B⌉, une de chaque **par lot** : ici 469. C’est toute la différence entre une correction des poids
// > par époque et 469.
// >
// > ⚠ **Erratum du support.** Il dit aussi que les poids sont initialisés « dans » la passe avant.
// > L’initialisation a lieu **une fois, avant** l’entraînement. Recommencée à chaque passe, elle
// > effacerait ce qui vient d’être appris.
// %% [markdown] id=l6p5mark items=101
// ## 5. Partir du hasard
//
// Pourquoi au hasard, et pas de zéro ? Essayons. Trois réseaux identiques, la même graine pour l’ordre
// des images, trois départs : tous les poids à **0**, tous à la **même valeur** 0,05, ou **tirés au
// hasard**.
//
// **Prédire.** Après trois époques, quelle est l’exactitude (la part de bonnes réponses) du réseau parti
// de **zéro**, à 10 % près ? Répondez 0.1, 0.5 ou 0.9.
// %% id=l6initq1 role=free items=101
const predictZeros: number | null = null; // ← 0.1, 0.5 ou 0.9
// %% id=l6init01 items=101
type Start = (seed: number) => tf.Initializer;
const buildNetwork = (start: Start) => tf.sequential({ layers: [
  tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 8, kernelSize: 5, activation: 'relu',
    kernelInitializer: start(1) }),
  tf.layers.maxPooling2d({ poolSize: 2 }),
  tf.layers.conv2d({ filters: 16, kernelSize: 3, activation: 'relu', kernelInitializer: start(2) }),
  tf.layers.maxPooling2d({ poolSize: 2 }),
  tf.layers.flatten(),
  tf.layers.dense({ units: 10, activation: 'softmax', kernelInitializer: start(3) }),
] });
const starts: Record<string, Start> = {
  'zéro': () => tf.initializers.zeros(),
  'constante': () => tf.initializers.constant({ value: 0.05 }),
  'hasard': (seed) => tf.initializers.glorotUniform({ seed: seed }),
};
// %% id=l6init06 items=101 tags=replie
const filterOf = (network: tf.LayersModel, k: number) => { // le filtre k de la première couche
  const weights = network.layers[0].getWeights()[0].arraySync() as number[][][][]; // [5, 5, 1, 8]
  return weights.map((row) => row.map((cell) => cell[0][k]));
};
const short = { epochs: 3, learningRate: 0.002, progress: false };
// %% id=l6init00 items=101
const networks = Object.entries(starts).map(([name, start]) =>
  ({ name: name, network: buildNetwork(start) }));
const courses: Record<string, number[]>[] = [];
for (const { network } of networks) courses.push((await train(network, sample, short)).metrics);
// %% id=l6init02k items=101 tags=replie
checkPrediction(predictZeros, Math.round(10 * courses[0].accuracy[2]) / 10,
  `Il reste au niveau du hasard, et sa perte à ln 10 = 2,303. Le gradient d’un poids est
multiplié par les réponses ou les poids voisins, tous nuls : rien ne bouge.
Erreur fréquente : croire que l’apprentissage corrige n’importe quel départ.`);
// %% id=l6init02 items=101
const pictures: Record<string, number[][]> = {};
networks.forEach(({ name, network }, i) => {
  const [one, two] = [0, 1].map((k) => (pictures[`${name} ${k + 1}`] = filterOf(network, k)));
  console.log(name.padEnd(9), ': perte', courses[i].loss.map((loss) => loss.toFixed(3)).join(' → '),
    '; filtres 1 et 2', String(one) === String(two) ? 'identiques' : 'différents');
});
// %% id=l6init03 items=101
heatmapGrid(pictures, { columns: 6 }); // les filtres 1 et 2 de chaque réseau
// %% [markdown] id=l6init04 items=101
// - Parti de **zéro**, rien n’a bougé dans les filtres ; seuls les biais de la dernière couche ont pu
//   apprendre.
// - Parti d’une **constante**, les filtres ont changé, mais ils sont restés **jumeaux** : partis égaux,
//   ils reçoivent le même gradient à chaque pas. Huit filtres n’en font qu’un. C’est la **symétrie**, et
//   rien ne la brise.
// - Partis du **hasard**, ils se sont spécialisés, chacun le sien.
//
// Le hasard n’est pas quelconque : *Glorot* tire des nombres d’autant plus petits que la couche a de
// liens, pour que les réponses ne grossissent ni ne s’éteignent d’une couche à l’autre.
// %% [markdown] id=l6p6mark items=104
// ## 6. Entraîner pour de bon
//
// Tout est en place. Il reste à ne pas tricher avec les données. On en fait **trois paquets**, et on ne
// les mélange jamais :
//
// | paquet | à quoi il sert | combien de fois |
// |---|---|---|
// | **apprentissage** (*training*) | corriger les poids | à chaque époque |
// | **validation** | choisir : quand s’arrêter, quel taux, quel réseau | après chaque époque |
// | **test** | dire ce que vaut le réseau choisi | **une fois**, à la fin |
// %% id=l6data01 items=104
const size = byProfile({
  rapide: { images: 12_000, validation: 2_000, epochs: 8 },
  complet: { images: 60_000, validation: 5_000, epochs: 12 },
});
const digits = loadMnist({ train: size.images }); // dans un ordre tiré au hasard, graine 1
const part = ({ images, labels }: LabelledImages, from: number, to: number): LabelledImages => ({
  images: new Volume([to - from, 28, 28, 1], images.data.slice(784 * from, 784 * to)),
  labels: labels.slice(from, to),
});
const training = part(digits.train, size.validation, size.images);
const validation = part(digits.train, 0, size.validation);
const test = digits.test; // écrits par d’autres personnes
for (const [name, set] of Object.entries({ apprentissage: training, validation, test })) {
  console.log(name, ':', set.labels.length, 'images');
}
// %% id=l6data02 items=104 tags=replie
// une image = une suite de 784 pixels ; y en a-t-il qui soient dans deux paquets ?
const keyOf = (pixels: Volume['data']) => Buffer.from(pixels.buffer).toString('hex');
const keysOf = ({ images, labels }: LabelledImages) =>
  labels.map((_, i) => keyOf(images.data.slice(784 * i, 784 * (i + 1))));
const learnedFrom = new Set(keysOf(training));
const shared = (set: LabelledImages) => keysOf(set).filter((key) => learnedFrom.has(key)).length;
console.log('images communes avec l’apprentissage : validation', shared(validation),
  '; test', shared(test));
// %% [markdown] id=l6train1 items=104
// Le réseau est celui de la partie 5, parti du hasard. Avant de l’entraîner, **un réflexe** : que vaut-il
// maintenant ? Si sa perte n’est pas proche de ln 10, quelque chose cloche déjà.
// %% id=l6train2 items=104 tags=replie
// tf.tidy rend la mémoire des tenseurs qui n’ont servi qu’en route
const predict = (network: tf.LayersModel, { images }: LabelledImages) => tf.tidy(() => {
  const input = tf.tensor(images.data as Float32Array, [...images.shape]);
  return (network.predict(input) as tf.Tensor2D).arraySync(); // [images, 10] probabilités
});
const answerOf = (probabilities: number[]) => probabilities.indexOf(Math.max(...probabilities));
const accuracyOf = (rows: number[][], { labels }: LabelledImages) =>
  rows.filter((row, i) => answerOf(row) === labels[i]).length / labels.length;
const percent = (share: number) => `${(100 * share).toFixed(1).replace('.', ',')} %`;
const french = (value: number) => value.toFixed(3).replace('.', ',');
// %% id=l6train3 items=104
const checkpoint = 'point-de-reprise-1.6.safetensors'; // un fichier à côté de ce carnet
const restart = true; // sinon, on garde le point de reprise d’un entraînement interrompu
if (restart) rmSync(checkpoint, { force: true });
const model = buildNetwork(starts.hasard);
const filters = () => Array.from({ length: 8 }, (_, k) => filterOf(model, k));
const shots = [{ epoch: 0, filters: filters() }]; // les huit filtres, époque par époque
const untrained = predict(model, validation);
console.log(model.countParams(), 'paramètres');
console.log('perte avant l’entraînement :', french(crossEntropy(untrained, validation.labels)));
console.log('exactitude :', percent(accuracyOf(untrained, validation)), '(hasard : environ 10 %)');
// %% [markdown] id=l6train4 items=98,99,104
// La cellule suivante entraîne. Les courbes se dessinent **pendant** le calcul : la perte à gauche,
// l’exactitude à droite.
//
// - **Interrompez-la** en route : bouton ■ de la barre d’outils (ou Échap, puis deux fois la touche I).
//   Le carnet affiche une erreur d’interruption, c’est normal.
// - **Relancez-la** : elle reprend à la dernière époque finie, avec ses courbes. Après chaque époque,
//   tout l’état de l’entraînement est écrit dans le fichier `checkpoint` (les poids, la mémoire d’Adam,
//   l’histoire), et `resume: true` le relit.
// - Pour tout recommencer, relancez la cellule **précédente**, qui efface ce fichier. Après un
//   redémarrage du moteur, au contraire, mettez-y `restart` à `false` : l’entraînement reprendra où il en
//   était.
// %% id=l6train5 items=98,99,100,104
const history = await train(model, training, {
  epochs: size.epochs, batchSize: 64, learningRate: 0.002, optimizer: 'adam', seed: 1,
  validation: validation, // mesurée après chaque époque, jamais apprise
  checkpoint: checkpoint, resume: true,
  afterEpoch: (epoch) => void shots.push({ epoch, filters: filters() }),
  progress: liveCurves({ title: 'Un réseau à convolution apprend MNIST' }),
});
// %% id=l6train6 items=98,99,104
const { loss, valLoss, accuracy, valAccuracy } = history.metrics;
const perEpoch = Math.ceil(training.labels.length / history.batchSize);
console.log('pas par époque :', perEpoch);
console.log('en tout :', history.steps, '=', perEpoch, '×', loss.length);
console.log('la perte a baissé :', loss[loss.length - 1] < loss[0]);
console.log(`apprentissage : perte ${french(loss[loss.length - 1])}, exactitude`,
  percent(accuracy[accuracy.length - 1]));
console.log(`validation    : perte ${french(valLoss[valLoss.length - 1])}, exactitude`,
  percent(valAccuracy[valAccuracy.length - 1]));
// %% [markdown] id=l6train7 items=98,104
// **Lisez les courbes.** La perte part d’un peu plus de 2, celle du hasard, et tombe vite.
// Pendant les premières époques, la validation est souvent **meilleure** que l’apprentissage. Pourquoi,
// alors que le réseau n’a jamais vu ces images ?
//
// <details><summary>Réponse</summary>
//
// La perte d’apprentissage est la moyenne sur **toute** l’époque, prise au fil des pas, quand le réseau
// était encore moins bon ; celle de validation est mesurée **à la fin**, avec les poids du dernier pas.
// C’est pourquoi la figure place la première au milieu de l’époque et la seconde au bout.
//
// </details>
//
// Voici les huit filtres de la première couche, époque par époque. Quand changent-ils le plus ?
//
// <details><summary>Réponse</summary>
//
// Pendant la première, où la perte tombe.
//
// </details>
// %% id=l6filter items=101,104
filtersOverEpochs(shots);
// %% [markdown] id=l6p7mark items=104
// ## 7. Cent images, quarante époques
//
// Le même réseau, avec **100 images** seulement, et beaucoup d’époques.
//
// **Prédire.** Après 40 époques, quelle sera son exactitude sur les 100 images qu’il a apprises : 0.8,
// 0.9 ou 1 ?
// %% id=l6overq1 role=free items=104
const predictOver: number | null = null; // ← 0.8, 0.9 ou 1
// %% id=l6over01 items=104
const few = part(training, 0, 100);
const unseen = part(validation, 0, 1000);
const parrot = buildNetwork(starts.hasard);
const crammed = await train(parrot, few, {
  epochs: 40, batchSize: 10, learningRate: 0.004, validation: unseen,
  progress: false, // les courbes attendront votre réponse
});
const lost = crammed.metrics;
// %% id=l6over02k items=104 tags=replie
checkPrediction(predictOver, lost.accuracy[39],
  `Il connaît les cent images par cœur, et sa perte y est presque nulle. Sur les autres, elle
remonte depuis longtemps. Erreur fréquente : juger un réseau sur ce qu’il a appris.`);
// %% id=l6over03c items=104
learningCurves(crammed, { title: 'Cent images, quarante époques' });
// %% id=l6over02 items=104
const best = lost.valLoss.indexOf(Math.min(...lost.valLoss));
console.log(`plus basse validation à l’époque ${best + 1} : ${french(lost.valLoss[best])}`);
console.log('à l’époque 40 : validation', french(lost.valLoss[39]), '; apprentissage',
  french(lost.loss[39]));
console.log('exactitude à l’époque 40 : validation', percent(lost.valAccuracy[39]));
const parted = lost.valLoss[39] > lost.valLoss[best] && lost.loss[39] < lost.loss[best];
console.log('les courbes se séparent :', parted);
// %% [markdown] id=l6over03 items=104
// C’est le **surapprentissage** (*overfitting*) : la perte d’apprentissage descend toujours, celle de
// validation passe par un minimum, puis remonte. Le réseau ne se trompe pas forcément plus souvent, mais
// avec plus **d’assurance**, et −ln q le lui fait payer. Nous allons la mesurer.
//
// Un remède : plus d’images. Un autre, gratuit : **s’arrêter** au minimum (*early stopping*). Ici, on attend six époques sans progrès, puis l’on revient aux poids de la meilleure.
// %% id=l6stop01 items=104
const careful = buildNetwork(starts.hasard);
const stopped = await train(careful, few, {
  epochs: 40, batchSize: 10, learningRate: 0.004, validation: unseen, progress: false,
  earlyStop: { patience: 6 },
});
const why = stopped.stoppedBy === 'earlyStop' ? 'arrêt anticipé' : 'pas d’arrêt anticipé';
console.log(why, 'après', stopped.metrics.loss.length, 'époques');
console.log('poids repris de l’époque', (stopped.restoredEpoch ?? 0) + 1);
console.log('perte de validation :', french(crossEntropy(predict(careful, unseen), unseen.labels)));
// %% id=l6stop02 items=104
const assurance = (network: tf.LayersModel) => { // probabilité moyenne de ses mauvaises réponses
  const rows = predict(network, unseen);
  const wrongRows = rows.filter((row, i) => answerOf(row) !== unseen.labels[i]);
  return wrongRows.reduce((sum, row) => sum + Math.max(...row), 0) / wrongRows.length;
};
console.log('arrêté à temps, il se trompe avec une assurance de', percent(assurance(careful)));
console.log('après 40 époques :', percent(assurance(parrot)),
  '; davantage :', assurance(parrot) > assurance(careful));
// %% [markdown] id=l6e21mrk items=104
// > ⚠ **Erratum du support.** Le support dit que la phase de test sert à « détecter » le
// > surapprentissage. C’est le rôle de la **validation**. Dès qu’un choix (arrêter, changer de taux,
// > préférer un réseau) dépend d’un paquet d’images, ce paquet n’est plus neutre : on a retenu ce qui lui
// > réussissait, chance comprise. Le test sert **une fois**, quand tout est décidé.
//
// L’avertissement paraît tatillon ? Mesurons. Voici **200 devins**, qui répondent au hasard. Gardons le
// meilleur sur 100 images, comme on garderait le meilleur réseau.
//
// **Prédire.** Que vaudra ce champion sur 5000 **autres** images, à 5 % près ? 0.1, 0.2 ou 0.5 ?
// %% id=l6choosq role=free items=104
const predictChampion: number | null = null; // ← 0.1, 0.2 ou 0.5
// %% id=l6choos0 items=104
let state = 1; // un hasard qui se répète : toujours les mêmes devins
const guess = () => (state = (state * 48271) % 2147483647) % 10;
const seers = Array.from({ length: 200 }, () => Array.from({ length: 5100 }, guess));
const right = (answers: number[], from: number, to: number) => answers.slice(from, to)
  .filter((digit, i) => digit === test.labels[from + i]).length / (to - from);
const scores = seers.map((answers) => right(answers, 0, 100));
const champion = seers[scores.indexOf(Math.max(...scores))];
// %% id=l6choosek items=104 tags=replie
checkPrediction(predictChampion, Math.round(20 * right(champion, 100, 5100)) / 20,
  `Il n’a jamais rien su. Choisir sur un petit paquet suffit à fabriquer un beau score.
Erreur fréquente : croire que le score qui a servi à choisir dit ce que l’on obtiendra.`);
// %% id=l6choose items=104
console.log('le champion, sur les 100 images qui l’ont fait élire :', percent(Math.max(...scores)));
console.log('le champion, sur 5000 autres :', percent(right(champion, 100, 5100)));
// %% [markdown] id=l6p8mark items=104
// ## 8. Tester, une fois
//
// Le réseau de la partie 6 est choisi, nous n’y toucherons plus. Voici les 10 000 images de **test**, de
// la main de personnes qu’il n’a jamais lues. C’est sa capacité de **généralisation** que l’on mesure.
// %% id=l6test01 items=104
const rows = predict(model, test);
const answers = rows.map(answerOf);
const testAccuracy = accuracyOf(rows, test);
console.log('images de test :', rows.length);
console.log('exactitude sur le test :', percent(testAccuracy), '; validation :',
  percent(valAccuracy[valAccuracy.length - 1]));
console.log('perte sur le test :', french(crossEntropy(rows, test.labels)));
// d’un autre tirage de 10 000 images, on attendrait à peu près le même nombre, à ceci près :
const margin = 1.96 * Math.sqrt(testAccuracy * (1 - testAccuracy) / rows.length);
const [lowest, highest] = [testAccuracy - margin, testAccuracy + margin];
console.log('intervalle à 95 % :', percent(lowest), 'à', percent(highest));
// %% [markdown] id=l6test02 items=104
// Les seize premières images, avec la réponse du réseau et la probabilité qu’il lui donne. Puis ses
// **erreurs** les plus assurées : vous seriez-vous trompé aussi ?
// %% id=l6test03 items=104
predictionGallery(test.images, rows, { labels: test.labels, title: 'Seize chiffres jamais vus' });
// %% id=l6test04 items=104
const wrong = answers.flatMap((answer, i) => (answer === test.labels[i] ? [] : [i]));
wrong.sort((a, b) => Math.max(...rows[b]) - Math.max(...rows[a])); // les plus sûres d’abord
predictionGallery(test.images, rows,
  { labels: test.labels, show: wrong.slice(0, 16), title: 'Les erreurs les plus assurées' });
// %% [markdown] id=l6test05 items=104
// Un seul pourcentage cache beaucoup. La **matrice de confusion** croise ce qu’il fallait répondre (ligne) et
// ce qui a été répondu (colonne) : les bonnes réponses sont sur la diagonale. Le curseur va d’une case à l’autre, les
// erreurs les plus fréquentes d’abord, et montre les images derrière le nombre.
// %% id=l6confus items=104
confusionMatrix(test.labels, answers, test.images);
// %% [markdown] id=l6p9mark items=105
// ## 9. Enregistrer, recharger
//
// Un réseau entraîné n’est que des nombres et un plan. On les écrit dans un dossier, pour s’en servir
// demain sans réapprendre.
//
// **Prédire.** Chaque paramètre est un nombre de 32 bits, soit 4 octets. Combien d’octets fera le fichier
// des poids ? (Le nombre de paramètres est affiché dans la partie 6.)
// %% id=l6saveq1 role=free items=105
const predictBytes: number | null = null; // ← un entier, ou un calcul
// %% id=l6save00 items=105
const folder = 'mon-reseau-1.6'; // à côté de ce carnet
const saved = await model.save(`file://${folder}`);
// %% id=l6save01k items=105 tags=replie
checkPrediction(predictBytes, statSync(`${folder}/weights.bin`).size,
  `${model.countParams()} paramètres × 4 octets. Le plan (les couches et leurs options) est dans
model.json. Erreur fréquente : compter en bits.`);
// %% id=l6save01 items=105 tags=mesure
for (const file of readdirSync(folder)) {
  console.log(file, statSync(`${folder}/${file}`).size, 'octets');
}
// %% id=l6save02 items=105
const again = await tf.loadLayersModel(`file://${folder}/model.json`);
const sameRows = predict(again, part(test, 0, 1000));
const gaps = sameRows.flatMap((row, i) => row.map((value, c) => Math.abs(value - rows[i][c])));
console.log('plus grand écart sur 1000 images de test :', Math.max(...gaps).toFixed(6));
console.log('mêmes réponses :', sameRows.every((row, i) => answerOf(row) === answers[i]));
// %% [markdown] id=l6save03 items=105
// Le **modèle enregistré** suffit pour prédire. Le **point de reprise** de la partie 6 contient davantage
// (la mémoire de l’optimiseur, l’histoire), parce qu’il sert à continuer d’apprendre. Ne confondez pas
// les deux fichiers.
//
// ### Et votre chiffre ?
//
// Dessinez un chiffre d’un trait épais, sur une feuille ou à l’écran, photographiez-le, déposez le
// fichier à côté de ce carnet, et changez la première ligne. `readDigit` le recadre et le centre comme
// ceux de MNIST.
// %% id=l6mydig1 role=free items=104,105
const drawn = await readDigit(drawnDigit(7)); // ou readDigit('mon-chiffre.png')
const mine = { images: drawn.reshape([1, 28, 28, 1]), labels: [7] };
predictionGallery(mine.images, predict(again, mine), { labels: mine.labels, title: 'Mon chiffre' });
// %% [markdown] id=l6mydig3 items=104
// (`predict(again, mine)[0]` donne les dix probabilités.) Il se trompe sur le vôtre ? C’est instructif : votre
// trait ou votre cadrage ne ressemblent pas à ce qu’il a appris. Un test dit ce que vaut un réseau sur des images
// **du même genre** que les siennes, rien de plus.
// %% [markdown] id=l6retain
// ## À retenir
//
// - La **perte** d’une image est −ln q, où q est la probabilité donnée à la bonne classe. Au hasard, avec
//   dix classes, elle vaut ln 10 ≈ 2,3.
// - **H(P, Q) = H(P) + KL(P, Q)** ; pour une étiquette *one-hot*, H(P) = 0. On convient que 0 ln 0 = 0.
// - Gradient de la perte par rapport aux logits : **q − p**, prédit moins voulu.
// - **Descente de gradient** : poids ← poids − η × gradient. Trop petit, η n’arrive pas ; trop grand, il saute.
// - **Rétropropagation** : une passe avant garde les valeurs, une passe arrière multiplie les dérivées
//   locales depuis la perte. On la vérifie par des différences centrées.
// - Une **époque** = ⌈N / B⌉ pas. L’initialisation, au hasard, a lieu une fois, avant.
// - **Trois paquets** : on apprend sur le premier, on choisit sur le deuxième, on conclut **une fois**
//   sur le troisième.
// - **Surapprentissage** : la perte d’apprentissage descend, celle de validation remonte.
//
// ### Petit glossaire
//
// | Terme | En anglais | En une ligne |
// |---|---|---|
// | perte | *loss* | un nombre qui dit de combien le réseau se trompe |
// | entropie croisée | *cross-entropy* | la perte des réseaux qui classent |
// | codage « un parmi n » | *one-hot* | un 1 à la place de la bonne classe, des 0 ailleurs |
// | gradient | *gradient* | les dérivées de la perte par rapport à tous les poids |
// | passe arrière | *backward pass* | le retour des gradients, de la perte vers l’entrée |
// | rétropropagation | *backpropagation* | tous les gradients en un aller et un retour |
// | lot | *mini-batch* | les images d’un pas |
// | époque | *epoch* | un passage sur toutes les images d’apprentissage |
// | optimiseur | *optimizer* | la façon de faire un pas d’après le gradient (Adam…) |
// | surapprentissage | *overfitting* | réussir ce qu’on a appris, rater le reste |
// | arrêt anticipé | *early stopping* | s’arrêter quand la validation ne progresse plus |
// | point de reprise | *checkpoint* | un fichier d’où l’entraînement peut continuer |
// | matrice de confusion | *confusion matrix* | ce qui a été répondu pour chaque classe |
//
// ### Notations
//
// | Notation | Sens |
// |---|---|
// | $P$, $p_i$ | distribution voulue (l’étiquette) |
// | $Q$, $q_i$ | distribution prédite |
// | $H(P, Q)$, $H(P)$ | entropie croisée, entropie |
// | $KL(P, Q)$ | divergence de Kullback et Leibler |
// | $\sigma$ | sigmoïde |
// | $\eta$ | taux d’apprentissage |
// | $\partial L / \partial w$ | dérivée de la perte par rapport à w |
// | $\lceil N / B \rceil$ | nombre de pas d’une époque : N images, lots de B, arrondi vers le haut |
//
// ### À vous de jouer
//
// - Programmez perte, gradient, vérificateur et boucle : [exercices 1.6](../exercices/1.6-apprentissage.ipynb).
// - Quelle probabilité q donnée à la bonne classe a une perte de 1 exactement ?
// - `lossSurface` prend n’importe quelle perte : essayez `(w, b) => w * w + 10 * b * b` avec les taux 0,01 ;
//   0,05 ; 0,1 ; 0,101. À partir de quand la descente diverge-t-elle ?
// - Dans le graphe de la partie 3, prenez `w1: -0.5`. Quels gradients s’annulent, et pourquoi ?
// - Entraînez le réseau de la partie 6 avec un taux de 0,05, puis de 0,00005 (nouveau fichier
//   `checkpoint`). À quoi reconnaît-on chacun sur les courbes ?
// - Doublez `few` (200 images) : la validation remonte-t-elle plus tard ?
//
// <details><summary>Réponses</summary>
//
// - q = e⁻¹ ≈ 0,368.
// - Au taux de 0,1, b change de signe à chaque pas sans diminuer ; au-delà, il grandit.
// - Ceux de w1, b1 et w2 : ReLU est fermé.
// - À 0,05, la perte s’arrête vers 0,2 et tremble ; à 0,00005, elle descend encore quand l’entraînement finit.
// - Non : sur trois graines, aux époques 7 à 10 pour 100 images, 4 à 8 pour 200 ; mais plus bas.
//
// </details>
