export const dial = {
  call: '拨打', callOf: '拨打：{{name}}', number: '拨打 {{phone}}', none: '没有记录电话号码', recorded: '已留下查看记录，用途为联系农牧户。号码不存在本机',
  offline: '现在连不上服务器，完整号码不存在本机。请到有信号的地方再拨', signIn: '请先在上方重新登录，再点“拨打”',
} as const;
