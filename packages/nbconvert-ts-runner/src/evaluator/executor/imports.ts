/** What cells imported and defined, so that `check` can say which modules an answer stands on. */

interface CellTrace {
  modules: Set<string>;
  /** Names of other cells that it mentions. */
  uses: Set<string>;
}

const traces = new Map<number, CellTrace>();
/** For each name at the top level, the cell that gave it its value last. */
const definedIn = new Map<PropertyKey, number>();
let current = 0;

/** Called before a cell runs; `require` is then the one that it must be given. */
export function traceCell(
  cell: number,
  js: string,
  require: (id: string) => unknown,
): (id: string) => unknown {
  const uses = new Set(Array.from(js.matchAll(/\bexports\.([\w$]+)/g), ([, name]) => name!));
  const trace: CellTrace = { modules: new Set(), uses };
  traces.set(cell, trace);
  current = cell;
  return (id) => {
    trace.modules.add(id);
    return require(id);
  };
}

/** Called when a cell gives a name its value. */
export function noteDefinition(name: PropertyKey): void {
  definedIn.set(name, current);
}

/** The modules imported by the cell that defined `name`, and by the cells that it takes names from. */
export function importsBehind(name: string): string[] {
  const modules = new Set<string>();
  const seen = new Set<number>();
  const visit = (wanted: string): void => {
    const cell = definedIn.get(wanted);
    const trace = cell === undefined ? undefined : traces.get(cell);
    if (cell === undefined || trace === undefined || seen.has(cell)) return;
    seen.add(cell);
    for (const module of trace.modules) modules.add(module);
    for (const used of trace.uses) visit(used);
  };
  visit(name);
  return [...modules];
}
