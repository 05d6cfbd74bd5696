export const auditLog = {
  title: '操作日志',
  county: '旗县',
  from: '起始日期',
  unsealed: '待封存',
  column: { at: '时间', who: '操作人', op: '操作', object: '对象', fields: '变更字段', where: '区划', seq: '链上序号' },
  op: {
    EXPORT: '导出', DOWNLOAD: '下载', UNMASK: '查看明文', READ: '查阅', REFUSED: '被拒绝', LOGIN: '登录', LOGIN_FAILED: '登录失败', LOGOUT: '退出登录', INSERT: '新增', UPDATE: '修改', DELETE: '删除', JUDGE: '判定', CHECK: '规则核查',
    COMPARE: '数据比对', IMPORT: '导入', UNDO: '撤销', AGREE: '批准', REFUSE: '不批准', CANCEL: '取消',
  },
  verify: {
    title: '日志链核验', run: '开始核验', hint: '逐条重算各旗县的日志链，并与库外锚点核对。日志有改动、缺失或插入都会指出位置。', whole: '日志链完整', broken: '发现 {{count}} 处不一致', counted: '核验 {{counties}} 条链、{{rows}} 条记录、{{anchors}} 个锚点。',
  },
} as const;
