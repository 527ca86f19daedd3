export { memoryAdapter } from './adapter.ts';
export { SCENARIOS, type Links, type MemoryOptions, type Scenario } from './options.ts';
