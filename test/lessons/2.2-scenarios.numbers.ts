import { printed, type PrintedNumber } from './printed-number';

/** What the lesson measures anew differs from machine to machine; what came with the course does not. */
export const numbers: PrintedNumber[] = [
  ...printed('118a', 's22gapk0', 'Réponse\u00a0: 5.'),
  ...printed('118a', 's22gapk1', 'vêtements, oui'),
  ...printed('118a', 's22gap04', 'écart des chiffres : 1,33', 'écart des vêtements : 1,98'),
  ...printed('118a', 's22intk0', 'Réponse\u00a0: 2.5.'),
  ...printed('118a', 's22int02', '81,0 ± 2,5 points', '81,0 ± 1,2 points'),
  ...printed('118a', 's22peekk', 'plus de 83'),
  ...printed('118a', 's22mack0', 'Réponse\u00a0: [ 170, 90 ].'),
  ...printed('118a', 's22mac02', 'la tête seule      : 325 poids apprennent, 674560 MAC'),
  ...printed('118a', 's22mac02', '24709 poids apprennent, 1966272 MAC'),
  ...printed('118a', 's22bestk1', 'dernières couches'),
  ...printed('118a', 's22bestk2', 'Réponse\u00a0: 4.'),
  ...printed('118a', 's22bestk3', 'plus de 10'),
  ...printed('118a', 's22figu1', 'de zéro 78,6 % (de 74,7 à 82,4)', 'tout affiner 80,5 %'),
  ...printed('118a', 's22figu2', '« npm run scenarios -- --record »', '2 cœurs'),
  ...printed('118a', 's22figu2', 'large, different : tout affiner ≈ de zéro ≈ dernières couches'),
  ...printed('118a', 's22costk0', 'Réponse\u00a0: 65.'),
  ...printed('118a', 's22cost1', 'de zéro            : 98,8 %, 147 milliards'),
  ...printed('118a', 's22phok0', 'plus de 80'),
  ...printed('118a', 's22pho02', 'extracteur fixe 68,3 % (de 64,3 à 72,3)', '91 % (de 87 à 95)'),
  ...printed('118a', 's22errk0', 'Réponse\u00a0: 5.'),
];
