/** A lesson of the course and the time it takes. */
export interface PlannedLesson {
  /** Its number: « 1.2 ». */
  lesson: string;
  /** Its title, French. */
  title: string;
  /** Chapter of the course. */
  chapter: 1 | 2;
  /** Hours in all: reading, questions, exercises. */
  hours: number;
}

/** The chapters' titles. */
export const chapterTitles: Readonly<Record<PlannedLesson['chapter'], string>> = {
  1: 'Construire des réseaux à convolution',
  2: 'Optimiser les réseaux à convolution',
};

const plan = (chapter: 1 | 2, lesson: string, hours: number, title: string): PlannedLesson => ({
  lesson,
  title,
  chapter,
  hours,
});

/** The lessons that have hours, in order; 0.0, which comes before, has none. */
export const coursePlan: readonly PlannedLesson[] = [
  plan(1, '1.1', 2, 'Les images'),
  plan(1, '1.2', 3, 'La convolution'),
  plan(1, '1.3', 2, 'Pas, remplissage, profondeur, taille de sortie'),
  plan(1, '1.4', 2, 'Activation et pooling'),
  plan(1, '1.5', 2, 'Aplatir, couche dense, softmax'),
  plan(1, '1.6', 2.5, 'Apprendre'),
  plan(1, '1.7', 2, 'Un réseau écrit à la main'),
  plan(1, '1.8', 2, 'LeNet-5, AlexNet, VGG'),
  plan(1, '1.9', 2, 'GoogLeNet et Inception'),
  plan(1, '1.10', 2, 'ResNet et DenseNet'),
  plan(1, '1.11', 1.5, 'EfficientNet, et un comparatif'),
  plan(2, '2.1', 4.5, 'Apprendre de zéro, transférer, affiner'),
  plan(2, '2.2', 3.5, 'Quatre situations, mesurées'),
  plan(2, '2.3', 2, 'Avantages et limites, mesurés'),
];

/** The hours of some lessons, added. */
export const hoursOf = (lessons: readonly PlannedLesson[]): number =>
  lessons.reduce((sum, { hours }) => sum + hours, 0);
