/** What file managers, archives and Jupyter leave behind. */
export const litter =
  /^(\.DS_Store|\._.*|\.ipynb_checkpoints|\.git.*|__MACOSX|Thumbs\.db|desktop\.ini)$/;
