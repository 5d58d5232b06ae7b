/** What is taught around an exercise. All of it is French markdown. */

/** Three steps towards an answer; the third leaves something to write. */
export type Hints = readonly [idea: string, plan: string, almostCode: string];

/** A section of a lesson, by the lesson's file name and the heading as it stands there. */
export interface LessonSection {
  lesson: string;
  title: string;
}
