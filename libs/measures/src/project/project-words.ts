import type { ProjectAction } from '#domain';

export const actionNames: Readonly<Record<ProjectAction, string>> = {
  demonstrate: '论证',
  open_entry_notice: '入库公示',
  close_entry_notice: '结束入库公示',
  enter: '批准入库',
  refuse: '不予通过',
  contract: '签订合同',
  start: '开工',
  complete: '完工',
  open_completion_notice: '完工公示',
  close_completion_notice: '结束完工公示',
  accept: '验收',
  cancel: '取消',
};
