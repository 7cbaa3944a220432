import { Locale } from '../../people/people.rules';
import { CalendarFile } from '../../platform/mail/calendar-file';
import { html, Markup } from '../../platform/mail/html';
import { wordsIn } from './languages';
import { Copy } from './words/copy';

/** A name and what it is; `group` when it begins something new, and a gap goes before it. */
export type Detail = [name: string, value: string, begins?: 'group'];

/** Everything that goes onto the page, in the reader's language already. */
export interface Draft extends Copy {
  /** Name and value, one per line. */
  details: Detail[];
  /** Where the button leads. */
  link: string;
  /** Goes along as a file for calendars. */
  calendar?: CalendarFile;
}

/** A letter as both parts of a mail. */
export interface Written {
  subject: string;
  text: string;
  html: string;
}

/** Who gets a letter. */
interface LetterReader {
  name: string;
  locale: Locale;
  /** Where letters of this kind can be stopped; undefined when they cannot. */
  unsubscribe?: string | undefined;
}

/** Sets a draft into HTML and plain text that say the same. */
export function typeset(draft: Draft, reader: LetterReader): Written {
  return { subject: draft.subject, text: asText(draft, reader), html: asHtml(draft, reader) };
}

const gapBefore = (begins: 'group' | undefined, index: number): boolean => begins === 'group' && index > 0;

function asText(draft: Draft, { name, locale, unsubscribe }: LetterReader): string {
  const words = wordsIn(locale);
  const line = ([label, value, begins]: Detail, index: number): string =>
    `${gapBefore(begins, index) ? '\n' : ''}${label}: ${value}`;
  const details = draft.details.map(line).join('\n');
  return [
    draft.heading,
    words.hello(name),
    ...draft.body,
    details,
    `${draft.action}:\n${draft.link}`,
    ...draft.after,
    `--\n${draft.footer ?? words.footer}`,
    unsubscribe === undefined ? '' : `${words.unsubscribe.link}:\n${unsubscribe}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

const font = `font-family: system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; font-size: 16px; line-height: 1.5`;
const button =
  'display: inline-block; padding: 12px 20px; border-radius: 8px; background: #0b6b5d; color: #ffffff; font-weight: 600; text-decoration: none';
const small = 'font-size: 14px';

/** No tables, no pictures, no colours but the button's: readable in every client, in light and in dark, on any width. */
function asHtml(draft: Draft, { name, locale, unsubscribe }: LetterReader): string {
  const words = wordsIn(locale);
  const paragraph = (text: string): Markup => html`<p style="margin: 0 0 16px">${text}</p>`;
  const isLink = (label: string, value: string): boolean => label === words.labels.link && value.startsWith('https://');
  const details = draft.details.map(([label, value, begins], index) => {
    const shown = isLink(label, value) ? html`<a href="${value}">${value}</a>` : value;
    const style = gapBefore(begins, index) ? html` style="margin: 12px 0 0"` : '';
    return html`<div${style}><strong>${label}:</strong> ${shown}</div>`;
  });
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${draft.subject}</title>
      </head>
      <body style="margin: 0; padding: 24px 16px; overflow-wrap: anywhere; word-break: break-word; ${font}">
        <div style="max-width: 560px; margin: 0 auto">
          <h1 style="margin: 0 0 16px; font-size: 22px; line-height: 1.3">${draft.heading}</h1>
          ${[words.hello(name), ...draft.body].map(paragraph)}
          ${details.length > 0 ? html`<div style="margin: 0 0 20px">${details}</div>` : ''}
          <p style="margin: 0 0 20px"><a href="${draft.link}" style="${button}">${draft.action}</a></p>
          ${draft.after.map(paragraph)}
          <p style="margin: 24px 0 0; ${small}">${words.linkHint}<br />${draft.link}</p>
          <p style="margin: 16px 0 0; ${small}">${draft.footer ?? words.footer}</p>
          ${
            unsubscribe === undefined
              ? ''
              : html`<p style="margin: 16px 0 0; ${small}"><a href="${unsubscribe}">${words.unsubscribe.link}</a></p>`
          }
        </div>
      </body>
    </html> `.toString();
}
