import type { Client } from '../context.ts';

/** What middleware leaves for what comes after it. */
export interface Env {
  Variables: { requestId: string; client: Client };
}
