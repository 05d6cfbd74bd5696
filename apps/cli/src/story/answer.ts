/** What an instance answered to a request of the story. */
export interface Answer<Body = unknown> {
  readonly request: string;
  readonly status: number;
  readonly body: Body;
  readonly text: string;
}
