import { html, trusted } from './html';

describe('html', () => {
  it('escapes whatever is put in, in content and in attributes', () => {
    const nasty = `<script>"'&`;
    expect(html`<p title="${nasty}">${nasty}</p>`.toString()).toBe(
      '<p title="&lt;script&gt;&quot;&#39;&amp;">&lt;script&gt;&quot;&#39;&amp;</p>',
    );
  });

  it('puts in markup as it is and lists one after the other', () => {
    expect(html`<b>${['a', '<b>'].map((text) => html`<i>${text}</i>`)}</b>`.toString()).toBe(
      '<b><i>a</i><i>&lt;b&gt;</i></b>',
    );
    expect(html`${trusted('<hr>')}${1}`.toString()).toBe('<hr>1');
  });

  it('leaves backslashes alone', () => {
    expect(html`${'a\\n$&'}`.toString()).toBe('a\\n$&amp;');
  });
});
