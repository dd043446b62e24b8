/** What is said when a file does not come to be. */
export const fileWords = {
  writerEnded: '生成文件的程序意外结束，请重试',
} as const
