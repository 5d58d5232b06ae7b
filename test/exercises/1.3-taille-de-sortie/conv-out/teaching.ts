/** What the notebook teaches about the exercise; French. */
export const lessonSection = {
  lesson: '1.3-taille-de-sortie',
  title: '8. La taille, vérifiée avant d’exécuter',
};

export const hints: [idea: string, plan: string, almostCode: string] = [
  'Le compilateur compte sur ses doigts : une rangée de N + 2P zéros, dont on retire les F zéros sous la ' +
    'première fenêtre. Ce qui reste est la place des sauts : combien de fois peut-on en retirer S zéros ?',
  '1. Fabriquez la rangée remplie avec trois `Row`, mises bout à bout par `...`.\n2. Retirez-en `Row<F>` avec ' +
    '`extends […, ...infer …]` ; si elle ne s’y trouve pas, c’est `never`.\n3. Écrivez un second type, ' +
    '**récursif** : tant qu’il peut retirer `Row<S>` de la place qui reste, il s’appelle lui-même avec ce qui ' +
    'reste et un compteur plus long d’un zéro.\n4. Quand il ne peut plus, la longueur du compteur est la ' +
    'réponse. De quelle longueur faut-il partir ?',
  'Il reste à remplir les points :\n\n```ts\ntype Places<Left extends 0[], Jump extends 0[], Count extends 0[]> =\n' +
    '  Left extends [ … , ...infer Rest extends 0[]] ? Places< … > : Count[ … ];\n```\n\n' +
    'et, dans `ConvOut` : `[…] extends [...Row<F>, ...infer Left extends 0[]] ? Places< … > : …`. Le `extends 0[]` ' +
    'après `infer` dit à TypeScript que ce morceau est encore une rangée de zéros.',
];

export const afterword =
  'L’idée : une division est une soustraction répétée, et une soustraction de tuples est un motif, ' +
  '`[...B, ...infer Reste]`. Le compteur part d’**un** zéro, la place de départ, et le reste qui est plus court ' +
  'qu’un saut est abandonné : c’est l’arrondi vers le bas. `OutputSize`, dans la bibliothèque, pose la division ' +
  'chiffre par chiffre, comme à l’école : elle n’a donc pas de limite à 999.';
