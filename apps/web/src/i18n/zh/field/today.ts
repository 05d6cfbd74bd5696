export const today = {
  title: '今日',
  filters: '显示哪些',
  show: { all: '全部', returned: '退回', due: '到期', risk: '风险' },
  nothing: '今天没有必须办的事',
  longAgo: '可顺路走访（久未走访的在前）',
  noVillage: '本机还没有离线包',
  toVillages: '去下载本村数据',
  messages: '消息，{{count}} 条待处理',
  longAgoNear: '可顺路走访（近的在前）',
  order: '排列次序', byDistance: '按距离', nearFirst: '近的在前',
  visitOf: '记走访：{{name}}',
} as const;
