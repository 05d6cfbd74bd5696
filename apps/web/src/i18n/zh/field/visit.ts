export const visit = {
  title: '记走访', correctTitle: '更正走访', itemTitle: '{{name}} 的走访', noSuchVisit: '这次走访不在本机，联网更新后再试',
  last: '上次走访 {{day}} · {{who}}', me: '我（尚未上传）', first: '本机上还没有走访记录', leftOpen: '上次留下的问题：{{problems}}',
  draftKept: '草稿 {{time}} 已存本机', discard: '放弃草稿', discardTitle: '放弃这份草稿？', discardBody: '放弃后本次填写的内容不能恢复。已拍的照片可以在表单里单独删除。',
  reason: '更正原因', reasonMissing: '请填写更正原因',
  way: '走访方式', met: '见到的人', seven: '七项对照', answered: '已确认 {{done}}/7', sameAsLast: '七项均与上次一致', lookAtThese: '已连续三次沿用，请逐项确认：{{items}}', lastAnswer: '上次{{state}} {{day}}', noAnswer: '上次未填', carried: '与上次一致',
  explain: '具体情况', unanswered: '还没有确认：{{items}}',
  education: { who: '谁辍学', dropout: '辍学：{{name}}', why: '原因', illness: '因病', unwilling: '不愿上学', hardship: '家庭困难', distance: '离学校远', work: '外出务工' },
  medical: { title: '医疗', notInsured: '有人未参保', lapsed: '有人断保', chronicUnregistered: '慢病未办证', paid: '大病自付', amount: '{{yuan}} 元' },
  housing: { title: '住房等级', grade: '住房{{grade}}' },
  water: { title: '饮水', quantity: '水量不足', quality: '水质不好', fetching: '取水不便', reliability: '供水不稳' },
  income: '收入变化', incomeSame: '无变化', incomeChanged: '有变化', whichItems: '哪些项目', moreItems: '其他项目', moreBy: '{{name}} 增加', lessBy: '{{name}} 减少', direction: '{{name}} 增还是减', more: '增加', less: '减少', howCome: '怎么算的', howComeExample: '例如 12 只 × 800',
  needs: '帮扶需求和问题', problemFound: '发现问题', problems: '问题类型', describe: '{{kind}} 说明', dueOn: '办理期限', notes: '其他情况',
  photos: '照片（可不拍）', place: '位置（可不记）',
  saveAndNext: '保存并访下一户', saved: '已保存到本机，联网后自动上传（待上传 {{waiting}} 条）',
  saveAnyway: '仍要保存吗', saveStill: '仍要保存', why: '原因', otherReason: '其他原因', excused: '保存说明：{{text}}',
  excuse: { asked: '已向本人核实', seen: '现场看到', papers: '有票据或证明' },
  doubt: { incomeJumps: '人均纯收入比记录变化超过一半', problemUnexplained: '有问题的项目没有写具体情况', visitedToday: '今天已经记过这户的走访' },
  notHomeTitle: '不在家的原因', notHomeHint: '点选原因即保存，本次走访结束',
  notHome: { awayForWork: '外出务工', herding: '下地或放牧', visitingFamily: '走亲访友', inHospital: '就医住院', unknown: '原因不明' },
} as const;
export const camera = {
  title: '拍照', view: '取景画面', shutter: '拍下', take: '拍照', system: '用手机相机', unavailable: '浏览器没有提供相机，可用手机自带相机拍摄', photo: '照片 {{number}}', taken: '已拍 {{count}} 张', kilobytes: '约 {{size}} KB', remove: '删除', removeNumber: '删除照片 {{number}}', enough: '最多 {{most}} 张',
  awaited: '上次打开相机后页面被系统关闭，已恢复填写的内容。需要照片时请再拍一次。', failed: '照片没有存下，请再拍一次', storageLow: '照片没有存下：手机剩余空间不足（剩 {{free}} MB）。文字仍可保存，请清理已上传照片后再拍。',
} as const;
export const place = {
  optional: '尚未记录位置', searching: '正在定位，可以继续填写', known: '位置已记，误差约 {{metres}} 米', notFound: '没有定位成功，可不记位置', denied: '没有定位权限，可不记位置', without: '不记录位置', capture: '记录位置', remove: '去掉',
} as const;
export const income = {
  title: '更新收入', of: '{{name}} 的收入', year: '年度', yearOf: '{{year}} 年', itemTitle: '{{name}} {{year}} 年收入', newYear: '该年度还没有记录，保存后建立', net: '纯收入合计', members: '计算人口', lastYear: '{{year}} 年人均', perHead: '人均纯收入', before: '原为 {{amount}}', line: '标准线 {{amount}}', noLine: '标准线未设置', below: '低于标准线', unknown: '收入或人口未填，人均无法计算',
  lastAmount: '上年 {{amount}}', allItems: '显示全部项目', amount: '金额', done: '完成', count: '数量', price: '单价', why: '变化超过一半，请说明原因', whyOther: '其他原因', nothingChanged: '还没有改动',
  reason: { checked: '入户核实', sold: '集中出售', work: '就业变化', policy: '政策调整', disaster: '受灾减收' },
} as const;
export const member = {
  title: '成员变化', of: '{{name}} 户成员变化', what: '什么变化', itemTitle: '成员变化：{{what}} {{name}}', who: '哪一位', day: '日期', successor: '由谁任户主', direction: '来还是走',
  type: { birth: '出生', death: '死亡', marriage: '婚嫁', move: '迁移', school: '就学', health: '健康', work: '务工' },
  marriage: { in: '嫁入或入赘', out: '嫁出' }, move: { in: '迁入', out: '迁出' },
  name: '姓名', relation: '与户主关系', otherRelation: '其他关系', gender: '性别', idNo: '证件号码（可后补）', forYear: '记入 {{year}} 年', dropoutReason: '未上学原因', workMonths: '务工月数',
  missing: { type: '请选择变化类型', direction: '请选择来还是走', member: '请选择是哪一位', name: '请填写姓名', relation: '请选择与户主关系', successor: '户主离开，请选择由谁任户主', value: '还没有改动' },
  editTitle: '更正成员信息', editItemTitle: '{{name}} 信息更正', noSuchPerson: '这位成员不在本机，联网更新后再试', onRecord: '现记录尾号 {{digits}}',
} as const;
export const clue = {
  title: '报线索', of: '{{name}} 的线索', itemTitle: '线索 {{kind}} {{name}}', newHousehold: '不在册的户', name: '姓名', place: '住在哪里', phone: '电话', kind: '类型', severity: '程度', channel: '来源', description: '说明',
  same: '{{day}} 已有同类线索未处理：{{description}}', append: '补充到这条', appending: '将补充到：{{description}}', separate: '另报一条',
  missing: { who: '请填写姓名或住处', kind: '请选择类型', description: '请写要补充的情况' },
} as const;
export const begin = {
  title: '新建', visit: '走访', visitNote: '记一次入户、电话或村部走访', clue: '线索', clueNote: '报告致贫返贫风险，也可报不在册的户', member: '成员变化', memberNote: '出生、死亡、婚嫁、迁移、就学、健康、务工', income: '收入', incomeNote: '按项目更新年度收入', start: '发起', startNote: '发起纳入、退出等事项',
  notHere: '该户不在离线包内，联网可查', search: '姓名、首字母、户编号或电话后四位', households: '农户', noneFound: '没有找到。试试少输几个字',
} as const;
