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
// | banque de filtres | *filter bank* | les K filtres d’une couche | [1.2](1.2-convolution.ipynb) |
// | biais | *bias* | un nombre appris par filtre, ajouté à chaque case de sa carte | [1.2](1.2-convolution.ipynb) |
// | carte de caractéristiques | *feature map* | les réponses d’un filtre, à chaque position | [1.2](1.2-convolution.ipynb) |
// | champ récepteur | *receptive field* | la région de l’entrée que voit un pixel de sortie | [1.2](1.2-convolution.ipynb) |
// | corrélation croisée | *cross-correlation* | l’opération des réseaux, sans retourner le noyau | [1.2](1.2-convolution.ipynb) |
// | noyau, filtre | *kernel, filter* | les poids qui glissent sur l’entrée | [1.2](1.2-convolution.ipynb) |
// | pas | *stride* | de combien de cases la fenêtre avance | [1.2](1.2-convolution.ipynb) |
