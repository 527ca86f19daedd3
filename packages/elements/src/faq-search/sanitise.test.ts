import { expect } from '../test/testing.ts';
import { sanitise } from './sanitise.ts';

const made = (source: string) => sanitise(source).innerHTML;

const ATTACKS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<math><annotation-xml encoding="text/html"><style><img src=x onerror=alert(1)></style></annotation-xml></math>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" &#14; javascript:alert(1)">x</a>',
  '<a href="java\nscript:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="vbscript:x" onclick="alert(1)" style="position:fixed;inset:0" id="query" name="x" class="primary">x</a>',
  '<iframe src="https://evil.example"></iframe><object data=x></object><embed src=x>',
  '<form action="https://evil.example"><input name=password><button formaction="javascript:alert(1)">x</button></form>',
  '<style>*{display:none}</style><link rel=stylesheet href=//evil.example><meta http-equiv=refresh content="0;url=//evil.example"><base href="//evil.example">',
  '<template><img src=x onerror=alert(1)></template><noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<x-evil onclick=alert(1) is=x>words</x-evil><aftercart-shop adapter=x></aftercart-shop>',
  '<p style="background:url(//evil.example)" slot=x part=base draggable contenteditable autofocus tabindex=0 onfocus=alert(1)>x</p>',
  '<video><source onerror=alert(1)></video><audio src=x onerror=alert(1)></audio><details open ontoggle=alert(1)>x</details>',
  '<!--><img src=x onerror=alert(1)>--><![CDATA[<img src=x onerror=alert(1)>]]><?xml <img src=x onerror=alert(1)>',
  '<table><td onmouseover=alert(1) colspan="9999999" rowspan=-1 background=//evil.example>x',
  '<b '.repeat(3_000),
  '<b>'.repeat(3_000) + 'deep',
  '<'.repeat(20_000),
  '\ud800<b>\0</b>',
];

describe('sanitise', () => {
  for (const attack of ATTACKS) {
    it(`leaves nothing harmful of ${attack.slice(0, 60).replace(/\s+/g, ' ')}`, async () => {
      let ran = 0;
      const { alert } = window;
      window.alert = () => void ran++;
      const box = sanitise(attack);
      document.body.append(box);
      await new Promise((done) => setTimeout(done, 5));
      box.remove();
      window.alert = alert;
      expect(ran).to.equal(0);
      for (const element of box.querySelectorAll('*')) {
        expect(element.localName).to.match(/^(a|b|blockquote|br|code|dd|del|dl|dt|em|h[3-6]|hr|i|ins|kbd|li|mark|ol|p|pre|s|small|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|u|ul)$/);
        for (const { name } of element.attributes) expect(name).to.match(/^(href|target|rel|colspan|rowspan)$/);
        if (element instanceof HTMLAnchorElement && element.hasAttribute('href')) expect(element.protocol).to.match(/^(https?|mailto|tel):$/);
      }
    });
  }

  it('keeps what answers are made of', () => {
    const answer = '<h3>Steps</h3><ol><li>Open <strong>your</strong> <em>order</em></li></ol><table><tbody><tr><td colspan="2">x</td></tr></tbody></table><a href="mailto:a@b.c">mail</a>';
    expect(made(answer)).to.equal(answer);
  });

  it('keeps the words of what it does not keep', () => {
    expect(made('<div><section><h1>Title</h1><span>text</span></section></div><figure><img alt=x><figcaption>Figure</figcaption></figure>')).to.equal('<h3>Title</h3>textFigure');
  });

  it('opens other sites in a new tab without handing them the page', () => {
    expect(made('<a href="https://elsewhere.example/x">x</a><a href="/here">y</a>')).to.equal(
      '<a href="https://elsewhere.example/x" target="_blank" rel="noopener">x</a><a href="/here">y</a>',
    );
  });

  describe('where a string is no HTML any more', () => {
    const { parseFromString } = DOMParser.prototype;
    const prototype = Element.prototype as Element & { setHTML?: unknown };
    const { setHTML } = prototype;
    beforeEach(() => {
      DOMParser.prototype.parseFromString = () => {
        throw new TypeError('This document requires TrustedHTML.');
      };
    });
    afterEach(() => {
      DOMParser.prototype.parseFromString = parseFromString;
      prototype.setHTML = setHTML;
    });

    it('asks the browser’s own sanitiser', function () {
      if (!setHTML) this.skip();
      expect(made('<p onclick=alert(1)>Wash <b>cold</b><script>alert(1)</script></p>')).to.equal('<p>Wash <b>cold</b></p>');
    });

    it('shows text where there is none', () => {
      delete prototype.setHTML;
      expect(sanitise('<p>Wash <b>cold</b></p>').textContent!.replace(/\s+/g, ' ').trim()).to.equal('Wash cold');
      expect(sanitise('<p>x</p>').childElementCount).to.equal(0);
    });
  });
});
