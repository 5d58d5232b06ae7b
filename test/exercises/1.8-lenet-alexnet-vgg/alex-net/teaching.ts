/** What the notebook teaches around alexNet. */
import type { Hints, LessonSection } from '../../teaching';

export const lessonSection: LessonSection = {
  lesson: '1.8-lenet-alexnet-vgg',
  title: '3. AlexNet : plus grand, plus vite (2012)',
};

export const hints: Hints = [
  'Commencez par `groups` égal à 1 : c’est une simple suite, ligne par ligne dans le tableau. Ensuite seulement, deux ' +
    'tours : **deux suites de couches qui partent de la même image**, chacune avec la moitié des filtres, et qui ne se ' +
    'parlent qu’en deux endroits. Une suite de couches se fabrique dans une fonction ; deux tours, c’est l’appeler deux fois.',
  '1. Écrivez une petite fonction qui rend une convolution derrière `x` : le nombre de filtres y est divisé par ' +
    '`groups`, et le remplissage dépend de l’étage.\n' +
    '2. Fabriquez un tableau de `groups` tours, de l’image jusqu’au deuxième pooling.\n' +
    '3. Joignez-les par `concatenate` s’il y en a deux ; avec une seule, il n’y a rien à joindre.\n' +
    '4. De là partent de nouveau `groups` tours, de la troisième convolution au dernier pooling ; joignez-les encore.\n' +
    '5. Aplatissez, puis trois couches denses, avec un dropout derrière les deux premières.\n' +
    '6. `alexNet(2).summary()` montre chaque couche, et ce qu’elle lit.',
  'Il reste à remplir les `…`, et à ajouter ce qui manque :\n\n' +
    '```ts\n' +
    'const conv = (x: tf.SymbolicTensor, filters: number, …) => connect(tf.layers.conv2d({ … }), x);\n' +
    'const input = tf.input({ shape: … });\n' +
    'let towers = Array.from({ length: groups }, () => …); // conv, pooling, conv, pooling\n' +
    'const both = towers.length === 1 ? … : connect(tf.layers.concatenate(), …);\n' +
    'towers = Array.from({ length: groups }, () => …); // trois conv, pooling, à partir de both\n' +
    '… // joindre, aplatir, denses et dropouts\n' +
    'return tf.model({ inputs: …, outputs: … });\n' +
    '```',
];

export const afterword =
  'L’idée : **couper un réseau en deux ne coûte presque rien, et rapporte**. En 2012, AlexNet ne tenait pas dans les 3 Go ' +
  'd’une carte graphique : ses auteurs l’ont partagé entre deux, qui ne s’échangent des cartes qu’en deux endroits. Une ' +
  'convolution coupée en deux tours a **deux fois moins de poids** : chaque filtre ne lit que la moitié des cartes. ' +
  'C’est vrai de la deuxième, de la quatrième et de la cinquième ; la première lit l’image et la troisième lit tout, et ' +
  'rien n’y change. Cela n’enlève pourtant que 1 413 120 paramètres sur 62 millions : 58,6 millions sont dans les couches ' +
  'denses, comme chez LeNet-5. Ce qui baisse vraiment, ce sont les multiplications, de 1 135 à 724 millions, car elles ' +
  'sont dans les convolutions.';
