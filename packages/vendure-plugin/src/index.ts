export { AftercartPlugin } from './plugin.ts';
export type { AftercartPluginOptions } from './options.ts';
export type { Text } from './text.ts';
