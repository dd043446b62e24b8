export const tuesdayWords = {
  title: '周二无会日安排',
  search: '搜索人员、村社、内容',
  months: '选择月份和星期二',
  earlier: '上月',
  later: '下月',
  counts: (checkedIn: number, planned: number) => (planned === 0 ? '未安排' : `签到 ${String(checkedIn)}/${String(planned)}`),
  quick: '快速筛选',
  none: (day: string) => `${day} 还没有安排`,
  noneHint: '点“按组团生成”由组团成员一次排好，或点“添加”从表格粘贴。',
  noneOfChip: (name: string) => `“${name}”里没有人`,
  noneOfChipHint: '换一个快速筛选看看。',
  propose: '按组团生成',
  add: '添加',
  checkIn: '签到',
  remove: '删除',
  removeChosen: (count: number) => `删除 ${String(count)} 行`,
  removed: (count: number) => `已删除 ${String(count)} 行。`,
  partlyRemoved: (done: number, refused: number, first: string) => `已删除 ${String(done)} 行，${String(refused)} 行没有删除：${first}`,
  chosen: (count: number) => `已勾选 ${String(count)} 行`,
  clearChosen: '取消勾选',
  notCheckedIn: '未签到',
  coming: '待出发',
  checkedIn: (time: string) => `${time} 签到`,
  locked: '已签到，不能再改安排。',
  notYours: '不在您可以安排的范围内，请由本人、团长或其模块长修改。',
  tooManyRows: '一次最多修改 1000 行，请分几次粘贴。',
} as const

export const chipNames = { all: '全部', missing: '未签到', mine: '我的' } as const

export const tuesdayColumns = { village: '村社', staff: '人员', theme: '主题', content: '内容', state: '签到', result: '到村情况' } as const

export const addWords = {
  title: (day: string) => `添加 ${day} 的安排`,
  theme: '主题',
  themeHelp: '粘贴的行里没有写主题的，用这一个。',
  lines: '人员和村社',
  linesHelp: '一行一人：姓名、村社、主题、内容，用空格或制表符隔开，可从表格整块粘贴。',
  example: '张三　上溪村\n李四　下溪村　民情沟通日　反馈饮水改造',
  add: '添加',
  added: (count: number) => `已添加 ${String(count)} 行。`,
  nothing: '请填写“人员和村社”，一行一人。',
  line: (place: number, what: string) => `“人员和村社”第 ${String(place)} 行：${what}。`,
  noPerson: (name: string) => `没有找到“${name}”，请核对姓名`,
  twoPeople: (name: string) => `有两个“${name}”，请写成“${name}（编号）”`,
  noVillage: (name: string) => `没有“${name}”这个村社，请核对名称`,
  villageMissing: '没有写村社，请补上',
  badTheme: (theme: string) => `没有“${theme}”这个主题`,
  twice: (name: string, village: string) => `${name} 到${village}写了两次，请删去一行`,
  contentTooLong: '内容不能超过 500 字',
  understood: (count: number) => `将添加 ${String(count)} 行`,
} as const

export const proposeWords = {
  title: (day: string) => `按组团生成 ${day} 的安排`,
  list: '生成的安排',
  search: '搜索人员、村社',
  note: '在多个组团的人按周轮流。可以改村社、主题和内容，不去的人删掉，再一起保存。',
  nothing: '没有可以生成的安排',
  nothingHint: '组团成员都已排好，或组团里还没有您可以安排的成员。',
  drop: '不去',
  dropChosen: (count: number) => `去掉 ${String(count)} 人`,
  save: (count: number) => `保存 ${String(count)} 人的安排`,
  saved: (count: number) => `已安排 ${String(count)} 人。`,
} as const

export const checkInWords = {
  title: (name: string, day: string, village: string) => `${name}　${day}　${village}签到`,
  result: '到村情况',
  resultHelp: '做了什么、收集到什么，团长据此核实。',
  resultMissing: '请填写“到村情况”。',
  lateReason: '补签理由',
  lateHelp: '当天没有签到的，三天内可以补签。',
  lateMissing: '请填写“补签理由”。',
  confirm: '签到',
  proposed: '已签到，并生成一条“周二到村”记录，等待团长核实。',
  done: '已签到。',
} as const
