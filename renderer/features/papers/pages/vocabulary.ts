import type { printWays } from '../../../../shared/contract/reports/books.ts'

export const pageWords = {
  preview: '预览与打印',
  title: (book: string) => `预览与打印：${book}`,
  sheet: '表',
  sheetOption: (name: string, pages: number) => `${name}（${String(pages)} 页）`,
  zoom: '显示比例',
  zooms: { width: '适合宽度', whole: '整页' },
  percent: (zoom: number) => `${String(zoom)}%`,
  page: '页码',
  pagesOf: (of: number) => `共 ${String(of)} 页`,
  pageOf: (of: number) => `/ ${String(of)} 页`,
  previous: '上一页',
  next: '下一页',
  scale: (paper: string, scale: number) => `${paper}，缩放 ${String(scale)}%`,
  papers: { landscape: 'A4 横向', portrait: 'A4 纵向' },
  scope: '打印范围',
  scopes: { sheet: '本表', range: '指定页', book: '整本' },
  from: '起始页',
  to: '到',
  lastPage: '结束页',
  print: '打印',
  pdf: '存为 PDF',
  preparing: (done: number, of: number) => `正在准备 ${String(done)} / ${String(of)} 页`,
  arranging: (book: string) => `正在排版${book}`,
  pages: '页面',
  pageLabel: (number: number, of: number) => `第 ${String(number)} 页，共 ${String(of)} 页`,
  tooMany: (most: number) => `一次最多打印 ${String(most)} 页，请指定页分次打印，或导出工作簿后打印。`,
  changing: '准备打印时页面一再重新排版，没有打印，请稍后重试。',
  saved: (name: string) => `已保存 ${name}`,
  notSaved: '没有保存文件，可以重新存为 PDF。',
  chooseInDialog: '在打印窗口里把打印机选为“另存为 PDF”。',
  idNumbersMasked: '身份证号已部分隐藏，打印和存为 PDF 也是如此。需要完整号码的，请导出工作簿。',
  loadingPage: '正在载入',
} satisfies Record<string, unknown>

/** `清溪镇…_公示表` as the name of a PDF. */
export const pdfName = (book: string, sheet: string): string => `${book}_${sheet}.pdf`

export type PrintWay = (typeof printWays)[number]
