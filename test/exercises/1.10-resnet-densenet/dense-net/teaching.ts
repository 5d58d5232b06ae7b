/** What the notebook teaches around denseNet. */
import type { Hints, LessonSection } from '../../teaching';

export const lessonSection: LessonSection = {
  lesson: '1.10-resnet-densenet',
  title: '7. DenseNet\u00a0: concaténer au lieu d’ajouter',
};

export const hints: Hints = [
  'Tout tient dans une variable, celle qui contient **tout ce qui précède** : une couche la lit en entier, fabrique quelques ' +
    'cartes, et la variable devient l’ancienne et les nouvelles, bout à bout. Une fois le bloc écrit ainsi, le reste est ' +
    'un empilement.',
  '1. Écrivez une petite fonction « normalisation, ReLU, convolution sans biais » : elle sert deux fois par couche, une ' +
    'fois par transition.\n' +
    '2. `denseBlock` : une boucle sur les couches ; dedans, la 1 × 1, la 3 × 3, puis `concatenate`.\n' +
    '3. `transition` : le nombre de canaux qui arrivent est dans `x.shape[3]`.\n' +
    '4. `denseNet` : l’entrée, puis une boucle sur les blocs. Quand faut-il une transition ? Demandez-vous combien il y ' +
    'en a pour un seul bloc.\n' +
    '5. Après le dernier bloc, il reste des cartes ni normalisées ni rectifiées.',
  'Il reste à remplir les `…`, et à ajouter ce qui manque :\n\n' +
    '```ts\n' +
    '// denseBlock\n' +
    'let maps = x;\n' +
    'for (…) {\n' +
    '  const few = …; // normalisation, ReLU, 1 × 1, à partir de maps\n' +
    '  const fresh = …; // normalisation, ReLU, 3 × 3, à partir de few\n' +
    '  maps = connect(tf.layers.concatenate(), …);\n' +
    '}\n' +
    '// denseNet\n' +
    'for (const [i, layers] of blocks.entries()) {\n' +
    '  if (…) x = transition(x);\n' +
    '  x = …;\n' +
    '}\n' +
    '```',
];

export const afterword =
  'L’idée : **ne rien réapprendre**. Une couche qui lit toutes les précédentes n’a pas à refaire ce qu’elles savent : 32 cartes ' +
  'neuves lui suffisent, là où ResNet en recalcule des centaines. DenseNet-121 a ainsi 8 millions de paramètres, trois fois ' +
  'moins que ResNet-50. L’addition mélange et garde la taille ; la concaténation n’oublie rien et fait grossir : d’où la ' +
  '1 × 1 devant chaque 3 × 3, qui lirait sinon jusqu’à 992 canaux, et la transition, ' +
  'qui rend la moitié de la place. Les liens existent **dans** un bloc : d’un bloc à l’autre, tout passe par elle.';
