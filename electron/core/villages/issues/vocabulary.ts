import { issueFieldNames } from '../../../../shared/domain/villages/issues/vocabulary.ts'

/** What a refusal calls a field, by its path in the input. */
export const issueFieldLabels = { reportedOn: issueFieldNames.reportedOn, due: issueFieldNames.due, handlerId: issueFieldNames.handler, reason: '不满意的原因', result: '办理结果' } as const

export const issueFaults = {
  inFuture: '不能晚于今天',
  beforeReport: (day: string) => `不能早于反映日期 ${day}`,
  inPast: '不能早于今天',
  notOfModule: (person: string, module: string) => `“${person}”今天不在“${module}”任职，请改选该模块的人员`,
} as const

/** What is proposed as a service record when an issue is closed. */
export const serviceNote = (code: string, title: string): string => `办结民情 ${code}：${title}`

/** Whom the service record names: with the code of the issue, so that two of one person on one day are two. At most 50 characters. */
export const serviceHousehold = (code: string, reporter: string | null): string => (reporter === null ? code : `${code} ${reporter}`.slice(0, 50))

export const taskSource = (source: string, code: string): string => `民情 ${code}（${source}）`

export const taskContent = (content: string | null, reporter: string): string => (content === null ? reporter : `${content}\n${reporter}`)

export const reporterLine = (village: string, reporter: string | null): string => `反映：${village}${reporter === null ? '' : ` ${reporter}`}`
