export const begin = {
  title: '新建', visit: '走访', visitNote: '记一次入户、电话或村部走访', clue: '线索', clueNote: '报告致贫返贫风险，也可报不在册的户', member: '成员变化', memberNote: '出生、死亡、婚嫁、迁移、就学、健康、务工', income: '收入', incomeNote: '按项目更新年度收入', start: '发起', startNote: '发起纳入、退出等事项',
  notHere: '该户不在离线包内，联网可查', search: '姓名、首字母、户编号或电话后四位', households: '农户', noneFound: '没有找到。试试少输几个字',
} as const;
