// ---
// # Written by npm run build:notebooks from the tables of the lessons: mend those.
// title: Notations
// ---
// %% [markdown] id=notations
// # Notations
//
// Les lettres et les signes du cours, dans l’ordre où les leçons les introduisent.
//
// | Notation | Sens | Leçon |
// | --- | --- | --- |
// | N, F | nombre de cases de l’entrée, du noyau (sur un côté) | [1.2](1.2-convolution.ipynb) |
// | C, K | nombre de canaux de l’entrée, de filtres de la couche | [1.2](1.2-convolution.ipynb) |
// | F × F × C | forme d’un filtre ; avec son biais, F × F × C + 1 paramètres | [1.2](1.2-convolution.ipynb) |
// | $I(y, x)$ | valeur de l’image à la ligne y, colonne x | [1.2](1.2-convolution.ipynb) |
// | $W(i, j)$ | poids du noyau à la ligne i, colonne j | [1.2](1.2-convolution.ipynb) |
// | $I * W$ | convolution : le noyau est retourné | [1.2](1.2-convolution.ipynb) |
// | $I \star W$ | corrélation croisée : le noyau n’est pas retourné ; c’est elle que calcule une couche | [1.2](1.2-convolution.ipynb) |
