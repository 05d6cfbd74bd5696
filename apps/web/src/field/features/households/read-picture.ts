/** Fetched only when somebody scans with a browser that reads no codes. */
export { readQrCode } from '#domain';
