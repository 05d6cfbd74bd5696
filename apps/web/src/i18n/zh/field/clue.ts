export const clue = {
  title: '报线索', of: '{{name}} 的线索', itemTitle: '线索 {{kind}} {{name}}', newHousehold: '不在册的户', name: '姓名', place: '住在哪里', phone: '电话', kind: '类型', severity: '程度', channel: '来源', description: '说明',
  same: '{{day}} 已有同类线索未处理：{{description}}', append: '补充到这条', appending: '将补充到：{{description}}', separate: '另报一条',
  missing: { who: '请填写姓名或住处', kind: '请选择类型', description: '请写要补充的情况' },
} as const;
