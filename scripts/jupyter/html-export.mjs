import { inRoot } from '../lib/paths.mjs';
import { figureScripts } from './lab-extension.mjs';

/**
 * What JupyterLab and `jupyter nbconvert --to html` read to write a web page: our template, and where the scripts
 * lie that it puts inside.
 */
export const htmlExport = () => ({
  HTMLExporter: {
    template_name: 'convolab',
    extra_template_basedirs: [inRoot('scripts', 'jupyter', 'templates')],
    extra_template_paths: [
      inRoot('node_modules', 'plotly.js-dist-min'),
      inRoot('node_modules', 'mathjax', 'es5'),
      figureScripts,
    ],
  },
});
