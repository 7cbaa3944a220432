import { Locale } from '../../people/people.rules';

export const documentKinds = ['agreement', 'house_rules'] as const;
/** What a member agrees to. */
export type DocumentKind = (typeof documentKinds)[number];

/** A document in the words of one language; paragraphs are separated by empty lines. */
export interface DocumentText {
  title: string;
  body: string;
}

/** The documents of a site that a member agrees to, one of each kind, in the order in which they are read. */
export interface BindingDocument {
  id: string;
  kind: DocumentKind;
  version: number;
  bindingLocale: Locale;
  hash: string;
}
