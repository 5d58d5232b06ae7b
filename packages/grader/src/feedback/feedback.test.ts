import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { ExerciseResult } from '../judge/judge-exercise';
import { scoreStudent } from '../score/score';
import { html } from './html';
import { feedbackPage } from './page';
import { inFrench, openly, points } from './words';

const attack = '<script>alert(1)</script>\u202e';
const secret = 'reçu 17, attendu 42';

const exercise: ExerciseResult = {
  exercise: 'conv1d',
  title: 'Convolution 1D',
  points: 1,
  max: 2.5,
  seed: '',
  reasons: [`Raison ${attack}`],
  notices: [`Cellule 3 ${attack}`],
  criteria: [
    {
      name: 'Cas publics',
      visibility: 'public',
      points: 0,
      max: 1,
      tests: [{ title: 'exemple', ok: false, message: `vu ${attack}`, why: 'value' }],
    },
    {
      name: 'Pas',
      visibility: 'hidden',
      points: 0,
      max: 0.5,
      tests: [
        { title: `tirage ${secret}`, ok: false, message: secret, why: 'value' },
        { title: 'deux', ok: false, message: secret, why: 'value' },
      ],
    },
    { name: 'Refus', visibility: 'hidden', points: 1, max: 1, tests: [{ title: 'r', ok: true }] },
  ],
};
const page = feedbackPage(
  scoreStudent(
    `amina ${attack}`,
    [{ lesson: '1.2', title: 'La convolution', status: 'graded', exercises: [exercise] }],
    [],
  ),
);

/** With plain spaces, to be read here. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('openly()', () => {
  it('says in French what tfjs says of an answer in English', () => {
    const message = 'Operands could not be broadcast together with shapes [8,8,1] [8,8,3]';
    const said = openly({ title: 'un bloc', ok: false, message, why: 'thrown' });
    assert.match(said, /^un bloc : la fonction lève une erreur : Operands .* \(on n’ajoute .*\)$/);
  });
});

describe('feedbackPage()', () => {
  it('is in French and says the points, also without colour', () => {
    assert.match(page, /<html lang="fr">/);
    assert.match(plain(page), /Total : <strong>1 sur 2,5 points/);
    assert.match(plain(page), /◐ Réussi en partie/);
    assert.match(page, /✔ acquis[^]*1 \/ 1/);
  });

  it('escapes all that comes from a student, and drops what turns text around', () => {
    assert.doesNotMatch(page, /<script|\u202e/);
    assert.equal(page.match(/&lt;script&gt;/g)?.length, 5);
  });

  it('lets nothing run or load but its own style', () => {
    const style = /<style>([^]*)<\/style>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    assert.equal(policy.replaceAll('&#39;', "'"), `default-src 'none'; style-src 'sha256-${hash}'`);
  });

  it('tells of a hidden test how it failed, once, and neither its title nor a value', () => {
    assert.ok(!page.includes(secret));
    assert.equal(page.match(/Une valeur au moins est fausse/g)?.length, 1);
  });

  it('gives the reason for a notebook that was not graded', () => {
    const refused = feedbackPage(
      scoreStudent(
        'amina',
        [
          {
            lesson: '1.2',
            title: 'T',
            status: 'unreadable',
            reason: 'le fichier est vide',
            exercises: [exercise],
          },
        ],
        [],
      ),
    );
    assert.match(plain(refused), /Non noté :<\/strong> le fichier est vide\./);
    assert.doesNotMatch(refused, /Convolution 1D/);
  });
});

describe('html', () => {
  it('escapes strings and keeps pieces of HTML', () => {
    assert.equal(
      html`<p title="${'"&'}">${html`<b>${'<'}</b>`}</p>`.text,
      '<p title="&quot;&amp;"><b>&lt;</b></p>',
    );
  });
});

describe('numbers in French', () => {
  it('have a comma, and a plural from two', () => {
    assert.equal(inFrench(2.5), '2,5');
    assert.deepEqual([0, 1, 1.5, 2].map(points), ['0 point', '1 point', '1,5 point', '2 points']);
  });
});
