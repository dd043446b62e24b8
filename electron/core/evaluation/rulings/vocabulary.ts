/** What a ruling does, in one line. */
export const rulingWords = {
  exemption: (rule: string, date: string, matter: string | null) => (matter === null ? `${rule}（${date}）` : `${rule}（${date}）：${matter}`),
  special: (grade: string) => `定为“${grade}”`,
  amendment: (first: string, count: number) => (count === 1 ? first : `${first} 等 ${count} 处`),
  change: (what: string, was: string, becomes: string) => `${what}：${was} → ${becomes}`,
  /** What the person who appealed is told when nothing else was written. */
  granted: (code: string) => `申诉成立，已按裁定 ${code} 更正结果。`,
  waiting: (kind: string) => `待裁定的${kind}`,
  exemptText: '已豁免',
  rejectedText: '已退回',
  otherAppeal: (code: string) => `${code} 不是这个人对本期结果的申诉`,
} as const
