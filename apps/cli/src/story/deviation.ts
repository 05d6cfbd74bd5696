import type { Answer } from './answer.js';

/** Something went otherwise than told. The story stops there and prints the answer. */
export class StoryDeviation extends Error {
  constructor(
    message: string,
    readonly answer: Answer | null = null,
  ) {
    super(message);
    this.name = 'StoryDeviation';
  }
}

/** Stops the story unless `condition` holds. */
export function expect(condition: boolean, otherwise: string, answer: Answer | null = null): asserts condition {
  if (!condition) throw new StoryDeviation(otherwise, answer);
}
