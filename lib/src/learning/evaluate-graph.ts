import { impossible } from '../errors';
import { graphOps, type GraphOp, type GraphOpName } from './graph-ops';

/** What stands at a name: a number that is given, or an operation on names before it. */
export type GraphNode = number | readonly [op: GraphOpName, ...of: string[]];

/** A node with what the two passes found. */
export interface EvaluatedNode {
  name: string;
  /** Left out where the number is given. */
  op?: GraphOpName;
  /** Places of its arguments. */
  from: number[];
  /** What it came to, forward. */
  value: number;
  /** How fast the last node changes with this one. */
  gradient: number;
  /** For each argument, how fast this node changes with it. */
  local: number[];
}

/** The two numbers of a node. */
export interface NodeNumbers {
  /** What it came to, forward. */
  value: number;
  /** How fast the last node changes with this one. */
  gradient: number;
}

/**
 * Both passes through a graph of scalars, as `computationGraph` shows them, as numbers: values forward,
 * then the gradient of the last node backward.
 *
 * @param nodes as `computationGraph` takes them
 * @throws RangeError when a node does not make sense
 *
 * @example
 * ```ts
 * const { p, w } = backpropagate({ x: 3, w: 2, p: ['*', 'w', 'x'] });
 * [p.value, w.gradient]; // => [6, 3]
 * ```
 */
export function backpropagate<N extends string>(
  nodes: Record<N, GraphNode>,
): Record<N, NodeNumbers> {
  const found = evaluateGraph(nodes).map(({ name, value, gradient }) => [
    name,
    { value, gradient },
  ]);
  return Object.fromEntries(found) as Record<N, NodeNumbers>;
}

/**
 * Evaluates a graph of scalars forward, then sends the gradient of its last node backward.
 *
 * @param nodes by name, in an order in which arguments come first; the last is what is differentiated
 * @throws RangeError when an operation or an argument is not known, or there are too few or many
 */
export function evaluateGraph(nodes: Record<string, GraphNode>): EvaluatedNode[] {
  const names = Object.keys(nodes);
  const done: EvaluatedNode[] = [];
  for (const [name, node] of Object.entries(nodes)) {
    if (typeof node === 'number') {
      done.push({ name, from: [], value: node, gradient: 0, local: [] });
      continue;
    }
    const [op, ...of] = node;
    const known = (graphOps as Record<string, GraphOp | undefined>)[op];
    if (known === undefined) refuse(`l'opération ${op} de ${name} n'est pas connue`, opsKnown());
    if (of.length !== known.takes) {
      refuse(
        `${name} donne ${of.length} argument(s) à ${op} mais il en faut ${known.takes}`,
        `écrivez par exemple ${name}: ['${op}', ${of.length > 1 ? "'x'" : "'x', 'y'"}]`,
      );
    }
    const from = of.map((argument) => {
      const place = names.indexOf(argument);
      if (place >= 0 && place < done.length) return place;
      return refuse(
        `${name} se sert de ${argument}, qui n'est pas défini avant`,
        'écrivez chaque nœud après ceux dont il se sert',
      );
    });
    const [a = 0, b = 0] = from.map((place) => done[place]!.value);
    const local = known.derivatives(a, b);
    done.push({ name, op, from, value: known.value(a, b), gradient: 0, local });
  }
  const last = done.at(-1);
  if (last === undefined) return refuse("il n'y a aucun nœud", 'donnez par exemple { x: 2 }');
  last.gradient = 1;
  for (const node of [...done].reverse()) {
    node.from.forEach((place, i) => {
      // A number that serves twice answers for both: gradients add up.
      done[place]!.gradient += node.gradient * node.local[i]!;
    });
  }
  return done;
}

function opsKnown(): string {
  return `choisissez parmi ${Object.keys(graphOps).join(', ')}`;
}

function refuse(found: string, next: string): never {
  throw new RangeError(impossible('dessiner le graphe de calcul', found, next));
}
