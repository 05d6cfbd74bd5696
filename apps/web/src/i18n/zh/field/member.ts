export const member = {
  title: '成员变化', of: '{{name}} 户成员变化', what: '什么变化', itemTitle: '成员变化：{{what}} {{name}}', who: '哪一位', day: '日期', successor: '由谁任户主', direction: '来还是走',
  type: { birth: '出生', death: '死亡', marriage: '婚嫁', move: '迁移', school: '就学', health: '健康', work: '务工' },
  marriage: { in: '嫁入或入赘', out: '嫁出' }, move: { in: '迁入', out: '迁出' },
  name: '姓名', relation: '与户主关系', otherRelation: '其他关系', gender: '性别', idNo: '证件号码（可后补）', forYear: '记入 {{year}} 年', dropoutReason: '未上学原因', workMonths: '务工月数',
  missing: { type: '请选择变化类型', direction: '请选择来还是走', member: '请选择是哪一位', name: '请填写姓名', relation: '请选择与户主关系', successor: '户主离开，请选择由谁任户主', value: '还没有改动' },
  editTitle: '更正成员信息', editItemTitle: '{{name}} 信息更正', noSuchPerson: '这位成员不在本机，联网更新后再试', onRecord: '现记录尾号 {{digits}}',
} as const;
