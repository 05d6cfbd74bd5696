import { corrected } from './qr-correction.js';
import { qrCode } from './qr-code.js';
import { readQrCode, type Picture } from './qr-reader.js';

interface View {
  /** Pixels a module. */
  size?: number;
  /** Degrees. */
  turn?: number;
  /** How much smaller the far edge of the card is. */
  tilt?: number;
  /** How much darker the right edge of the picture is. */
  shadow?: number;
  noise?: number;
  blur?: boolean;
  /** Modules to paint over, in the middle of the code. */
  stain?: number;
}

/** What a camera sees of a printed code on a grey table: every point of the picture is looked up on the card. */
function seen(text: string, { size = 4, turn = 0, tilt = 0, shadow = 0, noise = 0, blur = false, stain = 0 }: View = {}): Picture {
  const code = qrCode(text);
  const side = code.length;
  const [width, height] = [320, 240];
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  let last = 7;
  const random = (): number => (last = (last * 48_271) % 2_147_483_647) / 2_147_483_647;
  const cardAt = (px: number, py: number): number => {
    const [dx, dy] = [px - width / 2, py - height / 2];
    const scale = 1 + (tilt * dy) / (size * side);
    const [x, y] = [(dx * cos + dy * sin) / size / scale + side / 2, (-dx * sin + dy * cos) / size / scale + side / 2];
    if (Math.hypot(x - side / 2, y - side / 2) < stain) return 60;
    const inside = x > -4 && y > -4 && x < side + 4 && y < side + 4;
    return inside ? (code[Math.floor(y)]?.[Math.floor(x)] ? 40 : 225) : 130;
  };
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const points = blur ? [[0, 0], [1.5, 0], [-1.5, 0], [0, 1.5], [0, -1.5]] : [[0, 0]];
      const clear = points.reduce((sum, [dx = 0, dy = 0]) => sum + cardAt(x + dx, y + dy), 0) / points.length;
      const value = clear * (1 - (shadow * x) / width) + (random() - 0.5) * noise;
      data.set([value, value, value, 255], (y * width + x) * 4);
    }
  }
  return { data, width, height };
}

const household = '150221204201-0001';

describe('a QR code in front of a camera', () => {
  it.each(['150221204201', household, '150221-01890000-0000-7000-8000-000000000001', 'HH-2026-7'])('of %s is read, as it was drawn', (text) => {
    expect(readQrCode(seen(text))).toBe(text);
    expect(readQrCode(seen(text, { size: 2.6 }))).toBe(text);
  });

  it.each([17, 90, 133, 180, 251, 315])('turned by %i degrees is read', (turn) => {
    expect(readQrCode(seen(household, { turn, size: 5 }))).toBe(household);
  });

  it('is read at an angle, in half a shadow, out of focus and with grain', () => {
    expect(readQrCode(seen(household, { tilt: 0.25, size: 6 }))).toBe(household);
    expect(readQrCode(seen(household, { tilt: -0.25, size: 6, turn: 30 }))).toBe(household);
    expect(readQrCode(seen(household, { shadow: 0.7 }))).toBe(household);
    expect(readQrCode(seen(household, { blur: true, noise: 40, size: 5 }))).toBe(household);
    expect(readQrCode(seen(household, { tilt: 0.2, shadow: 0.5, turn: 12, blur: true, noise: 30, size: 6 }))).toBe(household);
  });

  it('with a small stain is read, with a large one nothing is said rather than something wrong', () => {
    expect(readQrCode(seen(household, { stain: 2 }))).toBe(household);
    expect(readQrCode(seen(household, { stain: 7 }))).toBeNull();
  });

  it('is not found where there is none', () => {
    const grey = { data: new Uint8ClampedArray(64 * 48 * 4).fill(120), width: 64, height: 48 };
    expect(readQrCode(grey)).toBeNull();
    let last = 11;
    const grain = Uint8ClampedArray.from({ length: 320 * 240 * 4 }, () => (last = (last * 48_271) % 2_147_483_647) % 256);
    expect(readQrCode({ data: grain, width: 320, height: 240 })).toBeNull();
  });
});

describe('correction', () => {
  const words = [0x41, 0x14, 0x86, 0x56, 0xc6, 0xc6, 0xf2, 0xc2, 0x07, 0x76, 0xf7, 0x26, 0xc6, 0x42, 0x10, 0x31, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

  it('mends half as many words as there are for it, and refuses more', () => {
    // Nothing but zeros is a word of every such code.
    const zeros = words.map(() => 0);
    const damaged = (count: number): number[] => zeros.map((word, at) => (at % 5 === 0 && at / 5 < count ? (at * 37 + 1) % 256 : word));
    for (const count of [1, 3, 5]) expect(corrected(damaged(count), 10)).toEqual(zeros);
    expect(corrected(damaged(6), 10)).toBeNull();
  });
});
