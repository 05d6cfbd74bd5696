export const shell = {
  today: '今日', households: '农户', add: '新增', mine: '我的',
  bar: '主菜单',
  waiting: '待上传 {{count}}', allSent: '已全部上传', sending: '上传中 {{count}}',
  offline: '离线，记录保存在本机（{{count}} 条待上传）', weak: '信号弱，照片暂不上传，文字照常上传',
  signIn: '登录已失效，记录仍在本机', signInAction: '登录后上传', update: '手机端版本过低，请更新后上传；记录不会丢失', revoked: '这台手机已被停用，离线包已清除；请联系旗县管理员',
  clock: '手机时间不准，与服务器相差约 {{minutes}} 分钟。期限以服务器时间为准',
  newVersion: '有新版本', newVersionWaits: '有新版本，待记录全部上传后更新', updateNow: '更新',     username: '用户名', password: '密码', signInTitle: '联网登录', signInButton: '登录', otherPerson: '这是另一个人的账号。请用 {{name}} 的账号登录', wrong: '用户名或密码不对',
  lockedOut: '多次输错，请 {{minutes}} 分钟后再试', noGrant: '这个账号没有走访工作的授权，可联系旗县管理员',
} as const;
