import { ApiProperty } from '@nestjs/swagger';
import { instant } from '../../kernel/period';
import { Locale, locales } from '../../people/people.rules';
import { DocumentKind, documentKinds, DocumentText } from './document.rules';
import { InAllLanguages } from './plan.rules';

/** A document in the words of one language. */
export class DocumentTextView implements DocumentText {
  @ApiProperty()
  title!: string;

  @ApiProperty({ description: 'paragraphs are separated by empty lines' })
  body!: string;
}

/** A version of an agreement or of house rules. */
export class DocumentView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ enum: documentKinds })
  kind!: DocumentKind;

  @ApiProperty()
  version!: number;

  @ApiProperty({ description: 'whether it is the latest version' })
  current!: boolean;

  @ApiProperty({ format: 'date-time' })
  publishedAt!: string;

  @ApiProperty({ enum: locales, description: 'the language of title and body' })
  locale!: Locale;

  @ApiProperty()
  title!: string;

  @ApiProperty({ description: 'paragraphs are separated by empty lines' })
  body!: string;

  @ApiProperty({ enum: locales, description: 'the language whose text counts' })
  bindingLocale!: Locale;

  @ApiProperty({ type: () => DocumentTextView, description: 'the text that counts' })
  binding!: DocumentTextView;

  @ApiProperty({ description: 'SHA-256 of the binding title, an empty line and the binding body, in hexadecimal' })
  hash!: string;
}

/** The documents of a site. */
export class DocumentPage {
  @ApiProperty({ type: () => [DocumentView] })
  items!: DocumentView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A row of a version of a document. */
export interface DocumentRow {
  id: string;
  siteId: string;
  kind: DocumentKind;
  version: number;
  current: boolean;
  publishedAt: Date;
  bindingLocale: Locale;
  texts: InAllLanguages<DocumentText>;
  hash: string;
}

/** SQL: every version (`d`) of every document as a {@link DocumentRow}. */
export const documentRows = `
  select d.id, d.site_id as "siteId", d.kind, d.version, d.published_at as "publishedAt", d.texts, d.hash,
         d.binding_locale as "bindingLocale",
         not exists (select 1 from document_version later
                     where later.site_id = d.site_id and later.kind = d.kind and later.version > d.version) as current
  from document_version d`;

/** Shows a document in the language of its reader, beside the text that counts. */
export function documentView(row: DocumentRow, reader: string): DocumentView {
  const locale = locales.find((each) => each === reader) ?? 'en';
  const { title, body } = row.texts[locale];
  const binding = row.texts[row.bindingLocale];
  return {
    id: row.id,
    siteId: row.siteId,
    kind: row.kind,
    version: row.version,
    current: row.current,
    publishedAt: instant(row.publishedAt),
    locale,
    title,
    body,
    bindingLocale: row.bindingLocale,
    binding: { title: binding.title, body: binding.body },
    hash: row.hash,
  };
}
