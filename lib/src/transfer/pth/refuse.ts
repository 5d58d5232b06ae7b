import { impossible } from '../../errors';

const doing = 'lire ce fichier .pth';

/** The file is not whole, or not what it says it is. */
export function refuseDamaged(found: string): never {
  throw new Error(
    impossible(doing, found, 'reprenez-en une copie intacte, téléchargée de nouveau à sa source'),
  );
}

/** The file asks for what weights need not: an object to make, a function to call. */
export function refuseForeign(found: string): never {
  throw new Error(
    impossible(
      doing,
      `${found}\u00a0; rien n’en a été exécuté`,
      'prenez un fichier qui ne contient que des poids, celui de torch.save(modele.state_dict(), fichier)',
    ),
  );
}
