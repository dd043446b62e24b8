export const doorWords = {
  planName: (township: string, year: number) => `${township}${year}年度四维考评方案`,
} as const
