/** The conformance kit against a real WordPress. */
import { describeAdapter } from '@aftercart/adapter-kit';
import { describe, it } from 'vitest';
import { fill, site } from '../site/fill.ts';
import { setupOf } from '../setup.ts';

describe('in the conformance kit', () => describeAdapter({ describe, it }, setupOf(site, fill)));
