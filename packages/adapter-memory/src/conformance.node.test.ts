import { describeAdapter } from '@aftercart/adapter-kit';
import { describe, it } from 'vitest';
import { setUp } from './test/conformance.ts';

describeAdapter({ describe, it }, setUp());
