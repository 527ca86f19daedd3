import { expect, it } from 'vitest';
import { nearestLocale } from './locale.ts';

it.each([
  ['pt-BR', ['pt', 'pt_BR'], 'pt_BR'],
  ['pt-BR', ['pt-PT', 'pt'], 'pt'],
  ['pt-BR', ['en', 'pt-PT'], 'pt-PT'],
  ['EL', ['en-us', 'el'], 'el'],
  ['ru', ['en', 'el'], undefined],
  ['en', [], undefined],
] as const)('%s among %j is %s', (wanted, there, nearest) => expect(nearestLocale(wanted, there)).toBe(nearest));
