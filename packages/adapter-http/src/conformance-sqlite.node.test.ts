/** The conformance kit, against the reference server on SQLite. */
import { describeAdapter } from '@aftercart/adapter-kit';
import { afterAll, describe, it } from 'vitest';
import { setUp } from './test/conformance.ts';

const setup = setUp('sqlite');
afterAll(() => setup.close());
describeAdapter({ describe, it }, setup);
