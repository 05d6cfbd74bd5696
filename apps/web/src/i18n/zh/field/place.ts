export const place = {
  optional: '尚未记录位置', searching: '正在定位，可以继续填写', known: '位置已记，误差约 {{metres}} 米', notFound: '没有定位成功，可不记位置', denied: '没有定位权限，可不记位置', without: '不记录位置', capture: '记录位置', remove: '去掉',
  house: '位置', noteTitle: '记下住宅位置', again: '重新记', note: '记下', change: '更改', recorded: '住宅位置', navigate: '导航', within: '误差约 {{metres}} 米',
  standThere: '请站在住宅旁。记的是房子的位置，随时可以去掉', looking: '正在定位，最多一分钟', noFix: '没有定位成功，请到室外再试', refused: '没有定位权限，可在浏览器设置里允许', outside: '这个位置不在内蒙古，请核对',
  offer: '走访时在户内记下了位置，误差约 {{metres}} 米', fromVisit: '记为住宅位置', removeBody: '去掉后不再显示距离和导航，随时可以重新记下', itemTitle: '住宅位置：{{name}}',
  metres: '约 {{value}} 米', kilometres: '约 {{value}} 公里',
} as const;
