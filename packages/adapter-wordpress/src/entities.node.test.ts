import { expect, it } from 'vitest';
import { textOf } from './entities.ts';

it.each([
  ['Where&#8217;s my parcel?', 'Where’s my parcel?'],
  ['Fish &#038; chips &amp; peas', 'Fish & chips & peas'],
  ['&#8220;A&#8221; &#8211; B&#8230;', '“A” – B…'],
  ['caf&eacute; &Eacute;t&eacute; &euro;5 &yuml; &nbsp;| &Omega;&omega; &sigmaf; &hearts; &diams; &rfloor;&lang;', 'café Été €5 ÿ \u00a0| Ωω ς ♥ ♦ ⌋⟨'],
  ['&#x2F;&#X2f;&#47;', '///'],
  ['&#128512;&#x1F600;', '😀😀'],
  ['&#146;&#x80;', '’€'],
  ['How do I return <em>shoes</em><br/>&lt;b&gt;?', 'How do I return shoes<b>?'],
  ['<img src=x onerror=alert(1)>A<script>b</script><!-- c -->', 'Ab'],
  ['2 < 3 > 1, a <3 b', '2 < 3 > 1, a <3 b'],
  ['&amp;lt; is &amp;#60;', '&lt; is &#60;'],
  ['&nonsense; & &; &# &#; &#x; AT&T &copy', '&nonsense; & &; &# &#; &#x; AT&T &copy'],
  ['&#0;&#xD800;&#x110000;&#999999999;', '\ufffd\ufffd\ufffd\ufffd'],
  ['&constructor; &toString;', '&constructor; &toString;'],
  ['', ''],
])('%j reads %j', (html, text) => expect(textOf(html)).toBe(text));

it('takes no longer than the text is long', () => {
  for (const piece of ['<', '<a', '&', '&#', '&a']) expect(textOf(piece.repeat(200_000))).toBeTypeOf('string');
});
