import { AdapterError } from '@aftercart/contract';

/** What a call ends with when its answer is wanted no more. */
export const aborted = () => new AdapterError('ABORTED');
