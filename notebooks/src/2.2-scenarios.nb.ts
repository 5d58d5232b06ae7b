// ---
// title: Quatre situations, mesurées
// ---
// %% [markdown] id=s22titre
// # 2.2 Quatre situations, mesurées
//
// **Vingt-cinq images ou quinze mille, semblables ou non à celles d’un réseau déjà entraîné : que faut-il ré-entraîner ?**
//
// La leçon 2.1 a montré comment se servir d’un réseau déjà entraîné : tel quel, en n’y changeant que la fin, ou en
// affinant tout. Reste à choisir. Le support donne deux critères, **combien** d’images et **semblables** à quoi, et une
// figure, qui s’est perdue. Nous allons la refaire, mais autrement : en **mesurant** ses seize cases.
//
// À la fin, vous saurez :
//
// - dire par un nombre si des images ressemblent à celles qu’un réseau connaît ;
// - calculer un intervalle à 95 % à partir de trois graines, et reconnaître deux résultats que l’on ne peut pas distinguer ;
// - compter ce que coûte chaque stratégie ;
// - choisir taux, époques et couches sans toucher aux images de test ;
// - lire la matrice des quatre situations, et dire où la règle du cours se trompe.
//
// Lecture : environ 28 minutes, réponses comprises. La fin de la partie 3 est une bonne pause. À chaque question
// « **Prédire** », remplacez `null` par votre réponse, exécutez la cellule, puis les suivantes.
// %% [markdown] id=s22souve
// ## Avant de commencer : trois souvenirs
//
// Répondez de tête, puis dépliez.
//
// **1.** (Leçon 2.1) On gèle les trois premières couches d’un réseau de cinq. Jusqu’où descend la rétropropagation ?
//
// <details><summary>Réponse</summary>
//
// Jusqu’à la quatrième, la plus basse qui apprend. Plus bas, aucun gradient n’est calculé : c’est autant d’épargné.
//
// </details>
//
// **2.** (Leçon 1.6) À quoi servent les images de validation, que les images de test ne font pas ?
//
// <details><summary>Réponse</summary>
//
// À choisir : le taux d’apprentissage, le nombre d’époques, le réseau. Les images de test ne jugent qu’une fois, à la fin.
//
// </details>
//
// **3.** (Leçon 1.11) Combien de MAC (multiplications-additions) demande une convolution 3 × 3 « same » de 16 à 32 canaux, sur
// des cartes de 7 × 7 ?
//
// <details><summary>Réponse</summary>
//
// 9 × 16 × 32 × 49 = 225 792.
//
// </details>
// %% id=s22impor role=given
import {
  byProfile, checkPrediction, imageRow, loadFashionMnist, loadMnist, ofClasses, pickImages,
  scenarioMatrix, Volume,
} from '@convolab/lib';
import { describe } from '@convolab/lib/models';
import {
  bestStrategies, blocksOf, measureScenarios, nearestGap, recordedScenarios, smallNet,
  strategyNames, studentInterval, summarizeScenarios, trainingMacs, unfreezeLast,
} from '@convolab/lib/transfer';
// useProfile('complet'); // à importer aussi : davantage de graines et d’images, cinq minutes
// %% [markdown] id=s22p1inf items=118
// ## 1. Deux critères : combien, et semblables à quoi ?
//
// > ⚠ **Erratum du support.** Son récapitulatif dit que les scénarios « dépendent de deux contraintes » : la taille de la
// > base de données, et sa similarité avec celle du modèle pré-entraîné. La figure qui disait **comment** ils en dépendent
// > s’est perdue ; « peu » et « semblable » n’y ont pas de nombres ; et une troisième contrainte, le **calcul**, que le support
// > nomme ailleurs, n’y est pas. Nous mesurons les trois.
//
// Notre réseau de départ a appris à distinguer les chiffres manuscrits de **0 à 4**. Nous nous en servirons pour deux tâches de
// **cinq** classes chacune :
//
// - les chiffres de **5 à 9** : d’autres formes, les mêmes stylos, le même papier ;
// - cinq **vêtements** de Fashion-MNIST, tous pour le haut du corps : d’autres objets, d’autres textures.
//
// **Peu** : 5 images par classe, donc 25. **Beaucoup** : 3 000 par classe, 15 000 en tout (500 par classe dans l’essai rapide
// de cette leçon). Le réseau a 24 384 poids, sans compter sa tête : mille par image dans un cas, moins de deux dans l’autre.
// %% id=s22imag0 items=118
const mnist = loadMnist({ train: 8000, test: 1, seed: 7 }).train;
const fashion = loadFashionMnist({ train: 3000, test: 1, seed: 7 }).train;
const source = ofClasses(mnist, [0, 1, 2, 3, 4]);
const digits = ofClasses(mnist, [5, 6, 7, 8, 9], 300);
const clothes = ofClasses(fashion, [0, 2, 3, 4, 6], 300);
// %% id=s22imag1 items=118
const first = (images: Volume, place: number) =>
  new Volume([28, 28], images.data.slice(784 * place, 784 * (place + 1)) as Float32Array);
imageRow({
  'connues (0 à 4)': first(source.images, 3),
  'semblables (5 à 9)': first(digits.images, 1),
  'différentes (vêtements)': first(clothes.images, 0),
}, { size: 150 });
// %% [markdown] id=s22gap00 items=118
// **Semblables**, mais de combien ? Voici une mesure qui n’a besoin d’aucun réseau. Pour chaque image nouvelle, cherchons la
// plus **proche** des images connues (la distance est la racine de la somme des carrés des écarts, pixel par pixel), et
// faisons la moyenne. Puis divisons par ce que donnent des images **neuves de même nature** que les connues. Ce rapport,
// l’**écart**, vaut 1 pour des images de même nature, davantage pour les autres.
//
// À la main, avec des « images » de deux pixels. Connues : (0 ; 0) et (10 ; 0). Neuves, de même nature : (1 ; 0) et
// (10 ; 1), chacune à 1 de la plus proche. Une image d’ailleurs : (3 ; 4).
//
// **Prédire.** Que vaut l’écart ?
// %% id=s22gapq0 role=free items=118
const predictGap: number | null = null; // ← un nombre
// %% id=s22gap01 items=118
const known = Volume.from([[0, 0], [10, 0]]);
const fresh = Volume.from([[1, 0], [10, 1]]);
const tinyGap = nearestGap(known, fresh, Volume.from([[3, 4]]));
// %% id=s22gapk0 items=118 tags=replie
checkPrediction(predictGap, tinyGap,
  `De (3 ; 4), la plus proche est (0 ; 0) : √(9 + 16) = 5. Divisé par 1, cela fait 5. Erreur
fréquente : 7, en additionnant 3 et 4 ; ou la distance à (10 ; 0), qui est plus loin.`);
// %% [markdown] id=s22gap02 items=118
// Sur les vraies images, maintenant : 2 000 chiffres connus de 0 à 4, 300 neufs, 300 de 5 à 9, 300 vêtements.
//
// **Prédire.** Lequel des deux écarts est le plus grand : `'chiffres'` ou `'vêtements'` ? Et dépasse-t-il 1,5 ? Répondez par
// le nom seul s’il ne le dépasse pas, par `'chiffres, oui'` ou `'vêtements, oui'` s’il le dépasse.
// %% id=s22gapq1 role=free items=118
const predictFar: string | null = null; // ← 'chiffres', 'vêtements', 'chiffres, oui' ou …
// %% id=s22gap03 items=118
const places = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const knownDigits = pickImages(source, places(0, 2000)).images;
const freshDigits = pickImages(source, places(2000, 2300)).images;
const gaps = {
  chiffres: nearestGap(knownDigits, freshDigits, digits.images),
  vêtements: nearestGap(knownDigits, freshDigits, clothes.images),
};
const farther = gaps.chiffres > gaps.vêtements ? 'chiffres' : 'vêtements';
const isFar = Math.max(gaps.chiffres, gaps.vêtements) > 1.5;
// %% id=s22gapk1 items=118 tags=replie
checkPrediction(predictFar, isFar ? `${farther}, oui` : farther,
  `Un 7 inconnu est à peine plus loin des chiffres de 0 à 4 qu’un 4 inconnu ; un pull est loin de
tous. Erreur fréquente : croire que d’autres classes suffisent à faire d’autres images.`);
// %% id=s22gap04 items=118
for (const [name, gap] of Object.entries(gaps)) {
  console.log(`écart des ${name} : ${gap.toFixed(2).replace('.', ',')}`);
}
// %% [markdown] id=s22p2int items=118
// ## 2. Une graine ne suffit pas
//
// Une mesure dépend de la chance : quelles 25 images ont été tirées, quels poids au départ, dans quel ordre. On change la
// **graine**, on recommence, on fait la moyenne. Et l’on dit de combien cette moyenne peut se tromper : l’**intervalle à
// 95 %** de Student,
//
// $$\bar x \pm t\,\frac{s}{\sqrt n}, \qquad s = \sqrt{\frac{\sum (x - \bar x)^2}{n - 1}}$$
//
// où t vaut 4,303 pour n = 3 mesures, 2,776 pour n = 5, et 1,96 pour un très grand nombre. Trois mesures connaissent mal
// leur propre dispersion : t le leur fait payer. (Student, 1908.)
//
// **Prédire.** Trois graines donnent 0,80 ; 0,82 ; 0,81. La moyenne vaut 0,81 et s vaut 0,01. Quelle est la demi-largeur de
// l’intervalle, en **points** (centièmes), arrondie au dixième ?
// %% id=s22intq0 role=free items=118
const predictHalf: number | null = null; // ← un nombre de points, comme 1.2
// %% id=s22int01 items=118
const three = studentInterval([0.80, 0.82, 0.81]);
const five = studentInterval([0.80, 0.82, 0.81, 0.82, 0.80]);
// %% id=s22intk0 items=118 tags=replie
checkPrediction(predictHalf, Number((100 * three.half).toFixed(1)),
  `4,303 × 0,01 / √3 = 0,0248, soit 2,5 points : de 78,5 à 83,5 %. Erreur fréquente : 1,1, avec
1,96 au lieu de 4,303 ; ou 4,3, en oubliant √3.`);
// %% id=s22int02 items=118
const points = (share: number) => (100 * share).toFixed(1).replace('.', ',');
console.log(`trois graines : ${points(three.mean)} ± ${points(three.half)} points`);
console.log(`cinq graines  : ${points(five.mean)} ± ${points(five.half)} points`);
// %% [markdown] id=s22peek0 items=118
// Deuxième chance trompeuse : **choisir**. Chaque stratégie a un taux d’apprentissage, un nombre d’époques, des couches à
// dégeler. On essaie, on garde le meilleur. Supposons vingt réglages **exactement aussi bons** : chacun reconnaît une
// image sur 80 %, ni plus ni moins. On les essaie tous sur les mêmes 200 images de test, et l’on annonce le meilleur score.
//
// **Prédire.** En moyenne, le score annoncé est : `'80'`, `'entre 80 et 83'`, ou `'plus de 83'` (en %) ?
// %% id=s22peekq role=free items=118
const predictPeek: string | null = null; // ← '80', 'entre 80 et 83' ou 'plus de 83'
// %% id=s22peek1 items=118
let state = 1;
const random = () => (state = (48271 * state) % 2147483647) / 2147483647;
const score = () => places(0, 200).filter(() => random() < 0.8).length / 200;
const announced = places(0, 300).map(() => Math.max(...places(0, 20).map(score)));
const meanOf = (values: number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
const bias = meanOf(announced);
// %% id=s22peekk items=118 tags=replie
checkPrediction(predictPeek, bias > 0.83 ? 'plus de 83' : bias > 0.805 ? 'entre 80 et 83' : '80',
  `Le meilleur de vingt a surtout eu de la chance sur ces 200 images-là : cinq points qui
disparaîtront sur d’autres. D’où notre règle : choisir sur la validation, juger une seule fois
sur le test. Erreur fréquente : croire que le maximum d’essais égaux est égal, lui aussi.`);
// %% id=s22peek2 items=118
console.log(`meilleur de 20 réglages à 80 % : ${points(bias)} % annoncés`);
// %% [markdown] id=s22p3str items=118
// ## 3. Quatre stratégies, quatre prix
//
// | Stratégie | Au départ | Ce qui apprend |
// |---|---|---|
// | **de zéro** | poids tirés au hasard | tout |
// | **extracteur fixe** | poids du réseau pré-entraîné | une tête neuve, sur des caractéristiques calculées **une fois** |
// | **dernières couches** | les mêmes, et une tête neuve | la tête et un ou deux blocs ; le reste est gelé |
// | **tout affiner** | les mêmes, et une tête neuve | tout |
//
// Que coûte une image, à chaque époque ? Une couche qui coûte m MAC à l’aller en coûte
//
// - m de plus, si elle **apprend**, pour le gradient de ses poids ;
// - m de plus encore, si une couche **plus basse** apprend, pour lui transmettre le gradient.
//
// Une couche qui apprend coûte donc trois fois son aller, sauf la plus basse, qui n’a personne à servir : deux fois.
//
// **Prédire.** Un réseau de trois couches coûte 10, 20 et 30 MAC à l’aller. Combien par image et par époque si **tout**
// apprend, puis si seule la **dernière** couche apprend ?
// %% id=s22macq0 role=free items=118
const predictMacs: number[] | null = null; // ← [tout, dernière]
// %% id=s22mac01 items=118
const macsOf = (layers: number[], lowest: number) => layers.reduce((sum, macs, i) =>
  sum + macs * (i < lowest ? 1 : i === lowest ? 2 : 3), 0);
const prices = [macsOf([10, 20, 30], 0), macsOf([10, 20, 30], 2)];
// %% id=s22mack0 items=118 tags=replie
checkPrediction(predictMacs, prices,
  `Tout : 2 × 10 + 3 × 20 + 3 × 30 = 170. La dernière : 10 + 20 + 2 × 30 = 90 ; le réseau gelé se
parcourt encore, à l’aller. L’extracteur fixe ne le parcourt qu’une fois pour toutes : c’est ce
qui le rend imbattable. Erreur fréquente : 60, en oubliant que geler ne dispense pas de l’aller.`);
// %% id=s22mac02 items=118
const learning = { 'la tête seule': 1, 'un bloc de plus': 2, 'deux blocs de plus': 3, tout: 5 };
for (const [name, blocks] of Object.entries(learning)) {
  const model = unfreezeLast(smallNet(5), blocks);
  const { trainable } = describe(model).totals;
  console.log(`${name.padEnd(18)} : ${trainable} poids apprennent,`, trainingMacs(model), 'MAC');
}
console.log('ses blocs :', blocksOf(smallNet(5)).join(', '));
// %% [markdown] id=s22p4lir items=118
// ## 4. Lire la matrice
//
// Lançons l’essai rapide : quatre situations, quatre stratégies, trois graines, et avant chaque case le choix, sur des images
// de validation, du taux, des époques et des blocs. Il prend une minute la première fois ; chaque mesure est gardée sur
// le disque, donc une interruption ne coûte qu’elle, et la deuxième fois tout est « déjà mesuré ».
// %% id=s22quick items=118 tags=mesure
const quick = await measureScenarios({
  profile: byProfile({ rapide: 'quick', complet: 'complete' }),
  progress: (line) => console.log(line),
});
// %% [markdown] id=s22rule0 items=118
// Avant de regarder, la règle que l’on enseigne d’ordinaire (notes du cours CS231n de Stanford, *Transfer Learning*) :
//
// | | semblables | différentes |
// |---|---|---|
// | **peu** | extracteur fixe, coupé à la fin | extracteur fixe, coupé **plus bas** |
// | **beaucoup** | tout affiner | tout affiner, ou de zéro |
//
// Ses raisons : avec peu d’images, affiner tant de poids ferait du **surapprentissage** ; les couches basses, elles, voient des
// bords et des taches, utiles partout. Reste à savoir si c’est vrai. Les réponses viennent de la mesure **complète**, livrée avec
// le cours : cinq graines ou plus, 15 000 images pour « beaucoup ».
//
// **Prédire.** Avec **peu** d’images **semblables**, quelle stratégie a la plus haute moyenne ? `'de zéro'`, `'extracteur fixe'`,
// `'dernières couches'` ou `'tout affiner'` ?
// %% id=s22bestq1 role=free items=118
const predictFewSimilar: string | null = null; // ← un des quatre noms
// %% id=s22best1 items=118
const recorded = recordedScenarios().digits;
const [fewSimilar, manySimilar, fewDifferent, manyDifferent] =
  summarizeScenarios(recorded.measurements);
const winner = strategyNames[bestStrategies(fewSimilar)[0]];
// %% id=s22bestk1 items=118 tags=replie
checkPrediction(predictFewSimilar, winner,
  `La règle annonçait l’extracteur fixe. Laisser un bloc s’ajuster fait deux points de mieux en
moyenne, même avec 25 images ; mais les intervalles se touchent, et l’extracteur coûte vingt fois
moins. Erreur fréquente : croire que peu d’images interdisent d’affiner. Partir de poids déjà
bons et s’arrêter à l’époque choisie sur la validation protège du surapprentissage.`);
// %% [markdown] id=s22bestm2 items=118
// Deuxième coin : **peu** d’images **différentes**. Le réseau de départ n’a jamais vu de vêtements.
//
// **Prédire.** Combien des quatre stratégies sont en tête sans que l’on puisse les distinguer (leur intervalle touche
// celui de la meilleure, elle comprise) ?
// %% id=s22bestq2 role=free items=118
const predictTied: number | null = null; // ← de 1 à 4
// %% id=s22best2 items=118
const tied = bestStrategies(fewDifferent).length;
// %% id=s22bestk2 items=118 tags=replie
checkPrediction(predictTied, tied,
  `Ce que le réseau sait des chiffres n’aide presque pas à reconnaître une chemise, et ne gêne pas
non plus. À égalité, la moins chère gagne : l’extracteur fixe. Erreur fréquente : désigner un
vainqueur parce que sa moyenne dépasse d’un point.`);
// %% [markdown] id=s22bestm3 items=118
// Troisième et quatrième coins : **beaucoup** d’images.
//
// **Prédire.** Sur beaucoup d’images **différentes**, de combien de points l’extracteur fixe est-il derrière « tout affiner » :
// `'moins de 3'`, `'de 3 à 10'` ou `'plus de 10'` ?
// %% id=s22bestq3 role=free items=118
const predictBehind: string | null = null; // ← 'moins de 3', 'de 3 à 10' ou 'plus de 10'
// %% id=s22best3 items=118
const { all, features } = manyDifferent.strategies;
const behind = 100 * (all!.accuracy.mean - features!.accuracy.mean);
// %% id=s22bestk3 items=118 tags=replie
checkPrediction(predictBehind,
  behind > 10 ? 'plus de 10' : behind >= 3 ? 'de 3 à 10' : 'moins de 3',
  `Quinze mille images savent apprendre leurs propres bords et textures ; l’extracteur fixe reste
enfermé dans ce que les chiffres lui ont appris. Erreur fréquente : « les couches basses sont
universelles ». Elles aident, elles ne suffisent pas.`);
// %% [markdown] id=s22figu0 items=118
// Voici la figure perdue, refaite : la mesure complète. Les boutons montrent l’exactitude, le temps, les multiplications.
// L’étoile pleine marque la meilleure moyenne d’une ligne, l’étoile vide celles qu’on n’en distingue pas.
// %% id=s22figu1 items=118
const notes = { small: '25 images', large: '15 000 images', similar: 'chiffres',
  different: 'vêtements' };
scenarioMatrix(recorded.measurements, { title: 'Mesure complète, livrée avec le cours', notes });
// %% id=s22figu2 items=118
const { command, date, machine, versions } = recordedScenarios();
console.log(`« ${command} », le ${date.slice(0, 10)}, ${machine.cores} cœurs ${machine.cpu}`);
console.log('node', versions.node, '; tfjs', versions['@tensorflow/tfjs']);
for (const row of [fewSimilar, manySimilar, fewDifferent, manyDifferent]) {
  const names = bestStrategies(row).map((strategy) => strategyNames[strategy]);
  console.log(`${row.size}, ${row.likeness} : ${names.join(' ≈ ')}`);
}
// %% [markdown] id=s22figu3 items=118
// Et la vôtre, celle de tout à l’heure, avec trois graines et 2 500 images pour « beaucoup » :
// %% id=s22figu4 items=118 tags=mesure
scenarioMatrix(quick.measurements, { title: 'Votre essai rapide',
  notes: { ...notes, large: `${quick.images.large} images` } });
// %% [markdown] id=s22disc0 items=118
// ### Ce que la mesure dit, et que la règle ne disait pas
//
// | Situation | La règle | La mesure |
// |---|---|---|
// | peu, semblables | extracteur fixe | les trois qui **transfèrent** se valent ; « de zéro » est derrière, de six à huit points |
// | beaucoup, semblables | tout affiner | tout affiner, dernières couches et **de zéro** se valent ; l’extracteur est derrière |
// | peu, différentes | extracteur pris plus bas | personne ne se détache, pas même « de zéro » |
// | beaucoup, différentes | tout affiner, ou de zéro | les deux, et les dernières couches ; l’extracteur perd quatorze points |
//
// Quand la mesure et la règle diffèrent, **c’est la mesure qui compte**, pour **ces** images et **ce** réseau. Ici, la règle ne
// désigne nulle part un perdant, mais ses **raisons** ne tiennent pas toutes :
//
// - elle craint le **surapprentissage** : avec 25 images, tout affiner devrait s’effondrer. Il n’en est rien. Un petit taux, un
//   arrêt choisi sur la validation et des poids de départ déjà bons en protègent ;
// - elle recommande d’affiner quand il y a beaucoup d’images. Ici, « de zéro » y fait aussi bien : le départ ne rapporte
//   plus de points, il ne peut faire gagner que du **temps** ;
// - elle dit les couches basses utiles **partout**. Entre les chiffres et les vêtements, l’extracteur n’apporte rien à 25 images,
//   et enferme à 15 000. Il est vrai que notre réseau n’a vu que cinq chiffres : voyez la partie 5 pour un grand.
//
// Ce qu’elle a de juste : la **ressemblance** compte quand les images manquent. Partir du réseau des chiffres rapporte six à
// huit points sur 25 autres chiffres, et rien que l’on puisse affirmer sur 25 vêtements.
//
// Et le **prix** ? À résultats indiscernables, c’est lui qui tranche.
//
// **Prédire.** Sur beaucoup d’images semblables, « dernières couches » et « tout affiner » sont à égalité. La première demande
// quelle part des multiplications de la seconde, en % (à cinq points près, répondez par le multiple de 5 le plus proche) ?
// %% id=s22costq0 role=free items=118
const predictShare: number | null = null; // ← 25, 30, 35, …
// %% id=s22cost0 items=118
const { top, all: tuned } = manySimilar.strategies;
const share = Math.round((20 * top!.macs) / tuned!.macs) * 5;
// %% id=s22costk0 items=118 tags=replie
checkPrediction(predictShare, share,
  `Deux blocs sur quatre sont gelés : ils ne coûtent que leur aller, au lieu de deux ou trois fois
autant. Erreur fréquente : « la moitié des blocs, donc la moitié du prix » ; les blocs n’ont pas
le même prix, et geler n’épargne pas l’aller.`);
// %% id=s22cost1 items=118
const billions = (macs: number) => Math.round(macs / 1e9);
for (const [name, cell] of Object.entries(manySimilar.strategies)) {
  console.log(strategyNames[name as 'top'].padEnd(18), ':', points(cell.accuracy.mean), '%,',
    billions(cell.macs), 'milliards de MAC');
}
// %% [markdown] id=s22p5pho items=118
// ## 5. Et un grand réseau, avec de vraies photos ?
//
// EfficientNet-Lite0 a appris les mille classes d’ImageNet (leçon 2.1). Mesurons-le de même, sur **peu** d’images :
//
// - **semblables** : les photos détourées de Tux Paint, en cinq classes (mammifère, oiseau, fruit, fleur, légume). Presque tout
//   ce qu’elles montrent est dans ImageNet. 25 pour apprendre, 58 pour juger ;
// - **différentes** : les chiffres manuscrits de 0 à 4, agrandis et répétés dans les trois couleurs. 25 et 60.
//
// Les images font 96 × 96 au lieu de 224 × 224, pour que cela tienne en quelques minutes. Et **beaucoup** ? Il n’y a que 206
// photos : ces deux cases restent vides. Nous ne les inventerons pas.
//
// **Prédire.** Avec 25 chiffres pour apprendre, l’extracteur fixe d’ImageNet, qui n’a vu que des photos, en reconnaît-il
// `'moins de 50'`, `'de 50 à 80'` ou `'plus de 80'` (en %) ?
// %% id=s22phoq0 role=free items=118
const predictPhotos: string | null = null; // ← 'moins de 50', 'de 50 à 80' ou 'plus de 80'
// %% id=s22pho01 items=118
const { photos } = recordedScenarios();
const [photoRow, , digitRow] = summarizeScenarios(photos.measurements);
const found = 100 * digitRow.strategies.features!.accuracy.mean;
// %% id=s22phok0 items=118 tags=replie
checkPrediction(predictPhotos,
  found > 80 ? 'plus de 80' : found >= 50 ? 'de 50 à 80' : 'moins de 50',
  `Apprises sur un million de photos variées, les caractéristiques décrivent aussi des traits :
bords, courbes, croisements. Celles de notre petit réseau, apprises sur cinq chiffres, n’aidaient
pas des vêtements. Erreur fréquente : juger de la ressemblance sans demander de quel réseau.`);
// %% id=s22pho02 items=118
scenarioMatrix(photos.measurements, {
  title: 'EfficientNet-Lite0, appris sur ImageNet',
  missing: '206 photos en tout n’y suffisent pas',
  notes: { small: '25 images', similar: 'photos', different: 'chiffres' },
});
// %% [markdown] id=s22pho03 items=118
// - Sur les **photos**, les trois stratégies qui transfèrent ne se distinguent pas : la règle a raison de prendre
//   l’extracteur fixe, de loin le moins cher. Voyez comme les intervalles sont larges : 58 images de test, huit graines.
// - « **De zéro** » ne fait guère mieux que le hasard (20 %) : 3,4 millions de poids, 25 images, 16 époques, c’est-à-dire 80 pas.
//   La normalisation par lots y est pour quelque chose : ses moyennes glissantes n’ont pas fini d’oublier leur départ.
// - Sur les **chiffres**, le réseau des photos fait bien mieux que le hasard. « Différentes » se dit donc d’images **et** d’un
//   réseau : plus il a vu de choses variées, moins il y a d’images qui lui soient étrangères.
// %% [markdown] id=s22errq0 items=118
// ### Trouvez l’erreur
//
// Un collègue vous écrit : « J’ai 30 photos par classe. J’ai essayé douze réglages de “tout affiner” et gardé celui qui fait le
// mieux sur mes **60 images de test** : 93 %. L’extracteur fixe, avec **une** graine et son réglage d’origine, fait 91 %. Affiner
// tout est donc **meilleur**, comme le dit la matrice de la leçon 2.2. »
//
// **Prédire.** Combien de fautes de méthode comptez-vous, de 1 à 5 ?
// %% id=s22errq1 role=free items=118
const predictFaults: number | null = null; // ← de 1 à 5
// %% id=s22err01 items=118
const faults = [
  'choisir sur le test, parmi douze : le 93 % est gonflé',
  'une seule graine : aucun intervalle',
  'douze essais contre un : la comparaison n’est pas égale',
  '60 images de test : une image vaut 1,7 point, plus que la moitié de l’écart',
  'citer une matrice mesurée sur d’autres images et un autre réseau',
];
// %% id=s22errk0 items=118 tags=replie
checkPrediction(predictFaults, faults.length,
  `Choisir sur le test ; une seule graine ; douze réglages contre un ; un test trop petit ; et une
matrice qui parle d’autres images. Erreur fréquente : ne voir que la graine.`);
// %% id=s22err02 items=118
faults.forEach((fault, i) => console.log(`${i + 1}. ${fault}`));
// %% [markdown] id=s22retenr
// ## À retenir
//
// - Deux questions d’abord : **combien** d’images, et à quel **écart** de celles que le réseau connaît. L’écart se mesure
//   avant tout entraînement : 1,3 pour d’autres chiffres, 2,0 pour des vêtements.
// - **Peu, semblables** : partez du réseau entraîné ; tête seule, dernières couches ou tout, l’écart est mince. **Peu,
//   différentes** : rien ne se détache. **Beaucoup** : tout affiner, les dernières couches et « de zéro » se valent ; l’extracteur
//   fixe reste derrière.
// - La règle du cours est un point de départ. Ses conseils tiennent ici, ses raisons moins : affiner tout un réseau avec
//   25 images n’a pas mené au surapprentissage.
// - Une moyenne s’écrit avec son **intervalle**, et trois graines font de grands intervalles. Deux intervalles qui se touchent ne
//   désignent pas de vainqueur : le **prix** décide.
// - Une couche qui apprend coûte trois allers, une couche gelée un seul, un extracteur fixe un seul **pour tout l’entraînement**.
// - On **choisit** sur la validation, on **juge** une fois sur le test.
// - Limites de nos mesures : un seul réseau de départ par tableau, petit, cinq classes, des graines qui se comptent sur
//   les doigts. Refaites-les sur vos images : `measureScenarios` montre comment.
//
// ### Petit glossaire
//
// | Terme | En anglais | Sens |
// |---|---|---|
// | écart (à des images connues) | *domain gap* | distance moyenne à la plus proche image connue, divisée par celle d’images neuves de même nature |
// | intervalle à 95 % | *95% confidence interval* | moyenne ± t s / √n ; la procédure contient la vraie moyenne 95 fois sur 100 |
// | graine | *seed* | nombre d’où part le hasard ; la même graine, le même tirage |
// | extracteur fixe | *fixed feature extractor* | réseau gelé dont on ne calcule les caractéristiques qu’une fois |
// | transfert négatif | *negative transfer* | quand partir d’un réseau entraîné fait moins bien que partir de zéro |
//
// ### Notations
//
// | Notation | Sens |
// |---|---|
// | $\bar x$ | moyenne de n mesures |
// | $s$ | écart type des mesures, avec n − 1 |
// | $t$ | quantile de Student : 4,303 pour trois mesures, 2,776 pour cinq |
// | $n$ | nombre de graines |
//
// ### À vous de jouer
//
// - Rangez des mesures et conseillez une stratégie : [exercices 2.2](../exercices/2.2-scenarios.ipynb).
// - Relancez `measureScenarios` avec le profil complet (`useProfile('complet')` avant la cellule). Votre matrice est-elle celle du cours ?
// - Mesurez l’écart de **vos** images à celles d’un jeu que vous connaissez. Attention : mêmes tailles, mêmes pixels.
// - Avec `Math.max` au lieu de la moyenne, quelle stratégie gagnerait dans chaque coin ? Laquelle est la plus capricieuse ?
//
// <details><summary>Réponses</summary>
//
// - Les moyennes bougent de moins que leurs intervalles ; les secondes dépendent de votre machine, les multiplications non.
// - Un écart se calcule pixel par pixel : un fond blanc au lieu d’un fond noir suffit à l’agrandir. C’est une mesure grossière.
// - Regardez la plus large demi-largeur : c’est elle que le maximum récompense.
//
// </details>
// %% id=s22brouil role=free
// votre brouillon
