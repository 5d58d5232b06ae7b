import { colourAt, type ColourScale } from '../paint/colours';
import { scalePicture } from '../paint/scale-picture';
import type { Drawing, PlotlyObject } from '../plotly-object';

/** Up to so many cells a heat map is drawn as rectangles with crisp borders, beyond as a picture. */
const mostRectangles = 400;

/**
 * Turns a figure into what can be drawn without a browser: no controls, and each heat map as
 * rectangles or a picture, because heat maps need a canvas, and come out smoothed.
 */
export function stillSpec(figure: Drawing): Drawing {
  const shapes: PlotlyObject[] = [];
  const images: PlotlyObject[] = [];
  const data: PlotlyObject[] = [];
  for (const trace of figure.data) {
    if (trace['type'] !== 'heatmap') {
      data.push(trace);
      continue;
    }
    const map = trace as unknown as HeatMap;
    const cells = map.z.length * (map.z[0]?.length ?? 0);
    if (cells <= mostRectangles) shapes.push(...rectangles(map));
    else images.push(picture(map));
  }
  const { sliders: _sliders, updatemenus: _menus, ...layout } = figure.layout;
  const margin = (layout['margin'] ?? {}) as { b?: number };
  return {
    data,
    layout: {
      ...layout,
      // The room below the drawing is for the controls.
      height: (layout['height'] as number) - (margin.b ?? 0),
      margin: { ...margin, b: 0 },
      shapes: [...shapes, ...((layout['shapes'] as PlotlyObject[] | undefined) ?? [])],
      images: [...images, ...((layout['images'] as PlotlyObject[] | undefined) ?? [])],
    },
  };
}

/** The heat maps that our boards draw: a regular grid of cells on the axes x and y. */
interface HeatMap {
  x0: number;
  dx: number;
  y0: number;
  dy: number;
  z: (number | null)[][];
  zmin: number;
  zmax: number;
  colorscale: ColourScale;
}

function colourOf(map: HeatMap, value: number): [number, number, number] {
  const span = map.zmax - map.zmin;
  return colourAt(map.colorscale, span === 0 ? 0.5 : (value - map.zmin) / span);
}

function rectangles(map: HeatMap): PlotlyObject[] {
  return map.z.flatMap((row, rowIndex) =>
    row.flatMap((value, column) => {
      if (value === null) return [];
      const x = map.x0 + column * map.dx;
      const y = map.y0 + rowIndex * map.dy;
      return {
        type: 'rect',
        layer: 'below',
        x0: x - map.dx / 2,
        x1: x + map.dx / 2,
        y0: y - map.dy / 2,
        y1: y + map.dy / 2,
        fillcolor: `rgb(${colourOf(map, value).join(',')})`,
        line: { width: 1, color: '#ffffff' },
      };
    }),
  );
}

function picture(map: HeatMap): PlotlyObject {
  const height = map.z.length;
  const width = map.z[0]?.length ?? 0;
  const enlarge = Math.ceil(400 / Math.max(width, height));
  return {
    source: scalePicture(map.z, map.colorscale, [map.zmin, map.zmax], enlarge),
    layer: 'below',
    xref: 'x',
    yref: 'y',
    x: map.x0 - map.dx / 2,
    y: map.y0 - map.dy / 2,
    sizex: map.dx * width,
    sizey: map.dy * height,
    sizing: 'stretch',
  };
}
