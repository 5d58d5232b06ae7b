import { quickLessons } from './quick-lessons';
import { readLesson } from './read-lesson';

for (const lesson of quickLessons) readLesson(lesson);
