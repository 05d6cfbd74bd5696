export const households = {
  title: '农户档案',
  ofHead: '{{name}}户',
  memberCount: '{{count}} 口人',
  ended: '该户档案已于 {{date}} 终止',
  episodes: '建档经过',
  entry: { IDENTIFIED: '识别纳入', RE_ENTRY: '返贫再纳入', IMPORTED: '导入建档' },
  exitedOn: '{{date}} 退出',
  exitCase: '退出事项',
  tab: { members: '成员（{{count}}）', years: '年度收入', basics: '基本情况', verdict: '退出核验', cases: '办理事项', help: '帮扶', history: '变更记录' },
  group: {
    basic: '基本信息', status: '识别与退出', cause: '致贫原因', relocation: '易地搬迁', production: '生产条件', living: '生活条件', assurance: '“两不愁三保障”',
    income: '收入', work: '务工', health: '健康', education: '教育', insurance: '保险',
  },
  member: { name: '姓名', head: '户主', showGone: '显示已减少的 {{count}} 人', hideGone: '隐藏已减少的 {{count}} 人' },
  year: { version: '第 {{version}} 版，{{time}} 登记', corrected: '更正原因：{{reason}}', persons: '成员年度情况' },
  income: {
    title: '收入构成（元）', net: '纯收入', perHead: '人均纯收入（{{count}} 人）', none: '未录入收入', monitoringOnly: '仅用于监测', chart: '人均纯收入（元/年）',
  },
  noCases: '该户没有办理中的或已办结的事项',
  history: {
    then: '查看某一时点的档案', stateAt: '{{time}} 时的档案', earlier: '更早的记录', system: '系统', moreFields: '另有 {{count}} 项',
    op: { INSERT: '新增', UPDATE: '更正', DELETE: '删除', LIFE_EVENT: '' },
    table: {
      household: '农户信息', member: '成员', household_year: '年度情况', member_year: '成员年度情况', episode: '建档经过', household_link: '户间关联', household_comparison: '部门比对',
      case_file: '办理事项', case_event: '办理记录', case_snapshot: '核实情况', case_evidence: '材料', review_meeting: '民主评议', notice: '公示', objection: '异议', case_decision: '决定', dossier: '封存卷宗',
      other: '相关记录',
    },
  },
  compare: {
    title: '对比两个时点', left: '前一时点', right: '后一时点', all: '显示相同项', how: '选择前一时点后，并排显示两个时点的档案。', item: '项目', result: '结果', differs: '不同', same: '两个时点的档案相同',
    count: '{{count}} 项不同', part: { household: '农户', member: '成员 {{name}}', year: '{{year}} 年度', memberYear: '{{year}} 年度 · {{name}}' },
    own: { status: '状态', village: '所在嘎查村', present: '在户', perCapita: '人均纯收入' }, records: '记录历史与校验',
  },
  unmask: {
    open: '查看', title: '查看{{field}}', recorded: '查看敏感信息须说明用途，系统将记录查看人、时间和用途。', kind: '用途类别', kindRequired: '请选择用途类别',
    purpose: '具体用途', purposeRequired: '请写明具体用途，至少 5 个字', show: '查看',
  },
  matched: '匹配成员：{{name}}',
  filter: {
    q: '姓名、首字母或户编号', division: '区域', status: '脱贫属性', verdict: '退出核验', type: '贫困户属性', cause: '致贫原因', fewer: '收起',
  },
  condition: { q: '搜索', division: '区域', status: '脱贫属性', verdict: '退出核验', type: '贫困户属性', cause: '致贫原因', year: '年度' },
  column: {
    head: '户主', code: '户编号', village: '嘎查村', members: '人口', status: '脱贫属性', type: '贫困户属性', cause: '主要致贫原因', income: '人均纯收入（元）',
    verdict: '退出核验', phone: '联系电话',
  },
  locked: { title: '正在办理：{{pack}}，当前环节：{{step}}', assigned: '由{{name}}办理', started: '由{{name}}发起', open: '查看事项' },
  edit: {
    open: { household: '更正档案', event: '登记变化', comparison: '登记比对' },
    household: '更正{{name}}户的档案', member: '更正{{name}}的信息', column: '操作', correct: '更正', recordYear: '填报 {{year}} 年度', correctYear: '更正 {{year}} 年度', reason: '更正原因', reasonRequired: '请填写更正原因',
    degrees: '纬度, 经度，如 44.123456, 115.123456', outsideRegion: '这个位置不在内蒙古范围内，请核对',
    event: '登记成员变化', eventKind: '变化类型', eventKindRequired: '请选择变化类型', occurredOn: '发生日期', occurredOnRequired: '请填写发生日期', who: '成员', whoRequired: '请选择成员', note: '说明（可不填）',
    comparison: '登记部门比对结果', comparedOn: '比对日期', source: '来源', again: '更正原因（该年度已登记过时填写）', yearRequired: '请填写年度',
  },
  register: { title: '登记农户', household: '农户', village: '嘎查村', villageRequired: '请选择嘎查村', member: '成员 {{n}}', add: '增加成员', remove: '移除', save: '登记' },
} as const;
