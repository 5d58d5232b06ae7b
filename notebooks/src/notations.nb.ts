// ---
// # Written by npm run build:notebooks from the tables of the lessons: mend those.
// title: Notations
// ---
// %% [markdown] id=notations
// # Notations
//
// Les lettres et les signes du cours, dans l’ordre où les leçons les introduisent. Une lettre peut changer de sens d’une leçon à l’autre.
//
// | Notation | Sens | Leçon |
// | --- | --- | --- |
// | `[*]`, `[3]` | à gauche d’une cellule : en cours, troisième exécution | [0.0](0.0-prise-en-main.ipynb) |
// | `image[y][x]` | la valeur de la ligne y et de la colonne x, comptées à partir de 0 | [0.0](0.0-prise-en-main.ipynb) |
// | 3,5 et `3.5` | le même nombre, dans le texte et dans le code | [0.0](0.0-prise-en-main.ipynb) |
// | $N_x$, $N_y$ | nombre de colonnes, de lignes de l’image | [1.1](1.1-images.ipynb) |
// | $N_x N_y$ | nombre de pixels | [1.1](1.1-images.ipynb) |
// | (x, y) | colonne et ligne d’un pixel, comptées à partir de 0, y vers le bas | [1.1](1.1-images.ipynb) |
// | c | numéro du canal : 0 pour R, 1 pour V, 2 pour B (3 pour l’opacité) | [1.1](1.1-images.ipynb) |
// | R, V, B | rouge, vert, bleu d’un pixel, de 0 à 255 | [1.1](1.1-images.ipynb) |
// | k | nombre de voisins qui votent | [1.1](1.1-images.ipynb) |
// | N, F | nombre de cases de l’entrée, du noyau (sur un côté) | [1.2](1.2-convolution.ipynb) |
// | C, K | nombre de canaux de l’entrée, de filtres de la couche | [1.2](1.2-convolution.ipynb) |
// | F × F × C | forme d’un filtre ; avec son biais, F × F × C + 1 paramètres | [1.2](1.2-convolution.ipynb) |
// | $I(y, x)$ | valeur de l’image à la ligne y, colonne x | [1.2](1.2-convolution.ipynb) |
// | $W(i, j)$ | poids du noyau à la ligne i, colonne j | [1.2](1.2-convolution.ipynb) |
// | $I * W$ | convolution : le noyau est retourné | [1.2](1.2-convolution.ipynb) |
// | $I \star W$ | corrélation croisée : le noyau n’est pas retourné ; c’est elle que calcule une couche | [1.2](1.2-convolution.ipynb) |
// | $N$ | nombre de cases de l’entrée le long d’un axe | [1.3](1.3-taille-de-sortie.ipynb) |
// | $F$ | nombre de cases du filtre le long de cet axe | [1.3](1.3-taille-de-sortie.ipynb) |
// | $S$ | pas | [1.3](1.3-taille-de-sortie.ipynb) |
// | $P$ | zéros ajoutés de chaque côté | [1.3](1.3-taille-de-sortie.ipynb) |
// | $O$ | nombre de cases de la sortie | [1.3](1.3-taille-de-sortie.ipynb) |
// | $K$ | nombre de filtres | [1.3](1.3-taille-de-sortie.ipynb) |
// | $C$ | nombre de canaux de l’entrée | [1.3](1.3-taille-de-sortie.ipynb) |
// | $\lfloor x \rfloor$, $\lceil x \rceil$ | arrondi de $x$ vers le bas, vers le haut | [1.3](1.3-taille-de-sortie.ipynb) |
// | $f'(x)$ | dérivée de $f$ en $x$ : la pente de sa courbe | [1.4](1.4-activation-pooling.ipynb) |
// | $\alpha$ | profondeur de ELU à gauche, ou pente de Leaky ReLU | [1.4](1.4-activation-pooling.ipynb) |
// | $N_x, N_y$ | colonnes et lignes de l’entrée | [1.4](1.4-activation-pooling.ipynb) |
// | $F_x, F_y$ | largeur et hauteur de la fenêtre | [1.4](1.4-activation-pooling.ipynb) |
// | $S_x, S_y$ | pas horizontal et vertical | [1.4](1.4-activation-pooling.ipynb) |
// | $O_x, O_y$ | colonnes et lignes de la sortie | [1.4](1.4-activation-pooling.ipynb) |
// | $\lfloor z \rfloor$, $\lceil z \rceil$ | z arrondi vers le bas, vers le haut | [1.4](1.4-activation-pooling.ipynb) |
// | $H, W, C$ | hauteur, largeur et nombre de canaux d’un bloc (partie 1) | [1.5](1.5-couche-dense-softmax.ipynb) |
// | $k$ | l’indice dans le vecteur aplati | [1.5](1.5-couche-dense-softmax.ipynb) |
// | $n, m$ | nombre d’entrées et de neurones d’une couche dense | [1.5](1.5-couche-dense-softmax.ipynb) |
// | $W, b$ | dans W·x + b : matrice des poids (une ligne par neurone) et vecteur des biais | [1.5](1.5-couche-dense-softmax.ipynb) |
// | $z_i$ | le logit de la classe $i$ | [1.5](1.5-couche-dense-softmax.ipynb) |
// | $p_i$ | la probabilité de la classe $i$ | [1.5](1.5-couche-dense-softmax.ipynb) |
// | $T$ | la température | [1.5](1.5-couche-dense-softmax.ipynb) |
// | $P$, $p_i$ | distribution voulue (l’étiquette) | [1.6](1.6-apprentissage.ipynb) |
// | $Q$, $q_i$ | distribution prédite | [1.6](1.6-apprentissage.ipynb) |
// | $H(P, Q)$, $H(P)$ | entropie croisée, entropie | [1.6](1.6-apprentissage.ipynb) |
// | $KL(P, Q)$ | divergence de Kullback et Leibler | [1.6](1.6-apprentissage.ipynb) |
// | $\sigma$ | sigmoïde | [1.6](1.6-apprentissage.ipynb) |
// | $\eta$ | taux d’apprentissage | [1.6](1.6-apprentissage.ipynb) |
// | $\partial L / \partial w$ | dérivée de la perte par rapport à w | [1.6](1.6-apprentissage.ipynb) |
// | $\lceil N / B \rceil$ | nombre de pas d’une époque : N images, lots de B, arrondi vers le haut | [1.6](1.6-apprentissage.ipynb) |
// | $K$ | noyau d’une couche dense, [entrées, neurones] | [1.7](1.7-reseau-a-la-main.ipynb) |
// | $g_u$ | gradient qui revient au neurone u | [1.7](1.7-reseau-a-la-main.ipynb) |
// | $m, v$ | moyennes glissantes du gradient et de son carré (Adam) | [1.7](1.7-reseau-a-la-main.ipynb) |
// | $\hat m, \hat v$ | les mêmes, corrigées du départ à zéro | [1.7](1.7-reseau-a-la-main.ipynb) |
// | $\varepsilon$ | un très petit nombre, contre la division par 0 | [1.7](1.7-reseau-a-la-main.ipynb) |
// | C1, S2, F6 | couches de LeNet-5 : convolution, sous-échantillonnage, dense | [1.8](1.8-lenet-alexnet-vgg.ipynb) |
// | $C$ | nombre de cartes à l’entrée et à la sortie d’une couche | [1.8](1.8-lenet-alexnet-vgg.ipynb) |
// | MAC | une multiplication suivie d’une addition | [1.8](1.8-lenet-alexnet-vgg.ipynb) |
// | Mio | 2²⁰ octets, soit 1 048 576 | [1.8](1.8-lenet-alexnet-vgg.ipynb) |
// | $\mu, \sigma^2$ | moyenne et variance d’un canal sur le lot | [1.9](1.9-googlenet-inception.ipynb) |
// | $\hat x$ | valeur normalisée | [1.9](1.9-googlenet-inception.ipynb) |
// | $\gamma, \beta$ | facteur et décalage appris de la normalisation | [1.9](1.9-googlenet-inception.ipynb) |
// | $\lambda$ | poids d’une pénalité | [1.9](1.9-googlenet-inception.ipynb) |
// | $\mathcal{F}(x)$ | ce que calculent les couches d’un bloc : le résidu | [1.10](1.10-resnet-densenet.ipynb) |
// | $\mathcal{H}(x)$ | ce que rend le bloc | [1.10](1.10-resnet-densenet.ipynb) |
// | $I$ | la matrice identité | [1.10](1.10-resnet-densenet.ipynb) |
// | $k$ | taux de croissance d’un bloc dense | [1.10](1.10-resnet-densenet.ipynb) |
// | $L$ | nombre de couches d’un bloc dense | [1.10](1.10-resnet-densenet.ipynb) |
// | $\phi$ | coefficient composé | [1.11](1.11-efficientnet.ipynb) |
// | $\alpha, \beta, \gamma$ | ce qu’un pas de φ multiplie : 1,2 ; 1,1 ; 1,15 | [1.11](1.11-efficientnet.ipynb) |
// | $d, w, r$ | facteurs de profondeur, de largeur, de résolution | [1.11](1.11-efficientnet.ipynb) |
// | C, C’ | canaux d’entrée, canaux de sortie | [1.11](1.11-efficientnet.ipynb) |
// | $p$ | probabilité de sauter un bloc | [1.11](1.11-efficientnet.ipynb) |
// | n | nombre d’images par classe | [2.1](2.1-transfert.ipynb) |
// | k | nombre de blocs qui apprennent, depuis la fin | [2.1](2.1-transfert.ipynb) |
// | $\bar x$ | moyenne de n mesures | [2.2](2.2-scenarios.ipynb) |
// | $s$ | écart type des mesures, avec n − 1 | [2.2](2.2-scenarios.ipynb) |
// | $t$ | quantile de Student : 4,303 pour trois mesures, 2,776 pour cinq | [2.2](2.2-scenarios.ipynb) |
// | $n$ | nombre de graines | [2.2](2.2-scenarios.ipynb) |
// | $f(T_d\,x) = T_d\,f(x)$ | f est équivariante au décalage de d pixels, $T_d$ | [2.3](2.3-avantages-limites.ipynb) |
// | $f(T_d\,x) = f(x)$ | f y est invariante | [2.3](2.3-avantages-limites.ipynb) |
