/**
 * `<aftercart-shop>` with the adapters that a script tag can name. Those come first: a tag that is in the page already
 * looks its adapter up as soon as it is defined.
 */
import './adapters.ts';
import '../shop/define.ts';
