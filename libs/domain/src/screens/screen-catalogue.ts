/** What a screen finds conspicuous; never a verdict about a person. */
export const screenCodes = ['income_heaping', 'sudden_income', 'approver_consistency', 'copied_texts', 'reused_photos', 'impossible_travel'] as const;
export type ScreenCode = (typeof screenCodes)[number];

export const screenGroupings = ['village', 'township', 'county', 'team', 'approver'] as const;
export type ScreenGrouping = (typeof screenGroupings)[number];
export const screenGroupingLabels: Readonly<Record<ScreenGrouping, string>> = { village: '嘎查村', township: '苏木乡镇', county: '旗县', team: '工作队', approver: '审批岗位（编号）' };

/** A statistical setting: how sharply a screen looks. None of them is a policy number. */
export interface ScreenSetting {
  readonly name: string;
  readonly zh: string;
  readonly unit: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Where the value comes from. */
  readonly origin: string;
}

export interface ScreenDefinition {
  readonly code: ScreenCode;
  readonly zh: string;
  readonly en: string;
  /** How it is computed, in plain words. */
  readonly method: string;
  /** What a flag may honestly come from. */
  readonly honestCauses: readonly string[];
  /** The first one holds when nobody chooses. */
  readonly groupings: readonly ScreenGrouping[];
  readonly settings: readonly ScreenSetting[];
  /** Figures of a group in the order in which they are shown. */
  readonly figures: readonly { readonly name: string; readonly zh: string; readonly unit: string }[];
}

const convention = '统计惯例';
const setting = (name: string, zh: string, unit: string, value: number, min: number, max: number, origin = convention): ScreenSetting => ({ name, zh, unit, value, min, max, origin });
const alpha = setting('alpha', '整体误标概率上限（Holm 校正后）', '概率', 0.05, 0.000001, 0.2);
const minimum = (zh: string, value: number): ScreenSetting => setting('min_n', zh, '个', value, 1, 100_000, '样本量下限，达不到不作判断');
const figure = (name: string, zh: string, unit: string) => ({ name, zh, unit });

export const screens: readonly ScreenDefinition[] = [
  {
    code: 'income_heaping', zh: '收入在贫困线上方扎堆', en: 'Incomes heaped just above the line',
    method: '数出人均纯收入落在[线, 线+窗口)的户数，与线下一个窗口、线上再一个窗口的户数比较。如果收入分布在线附近是平滑的，三个窗口中约三分之一落在中间；落在中间的比例超过三分之一加容差，且二项分布的精确尾概率经 Holm 校正后不超过上限，就标记。',
    honestCauses: ['当地有按户发放、使收入刚好过线的政策性转移收入', '产业分红、公益岗位工资按统一标准发放', '收入按整百整千估算', '低于线的户已集中清退或分户，线下自然变少'],
    groupings: ['village', 'township', 'county', 'team', 'approver'],
    settings: [
      setting('window_yuan', '窗口宽度', '元', 200, 10, 5_000), setting('tolerance', '容差（超出三分之一的部分）', '比例', 0.05, 0, 0.5), minimum('三个窗口合计最少户数', 20), alpha,
    ],
    figures: [figure('below', '线下窗口户数', '户'), figure('at', '线上窗口户数', '户'), figure('above', '再上窗口户数', '户'), figure('share', '线上窗口占比', '比例')],
  },
  {
    code: 'sudden_income', zh: '收入骤变集中', en: 'Sudden changes of income',
    method: '逐户比较本年与上年人均纯收入，超过上限倍数或低于下限倍数的算骤变（规则A42）。一个嘎查村骤变户的比例，与本旗县其他嘎查村比较（超几何分布精确尾概率，Holm 校正）。',
    honestCauses: ['旱灾、雪灾、牲畜疫病或市场价格大起大落', '大额补偿款、征地款一次到账', '上年数据补正后口径变化', '外出务工人员集中返乡或外出'],
    groupings: ['village', 'township'],
    settings: [
      setting('ratio_high', '升高倍数上限', '倍', 3, 1.1, 100, '规则A42'), setting('ratio_low', '降低倍数下限', '倍', 0.5, 0.01, 0.95, '规则A42'), minimum('两年均有收入的最少户数', 20), alpha,
    ],
    figures: [figure('compared', '两年均有收入的户数', '户'), figure('sudden', '骤变户数', '户'), figure('share', '骤变比例', '比例'), figure('elsewhere', '本旗县其他嘎查村的比例', '比例')],
  },
  {
    code: 'approver_consistency', zh: '审批一致性', en: 'Consistency of approvals',
    method: '只看办件，不看人：同一审批岗位全年的办件中，退回和不同意的件数与同类岗位合计比例比较（超几何分布精确尾概率，Holm 校正）；数秒内连续办结的批次；从到件到办结用时不足下限的件数与同类岗位比较。审批岗位用编号代替姓名，按区划排列，不排名。',
    honestCauses: ['所收件均由上一环节认真把关', '材料简单、事先已逐件看过，集中点击办结', '系统停用后集中补录', '同一岗位由多人轮值'],
    groupings: ['approver'],
    settings: [
      setting('batch_gap_seconds', '连续办件间隔不超过', '秒', 10, 1, 600), setting('batch_min', '一批至少件数', '件', 10, 3, 1_000), setting('fast_seconds', '到件至办结用时不足', '秒', 60, 1, 86_400),
      minimum('最少办件数', 30), alpha,
    ],
    figures: [
      figure('decisions', '办件数', '件'), figure('negative', '退回和不同意', '件'), figure('pooled', '同类岗位退回比例', '比例'), figure('largestBatch', '最大批次', '件'), figure('inBatches', '批次内件数', '件'),
      figure('fast', '用时不足的件数', '件'), figure('medianSeconds', '办结用时中位数', '秒'),
    ],
  },
  {
    code: 'copied_texts', zh: '走访记录雷同', en: 'Copied visit texts',
    method: '走访记录去掉标点、空格和大小写后比较：完全相同，或三字片段相似度达到下限的，算雷同。同一工作队（没有工作队的按嘎查村）同一段文字出现在足够多的不同户，就标记。过短的文字不比。',
    honestCauses: ['统一宣传同一项政策，按要点记录', '节日慰问等内容本来相同', '使用了统一模板，另有附件记录个别情况'],
    groupings: ['team'],
    settings: [
      setting('min_households', '雷同涉及最少户数', '户', 5, 2, 1_000, '规则A57'), setting('min_characters', '文字最少字数', '字', 12, 4, 500), setting('similarity', '相似度下限', '比例', 0.85, 0.5, 1),
      minimum('有走访文字的最少户数', 10),
    ],
    figures: [figure('households', '有走访文字的户数', '户'), figure('copied', '文字雷同的户数', '户'), figure('largest', '最大一组的户数', '户'), figure('groups', '雷同组数', '组')],
  },
  {
    code: 'reused_photos', zh: '照片重复使用', en: 'Photographs used again',
    method: '同一张照片（保存内容的哈希一致）出现在不同户的走访或佐证中，就标记。',
    honestCauses: ['两户合影、院落相连', '村民会议等集体活动照片分别附在各户', '上传时选错户，已另行补传'],
    groupings: ['village', 'township'],
    settings: [setting('min_households', '同一照片涉及最少户数', '户', 2, 2, 100, '规则A57'), minimum('最少照片数', 10)],
    figures: [figure('photos', '照片数', '张'), figure('reused', '重复使用的照片', '张'), figure('households', '涉及户数', '户')],
  },
  {
    code: 'impossible_travel', zh: '两次走访之间来不及到达', en: 'Visits too far apart for the time between them',
    method: '位置为自愿填写，只比较同一人填写了位置的前后两次走访：两处的直线距离减去两次定位误差，除以间隔时间，超过车速上限的成对列出。只说明这两条记录对不上，不是对人的评价；不展示坐标，不形成轨迹。',
    honestCauses: ['手机时钟不准', '定位取自缓存或基站，误差大', '事后补录时填了当时所在位置', '多人共用一个账号'],
    groupings: ['village', 'township'],
    settings: [
      setting('speed_kmh', '车速上限', '公里/小时', 120, 10, 1_000, '道路交通安全法实施条例第七十八条：高速公路最高车速'), setting('min_distance_m', '距离不足不比', '米', 1_000, 0, 100_000), setting('max_hours', '间隔超过不比', '小时', 12, 1, 72),
      minimum('最少可比较的前后两次走访', 1),
    ],
    figures: [figure('pairs', '可比较的前后两次走访', '对'), figure('impossible', '来不及到达', '对')],
  },
];

const byCode = new Map<string, ScreenDefinition>(screens.map((screen) => [screen.code, screen]));

/** The screen of a code; undefined when there is none. */
export function findScreen(code: string): ScreenDefinition | undefined {
  return byCode.get(code);
}
