export { readCommandLine, type Config } from './config/config.ts';
export { ConfigError } from './config/config-error.ts';
export { startServer, type RunningServer } from './serve.ts';
