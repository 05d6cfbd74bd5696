export const unlock = {
  who: '请选择使用人', pinOf: '{{name}}，请输入 6 位 PIN', entered: '已输入 {{count}} 位', erase: '删除一位',
  wrong: 'PIN 不对，还可试 {{left}} 次', wait: '输错次数过多，请 {{seconds}} 秒后再试', dropped: '输错 10 次，离线包已清除；未上传的记录仍在。请联网登录后重设 PIN',
  onlineFirst: '已超过 {{days}} 天没有联网登录，请先联网登录', forgot: '忘记 PIN', signIn: '联网登录', addUser: '添加使用人', opening: '正在打开…',   forgotTitle: '重设 PIN？', forgotBody: '联网登录后可重设 PIN，离线包会重新下载。未上传的记录已密封保存，登录后自动上传，不会丢失；没有保存的草稿会丢失。', forgotConfirm: '去登录',
} as const;
