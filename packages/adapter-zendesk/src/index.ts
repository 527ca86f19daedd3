export { zendeskAdapter, type ZendeskAdapter, type ZendeskOptions } from './adapter.ts';
