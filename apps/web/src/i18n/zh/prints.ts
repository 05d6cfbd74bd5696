export const prints = {
  open: '打印{{name}}',
  pdf: '下载{{name}} PDF',
  placed: '已开始生成，完成后在任务中心下载。',
  toTasks: '任务中心',
  caseForm: '审批表',
  announcement: '公告',
  helpCard: '明白卡',
  householdFile: '一户一档',
  rectification: '整改通知书',
  sampleSheet: '抽样表',
} as const;
