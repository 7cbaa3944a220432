import { instant } from '../../kernel/period';
import { html, Markup, trusted } from './html';
import type { KeptMail } from './mailbox';

/** What a page of the mailbox may do: show text and its own style. No scripts, no pictures, no forms elsewhere. */
export const pagePolicy = `default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/**
 * What a mail as its sender designed it may do, which is less: `sandbox` takes its origin away, so that even a script
 * that got in could neither run nor read anything. Its links may be followed.
 */
export const letterPolicy = `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation`;

const style = trusted(`
  :root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 20%, transparent) }
  body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1rem 4rem; font: 1rem/1.5 system-ui, sans-serif }
  h1 { font-size: 1.4rem; line-height: 1.3 }
  ol { list-style: none; margin: 0; padding: 0 }
  li { border-top: 1px solid var(--line) }
  li a { display: block; padding: .75rem .25rem; color: inherit; text-decoration: none }
  li a:hover strong, li a:focus-visible strong { text-decoration: underline }
  a:focus-visible, button:focus-visible, input:focus-visible { outline: 3px solid #0b8070; outline-offset: 2px }
  small, dt { opacity: .8 }
  form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin: 1rem 0 1.5rem }
  label { display: grid; flex: 1 1 14rem }
  input, button { font: inherit; padding: .5rem .75rem; border: 1px solid; border-radius: .5rem }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 1rem 0 }
  dd { margin: 0; overflow-wrap: anywhere }
  pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; border-top: 1px solid var(--line); padding-top: 1rem }
`);

/** The list of mails, newest first; `to` is the address it is narrowed to. */
export function listPage(mails: readonly KeptMail[], to?: string): string {
  const rows = mails.map(
    (mail) =>
      html`<li>
        <a href="/mailbox/letters/${mail.id}"
          ><strong>${mail.subject || '(no subject)'}</strong><br /><small
            >to ${mail.to} · ${instant(mail.sentAt)}</small
          ></a
        >
      </li>`,
  );
  return page(
    'Mailbox',
    html`<h1>Mailbox</h1>
      <p>
        Mails that Business Oasis would have sent. They stay in this house, because no mail server is configured; the
        newest come first.
      </p>
      <form>
        <label
          >Only to this address <input name="to" type="email" required value="${to ?? ''}" autocomplete="off"
        /></label>
        <button>Show</button>
        ${to === undefined ? '' : html`<a href="/mailbox">Show all</a>`}
      </form>
      ${
        rows.length > 0
          ? html`<ol>
              ${rows}
            </ol>`
          : html`<p>There are no mails yet.</p>`
      }`,
  );
}

/** One mail: who, when, its text with links that can be followed, and the way to its HTML form. */
export function mailPage(mail: KeptMail): string {
  const names = mail.attachments.map(({ filename, contentType }) => `${filename || 'unnamed'} (${contentType})`);
  return page(
    mail.subject || '(no subject)',
    html`<p><a href="/mailbox">Mailbox</a></p>
      <h1>${mail.subject || '(no subject)'}</h1>
      <dl>
        <dt>From</dt>
        <dd>${mail.from}</dd>
        <dt>To</dt>
        <dd>${mail.to}</dd>
        <dt>Sent</dt>
        <dd>${instant(mail.sentAt)}</dd>
        ${
          names.length > 0
            ? html`<dt>Attached</dt>
                <dd>${names.join(', ')}</dd>`
            : ''
        }
      </dl>
      ${mail.html ? html`<p><a href="/mailbox/letters/${mail.id}/html">Show as designed</a></p>` : ''}
      <pre>${linked(mail.text)}</pre>`,
  );
}

const address = /https?:\/\/[^\s<>"']+/g;

/** Addresses of the web become links, everything else stays text. */
function linked(text: string): Markup[] {
  const parts: Markup[] = [];
  let done = 0;
  for (const match of text.matchAll(address)) {
    parts.push(html`${text.slice(done, match.index)}<a href="${match[0]}" rel="noreferrer">${match[0]}</a>`);
    done = match.index + match[0].length;
  }
  return [...parts, html`${text.slice(done)}`];
}

function page(title: string, body: Markup): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Business Oasis</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html> `.toString();
}
