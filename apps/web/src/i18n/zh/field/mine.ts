export const mine = {
  title: '我的', switchUser: '切换使用人', switchNote: '锁定并回到使用人列表', changePin: '修改 PIN', oldPin: '请输入原 PIN', newPin: '请输入新 PIN', newPinAgain: '再输入一次新 PIN', pinWrong: '原 PIN 不对', pinDiffers: '两次输入不一致', pinChanged: 'PIN 已修改',
  display: '显示', size: '字号', sizes: { normal: '标准', large: '大字', huge: '特大字' }, mode: '户外模式', modes: { normal: '普通', outdoor: '户外' },
  packs: '离线包', packNote: '{{households}} 户 · {{size}} · 更新于 {{time}}', refresh: '更新离线包', refreshed: '离线包已更新', addVillage: '添加嘎查村', addVillageNone: '您负责的嘎查村都已在本机', villageAdded: '{{village}}已下载到本机',   storage: '存储', storageNote: '已用 {{used}}，剩余 {{free}}', clearPhotos: '清理已上传照片', cleared: '已上传的照片已清理', language: '语言', feedback: '投诉建议', feedbackBody: '请向旗县管理员或拨打 12317 反映。本应用不统计登录次数和在线时长，不记录行走轨迹。',
  version: '版本', update: '更新', upToDate: '已是最新', updateBlocked: '还有 {{count}} 条待上传，上传后才能更新', help: '使用说明', remove: '从本机删除我的数据', removeBody: '离线包和草稿会从这台手机删除，不能恢复；已上传的记录不受影响。', removeConfirm: '删除', removeBlocked: '还有未上传的记录，上传后才能删除',
  helpVisit: '记走访：在“今日”或“农户”里点“记走访”，确认七项，保存。保存即成功，联网后自动上传。',
  helpOffline: '没有信号也能用。记录加密保存在本机，右上角显示待上传条数，点开可看每一条的状态。',
  helpPin: '5 分钟不操作会锁定。忘记 PIN 时联网登录可重设，未上传的记录不会丢失。',
  helpShare: '几个人可共用一部手机，各有各的 PIN，互相看不到。',
  helpBackup: '手机将要送修或更换时，请先在“待上传”里全部上传；没有网络时可导出未上传备份。',
} as const;
