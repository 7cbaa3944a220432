export const documentKinds = ['agreement', 'house_rules'] as const;
/** What a member agrees to. */
export type DocumentKind = (typeof documentKinds)[number];

/** A document in the words of one language; paragraphs are separated by empty lines. */
export interface DocumentText {
  title: string;
  body: string;
}
