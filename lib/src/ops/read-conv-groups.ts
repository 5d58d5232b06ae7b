import { impossible } from '../errors';
import { checkCount } from './read-conv-options';

/** What the channels of an input and of a kernel must have in common. */
export interface ConvChannels {
  /** Of the input. */
  channels: number;
  /** Of each filter: `channels / groups`. */
  kernelChannels: number;
  filters: number;
  groups: number;
}

/** How the errors name the input and lay out the kernel. */
export interface ConvWords {
  /** « l'image » */
  input: string;
  /** « hauteur, largeur »: the kernel's axes before its channels. */
  places: string;
  doing: string;
}

/**
 * Checks that the channels go together: `groups` shares them, and the filters, equally.
 *
 * @throws RangeError when they do not
 */
export function checkGroups(c: ConvChannels, { input, places, doing }: ConvWords): void {
  const { channels, kernelChannels, filters, groups } = c;
  checkCount(groups, 'groups', doing);
  const refuse = (found: string, next: string): never => {
    throw new RangeError(impossible(doing, found, next));
  };
  if (channels % groups !== 0) {
    refuse(
      `${input} a ${channelsText(channels)} mais il faut un multiple de ${groups}, le nombre de groupes (groups)`,
      `donnez un nombre de groupes qui divise ${channels}`,
    );
  }
  const wanted = channels / groups;
  if (kernelChannels !== wanted) {
    const shared = groups === 1 ? '' : ` en ${groups} groupes, donc ${wanted} par groupe,`;
    refuse(
      `${input} a ${channelsText(channels)}${shared} mais le noyau en attend ${kernelChannels}`,
      `donnez un noyau [${places}, ${wanted}, filtres]`,
    );
  }
  if (filters % groups !== 0) {
    refuse(
      `le noyau a ${filters} filtre${filters > 1 ? 's' : ''} mais il faut un multiple de ${groups}, le nombre de groupes (groups)`,
      `donnez un noyau [${places}, ${wanted}, filtres] dont le nombre de filtres est un multiple de ${groups}`,
    );
  }
}

function channelsText(count: number): string {
  return `${count} ${count > 1 ? 'canaux' : 'canal'}`;
}
