export const windowWords = {
  title: '乡镇模块化运行平台',
  pageGone: '页面意外停止，已重新载入。',
  pageGoneDetail: '已保存的数据不受影响，请重新登录后继续。',
} as const

export const hostWords = {
  restarted: '数据服务意外中断，已自动重新启动。',
  restartedDetail: '已保存的数据不受影响，请重新登录后继续。',
  gaveUp: '数据服务连续中断，程序将退出。',
  gaveUpDetail: (log: string) => `已保存的数据不受影响。请重新启动程序；如仍出现，请把日志“${log}”交给系统管理员。`,
  understood: '知道了',
} as const

export const menuWords = {
  file: '文件',
  lock: '立即锁定',
  print: '打印……',
  quit: '退出',
  edit: '编辑',
  undo: '撤销',
  redo: '重做',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  view: '查看',
  zoomIn: '放大',
  zoomOut: '缩小',
  zoomReset: '实际大小',
  fullScreen: '全屏',
  developerTools: '开发者工具',
  help: '帮助',
  about: '关于本程序',
  aboutDetail: (version: string) => `版本 ${version}\n数据加密存放在本机，不联网也能用。`,
} as const

export const fileWords = {
  open: '打开',
  save: '保存',
  tooLarge: (name: string, megabytes: number) => `文件“${name}”超过 ${megabytes} MB，请拆分后再选。`,
  tooMuch: (name: string, megabytes: number) => `所选文件合计超过 ${megabytes} MB，“${name}”没有读取，请分几次选。`,
  tooMany: (name: string, most: number) => `一次最多选 ${most} 个文件，“${name}”没有读取，请分几次选。`,
  unreadable: (name: string) => `文件“${name}”无法读取，请确认它没有被移走或被其他程序占用后重试。`,
  diskFull: (name: string) => `磁盘空间不足，“${name}”没有保存，请清理空间后重试。`,
  openElsewhere: (name: string) => `文件正在 WPS/Excel 中打开，“${name}”没有保存，请关闭后重试或另存为别的名字。`,
  notWritable: (name: string) => `“${name}”无法写入，请确认它没有在其他程序中打开，或换一个文件夹。`,
} as const

export const printWords = {
  failed: '打印没有完成，请检查打印机后重试。',
  noPdf: 'PDF 没有生成，没有留下文件，请重试。',
} as const
