/** What an error says in English that students often meet, and what it means. */
const meanings: readonly (readonly [words: RegExp, meaning: string])[] = [
  // of JavaScript
  [/ of undefined\b/, 'une case lue hors du tableau ?'],
  // of tfjs, where layers are put together
  [
    /^Input \d+ is incompatible with layer/,
    'cette couche ne lit pas des données de cette forme : conv2d et les poolings lisent des cartes, [lot, hauteur, largeur, canaux] ; un flatten manque, ou est de trop ?',
  ],
  [
    /^Operands could not be broadcast together/,
    'on n’ajoute et on ne multiplie que des cartes de même taille, et en même nombre',
  ],
  [
    /^A `Concatenate` layer requires inputs with matching shapes/,
    'on ne met bout à bout que des cartes de même hauteur et de même largeur',
  ],
  [
    /^A (merge|`Concatenate`) layer should be called on/,
    'cette couche réunit des branches : donnez-lui une liste d’au moins deux tenseurs',
  ],
  [
    /^Graph disconnected/,
    'on ne peut pas remonter de la sortie à l’entrée donnée à tf.model : est-ce le même tf.input des deux côtés ?',
  ],
  [
    /^The name ".*" is used \d+ times/,
    'deux couches portent le même nom : changez-en un, ou n’en donnez pas',
  ],
  [
    /^The first layer in a Sequential model must get/,
    'la première couche de tf.sequential doit connaître la forme de l’image : donnez-lui inputShape',
  ],
  [
    /^A layer added to a Sequential model must not already be connected/,
    'cette couche est déjà branchée ailleurs : faites-en une autre',
  ],
  [
    /^Negative dimension size caused by adding layer/,
    'la fenêtre est plus grande que ce qui reste de l’image',
  ],
  [
    /^Arguments to apply\(\) must be all/,
    'apply veut ce qui sort d’une couche ou de tf.input, ou une liste qui n’a rien d’autre',
  ],
  [
    /expect(s|ed) config\.(filters|kernelSize)|required key 'kernelSize'/,
    'filters ou kernelSize manque, ou n’est pas un entier d’au moins 1',
  ],
  [/^Unknown \w+: /, 'tfjs ne connaît pas ce nom : vérifiez son orthographe'],
  [/is not a valid \w+\. +Valid values are/, 'cette option n’a pas cette valeur'],
];

/** The meaning of an error whose English words are known, in brackets and behind a space; else nothing. */
export function saidInFrench(message: string): string {
  const [, meaning] = meanings.find(([words]) => words.test(message)) ?? [];
  return meaning === undefined ? '' : ` (${meaning})`;
}
