import type { JudgedTest } from '#domain';

const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;
const points = (value: number): string => `${value >= 0 ? '高' : '低'}${Math.abs(value * 100).toFixed(1)}个百分点`;

/** A figure in words; shares as percentages. */
export function figureText(value: number | null, unit: string): string {
  if (value === null) return '—';
  return unit === '比例' ? percent(value) : `${value}${unit}`;
}

/** What a test says, in plain Chinese. */
export function testText({ name, effect, adjustedP, flagged }: JudgedTest): string {
  const chance = adjustedP === null ? '' : `；若无异常，出现这种情况的概率（校正后）为${adjustedP < 0.0001 ? '小于0.0001' : adjustedP.toFixed(4)}`;
  const size = effect === null ? '' : points(effect);
  switch (name) {
    case 'heap': return `线上窗口占比比平滑分布的三分之一${size}${chance}`;
    case 'sudden': return `骤变比例比本旗县其他地方${size}${chance}`;
    case 'never_negative': return `退回和不同意的比例比同类岗位${size}${chance}`;
    case 'fast': return `短时间内办结的比例比同类岗位${size}${chance}`;
    case 'batch': return flagged ? `有数秒内连续办结的批次，占办件的${percent(effect ?? 0)}` : '没有数秒内连续办结的大批次';
    case 'copied': return flagged ? `走访文字雷同的户占${percent(effect ?? 0)}` : '没有达到户数下限的雷同文字';
    case 'reused': return flagged ? `重复使用的照片占${percent(effect ?? 0)}` : '没有重复使用的照片';
    case 'impossible': return flagged ? `来不及到达的前后两次走访占${percent(effect ?? 0)}` : '没有来不及到达的前后两次走访';
    default: return name;
  }
}
