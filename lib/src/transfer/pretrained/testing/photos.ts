import type { PhotoName } from '../../../data/photo';

/** Ten photos on which PyTorch's answers are recorded: all that set-up lays down. */
export const tenPhotos: readonly PhotoName[] = [
  'cat', 'coffee', 'rocket', 'astronaut', 'coins', 'camera', 'clock', 'horse', 'china', 'flower',
]; // prettier-ignore
