/** What one student handed in. */
export interface Submission {
  student: string;
  /** Notebooks by name without `.ipynb`, with the paths of their files: a notebook, or a zip of one. */
  notebooks: Map<string, string>;
  /** What is to be known of them, so that nobody wonders: French. */
  notices: string[];
}

/** A folder or a zip of the class: all that one student handed in, or a part of it. */
export interface Part extends Submission {
  from: 'folder' | 'file';
}

/** Why something is not taken: French, the end of a sentence. */
export interface Refusal {
  reason: string;
}
