export const calendarWords = {
  notArrangement: '文件不是节假日安排，须为一份含年份（year）、依据（source）和节日（holidays，每个含 name、from、to，可含 work）的 JSON，请换一个文件',
  refused: (reason: string) => `没有更新节假日安排：${reason}。`,
  /** What a refusal calls the arrangement that is not stored. */
  stored: (year: number) => `${String(year)} 年自行导入的节假日安排`,
} as const
