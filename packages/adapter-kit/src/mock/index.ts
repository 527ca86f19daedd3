/** A small shop on a socket, with faults on demand: a backend to write and test adapters against. */
export type { SeenRequest } from './backend.ts';
export { mockBackend, type MockBackend } from './client.ts';
export type { FaultInput, FaultMode } from './faults.ts';
export { startMockBackend, type MockOptions, type StartedMock } from './start.ts';
