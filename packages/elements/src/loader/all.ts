/** `aftercart.all.js`: all six elements in one file. */
import './shop.ts';
import '../define.ts';

export * from '../index.ts';
