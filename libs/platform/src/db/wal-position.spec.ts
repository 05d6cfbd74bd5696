import { LagWatch, walPosition } from './wal-position.js';

describe('a position in the log', () => {
  it('is read as PostgreSQL writes it', () => {
    expect(walPosition('0/1')).toBe(1n);
    expect(walPosition('16/B374D848')).toBe((0x16n << 32n) + 0xb374d848n);
    expect(() => walPosition('16')).toThrow('not a position');
    expect(() => walPosition('1/2/3')).toThrow('not a position');
  });
});

describe('how far a replica is behind', () => {
  it('is nothing when it has what the primary has just written', () => {
    const watch = new LagWatch();
    watch.mark(1_000, 50n);
    expect(watch.lagOf(1_000, 50n)).toBe(0);
    expect(watch.lagOf(1_000, 60n)).toBe(0);
  });

  it('is the time since the newest moment that it has reached', () => {
    const watch = new LagWatch();
    for (const [at, position] of [[1_000, 10n], [2_000, 20n], [3_000, 30n]] as const) watch.mark(at, position);
    expect(watch.lagOf(3_500, 20n)).toBe(1_500);
    expect(watch.lagOf(3_500, 29n)).toBe(1_500);
    expect(watch.lagOf(3_500, 30n)).toBe(500);
  });

  it('stays small on a quiet night, when nothing is written for hours', () => {
    const watch = new LagWatch();
    for (let at = 0; at < 3_600_000; at += 1_000) watch.mark(at, 10n);
    expect(watch.lagOf(3_599_000, 10n)).toBe(0);
  });

  it('is unknown when the replica is behind everything that is remembered', () => {
    const watch = new LagWatch(2);
    for (const [at, position] of [[1_000, 10n], [2_000, 20n], [3_000, 30n]] as const) watch.mark(at, position);
    expect(watch.lagOf(3_000, 15n)).toBeNull();
  });
});
