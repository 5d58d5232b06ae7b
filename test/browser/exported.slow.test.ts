import { lessonNames } from '../lessons/lesson-files';
import { readExported } from './read-exported';

for (const lesson of lessonNames.filter((name) => !name.startsWith('0.'))) readExported(lesson);
