export { Desks } from './browser/desks.js';
export { isReady } from './client.js';
export { StoryDeviation } from './deviation.js';
export type { StoryStep, Tell } from './narrator.js';
export { runStory, type StoryReport } from './story.js';
