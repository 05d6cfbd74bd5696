export const notices = {
  title: '公示公告',
  lane: { due: '待张贴', running: '公示中', contested: '有异议', complete: '期满待结束', closed: '已结束' },
  empty: '没有公示',
  toPost: '待张贴公示',
  paused: '暂停',
  objections: '未处理异议 {{count}} 件',
  evidenceMissing: '张贴证据待补',
  poster: '公示榜',
  sheet: {
    title: '{{name}}公示', intro: '按照规定程序，现将以下农户（嘎查村、旗县）名单予以公示。', number: '序号', head: '户主（名称）', village: '嘎查村', persons: '家庭人口',
    period: '公示期：{{from}} 至 {{to}}，共 {{days}} {{unit}}。', periodOpen: '公示期：自 {{from}} 起，共 {{days}} {{unit}}；因有异议，截止日期另行确定。',
    place: '公示地点：{{place}}。',
    objection: '如有异议，请在公示期内向嘎查村民委员会或苏木乡镇人民政府反映。', phone: '监督电话：', unit: '公示单位（盖章）：',
  },
} as const;
