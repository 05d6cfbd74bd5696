import { openDatabase } from './database.mjs';
import { sleep } from './processes.mjs';

const LONGEST_PAUSE = 30_000;

/** Opens the database and, when the server is ours, brings it back whenever it ends without having been told to. */
export class DatabaseKeeper {
  #opening = null;
  #stopping = false;

  /** @param {{databaseUrl: string|null, folder: object, report: (line: string) => void}} options */
  constructor(options) {
    this.options = options;
  }

  /** @returns what openDatabase gives */
  async open() {
    this.#opening = openDatabase(this.options);
    const opened = await this.#opening;
    opened.server?.onExit(() => void this.#revive());
    return opened;
  }

  async #revive() {
    if (this.#stopping) return;
    this.options.report('PostgreSQL ended; starting it again');
    for (let pause = 500; !this.#stopping; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      try {
        const { server } = await this.open();
        this.options.report(`PostgreSQL runs again on port ${server.port}`);
        return;
      } catch (error) {
        this.options.report(error.message.split('\n')[0]);
        await sleep(pause);
      }
    }
  }

  /** Stops the server when it is ours, also one that is just being started. */
  async stop() {
    this.#stopping = true;
    const opened = await this.#opening?.catch(() => null);
    await opened?.server?.stop();
  }
}
