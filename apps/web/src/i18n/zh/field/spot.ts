export const spot = {
  title: '抽查任务', one: '抽查表', none: '没有已开放的抽查任务。开放后联网取得', gone: '这项任务不在本机：抽样已结束，或尚未取得', left: '还有 {{left}} 户待入户，共 {{all}} 户', rowTitle: '{{ordinal}} 号 {{name}}', unnamed: '户主未登记',
  fetch: '联网取得任务', fetching: '正在取得…', asOf: '任务截至 {{time}}',
  rules: '入户和换户', ruleOrder: '按序号逐户入户，不挑户。', ruleReplace: '两个不同日期都不在家，或拒访、迁走等，写明原因后可申请换户：按备用顺序由下一户接替，不能挑选，联网后自动出现。',
  village: '嘎查村', group: '自然村', code: '户编号', sample: '抽样', ofSample: '{{name}} · {{ordinal}} 号', attempts: '上门记录',
  state: { open: '待入户', tried: '不在家一次', givenUp: '未能入户', asked: '已申请换户', replaced: '已换户', kept: '待上传', sent: '已上传', returned: '被退回', compared: '已对照' },
  kept: '已保存到本机，上传后显示与登记的差异，之后更正须写明原因', sent: '已上传，正在取得与登记的差异', replaced: '这户已换为下一个备用户，不再入户', givenUp: '已写明原因，可以申请换户。申请前若问到了，仍可填写', ask: '申请换户', askBody: '这户不再入户，由备用顺序的下一户接替，不能挑选。申请人和原因记入抽样记录。', askTitle: '{{name}} 申请换户', asked: '已申请换户，联网后由备用顺序的下一户接替',
  atHome: '在家与否', notAsked: '没能问到', reason: '原因', reasonNeeded: '请选择原因', attemptNote: '说明', attemptTitle: '{{name}} 未能入户',
  form: '农户自己的回答（{{year}} 年）', blind: '先记回答；与登记的差异上传后才显示，之后更正须写明原因。', income: '收入构成（全年）', incomeNote: '没问到的留空',
  help: '帮扶知晓和满意度',
  rest: '说明、照片或签字（可不填）', save: '保存抽查表', itemTitle: '{{name}} 的抽查表', missing: { memberCount: '家庭人口应为 1 至 50 人', assurances: '七项还没有逐项回答', satisfaction: '请选择满意度', reason: '请写明更正原因' }, next: '下一户（{{ordinal}} 号）',
  differences: '与登记的对照：{{count}} 处不一致', agrees: '与登记完全一致', savedAt: '服务器收到时间 {{time}}', said: '农户回答', recorded: '登记内容', causeOf: '{{field}}不一致的原因', causeNote: '请说明原因', causeTitle: '{{name}} {{field}}差异原因',
  correct: '更正答案', correctNote: '原来的答案和原因都保留，结果中标为看过登记后更正。', correctReason: '更正原因', correctTitle: '{{name}} 的抽查表更正', saveCorrection: '保存更正', corrected: '第 {{version}} 版，更正原因：{{reason}}',
} as const;
