/** What somebody types to sign in. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}
