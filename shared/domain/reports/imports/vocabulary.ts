import type { ImportKind } from './types.ts'

export const importKindNames = {
  staff: '花名册', tasks: '任务台账', registers: '特色台账', posts: '岗位', assignments: '任职', leave: '请休假', villages: '村社', teams: '组团成员', events: '服务记录', village_ranks: '村社名次', honours: '荣誉', circulars: '通报', deductions: '扣分',
} as const satisfies Record<ImportKind, string>

/** `3月1日`, `12月底前` */
const withoutYear = /^\d{1,2}月/u

/** What is said of a row: what is wrong and the way out. No sentence repeats an ID number. */
export const issueMessages = {
  nameMissing: '姓名是空的，请填写姓名',
  idWrongLength: (length: number) => `身份证号应为 18 位，这里是 ${String(length)} 位，请核对后重新填写`,
  idWrongCharacter: '身份证号里有数字以外的字符，请核对后重新填写',
  idWrongBirth: '身份证号里的出生日期不存在，请核对后重新填写',
  idWrongCheckDigit: '身份证号最后一位校验码不对，请逐位核对后重新填写',
  idDigitsLost: '身份证号被存成了数字，末几位已丢失，请把单元格设为文本后重新填写',
  idDuplicateInFile: (row: number) => `身份证号与第 ${String(row)} 行相同，请核对这两行`,
  idOfOther: (name: string) => `身份证号已属于 ${name}，请核对；确系改名的，请先在花名册里改名`,
  idNoKept: '此人已有另一个身份证号，更正身份证号请交给督考办或党政正职办理',
  identityUnknown: (text: string) => `不认识的人员身份“${text}”，请填 公务员、参公、事业、派驻、抽调、编外 或 三支一扶`,
  moduleUnknown: (text: string) => `没有“${text}”这个模块，请改成本乡镇的模块名称`,
  dateInvalid: (text: string) => `“${text}”不是有效的日期，请写成 2026.3 或 2026年3月`,
  dayInvalid: (text: string) => (withoutYear.test(text) ? `“${text}”没有写年份，请写成 2026-03-15` : `“${text}”不是有效的日期，请写成 2026-03-15`),
  octoberOrNot: (text: string) => `“${text}”看不出是 1 月还是 10 月，请写成 2026-10-15 这样的日期`,
  bornLater: '出生年月晚于今天，请核对',
  required: (label: string) => `${label}是空的，请填写`,
  noColumn: (label: string) => `表里没有“${label}”一列`,
  tooLong: (limit: number) => `内容超过 ${String(limit)} 个字，请缩短`,
  outOfScope: '这一行不属于您负责的模块，请交给负责的模块或督考办导入',
  ownPerson: '这一行改动的是您本人的人事信息，不能由您自己导入，请由他人办理',
  datesBackwards: '办理时限早于交办时间，请核对',
  weightInvalid: (text: string) => `权重“${text}”无效，请填 1、2 或 3`,
  personUnknown: (name: string) => `在册人员里没有“${name}”，请核对姓名或先录入花名册`,
  personAmbiguous: (name: string) => `在册人员里有多个“${name}”，请写成“${name}(模块)”`,
  personTwice: (name: string) => `“${name}”既是主办又是协办，请删去一处`,
  ownTask: '主办或协办是您本人，不能由您自己导入，请由督考办或上级交办',
  quarterClosed: '所在季度已经冻结，请改为仍可录入的日期',
  docNoDuplicateInFile: (row: number) => `文号与第 ${String(row)} 行相同，请核对这两行`,
} as const

export const noticeMessages = {
  phoneDigitsLost: '联系电话被存成了数字，末几位已丢失，未导入',
  sexUnreadable: '性别不是“男”或“女”，未导入',
  birthDiffersFromId: '出生年月与身份证号不一致，按表内填写的导入',
} as const

/** Said of a file with headings and nothing below them. */
export const noRowsMessage = '表头下面没有可以读取的行，请填写内容后再导入。'

/** Said of a file that is rather of another kind. */
export function otherKindMessage(other: string, asked: string): string {
  return `这张表看起来是${other}，不是${asked}，请改到“${other}”里导入。`
}

/** Said when a file could be opened but holds no table of the kind. */
export const noHeaderMessages = {
  staff: '没有找到花名册的表头，请确认有“姓名”一列，并至少还有两列如“身份证号”“所在模块”。',
  registers: '没有找到台账的表头，请确认列名与台账设置里的列名一致，至少有两列，并含必填的列。',
  tasks: '没有找到任务台账的表头，请确认有“事项”一列，并至少还有两列如“主办”“办理时限”。',
  posts: '没有找到岗位表的表头，请确认有“岗位名称”一列，并至少还有一列如“岗位赋分”。',
  assignments: '没有找到任职表的表头，请确认有“姓名”“所在模块”“岗位”三列。',
  leave: '没有找到请休假表的表头，请确认有“姓名”“假别”“起始日期”“截止日期”四列。',
  villages: '没有找到村社表的表头，请确认有“村社名称”一列，并至少还有一列如“户数”“团长”。',
  teams: '没有找到组团名册的表头，请确认有“村社”“姓名”两列。',
  events: '没有找到服务记录的表头，请确认有“姓名”“村社”“日期”“类别”四列；其他系统导出的表，请在“表头与列”里指定各列是什么。',
  village_ranks: '没有找到村社名次的表头，请确认有“村社”“名次”两列。',
  honours: '没有找到荣誉表的表头，请确认有“姓名”“荣誉名称”“级别”三列。',
  circulars: '没有找到通报表的表头，请确认有“姓名”“类别”“事由”三列。',
  deductions: '没有找到扣分表的表头，请确认有“姓名”“扣分项”“日期”“事由”四列。',
} as const satisfies Record<ImportKind, string>
