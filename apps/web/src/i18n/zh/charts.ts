export const charts = {
  table: '表格',
  picture: '图形',
  copy: '复制图片',
  copied: '图片已复制',
  failed: '图片没有生成，请改用 SVG，或换一个浏览器',
} as const;
