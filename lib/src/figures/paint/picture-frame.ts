import type { PlotlyObject } from '../plotly-object';
import { pictureOn } from './board';
import type { PhotoView } from './photo-view';

/**
 * A frame that shows other pictures, and perhaps other data.
 *
 * @param pictures they take the place of the first ones that the board drew, in order
 * @param changing traces anew and their indices on the board
 */
export function pictureFrame(
  name: string,
  pictures: readonly PhotoView[],
  changing: { data: PlotlyObject[]; traces: number[] } = { data: [], traces: [] },
): PlotlyObject {
  const images = pictures.map(({ box, source }) => pictureOn(box, source));
  return { name, ...changing, layout: { images } };
}
