export const clues = {
  title: '返贫风险线索',
  empty: '没有待核实的线索',
  household: '农户',
  box: { open: '待核实', all: '全部' },
  column: { subject: '对象', village: '嘎查村', kind: '风险类型', severity: '程度', description: '情况说明', channel: '来源', status: '状态', rail: '办理时限', actions: '办理' },
  status: { OPEN: '待核实', CHECKING: '核实中', SETTLED: '已办结' },
  rail: { day: '第 {{day}} 天/共 {{all}} 天', over: '已超期 {{count}} 天', noTerm: '第 {{day}} 天（期限未设置）', done: '已办结' },
  check: '开始核实', settle: '办结', settleTitle: '办结线索：{{name}}', result: '核实结论', resultRequired: '请选择核实结论', finding: '核实情况', findingRequired: '请填写核实情况',
  candidate: '转入识别的农户', candidateHint: '未建档的，先在农户档案登记', candidateRequired: '请选择农户',
  pause: {
    title: '暂停线索：{{name}}', confirm: '暂停', hint: '暂停期间不计入办理时限，原因显示在时限栏。', reason: '暂停原因', reasonRequired: '请填写暂停原因', resume: '恢复', now: '已暂停',
    since: '{{from}} 起，{{by}}：{{reason}}', was: '曾暂停 {{from}} 至 {{until}}，{{by}}：{{reason}}',
  },
  report: '登记线索', name: '对象姓名', nameRequired: '请填写对象姓名', chooseRequired: '请选择', descriptionRequired: '请写明情况',
} as const;
