/** One cell through tslab's converter, into what an executor runs or what a reader is told. */
import type { Converter, Diagnostic as TslabDiagnostic } from 'tslab/dist/converter';
import type { Compiled, Diagnostic } from '../types';
import { cancellableAwaits } from './awaits';
import { lineMap } from './line-map';
import { expandShorthand } from './shorthand';
import { lastMaps, toReal } from './typescript';

/** Compiles a cell, given the declarations that the cells before it left behind. */
export function convertCell(converter: Converter, prevDecl: string, source: string): Compiled {
  const { text, columnBefore } = expandShorthand(source, prevDecl);
  const converted = converter.convert(prevDecl, text);
  if (converted.diagnostics.length > 0) {
    const diagnostics = converted.diagnostics.map(toDiagnostic);
    for (const found of diagnostics) found.column = columnBefore(found.line, found.column);
    return { ok: false, diagnostics };
  }
  const output = converted.output ?? '';
  const maps = lastMaps;
  const { js, hasToplevelAwait } = cancellableAwaits(output);
  return {
    ok: true,
    decl: converted.declOutput ?? '',
    unit: {
      js,
      hasToplevelAwait,
      lastExpressionVar: converted.lastExpressionVar,
      lineMap: maps ? lineMap(maps.toEsModule, maps.toCommonJs, output.split('\n').length) : [],
      sideOutputs: converted.sideOutputs?.map(({ path, data }) => ({ path: toReal(path), data })),
    },
  };
}

function toDiagnostic(found: TslabDiagnostic): Diagnostic {
  return {
    line: found.start.line + 1,
    column: found.start.character + 1,
    length: Math.max(1, found.end.offset - found.start.offset),
    code: found.code,
    message: found.messageText,
    fileName: found.fileName,
  };
}
