import { icon } from './icons.ts';

/** On buttons that close or clear something; by itself, because only lazily loaded parts have them. */
export const closeIcon = icon('m6 6 12 12M18 6 6 18');
