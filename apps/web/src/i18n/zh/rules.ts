export const rules = {
  title: '规则',
  hint: '退出、识别、返贫等条件。年度数据按当年最后一天有效的版本判断；发布新版本须先试算并通过示例。',
  level: { household: '农户', village: '嘎查村', county: '旗县' },
  version: '第 {{version}} 版，自 {{from}} 起',
  source: '依据',
  noDocument: '未注明文号',
  examples: '{{count}} 个示例',
  versions: '历次版本',
  inForce: '第 {{version}} 版：{{from}} 至 {{to}}',
  published: '{{time}} 发布',
} as const;
