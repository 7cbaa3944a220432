/** A link that may be followed: to a page of the web and to nothing that would run here. */
export function webLink(text: string | null | undefined): string | undefined {
  return text && /^https?:\/\//i.test(text) ? text : undefined;
}
