// ---
// title: Prise en main
// ---
// %% [markdown] id=gt0a215b items=1
// # 0.0 Prise en main
//
// **Où écrire, comment exécuter, et que faire quand rien ne va ?**
//
// Ce cours ne se lit pas seulement, il s’exécute. Chaque leçon est un **carnet** : une page où le texte alterne
// avec du code que vous pouvez changer et relancer. Avant de parler d’images, prenez une heure pour apprivoiser
// l’outil ; vous pourrez ensuite ne penser qu’au sujet.
//
// À la fin, vous saurez :
//
// - exécuter des cellules, et dire pourquoi leur ordre compte ;
// - répondre à une question et lire le verdict ;
// - lire le TypeScript du cours et ses messages d’erreur ;
// - manier une figure ;
// - interrompre, redémarrer, tout relancer, et retrouver votre travail.
//
// Lecture : environ 25 minutes, réponses comprises ; le reste de l’heure est pour vos essais.
// %% [markdown] id=f407z2kh
// ## 1. Une cellule, un calcul
//
// Le rectangle gris ci-dessous est une **cellule de code**. Cliquez dedans, puis appuyez sur **Maj+Entrée** : la
// cellule s’exécute, son résultat s’affiche dessous, et la suivante est sélectionnée.
// %% id=07e3kmoi
7 * 6
// %% [markdown] id=tx28y0iq
// La valeur de la dernière ligne s’affiche toute seule. Pour en montrer davantage, on appelle `console.log`,
// autant de fois qu’on veut. Deux barres, `//`, commencent un commentaire : il est pour vous, la machine ne le
// lit pas.
// %% id=b4zaedv5
const hours = 33; // la durée du cours
console.log('le cours dure', hours, 'heures');
console.log(`soit ${hours * 60} minutes`); // entre accents graves, ${…} devient sa valeur
// %% [markdown] id=r10nkgj1
// À gauche de la cellule est apparu un nombre entre crochets : le rang de cette exécution. Une étoile, `[*]`,
// voudrait dire que la cellule travaille, ou qu’elle attend son tour.
//
// La cellule suivante va chercher dans la bibliothèque du cours ce dont celle-ci a besoin. Chaque leçon en a
// une ; rien ne marche tant qu’elle n’a pas été exécutée.
// %% id=i2811c2j role=given
import {
  bars, byProfile, checkPrediction, conv1d, coursePlan, courseTable, currentProfile, hoursOf,
  slidingWindow, Volume,
} from '@convolab/lib';
import * as tf from '@convolab/lib/tf';
// %% [markdown] id=5ov4sjp4
// ## 2. Le moteur se souvient
//
// Derrière le carnet tourne un programme, le **moteur** (*kernel*). C’est lui qui calcule, et il **se souvient** :
// une variable définie dans une cellule sert dans toutes celles qu’on exécute après. La place des cellules dans
// la page ne compte pas ; seul compte l’ordre de leur exécution.
//
// C’est commode et traître à la fois. Regardez ces trois cellules **sans encore les exécuter**.
// %% id=tf12x96j
let counter = 0;
// %% id=oejlxn4j
counter = counter + 10;
// %% id=vuz3wezc
console.log('counter vaut', counter);
// %% [markdown] id=mxmcgdo3
// Voici votre première question. Pour répondre, cliquez dans la cellule qui contient `null`, remplacez ce mot par
// un nombre et exécutez-la. Puis continuez, cellule après cellule : l’une des suivantes est **repliée** (elle ne montre que sa première ligne).
// C’est elle qui compare votre réponse au calcul, et qui explique. Tant que vous n’avez rien prédit, elle garde la
// réponse cachée.
//
// **Prédire.** On exécute la première cellule une fois, la deuxième **trois fois**, puis la dernière. Combien vaut
// `counter` ?
// %% id=wctyv6hz role=free
const predictCounter: number | null = null; // ← remplacez null par votre réponse
// %% id=r11tr8tg tags=replie
let simulated = 0;
for (let run = 1; run <= 3; run++) simulated = simulated + 10;
checkPrediction(predictCounter, simulated,
  `Chaque exécution ajoute 10 à ce que le moteur avait retenu. Erreur fréquente : 10, en croyant
qu’une cellule exécutée de nouveau repart de zéro.`);
// %% [markdown] id=xhp0nmy7
// Vérifiez-le : remontez, exécutez la deuxième cellule trois fois, puis la dernière. (Si vous aviez tout exécuté
// d’un coup, `counter` valait déjà 10 : relancez d’abord la première.)
//
// Se tromper n’a aucune conséquence, et rien n’est noté ici. Une prédiction fausse, suivie de son explication,
// s’oublie moins vite qu’une réponse lue : c’est pourquoi les leçons demandent avant de montrer.
// %% [markdown] id=0rsimu5h
// ## 3. Le TypeScript du cours
//
// Le code du cours est écrit en **TypeScript**, c’est-à-dire en JavaScript où chaque variable a un type, vérifié
// avant l’exécution. Voici tout ce qu’il faut pour lire les leçons.
//
// `const` donne un nom à une valeur qu’on ne remplacera pas, `let` à une valeur qui changera. Une liste s’écrit
// entre crochets et se compte **à partir de 0**. Une image est une liste de lignes : `image[y][x]` est la valeur
// de la ligne `y` et de la colonne `x`.
//
// **Prédire.** Que vaut `image[1][2]` ?
//
// ```ts
// const image = [
//   [10, 20, 30],
//   [40, 50, 60],
// ];
// ```
// %% id=uawx0d4r role=free
const predictPixel: number | null = null; // ← votre réponse
// %% id=qm4t8c1v
const image = [
  [10, 20, 30],
  [40, 50, 60],
];
// %% id=7av5ntbw tags=replie
checkPrediction(predictPixel, image[1][2],
  `La ligne 1 est la deuxième, la colonne 2 est la troisième. Erreur fréquente :
${image[0][1]}, en comptant à partir de 1.`);
// %% id=s1spc849
console.log('image[1][2] vaut', image[1][2]);
console.log('lignes :', image.length, '; colonnes :', image[0].length);
// %% [markdown] id=dmx7wove
// Une **fonction** reçoit des arguments et rend une valeur. Les petites s’écrivent avec une flèche : `(x) => x * x`
// se lit « à x, associer x fois x ». Trois fonctions des listes reviennent sans cesse :
//
// - `map` applique une fonction à chaque élément, et rend la liste des résultats ;
// - `filter` ne garde que les éléments qui passent un test ;
// - `reduce` accumule : `(sum, x) => sum + x, 0` part de 0 et ajoute chaque `x`.
//
// **Prédire.** Que donne `[1, 2, 3, 4].map((x) => x * x)` ? Écrivez la liste entière.
// %% id=4lc6qt24 role=free
const predictSquares: number[] | null = null; // ← par exemple [1, 2, 3, 4]
// %% id=zd62kx0b
const numbers = [1, 2, 3, 4];
const squares = numbers.map((x) => x * x);
// %% id=vecjd6yf tags=replie
checkPrediction(predictSquares, squares,
  `Une liste de même longueur, chaque élément multiplié par lui-même. Erreur fréquente :
${squares.reduce((sum, x) => sum + x, 0)}, leur somme ; c’est reduce qui additionne.`);
// %% id=0gkhmgux
console.log('carrés :', squares);
console.log('pairs  :', numbers.filter((x) => x % 2 === 0)); // % : le reste de la division
console.log('somme  :', numbers.reduce((sum, x) => sum + x, 0));
// %% [markdown] id=tqk3i8rn
// Encore quelques signes, que la cellule suivante montre : `**` est la puissance, `Math.floor` arrondit vers le
// bas, `===` compare, `test ? a : b` vaut `a` si le test est vrai et `b` sinon, `...liste` recopie les éléments
// d’une liste. Une division ne donne pas toujours un entier.
//
// **Prédire.** Que vaut `Math.floor(7 / 2)` ?
// %% id=8sllwzrl role=free
const predictFloor: number | null = null; // ← votre réponse
// %% id=34ni705u tags=replie
checkPrediction(predictFloor, Math.floor(7 / 2),
  `7 / 2 vaut 3.5, et l’entier juste au-dessous est 3. Erreur fréquente : 4, en arrondissant au
plus proche.`);
// %% id=y0oau19t
console.log('7 / 2 =', 7 / 2, '; 2 ** 10 =', 2 ** 10);
console.log('Math.floor(7 / 2) =', Math.floor(7 / 2));
console.log(7 % 2 === 0 ? '7 est pair' : '7 est impair');
console.log('une liste plus longue :', [0, ...numbers, 5]);
// %% [markdown] id=ji0hc3zs
// Les nombres s’écrivent avec un **point** dans le code (`3.5`), avec une virgule dans le texte (3,5). Et ils ont
// une précision limitée.
//
// **Prédire.** Est-ce que `0.1 + 0.2 === 0.3` ?
// %% id=rgmmaxqe role=free
const predictEqual: boolean | null = null; // ← true (vrai) ou false (faux)
// %% id=o4xfbzmn tags=replie
checkPrediction(predictEqual, 0.1 + 0.2 === 0.3,
  `En base 2, 0.1 ne s’écrit pas exactement, et l’erreur se voit au dix-septième chiffre. C’est
pourquoi les leçons comparent deux calculs par leur écart. Erreur fréquente : tester l’égalité.`);
// %% id=ztzh3kan
console.log('0.1 + 0.2 =', 0.1 + 0.2);
const gap = Math.abs(0.1 + 0.2 - 0.3);
console.log('écart avec 0.3 :', gap);
// %% [markdown] id=dfwl5tab
// Une **boucle** `for` répète un bloc : `for (let i = 0; i < 3; i++)` donne à `i` les valeurs 0, 1 et 2, puis
// s’arrête (`i++` ajoute 1). Deux boucles l’une dans l’autre parcourent une image, ligne par ligne : c’est ainsi
// que nous écrirons la convolution. Quand le calcul sert plusieurs fois, on en fait une **fonction**, qui annonce
// le type de ce qu’elle reçoit et de ce qu’elle rend ; `return` donne le résultat.
//
// **Prédire.** La fonction ci-dessous compte les pixels clairs. Que rend `countBright(image, 30)` ?
// %% id=3shw021f role=free
const predictBright: number | null = null; // ← votre réponse
// %% id=v5r9hw3n
function countBright(pixels: number[][], threshold: number): number {
  let count = 0;
  for (let y = 0; y < pixels.length; y++) {
    for (let x = 0; x < pixels[y].length; x++) {
      if (pixels[y][x] > threshold) count++;
    }
  }
  return count;
}
// %% id=kf2czmnz tags=replie
checkPrediction(predictBright, countBright(image, 30),
  `40, 50 et 60 dépassent 30. Erreur fréquente : ${countBright(image, 29)}, en comptant aussi
le 30 ; le signe > veut dire « strictement plus grand ».`);
// %% id=3vaekf3e
console.log('pixels clairs :', countBright(image, 30));
// %% [markdown] id=wwpuapfp
// Les boucles sont faciles à suivre, `map` et ses semblables plus courtes : le cours emploie les deux. Une même
// fonction s’écrit donc aussi `pixels.flat().filter((value) => value > threshold).length`, où `flat` met toutes les
// lignes bout à bout.
// %% [markdown] id=r7q59x19
// Un **objet** groupe des valeurs sous des noms : `{ width: 28, height: 28 }`. Les fonctions du cours reçoivent
// ainsi leurs **options**, ce qui ne doit pas être dit à chaque fois. Et pour n’extraire d’un objet que ce qu’on
// veut, on écrit ces noms entre accolades à gauche du signe égal ; entre crochets, pour une liste.
// %% id=e227yh65
const picture = { width: 28, height: 20, title: 'un chiffre' };
const { width, height } = picture; // deux variables à la fois
const [firstNumber, secondNumber] = numbers;
console.log(picture.title, ':', width * height, 'pixels');
console.log('les deux premiers nombres :', firstNumber, secondNumber);
// %% [markdown] id=rwov41yb
// Dernier signe : `await`. Certaines opérations prennent du temps (lire une photo, entraîner un réseau) ; `await`
// attend leur résultat avant de passer à la ligne suivante. L’oublier donne, à la place du résultat, une simple
// promesse : `Promise { … }`.
//
// ### Des nombres et leur forme
//
// Une liste de listes convient aux petits exemples. Une photo a des centaines de milliers de nombres : on les range
// plutôt à la suite dans un seul tableau, avec leur **forme**, c’est-à-dire leur nombre dans chaque direction. Deux
// bibliothèques le font côte à côte dans tout le cours :
//
// - `@convolab/lib`, écrite pour être lue : son tableau s’appelle `Volume` ;
// - **tfjs** (TensorFlow pour JavaScript), celle des professionnels : son tableau s’appelle *tensor*, tenseur.
//
// Quand les deux donnent les mêmes nombres, on a une bonne raison de croire le calcul.
//
// **Prédire.** Une image en couleur de 4 lignes et 5 colonnes a trois nombres par pixel. Sa forme est [4, 5, 3].
// Combien de nombres contient-elle ?
// %% id=kp99kkx2 role=free
const predictCount: number | null = null; // ← votre réponse
// %% id=q5o4en41 tags=replie
checkPrediction(predictCount, Volume.zeros([4, 5, 3]).size,
  `4 × 5 pixels, et trois nombres pour chacun. Erreur fréquente : ${4 + 5 + 3}, en additionnant.`);
// %% id=oc199w5w
const volume = Volume.zeros([4, 5, 3]);
const tensor = tf.zeros([4, 5, 3]);
console.log('Volume :', volume.shape, 'soit', volume.data.length, 'nombres');
console.log('tfjs   :', tensor.shape, 'soit', tensor.size, 'nombres');
// %% [markdown] id=9o4uk4rt
// Restent les **types**. `number`, `string` (un texte) et `boolean` (vrai ou faux) sont les types de base ;
// `number[]` est une liste de nombres, `number[][]` une liste de lignes. `number | null` se lit « un nombre, ou
// bien rien encore » : c’est le type d’une prédiction.
//
// À vous : dans la cellule suivante, remplacez `12` par `'douze'`, exécutez, lisez le message, puis remettez `12`.
// %% id=l7oaczw3 role=free
const age: number = 12;
console.log('dans dix ans :', age + 10);
// %% [markdown] id=q89fwqwt
// ## 4. Lire un message d’erreur
//
// Une erreur n’est pas une panne : c’est un renseignement. Vous en rencontrerez de deux sortes.
//
// **Avant l’exécution**, TypeScript refuse la cellule. C’est ce que vous venez de voir :
//
// ```text
// TypeScript refuse cette cellule : rien n'a été exécuté.
// ligne 1, colonne 7 : Type 'string' is not assignable to type 'number'. (TS2322)
//      1 | const age: number = 'douze';
//                ^^^
// ```
//
// La phrase anglaise se lit ainsi : une valeur de type `string` ne peut pas aller là où l’on attend un `number`. Le
// signe `^` montre l’endroit. Autre grand classique : `Cannot find name 'image'`, « je ne connais pas ce nom » : il
// y a une faute de frappe, ou bien la cellule qui définit ce nom n’a pas été exécutée depuis le démarrage.
//
// **Pendant l’exécution**, une fonction se plaint. Celles du cours disent toujours trois choses : ce qu’elles
// voulaient faire, ce qu’elles ont trouvé, et que faire. `conv1d`, que vous apprendrez dans la leçon 1.2, promène
// une petite liste, le noyau, sur une plus grande. Donnons-lui un noyau trop long.
// %% id=is66bw31
try {
  conv1d([1, 2], [1, 0, -1]);
} catch (error) { // sans try … catch, le message serait en rouge et l’exécution s’arrêterait ici
  console.log((error as Error).message);
}
// %% [markdown] id=ufa4y9g3
// **Prédire.** Dans ce message, combien de valeurs au plus le noyau pourrait-il avoir ?
// %% id=r710jbfl role=free
const predictLongest: number | null = null; // ← votre réponse
// %% id=enetkz6n tags=replie
const lengths = [1, 2, 3].filter((length) => {
  try {
    return conv1d([1, 2], new Array<number>(length).fill(1)).length > 0;
  } catch {
    return false;
  }
});
checkPrediction(predictLongest, Math.max(...lengths),
  `Le noyau doit tenir dans l’entrée, qui a deux valeurs. Erreur fréquente : s’arrêter au mot
« Impossible » ; la fin du message dit quoi faire.`);
// %% [markdown] id=ba67dzdm
// Quand une cellule échoue, celles qui attendaient derrière elle ne s’exécutent pas. Corrigez-la, relancez-la,
// puis reprenez la suite.
//
// ## 5. Manier une figure
//
// La figure qui vient est une animation de `conv1d` : un noyau de 2 valeurs se pose au début d’une liste de 5
// valeurs, puis avance d’une case à chaque étape, sans jamais dépasser la fin. Peu importe encore ce qu’il calcule.
//
// **Prédire.** Combien d’étapes cette animation a-t-elle ?
// %% id=diqdlvyq role=free
const predictSteps: number | null = null; // ← votre réponse
// %% id=n0x2f7la
const film = [2, 0, 1, 3, 1];
// %% id=2fn1vysp tags=replie
checkPrediction(predictSteps, conv1d(film, [1, -1]).length,
  `Une étape par position du noyau : 5 − 2 + 1. Erreur fréquente : 5, une par valeur de la liste.`);
// %% [markdown] id=w8j5ue2r
// Les figures du cours répondent à la souris et au clavier. Essayez les commandes de celle-ci :
//
// - **le curseur** : déplacez-le, ou cliquez sur sa ligne, pour aller d’une étape à l’autre ;
// - **Lire** et **Pause** : l’animation ;
// - **le survol** : posez la souris sur une case, et attendez un instant ;
// - **le clavier** : Échap, puis Tab pour aller d’une commande à l’autre ; les flèches déplacent le curseur, Entrée
//   appuie sur un bouton.
// %% id=o6npd64f
slidingWindow(film, [1, -1]);
// %% [markdown] id=ht1iooss
// Chaque figure est aussi décrite en toutes lettres, avec ses nombres, pour qui ne la voit pas ; et elle reste
// vivante dans un carnet exporté en page web (*File > Save and Export Notebook As > HTML*).
//
// Les fonctions qui dessinent sont à vous comme le reste : changez les nombres, relancez la cellule.
// %% [markdown] id=ymiq4vj9
// ## 6. Interrompre, redémarrer, tout relancer
//
// | Pour… | Menu | Clavier |
// |---|---|---|
// | interrompre une cellule trop longue | *Kernel > Interrupt Kernel* | Échap, puis I deux fois |
// | redémarrer le moteur | *Kernel > Restart Kernel…* | Échap, puis 0 deux fois |
// | exécuter tout le carnet | *Run > Run All Cells* | |
// | redémarrer et tout exécuter | *Kernel > Restart Kernel and Run All Cells…* | |
//
// **Prédire.** On interrompt une cellule partie dans une boucle sans fin. Le moteur se souvient-il encore de
// `counter` ?
// %% id=p6x5hukv role=free
const predictKept: boolean | null = null; // ← true (oui) ou false (non)
// %% id=fk9m9d05 tags=replie
checkPrediction(predictKept, typeof counter === 'number',
  `Interrompre arrête la cellule, pas le moteur. Erreur fréquente : redémarrer par prudence, et
perdre un long calcul.`);
// %% [markdown] id=cheqirvx
// Essayez : ajoutez une cellule sous celle-ci (Échap, puis B), écrivez-y `while (true) {}`, exécutez-la. L’étoile
// reste ; interrompez. Puis exécutez `counter` dans une autre cellule.
//
// **Redémarrer**, au contraire, oublie tout, sauf ce que vous avez écrit : il faut exécuter de nouveau les cellules
// dans l’ordre. C’est le bon réflexe quand plus rien ne semble logique, car une variable a pu être changée dix
// cellules plus haut.
//
// ### Vite, ou en entier
//
// Une leçon doit pouvoir s’exécuter pendant que vous la lisez. Celles qui entraînent un réseau montrent donc deux
// jeux de nombres, et choisissent le **profil** `rapide` : moins d’images, moins de tours. Pour tout calculer en
// entier, ce qui prend des minutes, exécutez d’abord `useProfile('complet')` dans une cellule (après l’avoir
// importé de `@convolab/lib`).
// %% id=fqwrvw4d
const images = byProfile({ rapide: 6000, complet: 60000 });
console.log('profil', currentProfile(), ':', images, 'images');
// %% [markdown] id=2ek3lixb
// ## 7. Où vit votre travail
//
// `npm start` copie les leçons dans `work/lecons` et les exercices dans `work/exercices` : ce sont **vos**
// exemplaires, ceux que montre le panneau de gauche. Ctrl+S enregistre ; JupyterLab le fait aussi de lui-même,
// toutes les deux minutes.
//
// Trois icônes, tout à gauche de la fenêtre, changent ce panneau : le dossier montre les fichiers, le carré dans un
// cercle les moteurs qui tournent, la liste à puces le **plan** de la leçon ouverte, où un clic mène à la partie
// voulue.
//
// Quand le cours change, `npm start` met à jour les carnets que vous n’avez pas modifiés. Il n’écrase jamais les
// autres : la nouvelle édition est posée à côté, sous le nom `….nouveau.ipynb`. Pour repartir d’un carnet neuf,
// renommez ou supprimez le vôtre, et relancez `npm start`.
//
// ### S’auto-corriger
//
// Les exercices sont des carnets à part. Chacun a un énoncé, une cellule où vous écrivez une fonction, et une
// cellule `check` qui l’essaie aussitôt sur des cas publics : elle montre les cas réussis, le plus petit qui échoue,
// et reconnaît les erreurs classiques. Rappelez-la autant de fois que vous voulez ; elle ne note pas. La note, elle,
// est donnée par votre enseignant, avec d’autres cas. On remet le fichier du carnet, tel quel.
//
// ### Votre propre image
//
// Plusieurs leçons appliquent leurs calculs à une photo. Pour prendre la vôtre, déposez le fichier dans le dossier
// `lecons` (en le faisant glisser dans le panneau de gauche), puis donnez son nom à `readImage`, comme le montre un
// commentaire de la leçon. PNG, JPEG, GIF et BMP conviennent ; une image de quelques centaines de pixels de côté
// suffit, et les calculs restent rapides. Rien ne quitte votre machine : tout le cours fonctionne sans réseau.
//
// ### Quand quelque chose échoue
//
// | Ce que vous voyez | Ce qu’il faut faire |
// |---|---|
// | `Cannot find name …` | exécuter les cellules du dessus, dans l’ordre, ou corriger la faute de frappe |
// | `[*]` reste affiché | une cellule travaille encore ; patienter, ou interrompre |
// | des résultats incohérents | redémarrer le moteur et tout relancer |
// | plus rien ne répond | *Kernel > Restart Kernel…* ; sinon Ctrl-C dans le terminal, puis `npm start` |
// | des données ou TensorFlow manquent | `npm run doctor` dans un terminal : il dit quoi et comment y remédier |
// | un carnet abîmé | le supprimer, relancer `npm start` : un neuf arrive |
//
// ### Le clavier
//
// Dans une cellule, vous **écrivez**. Échap en sort : les lettres deviennent des **commandes** ; Entrée y revient.
//
// | Touches | Effet |
// |---|---|
// | Maj+Entrée | exécuter, passer à la suivante |
// | Ctrl+Entrée | exécuter, rester là |
// | Échap, puis A ou B | ajouter une cellule au-dessus ou au-dessous |
// | Échap, puis D deux fois | supprimer la cellule |
// | Échap, puis Z | annuler la suppression |
// | Échap, puis M ou Y | en faire du texte, ou du code |
// | Tab | compléter le nom commencé |
// | Maj+Tab | montrer le type et l’aide du nom sous le curseur |
// | Ctrl+/ | mettre des lignes en commentaire, ou l’inverse |
//
// (Sur Mac, Ctrl se lit Cmd, sauf pour Ctrl+Entrée et Ctrl-C.)
// %% [markdown] id=qs94y6a0 items=1
// ## 8. Le cours
//
// Deux chapitres : **construire** des réseaux à convolution, puis les **optimiser**, c’est-à-dire surtout partir
// d’un réseau déjà entraîné. Le cours dure 33 heures, exercices compris.
//
// **Prédire.** Le premier chapitre en prend 23. Combien reste-t-il pour le second ?
// %% id=mxz2yzig role=free items=1
const predictSecond: number | null = null; // ← votre réponse
// %% id=k3c8u1ze items=1
const [first, second] = [1, 2].map((chapter) =>
  hoursOf(coursePlan.filter((lesson) => lesson.chapter === chapter)));
// %% id=s14f9i2o items=1 tags=replie
checkPrediction(predictSecond, second,
  `33 − 23. Ces heures contiennent les exercices et les projets ; la lecture seule prend bien
moins.`);
// %% id=yzrnw5fg items=1
console.log(`${first + second} h = ${first} h + ${second} h`);
// %% id=9ak851ml items=1
courseTable()
// %% id=3y4cbjfh items=1
const byLesson = coursePlan.map(({ lesson, hours }) => [`leçon ${lesson}`, hours]);
bars(Object.fromEntries(byLesson), { title: 'Durée des leçons', x: 'heures, exercices compris' });
// %% [markdown] id=v12pk3mg items=1
// Une leçon se lit en une demi-heure à une heure, réponses comprises. Le reste est pour vos essais et pour ses
// exercices : c’est là qu’on apprend. Les leçons se suivent, et chacune commence par trois souvenirs des
// précédentes ; si l’un d’eux vous échappe, c’est là qu’il faut retourner.
//
// ### Apprendre avec ce cours
//
// Trois habitudes valent mieux qu’une relecture de plus. **Répondre avant de regarder**, même au hasard : l’effort
// de chercher prépare la place de la réponse. **Se rappeler** plutôt que relire : fermez la leçon et dites ses
// idées de mémoire, puis vérifiez. **Espacer** : deux séances d’une heure, à deux jours d’écart, laissent plus de
// traces qu’une de deux heures. (Les trois effets ont été mesurés : Kornell et ses collègues 2009, Roediger et
// Karpicke 2006, Cepeda et ses collègues 2006.) Et quand un calcul vous résiste, refaites-le avec de plus petits
// nombres, à la main, sur un papier : c’est ainsi que chaque partie du cours commence.
//
// Deux carnets servent d’aide-mémoire, engendrés à partir des leçons : le [glossaire](glossaire.ipynb) et les
// [notations](notations.ipynb). Un troisième dit où trouver des réseaux [déjà entraînés](modeles.ipynb).
// %% [markdown] id=bcvyqd0g
// ## À retenir
//
// - **Maj+Entrée** exécute. L’ordre des exécutions compte, pas la place des cellules.
// - **Prédisez** avant d’exécuter ; la cellule repliée compare et explique.
// - Un message d’erreur dit ce qui était voulu, ce qui a été trouvé, et souvent quoi faire : lisez-le **jusqu’au
//   bout**.
// - **Interrompre** garde les variables, **redémarrer** les oublie. Dans le doute : redémarrer et tout relancer.
// - Votre travail est dans `work/` ; rien ne l’écrase.
//
// ### Petit glossaire
//
// | Terme | En anglais | En une ligne |
// |---|---|---|
// | carnet | *notebook* | un fichier où alternent texte, code et résultats |
// | cellule | *cell* | un morceau du carnet : du texte, ou du code qui s’exécute d’un bloc |
// | moteur | *kernel* | le programme qui exécute les cellules et garde les variables |
// | profil | *profile* | rapide (peu d’images) ou complet (toutes) |
//
// ### Notations
//
// | Notation | Sens |
// |---|---|
// | `[*]`, `[3]` | à gauche d’une cellule : en cours, troisième exécution |
// | `image[y][x]` | la valeur de la ligne y et de la colonne x, comptées à partir de 0 |
// | 3,5 et `3.5` | le même nombre, dans le texte et dans le code |
//
// ### À vous de jouer
//
// 1. Dans une cellule neuve, calculez la somme des carrés de 1 à 10 avec `map` et `reduce`.
// 2. Transposez `image` : écrivez une expression dont la ligne `x` est la colonne `x` de `image`.
// 3. Provoquez l’erreur `Cannot find name`, puis corrigez-la de deux façons.
//
// <details><summary>Réponses</summary>
//
// 1. `Array.from({ length: 10 }, (_, i) => (i + 1) ** 2).reduce((sum, x) => sum + x, 0)` donne 385.
// 2. `image[0].map((_, x) => image.map((row) => row[x]))`.
// 3. Exécutez `inconnu` ; définissez-le (`const inconnu = 1;`), ou corrigez la faute de frappe.
//
// </details>
