export const calendarWords = {
  notArrangement: '文件不是节假日安排，须为一份含年份（year）、依据（source）和节日（holidays，每个含 name、from、to，可含 work）的 JSON，请换一个文件',
} as const
