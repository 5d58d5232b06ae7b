/** What the notebook teaches about the exercise; French. */
export const lessonSection = { lesson: '1.3-taille-de-sortie', title: '6. La profondeur' };

export const hints: [idea: string, plan: string, almostCode: string] = [
  'Deux comptes à ne pas mélanger : **combien de poids** la couche possède, et **combien de fois** chacun sert. ' +
    'Les paramètres viennent du premier ; les multiplications sont le produit des deux. La taille de l’image ' +
    'n’entre que dans le second.',
  '1. Traitez à part la couche dense : un poids par entrée et par neurone.\n2. Pour la convolution, vérifiez ' +
    'les groupes, puis calculez hauteur et largeur de la sortie avec la formule de l’exercice 1.\n3. Comptez ' +
    'les poids d’**un** filtre, puis de tous.\n4. Ajoutez les biais aux paramètres, et à eux seuls.',
  'Il reste à remplir les points :\n\n```ts\nif (layer.kind === …) {\n  const weights = … ;\n' +
    '  return { params: weights + (layer.bias ? … : 0), macs: … , output: [ … ] };\n}\n' +
    'const [height, width, channels] = … ;\n' +
    'const weights = layer.filters * … * … * (channels / … ); // tous les poids\n' +
    'const rows = Math.floor( … ) + 1; // de même cols\n' +
    'return { params: … , macs: weights * … * … , output: [rows, cols, … ] };\n```',
];

export const afterword =
  'L’idée : compter d’abord les poids, une seule fois, puis en tirer le reste : les paramètres en ajoutant les ' +
  'biais, les multiplications en multipliant par les cases de la carte. Les groupes ne changent qu’un facteur, ' +
  'les canaux vus par un filtre. C’est l’idée des réseaux légers : avec un groupe par canal, une couche coûte ' +
  'autant de fois moins qu’elle a de canaux.';
