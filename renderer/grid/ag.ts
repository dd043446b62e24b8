import {
  CellStyleModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  InfiniteRowModelModule,
  LocaleModule,
  RenderApiModule,
  RowStyleModule,
  ScrollApiModule,
  themeQuartz,
} from 'ag-grid-community'
import type { Module, Theme } from 'ag-grid-community'
import { colours, fontStack, sizes } from '../ui/tokens.ts'
import type { Density } from '../ui/tokens.ts'

/**
 * What we use of AG Grid: virtual rows and columns, blocks, frozen columns, resizing and moving of headers.
 * Selection, editing, clipboard, sorting and filters are our own.
 */
export const agModules: Module[] = [InfiniteRowModelModule, ColumnApiModule, ColumnAutoSizeModule, ScrollApiModule, RenderApiModule, CellStyleModule, RowStyleModule, LocaleModule]

/** AG Grid dressed in our tokens. */
export function agTheme(density: Density): Theme {
  const { font, row, headRow } = sizes[density]
  return themeQuartz.withParams({
    accentColor: colours.accent,
    backgroundColor: colours.surface,
    foregroundColor: colours.ink,
    borderColor: colours.line,
    browserColorScheme: 'light',
    fontFamily: fontStack,
    fontSize: font,
    spacing: 6,
    rowHeight: row,
    headerHeight: headRow,
    headerBackgroundColor: colours.head,
    headerTextColor: colours.inkSecond,
    headerFontSize: font - 1,
    headerFontWeight: 400,
    headerColumnBorder: { color: colours.line },
    headerColumnResizeHandleColor: 'transparent',
    rowBorder: { color: colours.lineLight },
    columnBorder: { color: colours.lineLight },
    pinnedColumnBorder: { color: colours.line },
    rowHoverColor: '#f6f8fb',
    cellHorizontalPadding: 8,
    wrapperBorder: false,
    wrapperBorderRadius: 0,
    borderRadius: 0,
  })
}
