/**
 * What a page can do without until its first answer: a file of its own, which a shop asks for as soon as it is made. Whoever
 * uses it goes on without it where it can’t be had.
 */
export { goLive } from './go-live.ts';
export { retry } from './retry.ts';
export { createStorage } from './storage.ts';
export { onWake } from './wake.ts';
