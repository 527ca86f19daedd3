import { appears, inState } from '../test/mount.ts';
import { TAG, openForm, send } from '../test/reviews.ts';
import { aTimeout, expect, waitUntil } from '../test/testing.ts';

const consent = () => true;
beforeEach(() => localStorage.clear());
after(() => localStorage.clear());

describe(TAG, () => {
  describe('a draft on the device', () => {
    const stored = (name: string) => localStorage.getItem(`aftercart:${name}:review-drafts`);
    const shop = (name: string) => ({ shop: { name, consent } });

    it('is not kept without consent', async () => {
      const { type } = await openForm();
      await type('body', 'Secret');
      await aTimeout(600);
      expect(Object.keys(localStorage)).to.deep.equal([]);
    });

    it('comes back after a reload, when a star is chosen', async () => {
      const before = await openForm({}, undefined, shop('draft-a'));
      await before.type('body', 'Half a thought');
      await waitUntil(() => stored('draft-a')?.includes('Half a thought'), 'not kept');
      before.element.remove();
      const { $, $$, star, element, text } = await openForm({}, undefined, shop('draft-a'));
      await appears(element, '[part=restored]');
      expect($<HTMLTextAreaElement>('#field-body').value).to.equal('Half a thought');
      expect(star(4).checked).to.equal(true);
      expect(text()).to.contain('What you wrote last time is still here.');
      await expect(element).to.be.accessible();
      $('[part=start-over]').click();
      await waitUntil(() => !$$('[part=restored]').length);
      expect($<HTMLTextAreaElement>('#field-body').value).to.equal('');
      expect(star(4).checked).to.equal(true);
      await waitUntil(() => stored('draft-a') === null, 'still kept');
    });

    it('is gone once it was sent', async () => {
      const form = await openForm({}, undefined, shop('draft-b'));
      await form.type('body', 'Done');
      await waitUntil(() => stored('draft-b'), 'not kept');
      await form.type('body', 'Done now');
      await send(form);
      await waitUntil(() => stored('draft-b') === null, 'still kept');
      await aTimeout(500);
      expect(stored('draft-b')).to.equal(null);
    });

    it('is read with care', async () => {
      for (const json of ['not json', '[]', 'null', '{"pack":7}', '{"pack":{"at":1,"body":"old"}}', `{"pack":{"at":${Date.now()},"body":{"x":1},"rating":9,"aspects":{"fit":"5"}}}`]) {
        localStorage.setItem('aftercart:draft-c:review-drafts', json);
        const { $, star, reports, element } = await openForm({}, undefined, shop('draft-c'));
        await aTimeout(20);
        expect($<HTMLTextAreaElement>('#field-body').value).to.equal('');
        expect(star(4).checked).to.equal(true);
        expect(reports).to.deep.equal([]);
        element.remove();
      }
    });

    it('is forgotten when the shopper signs out, with all that was typed', async () => {
      const { shop: signedIn, element, type, $, $$, star } = await openForm({}, undefined, shop('draft-d'));
      await type('body', 'Mine');
      await waitUntil(() => stored('draft-d'), 'not kept');
      await type('body', 'Mine alone');
      signedIn.signOut();
      await element.updateComplete;
      await inState(element, 'ready');
      await waitUntil(() => stored('draft-d') === null, 'still kept');
      expect($$('[part=panel]')).to.deep.equal([]);
      expect(star(4).checked).to.equal(false);
      star(4).click();
      await appears(element, '[part=form]');
      await aTimeout(500);
      expect($<HTMLTextAreaElement>('#field-body').value).to.equal('');
      expect(stored('draft-d') ?? '').not.to.contain('Mine');
    });

    it('waits for no consent banner', async () => {
      const { type, seen, ...form } = await openForm({}, undefined, { shop: { name: 'draft-e', consent: () => new Promise<boolean>(() => {}) } });
      await type('body', 'Soon');
      await send({ type, seen, ...form });
      expect(seen.submitted[0]).to.deep.include({ body: 'Soon' });
    });
  });
});
