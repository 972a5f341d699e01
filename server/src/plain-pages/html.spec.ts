import { html, paragraphs } from './html.js';

describe('a template of markup', () => {
  it('escapes what is put into it, in text and in attributes', () => {
    const bad = `<script>"a" & 'b'</script>`;
    const escaped = '&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;';
    expect(html`<p title="${bad}">${bad}</p>`.text).toBe(`<p title="${escaped}">${escaped}</p>`);
  });

  it('takes templates and lists of them as they are, and leaves out what is not there', () => {
    const items = ['甲', '<乙>'].map((text) => html`<li>${text}</li>`);
    expect(html`<ul>${items}</ul>${null}${undefined}${false}${0}`.text).toBe(
      '<ul><li>甲</li><li>&lt;乙&gt;</li></ul>0',
    );
  });

  it('makes paragraphs of lines', () => {
    expect(paragraphs('一\n\n<二>\n ').map(({ text }) => text)).toEqual(['<p>一</p>', '<p>&lt;二&gt;</p>']);
  });
});
