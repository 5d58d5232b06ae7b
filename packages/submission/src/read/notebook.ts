import { z } from 'zod';

export interface SubmittedCell {
  kind: 'code' | 'markdown' | 'raw';
  id?: string;
  source: string;
  /** Place among the notebook's cells, from 1: how messages name it. */
  position: number;
}

export type ReadNotebook =
  { ok: true; cells: SubmittedCell[] } | { ok: false; /** French. */ reason: string };

const maxCells = 2000;
/** A long lesson holds some 60 kB of sources. */
const maxSourceLength = 1_000_000;

const lines = z.union([z.string(), z.array(z.string())]);
const cell = z.object({
  cell_type: z.enum(['code', 'markdown', 'raw']),
  id: z.string().min(1).max(64).optional().catch(undefined),
  source: lines,
});
const notebook = z.object({
  nbformat: z.literal(4),
  cells: z.array(cell).max(maxCells),
});

/**
 * Reads a notebook as it was handed in: cells with their kinds, ids and sources, and nothing else.
 * Outputs, metadata, points, names that it may hold are not looked at.
 */
export function readNotebook(bytes: Buffer): ReadNotebook {
  if (bytes.length === 0) return no('le fichier est vide');
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return no('ce n’est pas un notebook : le contenu n’est pas du JSON');
  }
  const parsed = notebook.safeParse(json);
  if (!parsed.success) return no(explain(parsed.error));
  const cells = parsed.data.cells.map(({ cell_type, id, source }, index) => ({
    kind: cell_type,
    ...(id !== undefined && { id }),
    source: (typeof source === 'string' ? source : source.join('')).replace(/\r\n?/g, '\n'),
    position: index + 1,
  }));
  const length = cells.reduce((total, each) => total + each.source.length, 0);
  if (length > maxSourceLength) {
    return no(`ses cellules font ${length} caractères ; ${maxSourceLength} au plus`);
  }
  return { ok: true, cells };
}

const no = (reason: string): ReadNotebook => ({ ok: false, reason });

function explain(error: z.ZodError): string {
  const path = error.issues[0]?.path ?? [];
  if (path[0] === 'nbformat') return 'ce n’est pas un notebook de format 4 (nbformat)';
  if (path[0] === 'cells' && typeof path[1] === 'number') {
    return `ce n’est pas un notebook lisible : sa cellule ${path[1] + 1} est mal formée`;
  }
  return `ce n’est pas un notebook : il n’a pas de liste de ${maxCells} cellules au plus`;
}
