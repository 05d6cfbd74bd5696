import type { ThemeConfig } from 'antd';

/** Palette of the product: every text colour has a contrast of at least 5.5 on white, secondary text 7. */
export const palette = {
  primary: '#0958d9', success: '#237804', warning: '#874d00', error: '#a8071a', danger: '#cf1322', inspection: '#531dab',
  text: '#1f1f1f', secondary: '#595959', border: '#d9dde3', canvas: '#f2f4f7',
} as const;

export const theme: ThemeConfig = {
  token: {
    colorPrimary: palette.primary, colorInfo: palette.primary, colorLink: palette.primary, colorSuccess: palette.success, colorWarning: palette.warning,
    colorError: palette.danger, colorErrorText: palette.error, colorText: palette.text, colorTextSecondary: palette.secondary,
    colorTextTertiary: palette.secondary, colorTextQuaternary: palette.secondary, colorTextDescription: palette.secondary,
    colorTextPlaceholder: palette.secondary, colorTextDisabled: '#6b6b6b', colorBorder: '#b4bac3', colorBorderSecondary: palette.border,
    colorSuccessBg: '#f6ffed', colorSuccessBorder: '#95de64', colorWarningBg: '#fffbe6', colorWarningBorder: '#ffd666', colorErrorBg: '#fff1f0', colorErrorBorder: '#ffa39e',
    colorInfoBg: '#e6f0ff', colorInfoBorder: '#91caff',
    // Hover grows darker, not paler: white text on it must stay readable.
    colorPrimaryHover: '#0040a8', colorPrimaryActive: '#003380', colorLinkHover: '#0040a8', colorLinkActive: '#003380', colorErrorHover: '#a8071a', colorErrorActive: '#820014',
    borderRadius: 6, borderRadiusLG: 6, fontSize: 14, motionDurationFast: '0.1s', motionDurationMid: '0.12s', motionDurationSlow: '0.15s',
    fontFamily: '"Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif',
  },
  components: {
    Table: { headerBg: '#f2f4f7', rowHoverBg: '#f0f5ff', cellPaddingBlock: 8, cellPaddingBlockMD: 8, cellPaddingInlineMD: 10, headerSplitColor: 'transparent' },
    Menu: { itemHeight: 40, itemSelectedBg: '#e6f0ff', itemSelectedColor: '#003eb3' },
  },
};
