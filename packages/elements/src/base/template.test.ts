import { expect } from '../test/testing.ts';
import { draw, html, nothing, type TemplateResult } from './template.ts';

describe('templates', () => {
  let root: HTMLElement;
  beforeEach(() => {
    root = document.createElement('div');
  });
  /** What the root shows, without the comments that mark holes. */
  const shown = (): string => root.innerHTML.replace(/<!--.*?-->/g, '');
  const show = (value: TemplateResult): string => {
    draw(value, root);
    return shown();
  };

  it('take text for text, whatever is in it', () => {
    const view = (text: unknown) => html`<p>${text}</p>`;
    expect(show(view('<b>bold</b>'))).to.equal('<p>&lt;b&gt;bold&lt;/b&gt;</p>');
    expect(show(view({ strings: Object.assign(['<b>no</b>'], { raw: [''] }), values: [] }))).to.equal('<p>[object Object]</p>');
    expect(show(view(0))).to.equal('<p>0</p>');
    expect(show(view(1))).to.equal('<p>1</p>');
    expect(show(view(false))).to.equal('<p>false</p>');
    for (const none of [null, undefined, '', nothing]) expect(show(view(none))).to.equal('<p></p>');
    expect(show(view('again'))).to.equal('<p>again</p>');
  });

  it('change what has changed and leave the rest', () => {
    const view = (a: string, b: string) => html`<p>${a}</p><p>${b}</p>`;
    show(view('a', 'b'));
    const [first, second] = root.querySelectorAll('p');
    const text = first!.lastChild;
    expect(show(view('a', 'c'))).to.equal('<p>a</p><p>c</p>');
    expect(root.querySelector('p')).to.equal(first);
    expect(first!.contains(text)).to.equal(true);
    // What the page has changed meanwhile is not drawn over by the same value.
    second!.textContent = 'mine';
    expect(show(view('a', 'c'))).to.equal('<p>a</p><p>mine</p>');
  });

  it('put templates into templates, keep those that stay and replace those that do not', () => {
    const one = (text: string) => html`<i>${text}</i>`;
    const other = (text: string) => html`<b>${text}</b>`;
    const view = (inner: unknown) => html`<p>before ${inner} after</p>`;
    show(view(one('1')));
    const kept = root.querySelector('i');
    expect(show(view(one('2')))).to.equal('<p>before <i>2</i> after</p>');
    expect(root.querySelector('i')).to.equal(kept);
    expect(show(view(other('3')))).to.equal('<p>before <b>3</b> after</p>');
    expect(show(view('text'))).to.equal('<p>before text after</p>');
    expect(show(view(nothing))).to.equal('<p>before  after</p>');
  });

  it('begin and end with a hole', () => {
    const inner = (a: unknown, b: unknown) => html`${a}<hr />${b}`;
    const view = (a: unknown, b: unknown) => html`<p>${inner(a, b)}</p>`;
    expect(show(view('a', 'b'))).to.equal('<p>a<hr>b</p>');
    expect(show(view(html`<i></i>`, [html`<b></b>`, 'c']))).to.equal('<p><i></i><hr><b></b>c</p>');
    expect(show(view('', ''))).to.equal('<p><hr></p>');
    const bare = (value: unknown) => html`${value}`;
    expect(show(bare(bare('x')))).to.equal('x');
    expect(show(bare(html`<b>y</b>`))).to.equal('<b>y</b>');
    expect(show(html`<i></i>`)).to.equal('<i></i>');
  });

  it('draw lists that grow, shrink and nest', () => {
    const view = (items: unknown) => html`<ul>${items}</ul>`;
    const item = (text: string) => html`<li>${text}</li>`;
    show(view(['a', 'b'].map(item)));
    const first = root.querySelector('li');
    expect(show(view(['c', 'd', 'e'].map(item)))).to.equal('<ul><li>c</li><li>d</li><li>e</li></ul>');
    expect(root.querySelector('li')).to.equal(first);
    expect(show(view([item('x')]))).to.equal('<ul><li>x</li></ul>');
    expect(show(view([['1', [item('2')]], '3']))).to.equal('<ul>1<li>2</li>3</ul>');
    expect(show(view([]))).to.equal('<ul></ul>');
    expect(show(view('none'))).to.equal('<ul>none</ul>');
    expect(show(view([item('y')]))).to.equal('<ul><li>y</li></ul>');
  });

  it('show the same whatever was there before, and leave nothing behind', () => {
    const one = (inner: unknown) => html`<i>${inner}</i>`;
    const bare = (inner: unknown) => html`${inner}`;
    const kinds: (() => unknown)[] = [
      () => '', () => 'a', () => 0, () => document.createElement('mark'), () => one('b'), () => one(['c', one('d')]), () => bare('e'), () => bare([bare(''), 'f']),
      () => [], () => ['g'], () => [one('h'), 'i', ''], () => [['j', 'k'], bare(['l']), [one('m')]],
    ];
    const view = (inner: unknown) => html`<p>1${inner}</p>2${inner instanceof Node ? '' : inner}`;
    const fresh = kinds.map((kind) => {
      draw(view(kind()), (root = document.createElement('div')));
      return { words: shown(), nodes: root.innerHTML };
    });
    for (const first of kinds) {
      for (const second of kinds) {
        root = document.createElement('div');
        draw(view(first()), root);
        draw(view(second()), root);
        for (const [i, kind] of kinds.entries()) {
          expect(show(view(kind()))).to.equal(fresh[i]!.words);
          draw(view(''), root);
          expect(root.innerHTML).to.equal(fresh[0]!.nodes);
          draw(view(kind()), root);
          expect(root.innerHTML).to.equal(fresh[i]!.nodes);
        }
      }
    }
  });

  it('show a node', () => {
    const node = document.createElement('mark');
    const view = (value: unknown) => html`<p>${value}</p>`;
    expect(show(view(node))).to.equal('<p><mark></mark></p>');
    expect(root.querySelector('mark')).to.equal(node);
    expect(show(view('gone'))).to.equal('<p>gone</p>');
  });

  it('set attributes and take them away', () => {
    const view = (a: unknown, b: unknown) => html`<p title=${a} lang="${b}" data-fixed="y"></p>`;
    expect(show(view('1', '2'))).to.equal('<p data-fixed="y" title="1" lang="2"></p>');
    expect(show(view(true, nothing))).to.equal('<p data-fixed="y" title="true"></p>');
    expect(show(view(undefined, '"'))).to.equal('<p data-fixed="y" lang="&quot;"></p>');
  });

  it('keep the case of SVG', () => {
    const view = (size: number, path: string) => html`<svg viewBox=${`0 0 ${size} ${size}`}><path d=${path}></path></svg>`;
    show(view(4, 'M0 0'));
    expect(root.querySelector('svg')!.getAttribute('viewBox')).to.equal('0 0 4 4');
    expect(root.querySelector('path')).to.be.instanceOf(SVGPathElement);
  });

  it('set properties when their value changes, and not over what was typed since', () => {
    const view = (value: string, on: boolean) => html`<input .value=${value} .checked=${on} ?readonly=${on} />`;
    show(view('a', true));
    const input = root.querySelector('input')!;
    expect([input.value, input.checked, input.readOnly]).to.deep.equal(['a', true, true]);
    expect(input.getAttributeNames()).to.deep.equal(['readonly']);
    input.value = 'typed';
    show(view('a', false));
    expect([input.value, input.checked, input.readOnly]).to.deep.equal(['typed', false, false]);
    show(view('b', false));
    expect(input.value).to.equal('b');
  });

  it('call the handler of the last drawing', () => {
    const calls: string[] = [];
    const view = (handler?: (event: Event) => void) => html`<button @click=${handler}>Go</button>`;
    show(view(({ type }) => calls.push(`1 ${type}`)));
    root.querySelector('button')!.click();
    show(view(() => calls.push('2')));
    root.querySelector('button')!.click();
    show(view());
    root.querySelector('button')!.click();
    expect(calls).to.deep.equal(['1 click', '2']);
  });

  it('find holes in a template of many kinds, and after a `<` or `>` in text', () => {
    const view = (a: string, b: string, c: string) => html`<p class=${a}>1 &lt; ${b} &gt; 0<br />${c}</p>
      <!-- a comment --><p title="${b}"></p>`;
    expect(show(view('x', 'y', 'z')).replace(/\s+/g, ' ')).to.equal('<p class="x">1 &lt; y &gt; 0<br>z</p> <p title="y"></p>');
  });

  it('recover from a value that throws while it is written', () => {
    const bad = {
      toString() {
        throw new Error('no');
      },
    };
    const view = (value: unknown) => html`<p>${html`<i>${value}</i>`}</p>`;
    expect(() => show(view(bad))).to.throw('no');
    expect(show(html`<b></b>`)).to.equal('<b></b>');
    const before = (text: string) => html`<u>${text}</u>`;
    show(before('1'));
    expect(() => show(view(bad))).to.throw('no');
    expect(show(before('2'))).to.equal('<u>2</u>');
  });
});
