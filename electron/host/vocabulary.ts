export const hostWords = {
  title: '乡镇模块化运行平台',
  programsOnly: '此地址只供本机程序连接。',
  ticketUsed: '这个链接已经用过或已失效，请从程序重新打开窗口。',
  noTicket: '请从程序打开窗口，不要直接输入地址。',
  noFile: '没有这个页面。',
} as const
