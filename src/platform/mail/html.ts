/** A piece of HTML that is safe to put into a page as it stands. Only {@link html} makes one. */
export class Markup {
  constructor(private readonly source: string) {}

  toString(): string {
    return this.source;
  }
}

type Part = string | number | Markup | readonly Part[];

/**
 * A template whose every inserted text is escaped, in content as in quoted attributes; markup made by the same
 * template goes in as it is, a list goes in one after the other.
 */
export function html(pieces: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(String.raw({ raw: pieces }, ...parts.map(rendered)));
}

/** Trusted HTML of our own files, such as a style sheet. Never for anything that a person has typed. */
export function trusted(source: string): Markup {
  return new Markup(source);
}

function rendered(part: Part): string {
  if (part instanceof Markup) return part.toString();
  if (typeof part === 'object') return part.map(rendered).join('');
  return escaped(String(part));
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
