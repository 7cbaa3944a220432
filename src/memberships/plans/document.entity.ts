import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Locale } from '../../people/people.rules';
import type { DocumentKind, DocumentText } from './document.rules';
import type { InAllLanguages } from './plan.rules';

/** An agreement or the house rules of a site as published, never changed afterwards. */
@Entity()
@Unique('document_version_once', ['siteId', 'kind', 'version'])
@Check('document_version_kind', `kind in ('agreement', 'house_rules')`)
@Check('document_version_locale', `binding_locale in ('en', 'fi', 'sv', 'ru')`)
export class DocumentVersion {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Site')
  siteId!: string;

  @Column('text')
  kind!: DocumentKind;

  @Column('smallint')
  version!: number;

  @Column('timestamptz')
  publishedAt!: Date;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  publishedBy!: string | null;

  /** The language whose text counts; the others are there to be understood. */
  @Column('text')
  bindingLocale!: Locale;

  @Column('jsonb')
  texts!: InAllLanguages<DocumentText>;

  /** SHA-256 of the binding text, in hexadecimal. */
  @Column('text')
  hash!: string;
}

/** The tables of documents. */
export const documentEntities = [DocumentVersion];
