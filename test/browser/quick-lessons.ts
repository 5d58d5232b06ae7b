import { lessonNames } from '../lessons/lesson-files';

/** The lessons that `npm test` opens in the browser; `npm run test:all` opens them all. */
export const quickLessons = lessonNames.filter((lesson) => /^1\.[24]-/.test(lesson));
