export const apiWords = {
  connectionBroken: '与数据服务的连接中断，正在重新连接，请稍候再试。',
} as const

/** Why a chosen file was not read. */
export const chosenFileWords = {
  tooLarge: (name: string, megabytes: number) => `文件“${name}”超过 ${String(megabytes)} MB，不能读取，请重新选择。`,
  tooMuch: (name: string, megabytes: number) => `所选文件合计超过 ${String(megabytes)} MB，“${name}”没有读取，请分几次选。`,
  tooMany: (name: string, most: number) => `一次最多选 ${String(most)} 个文件，“${name}”没有读取，请分几次选。`,
  unreadable: (name: string) => `没有读到文件“${name}”，请重新选择。`,
} as const
