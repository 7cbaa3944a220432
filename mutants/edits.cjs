/** The text with the edits of a mutant that belong to the file. */
exports.edited = (text, file, edits) =>
  edits.filter((edit) => edit.file === file).reduce((so, { find, replace }) => so.replace(find, () => replace), text);
