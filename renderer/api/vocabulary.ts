export const apiWords = {
  connectionBroken: '与数据服务的连接中断，正在重新连接，请稍候再试。',
  fileTooLarge: (name: string, megabytes: number) => `文件“${name}”超过 ${String(megabytes)} MB，不能读取，请重新选择。`,
  openFailed: '没有读到这个文件，请重新选择。',
} as const
