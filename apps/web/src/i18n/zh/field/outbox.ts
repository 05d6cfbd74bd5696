export const outbox = {
  title: '待上传', none: '没有待上传的记录', last: '最近一次上传成功 {{time}}', never: '还没有上传过', sendAll: '全部上传', sending: '正在上传…', total: '{{count}} 条待上传，共 {{size}}', photosWaiting: '照片 {{count}} 张待传',
  state: { waiting: '待上传', sending: '上传中', sent: '已上传', returned: '退回修改', failed: '上传失败', settled: '已办结' },
  settled: { LATE_NOTE: '已留作迟到说明', DISMISSED: '不予采用', why: '说明：{{note}}' }, redone: '已重新填写，原来这条等抽样人处理', typed: '看填写的内容',
  practice: '演示记录，不上传', practiceTag: '演示', photos: '照片 {{count}} 张', receipt: '回执 {{time}}', conflict: '部分内容与他人的修改不同，等待选择', unreadable: '以前的 PIN 保存的记录', retry: '重试', open: '打开', sentTitle: '已上传', foot: '请打开本应用完成上传；关闭后不会在后台上传',   backup: '备份', export: '导出未上传备份', exportNote: '备份文件只有服务器能打开，可交给任何能登录的人上传', exported: '已导出 {{count}} 条', importFile: '上传他人的备份文件', imported: '已代为上传 {{count}} 条，{{rest}} 条未处理', importBad: '这不是未上传备份文件',
} as const;
