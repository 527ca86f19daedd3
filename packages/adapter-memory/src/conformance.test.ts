/** The conformance kit in a browser, where the demo lives. */
import { describeAdapter } from '@aftercart/adapter-kit';
import { setUp } from './test/conformance.ts';

// Mocha has them as globals.
describeAdapter({ describe, it }, setUp());
