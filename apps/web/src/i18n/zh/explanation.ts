export const explanation = {
  condition: '条件',
  required: '要求',
  actual: '实际',
  result: '结论',
  source: '来源 · 截至',
  and: '以下全部满足',
  or: '以下满足任一项',
  not_and: '以下不得全部成立',
  not_or: '以下均不得成立',
  person: '第 {{number}} 名成员',
  pair: '实际 {{actual}}；要求 {{required}}',
  counted: '{{all}} 人中 {{met}} 人达标',
} as const;
