import { assertSame, criterion, type ExerciseContext } from '@convolab/grader/spec';
import { agrees, leavesInputs, refuses } from '../../claims';
import { lopsidedMatrix, several, twoSizes } from '../../draw';
import { tfOcclusion, tfShift } from './tfjs';

/** Accuracies are parts. */
const fine = 1e-6;

type Names = 'shift' | 'shiftCurve' | 'equivarianceGap' | 'occlusion';

/** 3 points; the public cases are worth 1. */
export function hidden({ student, solution, random }: ExerciseContext<Names>): void {
  const { shift, shiftCurve, equivarianceGap, occlusion } = student;
  const image = (height = random.int(2, 5), width = random.int(6, 9)): number[][] =>
    random.matrix(height, width);
  const by = (most: number): number => random.pick([-1, 1]) * random.int(1, most);
  const fixture = (name: string, ...args: unknown[]) => ({ fixture: name, args });

  criterion('Décalage', 0.5, () => {
    it('décale vers la droite et vers la gauche, et des zéros entrent', () =>
      agrees(
        shift,
        (m: number[][], d: number) => tfShift(m, d, 'zero'),
        several(10, () => [image(), by(5)]),
      ));
    it('accepte un décalage nul, ou plus grand que l’image', () =>
      agrees(shift, solution.shift, [
        [image(), 0],
        [image(3, 4), 9],
        [image(3, 4), -4, 'zero'],
      ]));
  });

  criterion('Décalage en boucle', 0.25, () => {
    it('fait rentrer de l’autre côté ce qui sort, autant de fois qu’il le faut', () => {
      const turns = several(4, () => [image(2, 5), by(3) * 5 + by(4), 'wrap']);
      const once = several(6, () => [image(), by(5), 'wrap']);
      return agrees(shift, (m: number[][], d: number) => tfShift(m, d, 'wrap'), [
        ...once,
        ...turns,
      ]);
    });
  });

  criterion('Courbe', 0.75, () => {
    /** Several images of each of the templates, a little elsewhere each: the curve has no symmetry. */
    const reading = (most = random.int(1, 4), count = random.int(3, 7)): unknown[] => {
      const [height, width] = twoSizes(random, 4, 7);
      const templates = several(3, () => random.matrix(height, width));
      const labels = several(count, () => random.int(0, 2));
      const images = labels.map((label) => solution.shift(templates[label], by(1)));
      return [fixture('templateReader', templates), images, labels, most];
    };
    const halves = (): unknown[] => {
      const images = several(5, () => random.matrix(2, 6));
      return [fixture('heavierHalf'), images, images.map(() => random.int(0, 1)), 3];
    };
    it('mesure un classifieur de −most à most, avec des zéros', () =>
      agrees(shiftCurve, solution.shiftCurve, [...several(8, () => reading()), ...several(4, halves)], fine)); // prettier-ignore
    it('donne, sans décalage, l’exactitude ordinaire', () =>
      agrees(shiftCurve, solution.shiftCurve, several(4, () => reading(0)), fine)); // prettier-ignore
  });

  criterion('Équivariance', 0.5, () => {
    const kernel = (): number[][] => lopsidedMatrix(random, 3, random.pick([3, 5]));
    const call = (inside: string, outside: string): unknown[] => [
      fixture('convolution', kernel(), inside),
      image(random.int(3, 5), random.int(6, 8)),
      by(4),
      outside,
    ];
    it('trouve 0 pour une convolution qui fait le tour, comme l’image', async () => {
      const calls = several(6, () => call('wrap', 'wrap'));
      await agrees(equivarianceGap, () => 0, calls);
      // A function that always says 0 has measured nothing.
      await agrees(equivarianceGap, solution.equivarianceGap, [call('zero', 'zero')]);
    });
    it('trouve ce que le bord y change', () =>
      agrees(
        equivarianceGap,
        solution.equivarianceGap,
        [...several(5, () => call('zero', 'zero')), ...several(4, () => call('zero', 'wrap')), ...several(3, () => call('wrap', 'zero'))], // prettier-ignore
      ));
    it('trouve qu’un pooling ne suit que les décalages pairs', () =>
      agrees(
        equivarianceGap,
        solution.equivarianceGap,
        [1, 2, 3, 4, -1, -2].map((d) => [fixture('blockMax'), image(4, 8), d, 'wrap']),
      ));
  });

  criterion('Occlusion', 0.5, () => {
    const covering = (window = random.int(1, 3), fill?: number): unknown[] => {
      const [height, width] = twoSizes(random, 3, 6);
      const args = [fixture('templateScore', random.matrix(height, width)), image(height, width)];
      return [...args, window, ...(fill === undefined ? [] : [fill])];
    };
    it('mesure la baisse du score à chaque place de la fenêtre', () =>
      agrees(
        occlusion,
        ({ args: [template] }: { args: [number[][]] }, m: number[][], window: number) =>
          tfOcclusion(template, m, window, 0),
        several(8, () => covering()),
      ));
    it('remplit la fenêtre de fill', () =>
      agrees(
        occlusion,
        solution.occlusion,
        [0, 1, 3, -2].map((fill) => covering(2, fill)),
      ));
    it('demande aussi à qui ne fait pas une somme', () =>
      agrees(
        occlusion,
        solution.occlusion,
        several(4, () => [
          fixture(
            'templateReader',
            several(3, () => random.matrix(4, 6)),
          ),
          image(4, 6),
          2,
        ]),
      ));
  });

  criterion('Entrées intactes', 0.25, () => {
    it('rend les images et les étiquettes comme elles étaient', async () => {
      const whole = image(3, 6);
      await leavesInputs(shift, solution.shift, [
        [whole, 2],
        [whole, -1, 'wrap'],
      ]);
      const images = several(3, () => image(3, 6));
      await leavesInputs(shiftCurve, solution.shiftCurve, [
        [fixture('heavierHalf'), images, [0, 1, 0], 1],
      ]);
      await leavesInputs(equivarianceGap, solution.equivarianceGap, [
        [fixture('blockMax'), whole, 1, 'zero'],
      ]);
      await leavesInputs(occlusion, solution.occlusion, [
        [fixture('templateScore', image(3, 6)), whole, 2, 7],
      ]);
    });
  });

  criterion('Arguments refusés', 0.25, () => {
    const whole = image(4, 6);
    const blocks = fixture('blockMax');
    const halves = fixture('heavierHalf');
    const score = fixture('templateScore', image(4, 6));
    it('shift et equivarianceGap : un d qui n’est pas entier', async () => {
      await refuses(shift, solution.shift, {
        accepted: [[whole, -3]],
        refused: [
          [whole, 1.5],
          [whole, NaN, 'wrap'],
          [whole, -0.5],
        ],
      });
      await refuses(equivarianceGap, solution.equivarianceGap, {
        accepted: [[blocks, whole, 3, 'zero']],
        refused: [[blocks, whole, 0.5, 'zero']],
      });
    });
    it('equivarianceGap : une carte d’une autre taille', () =>
      refuses(equivarianceGap, solution.equivarianceGap, {
        accepted: [[blocks, whole, 2, 'wrap']],
        // An image of one row keeps its row, not its columns.
        refused: [whole, image(1, 6), image(6, 1)].map((m) => [fixture('subsample'), m, 1, 'wrap']),
      }));
    it('shiftCurve : des images et des étiquettes qui ne vont pas ensemble, un most qui n’en est pas un', () =>
      refuses(shiftCurve, solution.shiftCurve, {
        accepted: [[halves, [whole], [0], 0]],
        refused: [
          [halves, [], [], 1],
          [halves, [whole, whole], [0], 1],
          [halves, [whole], [0, 1], 1],
          [halves, [whole], [0], -1],
          [halves, [whole], [0], 1.5],
        ],
      }));
    it('occlusion : une fenêtre qui ne tient pas dans l’image', () =>
      refuses(occlusion, solution.occlusion, {
        accepted: [[score, whole, 4]],
        refused: [
          [score, whole, 0],
          [score, whole, 5],
          [score, whole, 1.5],
          [score, whole, -1],
          [fixture('templateScore', image(6, 3)), image(6, 3), 4],
        ],
      }));
    it('des réponses, pour des arguments justes', async () => {
      const curve = await shiftCurve(halves, [whole], [0], 2);
      assertSame(Array.isArray(curve) && curve.length, 5);
    });
  });
}
