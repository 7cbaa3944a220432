import { Locale, locales } from '../../people/people.rules';
import { Choice, Nested, Text } from '../../platform/http/fields';
import { DocumentKind, documentKinds } from './document.rules';

/** Which documents are wanted. */
export class DocumentsQuery {
  @Choice(documentKinds, { optional: true })
  kind?: DocumentKind;
}

/** A document in the words of one language. */
export class DocumentTextDto {
  @Text({ max: 200 })
  title!: string;

  @Text({ max: 50_000, lines: true, description: 'paragraphs are separated by empty lines' })
  body!: string;
}

/** A document in the words of every language of the house. */
export class DocumentTextsDto {
  @Nested(() => DocumentTextDto)
  en!: DocumentTextDto;

  @Nested(() => DocumentTextDto)
  fi!: DocumentTextDto;

  @Nested(() => DocumentTextDto)
  sv!: DocumentTextDto;

  @Nested(() => DocumentTextDto)
  ru!: DocumentTextDto;
}

/** A new version of an agreement or of house rules. */
export class NewDocumentDto {
  @Choice(documentKinds)
  kind!: DocumentKind;

  @Choice(locales, { description: 'the language whose text counts' })
  bindingLocale!: Locale;

  @Nested(() => DocumentTextsDto)
  texts!: DocumentTextsDto;
}
