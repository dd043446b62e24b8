import type { ThemeConfig } from 'antd'
import { colours, fontStack, sizes } from './tokens.ts'
import type { Density } from './tokens.ts'

/** What lies over the page is parted from it by a line, and hardly by a shadow. */
const lifted = `0 2px 6px rgb(31 35 41 / 10%), 0 0 0 1px ${colours.line}`

/** Ant Design dressed in our tokens: borders instead of shadows, square corners, nothing that moves. */
export function themeOf(density: Density): ThemeConfig {
  const { font, control } = sizes[density]
  return {
    token: {
      colorPrimary: colours.accent,
      colorInfo: colours.accent,
      colorLink: colours.accent,
      colorLinkHover: colours.accentHover,
      colorError: colours.bad,
      colorWarning: colours.warn,
      colorSuccess: colours.good,
      colorTextBase: colours.ink,
      colorText: colours.ink,
      colorTextSecondary: colours.inkSecond,
      colorTextTertiary: colours.inkThird,
      colorTextDescription: colours.inkThird,
      colorTextPlaceholder: colours.inkThird,
      colorTextDisabled: colours.inkDisabled,
      colorBorder: colours.line,
      colorBorderSecondary: colours.lineLight,
      colorSplit: colours.lineLight,
      colorBgLayout: colours.canvas,
      colorBgMask: 'rgb(31 35 41 / 32%)',
      fontFamily: fontStack,
      fontSize: font,
      controlHeight: control,
      controlHeightSM: control - 6,
      borderRadius: 3,
      borderRadiusSM: 2,
      borderRadiusLG: 3,
      boxShadow: lifted,
      boxShadowSecondary: lifted,
      boxShadowTertiary: 'none',
      controlOutlineWidth: 2,
      motion: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 400 },
      Drawer: { paddingLG: 16 },
      Form: { itemMarginBottom: 16 },
      Table: { headerBg: colours.head, cellPaddingBlock: 6, cellPaddingInline: 8, headerBorderRadius: 0 },
      Tabs: { titleFontSize: font, horizontalItemPadding: '8px 0' },
    },
  }
}
