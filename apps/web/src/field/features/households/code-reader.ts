/** Shape detection is not part of the TypeScript DOM yet. https://wicg.github.io/shape-detection-api/#barcode-detection-api */
interface Detector {
  detect(from: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** The text of the code that is in front of the camera now; null while there is none. */
export type ReadCode = (video: HTMLVideoElement) => Promise<string | null>;

/** Points across of the picture that is looked at: enough for a printed card at arm's length, little enough for a cheap phone. */
const WIDTH = 960;

/** The reader of the browser where there is one that reads QR codes. Phones without Google's services have none, or one that reads nothing. */
async function ofBrowser(): Promise<ReadCode | null> {
  const Found = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  const formats = await Found?.getSupportedFormats().catch((): string[] => []);
  if (!Found || !formats?.includes('qr_code')) return null;
  const detector = new Found({ formats: ['qr_code'] });
  return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
}

async function ofOurOwn(): Promise<ReadCode> {
  const { readQrCode } = await import('./read-picture.js');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (video) => {
    const width = Math.min(WIDTH, video.videoWidth);
    if (!context || width === 0) return Promise.resolve(null);
    Object.assign(canvas, { width, height: Math.round((video.videoHeight * width) / video.videoWidth) });
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    return Promise.resolve(readQrCode(context.getImageData(0, 0, canvas.width, canvas.height)));
  };
}

/** Reads codes on every phone: by the browser, otherwise by ourselves. */
export async function codeReader(): Promise<ReadCode> {
  return (await ofBrowser()) ?? ofOurOwn();
}
