/** Build of the field desk; the server says which is the oldest that it still understands. Raise it with every release. */
export const APP_VERSION = '1.0.0';
