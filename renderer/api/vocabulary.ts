export const apiWords = {
  connectionBroken: '与数据服务的连接中断，正在重新连接，请稍候再试。',
  openFailed: '没有读到这个文件，请重新选择。',
} as const
