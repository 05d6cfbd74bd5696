export const camera = {
  title: '拍照', view: '取景画面', shutter: '拍下', take: '拍照', system: '用手机相机', unavailable: '浏览器没有提供相机，可用手机自带相机拍摄', photo: '照片 {{number}}', taken: '已拍 {{count}} 张', kilobytes: '约 {{size}} KB', remove: '删除', removeNumber: '删除照片 {{number}}', enough: '最多 {{most}} 张',
  awaited: '上次打开相机后页面被系统关闭，已恢复填写的内容。需要照片时请再拍一次。', failed: '照片没有存下，请再拍一次', storageLow: '照片没有存下：手机剩余空间不足（剩 {{free}} MB）。文字仍可保存，请清理已上传照片后再拍。',
} as const;
