import { Locale } from '../people/people.rules';
import { html, Markup, trusted } from '../platform/mail/html';
import { wordsIn } from './templates/languages';

/** What the page may do: its own style, and its one button. */
export const pagePolicy = `default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

const style = trusted(`
  :root { color-scheme: light dark }
  body { margin: 0 auto; max-width: 34rem; padding: 2rem 1rem; font: 1rem/1.5 system-ui, sans-serif }
  h1 { font-size: 1.4rem; line-height: 1.3 }
  button { font: inherit; font-weight: 600; padding: .75rem 1.25rem; border: 0; border-radius: .5rem; background: #0b6b5d; color: #fff }
  button:focus-visible { outline: 3px solid; outline-offset: 2px }
`);

/** Asks before it stops the mails: programs that look at links in mails press no buttons. */
export function askingPage(locale: Locale): string {
  const { unsubscribe: words } = wordsIn(locale);
  return page(
    locale,
    words.heading,
    html`<p>${words.text}</p>
      <form method="post"><button>${words.button}</button></form>`,
  );
}

/** Says that the mails have stopped. */
export function donePage(locale: Locale): string {
  const { unsubscribe: words } = wordsIn(locale);
  return page(locale, words.done, html`<p>${words.afterwards}</p>`);
}

function page(locale: Locale, title: string, body: Markup): string {
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Business Oasis</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html> `.toString();
}
