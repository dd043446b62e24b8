export const startWords = {
  building: '正在生成程序……',
  fetching: '正在下载 Electron 程序（最多三分钟）……',
  noElectron: '没有 Electron 程序，也无法下载，改在已安装的浏览器中打开同一程序。',
  noDisplay: '没有图形界面。',
  opened: (program: string) => `已在 ${program} 中打开；关闭窗口即退出。`,
  openYourself: (address: string) => `请在本机的 Chromium、Chrome 或 Edge（111 以上）中打开此地址（只能用一次）：${address}　按 Ctrl+C 停止。`,
} as const

export const packageWords = {
  building: '正在生成程序……',
  standIn: '没有 Electron 程序：只打包程序文件以供检查，打出的文件夹不能运行。',
} as const

export const pictureWords = {
  building: '正在生成程序……',
  noBrowser: '没有安装 Chromium、Chrome 或 Edge，不能截图。',
} as const
