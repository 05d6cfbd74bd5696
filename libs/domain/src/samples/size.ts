import type { Precision } from './plan.js';

/** Square of the 97.5 % point of the normal distribution (1.959964²), times ten million. */
const Z2_E7 = 38_414_588n;

export interface SizeByPrecision {
  readonly size: number;
  /** The calculation in words and figures. */
  readonly formula: { readonly zh: string; readonly en: string };
}

/**
 * Size for a share `p` to be known to ± `e` with 95 % confidence in a frame of `units`: n₀ = z²·p·(1−p)/e²,
 * n = n₀ / (1 + (n₀−1)/N), rounded up. Whole numbers only, so every machine gets the same.
 */
export function sizeByPrecision({ expectedBp, errorBp }: Precision, units: number): SizeByPrecision {
  const [p, e, all] = [BigInt(expectedBp), BigInt(errorBp), BigInt(units)];
  const over = Z2_E7 * p * (10_000n - p);
  const under = 10_000_000n * e * e;
  const below = under * (all - 1n) + over;
  const size = units === 0 ? 0 : Number((over * all + below - 1n) / below);
  const percent = (bp: number): string => `${bp / 100}%`;
  const figures = `1.96²×${percent(expectedBp)}×${percent(10_000 - expectedBp)}÷${percent(errorBp)}²`;
  const first = Number(over) / Number(under);
  return {
    size,
    formula: {
      zh: `n₀ = z²·p·(1−p)÷e² = ${figures} ≈ ${first.toFixed(1)}；有限总体校正 n = n₀÷(1+(n₀−1)÷N)，N = ${units}，进位取整 n = ${size}（置信度95%）`,
      en: `n₀ = z²·p·(1−p)/e² = ${figures} ≈ ${first.toFixed(1)}; finite population n = n₀/(1+(n₀−1)/N), N = ${units}, rounded up n = ${size} (95 % confidence)`,
    },
  };
}
