import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { qrCode } from '#domain';

const [WIDTH, HEIGHT, FRAMES] = [640, 480, 4];
const TURN = (7 * Math.PI) / 180;

/** What a camera sees of the code on a help card, held a little askew over a grey table with a shadow from the right: a Y4M file. */
export function videoOfCard(text: string): { file: string; remove: () => void } {
  const code = qrCode(text);
  const side = code.length;
  const module = (HEIGHT * 0.45) / side;
  const brightness = Buffer.alloc(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const [dx, dy] = [(x - WIDTH / 2) / module, (y - HEIGHT / 2) / module];
      const [column, row] = [dx * Math.cos(TURN) + dy * Math.sin(TURN) + side / 2, dy * Math.cos(TURN) - dx * Math.sin(TURN) + side / 2];
      const card = column > -4 && row > -4 && column < side + 4 && row < side + 4;
      const printed = card ? (code[Math.floor(row)]?.[Math.floor(column)] ? 45 : 215) : 120;
      brightness[y * WIDTH + x] = printed * (1 - (0.3 * x) / WIDTH);
    }
  }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), brightness, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
  const folder = mkdtempSync(path.join(tmpdir(), 'bangfu-video-'));
  const file = path.join(folder, 'card.y4m');
  writeFileSync(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`), ...Array.from({ length: FRAMES }, () => frame)]));
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
