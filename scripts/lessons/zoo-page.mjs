import { tsImport } from 'tsx/esm/api';
import { withNoBreakSpaces } from './no-break-spaces.mjs';

/** The page of networks that have learned, as a text that `nbts build` makes a notebook of. */
export async function zooPage() {
  const zoo = await tsImport('../../lib/src/transfer/zoo.ts', import.meta.url);
  const { zooHere, zooKeras, zooDoors, zooCaffe, zooChecked } = zoo;
  return page([
    '# Modèles pré-entraînés',
    '',
    'Un réseau qui a déjà appris, et où le trouver. Le support d’origine renvoyait au *Model Zoo* de Caffe, dont les ' +
      'fichiers ne se chargent que dans Caffe : cette page le remplace.',
    '',
    '## Ici, en une ligne',
    '',
    ...networks(zooHere),
    '',
    'Les poids de PyTorch (`.pth`) sont lus sans rien exécuter de ce qu’ils contiennent ; `topClasses` nomme ce que ' +
      'montre une image. Sans accès à Internet, `hasPretrained` dit ce qui est là.',
    '',
    '## Des réseaux du chapitre 1, entraînés',
    '',
    'Il faut Python et un accès à Internet. Le dossier que rend la conversion se charge ici avec ' +
      '`loadPretrained({ path })`.',
    '',
    ...networks(zooKeras),
    '',
    '## D’autres portes',
    '',
    ...table(
      ['Où', 'Ce qu’on y trouve', 'Licence', 'Adresse', 'Comment'],
      zooDoors.map((door) => [door.name, door.holds, door.licence, door.address, door.how]),
    ),
    '',
    '## Les huit noms du *Model Zoo* de Caffe',
    '',
    'Ce que le support du cours citait, et ce que c’est devenu.',
    '',
    ...table(
      ['Nom', 'Ce que c’est, ce que c’est devenu', 'Licence'],
      zooCaffe.map(({ name, became, licence }) => [`*${name}*`, became, licence]),
    ),
    '',
    zooChecked,
    '',
    'Une licence qui interdit l’usage commercial vaut aussi pour un réseau affiné à partir de ces poids : lisez-la avant ' +
      'de commencer.',
  ]);
}

const networks = (entries) =>
  table(
    ['Réseau', 'Ce qu’il connaît', 'Paramètres', 'Mo', 'Licence', 'Source', 'Comment'],
    entries.map(({ name, knows, parameters, megabytes, licence, source, how }) => [
      ...[name, knows, grouped(parameters), String(megabytes).replace('.', ',')],
      ...[licence, source, how],
    ]),
  );

const table = (head, rows) => [
  row(head),
  row(head.map(() => '---')),
  ...rows.map((cells) => row(cells)),
];
const row = (cells) => `| ${cells.join(' | ')} |`;

const grouped = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, '\u00a0');

const page = (lines) =>
  withNoBreakSpaces(
    [
      '// ---',
      '// # Written by npm run build:notebooks from lib/src/transfer/zoo.ts: mend that.',
      '// title: Modèles pré-entraînés',
      '// ---',
      '// %% [markdown] id=modeles',
      ...lines.map((line) => `// ${line}`.trimEnd()),
      '',
    ].join('\n'),
  );
