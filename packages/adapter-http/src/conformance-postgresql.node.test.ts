/** The conformance kit, against the reference server on PostgreSQL. */
import { describeAdapter } from '@aftercart/adapter-kit';
import { afterAll, describe, it } from 'vitest';
import { setUp } from './test/conformance.ts';

const setup = setUp('postgresql');
afterAll(() => setup.close());
describeAdapter({ describe, it }, setup);
