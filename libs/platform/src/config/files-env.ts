/** Where files are kept and what is accepted. */
export interface FilesSettings {
  /** Null: on the disk, below DATA_DIR. */
  readonly s3: S3Settings | null;
  /** Largest image as it is sent, in bytes. */
  readonly imageMaxBytes: number;
  readonly pdfMaxBytes: number;
  /** Longest edge of what is kept of an image, in pixels. */
  readonly imageMaxEdge: number;
  /** Width × height above which an image is not even decoded. */
  readonly imageMaxPixels: number;
}

/** A bucket of an S3-compatible server. */
export interface S3Settings {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly key: string;
  readonly secret: string;
}

type Read = <T>(name: string, parse: (value: string) => T | null, hint: string, fallback?: T) => T;

const MB = 1_048_576;
/** Decoding takes 3 to 4 bytes of memory for a pixel; a phone sends 2 million, a good camera 24. */
const MAX_PIXELS = 24_000_000;
const s3Names = ['FILES_S3_ENDPOINT', 'FILES_S3_BUCKET', 'FILES_S3_REGION', 'FILES_S3_KEY', 'FILES_S3_SECRET'] as const;

const within = (least: number, most: number) => (value: string) => (/^\d{1,12}$/.test(value) && Number(value) >= least && Number(value) <= most ? Number(value) : null);
const webAddress = (value: string) => (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) ? value.replace(/\/+$/, '') : null);
const word = (shape: RegExp) => (value: string) => (shape.test(value) ? value : null);

/** One of the five bucket settings asks for the other four. */
export function readFilesSettings(read: Read, source: Readonly<Record<string, string | undefined>>): FilesSettings {
  const wantsBucket = s3Names.some((name) => (source[name] ?? '') !== '');
  return {
    s3: wantsBucket
      ? {
          endpoint: read('FILES_S3_ENDPOINT', webAddress, 'the http:// or https:// address of an S3-compatible server'),
          bucket: read('FILES_S3_BUCKET', word(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/), 'the name of a bucket, 3 to 63 lower-case letters, digits, dots or hyphens'),
          region: read('FILES_S3_REGION', word(/^[a-z0-9-]{2,40}$/), 'the region of the bucket, for example us-east-1'),
          key: read('FILES_S3_KEY', word(/^\S{3,128}$/), 'the access key'),
          secret: read('FILES_S3_SECRET', word(/^\S{8,256}$/), 'the secret that belongs to the access key'),
        }
      : null,
    imageMaxBytes: read('FILES_IMAGE_MAX_BYTES', within(100_000, 100 * MB), 'a number of bytes from 100000 to 104857600', 15 * MB),
    pdfMaxBytes: read('FILES_PDF_MAX_BYTES', within(100_000, 100 * MB), 'a number of bytes from 100000 to 104857600', 20 * MB),
    imageMaxEdge: read('FILES_IMAGE_MAX_EDGE', within(640, 8_192), 'a number of pixels from 640 to 8192', 2_048),
    imageMaxPixels: read('FILES_IMAGE_MAX_PIXELS', within(1_000_000, 200_000_000), 'a number of pixels from 1000000 to 200000000', MAX_PIXELS),
  };
}
