/** The texts of one language from the files they are kept in; each file has groups of its own. */
export function merged(files: Record<string, object>): object {
  return Object.assign({}, ...Object.values(files)) as object;
}
