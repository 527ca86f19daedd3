export { fillDemo } from './fill.ts';
export { liveDemo } from './live.ts';
