import { createHash } from 'node:crypto';

/** The mark of what a preview showed, line by line in any order: it changes as soon as a line does. */
export function markOf(lines: readonly string[]): string {
  return createHash('sha256')
    .update([...lines].sort().join('\n'))
    .digest('base64url')
    .slice(0, 22);
}
