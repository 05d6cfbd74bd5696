export const imports = {
  title: '数据导入',
  history: '导入记录',
  none: '还没有导入过文件',
  mayLeave: '处理在后台进行，可以离开本页，稍后回来查看。',
  again: '重新校验',
  notes: '请留意',
  times: '{{count}} 处，如第 {{rows}} 行',
  undone: '本批次已于 {{time}} 撤销',
  layoutOf: '版式 {{layout}} · {{year}} 年度',
  step: { upload: '上传', headings: '识别表头', check: '核对结果', write: '导入' },
  state: {
    uploaded: '等待校验', parsing: '正在校验', needs_mapping: '待指定表头', validated: '待导入', committing: '正在导入', committed: '已导入', undoing: '正在撤销', undone: '已撤销',
    failed: '校验失败', cancelled: '已放弃',
  },
  column: { file: '文件', layout: '版式', by: '操作人', at: '时间', rows: '结果', state: '状态' },
  upload: {
    noFile: '未选择文件',
    title: '上传文件', hint: '支持 .xlsx 和 .csv。上传后只校验，不写入；确认后才导入。', file: '选择文件', year: '未写年度的行按', thisYear: '本年度', submit: '上传并校验',
  },
  templates: { title: '下载模板', hint: '全国系统各年导出的版式均可直接导入，列的顺序不限。' },
  sheet: { household: '户表', person: '人员表' },
  counts: {
    checked: '校验结果', written: '导入结果', in: '读入行', created: '新增', updated: '更新', unchanged: '无变化', rejected: '有问题', households: '涉及新增 {{created}} 户、更新 {{updated}} 户',
    short: '{{in}} 行，写入 {{written}}，有问题 {{rejected}}',
  },
  commit: {
    title: '选择导入方式', all: '全部导入（有一行有问题则都不导入）', allRefused: '有 {{count}} 行有问题，请先更正', good: '仅导入正确的行，跳过 {{count}} 行', submit: '导入 {{rows}} 行', giveUp: '放弃本批次',
    nothing: '没有需要写入的行',
  },
  undo: { title: '撤销', until: '{{time}} 前可以撤销；其间如有人改动过本批次写入的记录，则不能撤销。', expired: '已超过 24 小时，不能撤销。', ask: '撤销本批次的导入？', hint: '本批次新增的记录将删除，更新的记录将恢复原值。', submit: '撤销导入' },
  headings: {
    title: '表头识别（{{known}} / {{all}}）', missing: '还缺少必需的列，请指定：{{names}}', hint: '没有识别的表头可以手工指定，下次导入同一版式的文件时自动沿用。', inFile: '文件中的表头', meaning: '含义',
    how: '识别方式', choose: '请选择', for: '“{{heading}}”的含义', empty: '第 {{number}} 列（无表头）', unknown: '未识别', heading: '按名称', mapped: '手工指定', content: '按内容', duplicate: '重复，不读取',
    ignore: '不导入此列', recognised: '已识别的 {{count}} 列', submit: '按此重新校验',
  },
  entity: { household: '农户', member: '成员', householdYear: '农户年度', memberYear: '成员年度', virtual: '区划与合计', none: '不导入' },
  virtual: {
    regionName: '省（自治区）', prefectureName: '盟市', countyName: '旗县', townshipName: '苏木乡镇', villageName: '嘎查村', headMemberCode: '户主编号', headName: '户主姓名', headIdNo: '户主证件号码',
    wageTotal: '工资性收入合计', businessTotal: '生产经营性收入合计', propertyTotal: '财产性收入合计', transferTotal: '转移性收入合计', businessCostTotal: '生产经营性支出合计', ecologyTotal: '生态补偿金合计',
  },
  rows: { title: '有问题的行（{{count}}）', row: '行', whole: '整行', cell: '第 {{row}} 行 {{heading}}', errorFile: '下载错误文件', badOnly: '仅有问题的行' },
} as const;
