export const income = {
  title: '更新收入', of: '{{name}} 的收入', year: '年度', yearOf: '{{year}} 年', itemTitle: '{{name}} {{year}} 年收入', newYear: '该年度还没有记录，保存后建立', net: '纯收入合计', members: '计算人口', lastYear: '{{year}} 年人均', perHead: '人均纯收入', before: '原为 {{amount}}', line: '标准线 {{amount}}', noLine: '标准线未设置', below: '低于标准线', unknown: '收入或人口未填，人均无法计算',
  lastAmount: '上年 {{amount}}', allItems: '显示全部项目', amount: '金额', done: '完成', count: '数量', price: '单价', why: '变化超过一半，请说明原因', whyOther: '其他原因', nothingChanged: '还没有改动',
  reason: { checked: '入户核实', sold: '集中出售', work: '就业变化', policy: '政策调整', disaster: '受灾减收' },
} as const;
