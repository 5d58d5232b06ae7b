// ---
// title: Quatre situations
// exercises:
//   - id: chooseScenario
//     title: Choisir la stratégie
//     points: 5
//     functions: [summarize, chooseScenario]
//     imports: []
// ---
// %% [markdown] id=c0de2201
// # Exercices 2.2 : lire une matrice, et choisir
//
// On vous confie une liste de mesures et un projet. Que conseillez-vous ? Un exercice, **5 points** :
//
// | Exercice | Fonctions à écrire | Points |
// |---|---|---|
// | 1. Choisir la stratégie | `summarize`, `chooseScenario` | 5 |
//
// Ce qu’il faut savoir est dans la [leçon 2.2](../lecons/2.2-scenarios.ipynb) : l’intervalle de Student dans la partie 2,
// la lecture de la matrice dans la partie 4.
//
// Les règles :
//
// - gardez le nom et la signature des fonctions ;
// - TypeScript seul suffit : n’importez rien ;
// - ajoutez autant de cellules que vous voulez pour essayer ;
// - si vous êtes bloqué, `await hint('chooseScenario')` donne un premier indice, puis un deuxième, puis un troisième :
//   personne ne les compte ;
// - `await progress()` montre où vous en êtes, leçon par leçon ;
// - pour recommencer, remplacez votre réponse par `await reset('chooseScenario')` et exécutez la cellule : elle reprend
//   son texte de départ, et l’ancienne réponse est gardée à côté du carnet.
// %% id=c0de2202 role=given
import { check, hint, progress, reset } from '@convolab/lib/check';
// %% [markdown] id=c0de2203
// ## Échauffement : trois graines, ou une seule ?
//
// Deux stratégies, trois graines chacune. Avant d’exécuter la cellule : laquelle choisiriez-vous si vous n’aviez mesuré
// que la graine 1 ? Que la graine 2 ?
// %% id=c0de2204 role=free
const trials = { 'de zéro': [0.84, 0.71, 0.76], 'tout affiner': [0.8, 0.82, 0.81] };
for (const [name, values] of Object.entries(trials)) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  console.log(name, values, 'moyenne', mean.toFixed(2), 'maximum', Math.max(...values));
}
// %% [markdown] id=c0de2205
// La graine 1 donne l’avantage à « de zéro », les deux autres à « tout affiner ». Le **maximum** aussi se trompe : il
// récompense la stratégie la plus **capricieuse**. Une moyenne, et ce dont elle peut se tromper : c’est ce que vous
// allez écrire.
// %% [markdown] id=c0de2206
// ## Exercice 1 : choisir la stratégie (5 points)
//
// Les mesures arrivent dans une liste. Chacune dit dans quelle **situation** elle a été faite : combien d’images
// (`size`), semblables ou non à celles du réseau pré-entraîné (`likeness`) ; avec quelle **stratégie**, quelle
// **graine** ; ce qu’elle a donné (`accuracy`, de 0 à 1) et coûté (`seconds`). Un entraînement interrompu n’a pas d’exactitude :
// `accuracy` vaut alors `null`, et la mesure **ne compte pas du tout**.
//
// **La matrice.** `summarize(measures)` range les mesures par situation et par stratégie :
// `matrix[size][likeness][strategy]` contient
//
// - `count` : le nombre n de mesures qui comptent ;
// - `mean` : la moyenne de leurs exactitudes ;
// - `half` : la demi-largeur de l’intervalle à 95 %, $t \cdot s / \sqrt{n}$, où $s = \sqrt{\sum (x - \bar x)^2 / (n - 1)}$ et
//   où t se lit dans la table `student`, donnée ci-dessous, **au rang n** ;
// - `seconds` : la moyenne de leurs durées.
//
// Les quatre situations sont toujours là, vides (`{}`) si rien n’y a été mesuré. Une stratégie dont **moins de deux** mesures comptent
// n’y figure pas : une seule graine ne dit rien de sa chance. Une case a dix graines au plus.
//
// **Exemple.** Trois mesures de `'tout affiner'` sur peu d’images semblables : 0,80 ; 0,82 ; 0,81, en 2, 3 et 4 secondes. La
// moyenne vaut 0,81, l’écart $s$ vaut 0,01, et $4{,}303 \times 0{,}01 / \sqrt 3 = 0{,}0248$ :
// `matrix.small.similar['tout affiner']` vaut `{ count: 3, mean: 0.81, half: 0.0248…, seconds: 3 }`.
//
// **Le conseil.** `chooseScenario(images, gap, matrix)` rend le nom de la stratégie à employer pour un projet de `images` images,
// dont l’écart aux images connues vaut `gap` (leçon 2.2, partie 1 : 1 = de même nature) :
//
// 1. **la situation** : peu d’images s’il y en a moins de `few`, beaucoup sinon ; semblables si l’écart est inférieur à `far`,
//    différentes sinon ;
// 2. **la meilleure** stratégie de cette situation : celle de la plus haute moyenne. (Deux moyennes ne sont jamais
//    exactement égales.)
// 3. **les ex æquo** : toutes celles dont l’intervalle (moyenne ± `half`) touche celui de la meilleure ; elle-même en est ;
// 4. **la moins chère** des ex æquo : celle qui prend le moins de secondes ; à secondes égales, celle de la plus haute moyenne.
//
// **Exemple.** Sur beaucoup d’images différentes, `'de zéro'` fait 0,82 ± 0,02 en 9 secondes, et `'tout affiner'`
// 0,85 ± 0,02 en 12 secondes. Les intervalles se touchent : à résultats indiscernables, `chooseScenario(20000, 2, matrix)`
// rend `'de zéro'`.
//
// **Erreurs.** `summarize` lève une erreur si une exactitude n’est ni `null` ni un nombre de 0 à 1 (`NaN` n’en est pas un),
// ou si deux mesures d’une même situation et d’une même stratégie ont **la même graine**, `null` ou non : compter deux fois
// le même essai resserre l’intervalle pour rien. `chooseScenario` en lève une si `images` n’est pas un entier d’au moins 1,
// si `gap` n’est pas un nombre fini positif ou nul, ou si rien n’a été mesuré dans la situation. Les arguments ne sont pas
// modifiés.
// %% id=c0de2207 role=given exercise=chooseScenario
type Size = 'small' | 'large';
type Likeness = 'similar' | 'different';
interface Measure {
  size: Size;
  likeness: Likeness;
  strategy: string;
  seed: number;
  accuracy: number | null;
  seconds: number;
}
interface Cell {
  count: number;
  mean: number;
  half: number;
  seconds: number;
}
type Matrix = Record<Size, Record<Likeness, Record<string, Cell>>>;
// %% id=c0de2208 role=given exercise=chooseScenario
/** Le t de Student à 95 % pour n mesures : student[3] pour trois. */
const student = [NaN, NaN, 12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262];

/** Moins d’images que cela : « peu ». */
const few = 1000;

/** Un écart de cela ou plus : « différentes ». */
const far = 1.5;
// %% id=c0de2209 role=answer exercise=chooseScenario
function summarize(measures: Measure[]): Matrix {
  // BEGIN SOLUTION
  const matrix: Matrix = {
    small: { similar: {}, different: {} },
    large: { similar: {}, different: {} },
  };
  const names = new Set(measures.map(({ strategy }) => strategy));
  for (const size of ['small', 'large'] as const) {
    for (const likeness of ['similar', 'different'] as const) {
      for (const strategy of names) {
        const own = measures.filter(
          (one) => one.size === size && one.likeness === likeness && one.strategy === strategy,
        );
        if (new Set(own.map(({ seed }) => seed)).size < own.length) {
          throw new RangeError(`${strategy} : une graine a été comptée deux fois.`);
        }
        const valid = own.filter(({ accuracy }) => accuracy !== null);
        const values = valid.map(({ accuracy }) => Number(accuracy));
        if (!values.every((value) => value >= 0 && value <= 1)) {
          throw new RangeError(`${strategy} : une exactitude va de 0 à 1.`);
        }
        const count = values.length;
        if (count < 2) continue;
        const meanOf = (all: number[]) => all.reduce((sum, value) => sum + value, 0) / count;
        const mean = meanOf(values);
        const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
        const half = (student[count] * Math.sqrt(squares / (count - 1))) / Math.sqrt(count);
        const seconds = meanOf(valid.map((one) => one.seconds));
        matrix[size][likeness][strategy] = { count, mean, half, seconds };
      }
    }
  }
  return matrix;
  // END SOLUTION
}
// %% id=c0de220a role=answer exercise=chooseScenario
function chooseScenario(images: number, gap: number, matrix: Matrix): string {
  // BEGIN SOLUTION
  if (!Number.isInteger(images) || images < 1) {
    throw new RangeError(`${images} images : il faut un entier d’au moins 1.`);
  }
  if (!Number.isFinite(gap) || gap < 0) {
    throw new RangeError(`un écart de ${gap} : il faut un nombre fini, positif ou nul.`);
  }
  const cells = matrix[images < few ? 'small' : 'large'][gap < far ? 'similar' : 'different'];
  const ranked = Object.entries(cells).sort(([, a], [, b]) => b.mean - a.mean);
  if (ranked.length === 0) throw new RangeError('rien n’a été mesuré dans cette situation.');
  const [, best] = ranked[0];
  const equal = ranked.filter(([, cell]) => cell.mean + cell.half >= best.mean - best.half);
  // le tri garde l’ordre des moyennes quand les secondes sont égales
  const [[cheapest]] = equal.sort(([, a], [, b]) => a.seconds - b.seconds);
  return cheapest;
  // END SOLUTION
}
// %% id=c0de220b role=check exercise=chooseScenario
await check('chooseScenario', { summarize, chooseScenario });
// %% [markdown] id=c0de220c
// **À regarder.** Retirez les `//` : les mesures livrées avec le cours, rangées par **votre** fonction, et son conseil aux
// quatre coins. Est-ce celui de la leçon ? Puis demandez-vous ce qui changerait si l’on ne comptait pas les secondes, ou si
// l’on n’avait que deux graines.
// %% id=c0de220d role=free
// import { recordedScenarios, strategyNames } from '@convolab/lib/transfer';
// const recorded = recordedScenarios().digits.measurements;
// const mine = summarize(recorded.map((one) => ({ ...one, strategy: strategyNames[one.strategy] })));
// const advise = (n: number, gap: number) => console.log(n, gap, chooseScenario(n, gap, mine));
// [50, 20_000].forEach((n) => [1.2, 2].forEach((gap) => advise(n, gap)));
