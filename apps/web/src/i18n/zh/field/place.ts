export const place = {
  optional: '尚未记录位置', searching: '正在定位，可以继续填写', known: '位置已记，误差约 {{metres}} 米', notFound: '没有定位成功，可不记位置', denied: '没有定位权限，可不记位置', without: '不记录位置', capture: '记录位置', remove: '去掉',
} as const;
