export const setup = {
  title: '开始使用', step: '第 {{step}} 步，共 {{all}} 步', next: '下一步',   checkTitle: '能力检查', checkIntro: '先看这台手机能不能离线工作', good: '可以使用', bad: '此处不能离线使用，请用 Chrome 或手机自带浏览器打开', optional: '可选，缺少时部分功能不可用',
  check: { serviceWorker: '离线打开（Service Worker）', indexedDb: '本机保存（IndexedDB）', persisted: '持久存储', camera: '相机', position: '定位', space: '剩余空间', engine: '浏览器版本', crypto: '本机加密' },
  free: '剩余 {{size}}', ok: '可用', missing: '不可用', willAsk: '使用时询问',
  signInTitle: '联网登录', signInIntro: '首次使用须联网登录一次，之后可离线使用 14 天',
  pinTitle: '设置 6 位 PIN', pinIntro: '每次打开时输入。请勿使用生日或连号', pinAgain: '再输入一次', pinDiffers: '两次输入不一致，请重新设置', pinWeak: '过于简单，请换一个',
  villagesTitle: '选择嘎查村', villagesIntro: '只下载您负责的嘎查村', chosen: '已选 {{count}} 个', download: '下载',
  downloadTitle: '下载离线包', downloading: '正在下载 {{village}} {{done}}/{{all}} 户', fetching: '正在下载 {{village}}…', fetchingTasks: '正在取得抽查任务…', storing: '请不要关闭页面',
  doneTitle: '准备好了', doneTasks: '已取得 {{tasks}} 户抽查任务，离线也能填写', doneBody: '已下载 {{households}} 户，离线也能使用。可先在演示户上试记一次，演示记录不会上传', practise: '在演示户上试一次', begin: '开始工作',
  practiceHead: '演示户', practiceMember: '演示家属', practiceCode: '演示', noVillages: '您的授权范围内没有嘎查村',
} as const;
