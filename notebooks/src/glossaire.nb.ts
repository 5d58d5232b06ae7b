// ---
// # Written by npm run build:notebooks from the tables of the lessons: mend those.
// title: Glossaire
// ---
// %% [markdown] id=glossaire
// # Glossaire
//
// Les mots du cours, dans l’ordre alphabétique, et la leçon qui les explique.
//
// | Terme | En anglais | En une ligne | Leçon |
// | --- | --- | --- | --- |
// | affinage | *fine-tuning* | poursuivre l’apprentissage de poids repris | [2.1](2.1-transfert.ipynb) |
// | aiguillage | *routing* | envoyer tout le gradient à une seule case | [1.7](1.7-reseau-a-la-main.ipynb) |
// | aplatir | *flatten* | ranger un bloc de nombres en un seul vecteur | [1.5](1.5-couche-dense-softmax.ipynb) |
// | arrêt anticipé | *early stopping* | s’arrêter quand la validation ne progresse plus | [1.6](1.6-apprentissage.ipynb) |
// | arrondi | *rounding* | ce que perd un nombre rangé dans un nombre fini de bits | [1.7](1.7-reseau-a-la-main.ipynb) |
// | augmentation | *data augmentation* | apprendre aussi des images modifiées, avec la même étiquette | [2.3](2.3-avantages-limites.ipynb) |
// | banque de filtres | *filter bank* | les K filtres d’une couche | [1.2](1.2-convolution.ipynb) |
// | biais | *bias* | un nombre appris par filtre, ajouté à chaque case de sa carte | [1.2](1.2-convolution.ipynb) |
// | bloc | *block* | quelques couches qui se répètent | [1.8](1.8-lenet-alexnet-vgg.ipynb) |
// | bloc dense | *dense block* | des couches dont chacune lit toutes les précédentes | [1.10](1.10-resnet-densenet.ipynb) |
// | bruit d’étiquettes | *label noise* | la part des étiquettes fausses | [2.3](2.3-avantages-limites.ipynb) |
// | canal | *channel* | la matrice d’une des composantes de l’image : R, V ou B | [1.1](1.1-images.ipynb) |
// | caractéristique | *feature* | un nombre mesuré sur l’image, pour la résumer | [1.1](1.1-images.ipynb) |
// | carnet | *notebook* | un fichier où alternent texte, code et résultats | [0.0](0.0-prise-en-main.ipynb) |
// | carte de caractéristiques | *feature map* | les réponses d’un filtre, à chaque position | [1.2](1.2-convolution.ipynb) |
// | cellule | *cell* | un morceau du carnet : du texte, ou du code qui s’exécute d’un bloc | [0.0](0.0-prise-en-main.ipynb) |
// | champ récepteur | *receptive field* | la région de l’entrée que voit un pixel de sortie | [1.2](1.2-convolution.ipynb) |
// | classifieur auxiliaire | *auxiliary classifier* | une sortie de plus au milieu du réseau, le temps d’apprendre | [1.9](1.9-googlenet-inception.ipynb) |
// | codage « un parmi n » | *one-hot* | un 1 à la place de la bonne classe, des 0 ailleurs | [1.6](1.6-apprentissage.ipynb) |
// | combinaison linéaire | *linear combination* | des produits poids × entrée, additionnés | [1.5](1.5-couche-dense-softmax.ipynb) |
// | concaténation | *concatenation* | mettre des canaux bout à bout, sans les mélanger | [1.9](1.9-googlenet-inception.ipynb), [1.10](1.10-resnet-densenet.ipynb) |
// | convolution 1 × 1 de mélange | *pointwise convolution* | à chaque pixel, des sommes pondérées des canaux | [1.11](1.11-efficientnet.ipynb) |
// | convolution en profondeur | *depthwise convolution* | un filtre par canal, sans mélanger les canaux | [1.11](1.11-efficientnet.ipynb) |
// | corrélation croisée | *cross-correlation* | l’opération des réseaux, sans retourner le noyau | [1.2](1.2-convolution.ipynb) |
// | couche dense, entièrement connectée | *dense, fully connected layer* | chaque neurone est relié à toutes les entrées | [1.5](1.5-couche-dense-softmax.ipynb) |
// | creux, sparsité | *sparse, sparsity* | beaucoup de nombres sont nuls | [1.4](1.4-activation-pooling.ipynb) |
// | débordement | *overflow* | un résultat trop grand pour tenir dans un nombre | [1.5](1.5-couche-dense-softmax.ipynb) |
// | dégradation | *degradation* | un réseau plus profond qui apprend moins bien | [1.10](1.10-resnet-densenet.ipynb) |
// | détection | *object detection* | une boîte autour de chaque objet | [1.1](1.1-images.ipynb) |
// | dosage des cartes | *squeeze and excitation* | multiplier chaque carte par un facteur lu sur toute l’image | [1.11](1.11-efficientnet.ipynb) |
// | dropout | *dropout* | mettre à 0 des sorties tirées au hasard, pendant l’apprentissage | [1.8](1.8-lenet-alexnet-vgg.ipynb) |
// | écart (à des images connues) | *domain gap* | distance moyenne à la plus proche image connue, divisée par celle d’images neuves de même nature | [2.2](2.2-scenarios.ipynb) |
// | échelle composée | *compound scaling* | agrandir profondeur, largeur et image ensemble, par un seul nombre φ | [1.11](1.11-efficientnet.ipynb) |
// | ELU | *exponential linear unit* | ReLU dont la gauche s’aplatit en exponentielle | [1.4](1.4-activation-pooling.ipynb) |
// | entraîner de zéro | *training from scratch* | partir de poids tirés au hasard | [2.1](2.1-transfert.ipynb) |
// | entropie croisée | *cross-entropy* | la perte des réseaux qui classent | [1.6](1.6-apprentissage.ipynb) |
// | époque | *epoch* | un passage sur toutes les images d’apprentissage | [1.6](1.6-apprentissage.ipynb) |
// | équivariance | *equivariance* | décaler l’entrée décale la sortie d’autant | [2.3](2.3-avantages-limites.ipynb) |
// | erreur top-5 | *top-5 error* | la part des images dont le nom n’est pas parmi les cinq premiers | [1.8](1.8-lenet-alexnet-vgg.ipynb) |
// | étiquette, classe | *label, class* | la réponse attendue pour une image | [1.1](1.1-images.ipynb) |
// | évanouissement du gradient | *vanishing gradient* | les pentes se multiplient et le produit tend vers 0 | [1.4](1.4-activation-pooling.ipynb) |
// | extracteur figé | *fixed feature extractor* | un réseau gelé, dont on n’utilise que les caractéristiques | [2.1](2.1-transfert.ipynb) |
// | extracteur fixe | *fixed feature extractor* | réseau gelé dont on ne calcule les caractéristiques qu’une fois | [2.2](2.2-scenarios.ipynb) |
// | factoriser | *factorize* | remplacer une convolution par plusieurs plus petites | [1.9](1.9-googlenet-inception.ipynb) |
// | fonction d’activation | *activation function* | appliquée à chaque nombre, elle casse la linéarité | [1.4](1.4-activation-pooling.ipynb) |
// | frontière de décision | *decision boundary* | la ligne où la réponse du modèle bascule | [1.1](1.1-images.ipynb) |
// | geler, dégeler | *freeze, unfreeze* | empêcher, ou laisser, des couches d’apprendre | [2.1](2.1-transfert.ipynb) |
// | goulot | *bottleneck* | réduire les canaux, travailler, les rétablir | [1.9](1.9-googlenet-inception.ipynb), [1.10](1.10-resnet-densenet.ipynb) |
// | Grad-CAM | *Grad-CAM* | les cartes d’une couche, pesées par le gradient d’une classe | [1.11](1.11-efficientnet.ipynb) |
// | gradient | *gradient* | les dérivées de la perte par rapport à tous les poids | [1.6](1.6-apprentissage.ipynb) |
// | gradient de la sortie | *upstream gradient* | ce qu’une couche reçoit au retour | [1.7](1.7-reseau-a-la-main.ipynb) |
// | gradient qui s’évanouit | *vanishing gradient* | un gradient qui diminue à chaque couche traversée | [1.8](1.8-lenet-alexnet-vgg.ipynb) |
// | graine | *seed* | nombre d’où part le hasard ; la même graine, le même tirage | [2.2](2.2-scenarios.ipynb) |
// | groupes | *groups* | une convolution coupée en parties qui ne se voient pas | [1.8](1.8-lenet-alexnet-vgg.ipynb) |
// | histogramme | *histogram* | combien de pixels ont chaque valeur | [1.1](1.1-images.ipynb) |
// | ILSVRC | *ImageNet Large Scale Visual Recognition Challenge* | le défi ImageNet, 1000 classes, de 2010 à 2017 | [1.8](1.8-lenet-alexnet-vgg.ipynb) |
// | im2col | *im2col* | ranger les fenêtres en lignes pour faire de la convolution un produit | [1.8](1.8-lenet-alexnet-vgg.ipynb) |
// | image binaire | *binary image* | une image en noir et blanc : deux valeurs seulement | [1.1](1.1-images.ipynb) |
// | intervalle à 95 % | *95% confidence interval* | moyenne ± t s / √n ; la procédure contient la vraie moyenne 95 fois sur 100 | [2.2](2.2-scenarios.ipynb) |
// | invariance | *invariance* | décaler l’entrée ne change pas la sortie | [2.3](2.3-avantages-limites.ipynb) |
// | jumeau | *twin* | le même réseau, mêmes poids, dans une autre bibliothèque | [1.7](1.7-reseau-a-la-main.ipynb) |
// | k plus proches voisins | *k-nearest neighbours* | classer par la majorité des k exemples les plus proches | [1.1](1.1-images.ipynb) |
// | Leaky ReLU | *leaky ReLU* | ReLU avec une petite pente à gauche | [1.4](1.4-activation-pooling.ipynb) |
// | lissage des étiquettes | *label smoothing* | demander un peu moins que la certitude | [1.9](1.9-googlenet-inception.ipynb) |
// | logit | *logit* | la note d’une classe, avant softmax | [1.5](1.5-couche-dense-softmax.ipynb) |
// | lot | *mini-batch* | les images d’un pas | [1.6](1.6-apprentissage.ipynb) |
// | luma | *luma* | un gris pondéré, proche de la clarté que voit l’œil | [1.1](1.1-images.ipynb) |
// | matrice de confusion | *confusion matrix* | ce qui a été répondu pour chaque classe | [1.6](1.6-apprentissage.ipynb) |
// | MBConv | *mobile inverted bottleneck* | le bloc d’EfficientNet : élargir, voisins, doser, resserrer, ajouter | [1.11](1.11-efficientnet.ipynb) |
// | module Inception | *Inception module* | plusieurs fenêtres côte à côte sur les mêmes cartes | [1.9](1.9-googlenet-inception.ipynb) |
// | moteur | *kernel* | le programme qui exécute les cellules et garde les variables | [0.0](0.0-prise-en-main.ipynb) |
// | moyenne glissante | *moving average* | une moyenne qui oublie peu à peu le passé | [1.7](1.7-reseau-a-la-main.ipynb) |
// | moyenne globale | *global average pooling* | un nombre par carte : sa moyenne | [1.9](1.9-googlenet-inception.ipynb) |
// | neurone mort | *dead unit* | il se tait pour toutes les images, et n’apprend plus | [1.4](1.4-activation-pooling.ipynb) |
// | neurone, unité | *neuron, unit* | une somme pondérée des entrées, plus un biais | [1.5](1.5-couche-dense-softmax.ipynb) |
// | niveaux de gris | *grayscale* | un nombre par pixel, la quantité de lumière | [1.1](1.1-images.ipynb) |
// | normalisation par lots | *batch normalization* | ramener chaque canal à moyenne 0 et variance 1 sur le lot | [1.9](1.9-googlenet-inception.ipynb) |
// | noyau, filtre | *kernel, filter* | les poids qui glissent sur l’entrée | [1.2](1.2-convolution.ipynb) |
// | occlusion | *occlusion map* | cacher un morceau de l’image et voir si la réponse change | [1.11](1.11-efficientnet.ipynb) |
// | optimiseur | *optimizer* | la façon de faire un pas d’après le gradient (Adam…) | [1.6](1.6-apprentissage.ipynb) |
// | partie entière | *floor* | l’arrondi vers le bas, noté ⌊ ⌋ | [1.3](1.3-taille-de-sortie.ipynb) |
// | partie entière supérieure | *ceiling* | l’arrondi vers le haut, noté ⌈ ⌉ | [1.3](1.3-taille-de-sortie.ipynb) |
// | pas | *stride* | de combien de cases la fenêtre avance | [1.2](1.2-convolution.ipynb) |
// | passe arrière | *backward pass* | le retour des gradients, de la perte vers l’entrée | [1.6](1.6-apprentissage.ipynb) |
// | passe avant | *forward pass* | le calcul de l’entrée jusqu’à la sortie | [1.5](1.5-couche-dense-softmax.ipynb) |
// | pénalité L2 | *L2 penalty* | un coût ajouté aux grands poids | [1.9](1.9-googlenet-inception.ipynb) |
// | perte | *loss* | un nombre qui dit de combien le réseau se trompe | [1.6](1.6-apprentissage.ipynb) |
// | pixel | *pixel* | la plus petite case d’une image, d’une seule couleur | [1.1](1.1-images.ipynb) |
// | point de reprise | *checkpoint* | un fichier d’où l’entraînement peut continuer | [1.6](1.6-apprentissage.ipynb) |
// | pooling, sous-échantillonnage | *pooling, subsampling* | résumer chaque région d’une carte par un nombre | [1.4](1.4-activation-pooling.ipynb) |
// | pré-entraînement | *pretraining* | l’apprentissage d’où viennent les poids repris | [2.1](2.1-transfert.ipynb) |
// | profil | *profile* | rapide (peu d’images) ou complet (toutes) | [0.0](0.0-prise-en-main.ipynb) |
// | profondeur d’une couche | *depth* | son nombre de filtres, donc de cartes en sortie | [1.3](1.3-taille-de-sortie.ipynb) |
// | projection | *projection shortcut* | une convolution 1 × 1 sur le raccourci | [1.10](1.10-resnet-densenet.ipynb) |
// | raccourci, connexion de saut | *shortcut, skip connection* | un chemin qui passe à côté des couches | [1.10](1.10-resnet-densenet.ipynb) |
// | rang 1 | *rank 1* | un noyau égal à une colonne fois une ligne | [1.9](1.9-googlenet-inception.ipynb) |
// | ReLU | *rectified linear unit* | max(0, x) | [1.4](1.4-activation-pooling.ipynb) |
// | remplissage | *padding* | les zéros ajoutés autour de l’entrée | [1.3](1.3-taille-de-sortie.ipynb) |
// | réseau nu | *plain network* | les mêmes couches, sans raccourcis | [1.10](1.10-resnet-densenet.ipynb) |
// | résidu | *residual* | ce que les couches d’un bloc ajoutent à son entrée | [1.10](1.10-resnet-densenet.ipynb) |
// | rétropropagation | *backpropagation* | tous les gradients en un aller et un retour | [1.6](1.6-apprentissage.ipynb) |
// | saut de blocs | *stochastic depth, drop connect* | pendant l’apprentissage, un bloc entier est parfois sauté | [1.11](1.11-efficientnet.ipynb) |
// | segmentation sémantique | *semantic segmentation* | une étiquette pour chaque pixel | [1.1](1.1-images.ipynb) |
// | seuil | *threshold* | la valeur à partir de laquelle un pixel devient blanc | [1.1](1.1-images.ipynb) |
// | softmax | *softmax* | la fonction qui transforme un vecteur de logits en probabilités | [1.5](1.5-couche-dense-softmax.ipynb) |
// | sonde linéaire | *linear probe* | une couche dense apprise sur les cartes d’une couche, sans toucher au réseau | [2.3](2.3-avantages-limites.ipynb) |
// | surapprentissage | *overfitting* | réussir ce qu’on a appris, rater le reste | [1.6](1.6-apprentissage.ipynb) |
// | swish | *swish, SiLU* | x × σ(x), une activation lisse | [1.11](1.11-efficientnet.ipynb) |
// | taille de sortie | *output size* | le nombre de places du filtre le long d’un axe | [1.3](1.3-taille-de-sortie.ipynb) |
// | taux d’apprentissage | *learning rate* | la taille des corrections | [1.4](1.4-activation-pooling.ipynb) |
// | taux de croissance | *growth rate* | les canaux que chaque couche d’un bloc dense ajoute | [1.10](1.10-resnet-densenet.ipynb) |
// | taux par groupe | *discriminative learning rates* | un taux d’apprentissage pour chaque partie du réseau | [2.1](2.1-transfert.ipynb) |
// | température | *temperature* | ce par quoi on divise les logits pour adoucir ou accentuer | [1.5](1.5-couche-dense-softmax.ipynb) |
// | tête | *head* | les dernières couches, propres à la question posée | [1.5](1.5-couche-dense-softmax.ipynb) |
// | transfert d’apprentissage | *transfer learning* | partir d’un réseau qui a appris une autre tâche | [2.1](2.1-transfert.ipynb) |
// | transfert négatif | *negative transfer* | quand partir d’un réseau entraîné fait moins bien que partir de zéro | [2.2](2.2-scenarios.ipynb) |
// | transition | *transition layer* | ce qui relie deux blocs denses | [1.10](1.10-resnet-densenet.ipynb) |
// | vecteur de caractéristiques | *feature vector* | les nombres que la tête reçoit pour une image | [2.1](2.1-transfert.ipynb) |
// | vérification du gradient | *gradient check* | comparer un retour à des différences de pertes | [1.7](1.7-reseau-a-la-main.ipynb) |
