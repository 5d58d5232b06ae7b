import { onPaper, type CatalogueEntry } from '@convolab/lib/models';

import type { Contender } from '../harness';

/** Makes the network and its first weights; `onPaper`: without room for them. */
export function building({ build }: CatalogueEntry, paper: boolean): Contender {
  return {
    run: () => {
      (paper ? onPaper(build) : build()).dispose();
    },
  };
}
