// ---
// title: Avantages et limites, mesurés
// exercises:
//   - id: shiftCurve
//     title: Mesurer l’invariance
//     points: 4
//     functions: [shift, shiftCurve, equivarianceGap, occlusion]
//     fixtures: [heavierHalf, templateReader, convolution, blockMax, subsample, templateScore]
//     imports: []
// ---
// %% [markdown] id=c0de2301
// # Exercices 2.3 : mesurer au lieu de croire
//
// « Un réseau à convolution est invariant par translation » : vous allez écrire de quoi vérifier cette phrase sur n’importe
// quel classifieur, puis de quoi voir ce qu’il regarde. Un exercice, **4 points** :
//
// | Exercice | Fonctions à écrire | Points |
// |---|---|---|
// | 1. Mesurer l’invariance | `shift`, `shiftCurve`, `equivarianceGap`, `occlusion` | 4 |
//
// Ce qu’il faut savoir est dans la [leçon 2.3](../lecons/2.3-avantages-limites.ipynb) : la partie 2 pour les trois premières
// fonctions, la partie 6 pour la dernière.
//
// Chaque fonction rapporte des points : commencez par la première, dont les deux suivantes se servent. `check` essaie vos
// fonctions sur les **cas publics**. La note tient aussi compte de cas que vous ne voyez pas ; des fonctions justes les
// passent tous.
//
// Les règles :
//
// - gardez le nom et la signature des fonctions ;
// - n’importez rien ;
// - gardez les cellules fournies telles qu’elles sont ;
// - ne modifiez pas les tableaux reçus ;
// - refusez les arguments de la liste « Erreurs » de l’énoncé par `throw` ; le reste est garanti : une image est une
//   matrice d’au moins un nombre, aux lignes de même longueur ;
// - ajoutez autant de cellules que vous voulez pour essayer ;
// - si vous êtes bloqué, `await hint('shiftCurve')` donne un premier indice, puis un deuxième, puis un troisième :
//   personne ne les compte ;
// - `await progress()` montre où vous en êtes, leçon par leçon ;
// - pour recommencer, remplacez votre réponse par `await reset('shiftCurve')` et exécutez la cellule : elle reprend son
//   texte de départ, et l’ancienne réponse est gardée à côté du carnet.
// %% id=c0de2302 role=given
import { check, hint, progress, reset } from '@convolab/lib/check';
// %% [markdown] id=c0de2303
// ## Exercice 1 : mesurer l’invariance (4 points)
//
// Une image est une matrice, `image[ligne][colonne]`.
//
// **`shift(image, d, border)`** décale l’image de `d` colonnes **vers la droite** (vers la gauche si `d` est négatif) et
// rend une nouvelle image, de la même taille. `border` dit ce qui entre du côté qui se vide :
//
// - `'zero'`, si on ne le donne pas : des zéros ;
// - `'wrap'` : ce qui vient de sortir de l’autre côté. L’image fait le tour, autant de fois qu’il le faut.
//
// **`shiftCurve(classify, images, labels, most)`** mesure un classifieur sur des images décalées :
//
// - `classify` : une fonction, qui reçoit une image et rend le numéro d’une classe ;
// - `images`, `labels` : des images, et la bonne classe de chacune (décaler une image ne change pas sa classe) ;
// - `most` : le plus grand décalage.
//
// Elle rend la liste des `{ d, accuracy }` pour d de `-most` à `most`, un par un, dans cet ordre ; `accuracy` est la
// proportion de bonnes réponses, de 0 à 1, quand toutes les images sont décalées de d, **avec des zéros**.
//
// **`equivarianceGap(operation, image, d, border)`** mesure de combien une opération manque l’équivariance :
//
// - `operation` : une fonction, qui reçoit une image et rend une carte de la **même taille**.
//
// Elle compare, case par case, « décaler, puis opérer » et « opérer, puis décaler », et rend le plus grand écart, en valeur
// absolue. Les deux décalages sont de d, avec le même `border`.
//
// **`occlusion(score, image, window, fill)`** cherche ce qui compte dans une image :
//
// - `score` : une fonction, qui reçoit une image et rend un nombre ;
// - `window` : le côté d’un carré qui se promène, à chaque place où il tient **en entier**, un pixel après l’autre ;
// - `fill` : ce que deviennent les pixels cachés ; 0 si on ne le donne pas.
//
// Elle rend une matrice : à la ligne i et à la colonne j, de combien le score **baisse** quand le carré dont le coin en haut
// à gauche est en (i, j) est caché. (Un nombre négatif : il monte.) Les autres pixels ne changent pas.
//
// **Exemples.** Les fonctions `heavierHalf`, `convolution` et `templateScore` sont fournies ci-dessous.
//
// - `shift([[1, 2, 3], [4, 5, 6]], 1)` rend `[[0, 1, 2], [0, 4, 5]]` ; avec `'wrap'`, `[[3, 1, 2], [6, 4, 5]]`.
// - `shiftCurve(heavierHalf(), [[[9, 0, 0, 0]], [[0, 0, 5, 0]]], [0, 1], 2)`. Le classifieur répond 0 si la moitié gauche a
//   au moins autant d’encre que la droite, 1 sinon :
//
// | d | image 1, classe 0 | réponse | image 2, classe 1 | réponse | `accuracy` |
// |---|---|---|---|---|---|
// | −2 | [0, 0, 0, 0] | 0, juste | [5, 0, 0, 0] | 0, faux | 0,5 |
// | −1 | [0, 0, 0, 0] | 0, juste | [0, 5, 0, 0] | 0, faux | 0,5 |
// | 0 | [9, 0, 0, 0] | 0, juste | [0, 0, 5, 0] | 1, juste | 1 |
// | 1 | [0, 9, 0, 0] | 0, juste | [0, 0, 0, 5] | 1, juste | 1 |
// | 2 | [0, 0, 9, 0] | 1, faux | [0, 0, 0, 0] | 0, faux | 0 |
//
// - `equivarianceGap(convolution([[1, 2, 1]], 'zero'), [[1, 0, 0, 2]], 1, 'zero')` : opérer donne [2, 1, 2, 4], puis décaler
//   [0, 2, 1, 2] ; décaler donne [0, 1, 0, 0], puis opérer [1, 2, 1, 0]. Le plus grand écart est **2**, au bord droit. Avec
//   `'wrap'` aux deux endroits, les deux chemins donnent [5, 4, 1, 2] : **0**.
// - `occlusion(templateScore([[1, 0, 2]]), [[3, 5, 1]], 1)` rend `[[3, 0, 2]]` : le score est 3 × 1 + 5 × 0 + 1 × 2 = 5, et
//   chaque pixel caché en retire sa part. Avec une fenêtre de côté 2, il faudrait au moins deux lignes : erreur.
//
// **Erreurs.** Les fonctions lèvent une erreur :
//
// - `shift` et `equivarianceGap`, si `d` n’est pas un entier ;
// - `shiftCurve`, s’il n’y a aucune image, s’il n’y a pas une étiquette par image, ou si `most` n’est pas un entier d’au moins 0 ;
// - `equivarianceGap`, si la carte n’a pas autant de lignes et de colonnes que l’image ;
// - `occlusion`, si `window` n’est pas un entier d’au moins 1, ou dépasse la hauteur ou la largeur de l’image.
// %% id=c0de2304 role=given exercise=shiftCurve
type Image = number[][];
type Border = 'zero' | 'wrap';

/** Répond 0 si la moitié gauche a au moins autant d’encre que la droite, 1 sinon : la place compte. */
function heavierHalf(): (image: Image) => number {
  return (image) => {
    const middle = image[0].length / 2;
    let balance = 0;
    for (const row of image) row.forEach((ink, x) => (balance += x < middle ? ink : -ink));
    return balance >= 0 ? 0 : 1;
  };
}
/** Répond le numéro du modèle qui ressemble le plus à l’image, pixel à pixel. */
function templateReader(templates: Image[]): (image: Image) => number {
  return (image) => {
    const scores = templates.map((template) => templateScore(template)(image));
    return scores.indexOf(Math.max(...scores));
  };
}
/** La somme des produits de l’image et du modèle, pixel à pixel. */
function templateScore(template: Image): (image: Image) => number {
  return (image) =>
    template.reduce(
      (sum, row, y) => row.reduce((s, weight, x) => s + weight * image[y][x], sum),
      0,
    );
}
// %% id=c0de2305 role=given exercise=shiftCurve
/** Une convolution qui garde la taille ; le noyau a des côtés impairs. Au-delà du bord : zéro, ou l’autre côté. */
function convolution(kernel: Image, border: Border): (image: Image) => Image {
  const [middleRow, middleColumn] = [(kernel.length - 1) / 2, (kernel[0].length - 1) / 2];
  return (image) => {
    const [height, width] = [image.length, image[0].length];
    const wrapped = (place: number, length: number) => ((place % length) + length) % length;
    const pixel = (y: number, x: number) =>
      border === 'wrap' ? image[wrapped(y, height)][wrapped(x, width)] : (image[y]?.[x] ?? 0);
    const response = (y: number, x: number) =>
      kernel.reduce(
        (sum, row, i) =>
          row.reduce((s, w, j) => s + w * pixel(y + i - middleRow, x + j - middleColumn), sum),
        0,
      );
    return image.map((row, y) => row.map((_, x) => response(y, x)));
  };
}
/** Un max pooling 2 × 2 de pas 2, agrandi ensuite : chaque pixel reçoit le plus grand de son bloc. */
function blockMax(): (image: Image) => Image {
  return (image) => {
    const block = (y: number, x: number) => {
      const [top, left] = [2 * Math.floor(y / 2), 2 * Math.floor(x / 2)];
      return image.slice(top, top + 2).flatMap((row) => row.slice(left, left + 2));
    };
    return image.map((row, y) => row.map((_, x) => Math.max(...block(y, x))));
  };
}
/** Un pas de 2 : ne garde qu’un pixel sur deux, donc rend une carte plus petite. */
function subsample(): (image: Image) => Image {
  const isEven = (_: unknown, place: number) => place % 2 === 0;
  return (image) => image.filter(isEven).map((row) => row.filter(isEven));
}
// %% id=c0de2306 role=answer exercise=shiftCurve
function shift(image: Image, d: number, border: Border = 'zero'): Image {
  // BEGIN SOLUTION
  if (!Number.isInteger(d)) {
    throw new RangeError(`shift : d vaut ${d} ; donnez un nombre entier de colonnes.`);
  }
  // La colonne x reçoit ce qui était d colonnes plus à gauche.
  return image.map((row) => {
    const width = row.length;
    return row.map((_, x) => {
      const from = x - d;
      return border === 'wrap' ? row[((from % width) + width) % width] : (row[from] ?? 0);
    });
  });
  // END SOLUTION
}

function shiftCurve(
  classify: (image: Image) => number,
  images: Image[],
  labels: number[],
  most: number,
): { d: number; accuracy: number }[] {
  // BEGIN SOLUTION
  if (images.length === 0 || images.length !== labels.length) {
    throw new RangeError(
      `shiftCurve : ${images.length} images et ${labels.length} étiquettes ; il en faut autant, une au moins.`,
    );
  }
  if (!Number.isInteger(most) || most < 0) {
    throw new RangeError(`shiftCurve : most vaut ${most} ; donnez un entier d'au moins 0.`);
  }
  const curve: { d: number; accuracy: number }[] = [];
  for (let d = -most; d <= most; d++) {
    // L'image bouge, son étiquette reste.
    const right = images.filter((image, i) => classify(shift(image, d)) === labels[i]);
    curve.push({ d, accuracy: right.length / images.length });
  }
  return curve;
  // END SOLUTION
}
// %% id=c0de2307 role=answer exercise=shiftCurve
function equivarianceGap(
  operation: (image: Image) => Image,
  image: Image,
  d: number,
  border: Border,
): number {
  // BEGIN SOLUTION
  const map = operation(image);
  if (map.length !== image.length || map[0].length !== image[0].length) {
    throw new RangeError(
      `equivarianceGap : la carte fait ${map.length} × ${map[0]?.length} ; il faut la taille de l'image.`,
    );
  }
  const shiftedFirst = operation(shift(image, d, border));
  const shiftedLast = shift(map, d, border);
  const gaps = shiftedFirst.map((row, y) =>
    row.map((value, x) => Math.abs(value - shiftedLast[y][x])),
  );
  return Math.max(...gaps.flat());
  // END SOLUTION
}

function occlusion(
  score: (image: Image) => number,
  image: Image,
  window: number,
  fill = 0,
): number[][] {
  // BEGIN SOLUTION
  const [height, width] = [image.length, image[0].length];
  if (!Number.isInteger(window) || window < 1 || window > Math.min(height, width)) {
    throw new RangeError(
      `occlusion : la fenêtre a ${window} de côté ; donnez un entier de 1 à ${Math.min(height, width)}.`,
    );
  }
  const whole = score(image);
  const falls: number[][] = [];
  for (let top = 0; top <= height - window; top++) {
    falls.push([]);
    for (let left = 0; left <= width - window; left++) {
      // Une image neuve à chaque place : rien n'y reste caché de la place d'avant.
      const covered = image.map((row, y) =>
        row.map((value, x) => {
          const inside = y >= top && y < top + window && x >= left && x < left + window;
          return inside ? fill : value;
        }),
      );
      falls[top].push(whole - score(covered));
    }
  }
  return falls;
  // END SOLUTION
}
// %% id=c0de2308 role=check exercise=shiftCurve
await check('shiftCurve', {
  shift,
  shiftCurve,
  equivarianceGap,
  occlusion,
  heavierHalf,
  templateReader,
  convolution,
  blockMax,
  subsample,
  templateScore,
});
// %% [markdown] id=c0de2309
// **À regarder.** Retirez les `//`. Une croix et un carré, lus pixel à pixel : de combien peut-on les décaler ? Puis le
// pooling : pour quels d l’écart est-il nul, et pourquoi ceux-là ?
// %% id=c0de230a role=free
// const cross = [[0, 0, 1, 0, 0, 0], [0, 1, 1, 1, 0, 0], [0, 0, 1, 0, 0, 0]];
// const square = [[0, 1, 1, 1, 0, 0], [0, 1, 0, 1, 0, 0], [0, 1, 1, 1, 0, 0]];
// const curve = shiftCurve(templateReader([cross, square]), [cross, square], [0, 1], 4);
// console.log(curve.map(({ d, accuracy }) => `${d} : ${accuracy}`).join(' ; '));
// [0, 1, 2, 3, 4].forEach((d) => console.log(d, equivarianceGap(blockMax(), cross, d, 'wrap')));
