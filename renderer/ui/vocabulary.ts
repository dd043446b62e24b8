import type { Light } from './tokens.ts'

export const lightNames = { red: '红灯', yellow: '黄灯', green: '绿灯', grey: '灰灯' } as const satisfies Record<Light, string>

/** What a light says. */
export const lightWords = { red: '超期', yellow: '预警', green: '正常', grey: '未启动或已结' } as const satisfies Record<Light, string>

export const words = {
  retry: '重试',
  giveUp: '放弃',
  cancel: '取消',
  seconds: (count: number) => `已用 ${String(count)} 秒`,
  close: '关闭',
  sheetBody: '详情',
  loading: '正在载入',
  undo: '撤销',
  required: '必填',
  saving: '正在保存…',
  saved: (time: string) => `已保存 ${time}`,
  notSaved: '保存失败',
  formFaults: (count: number) => `有 ${String(count)} 处需要改正`,
  showRows: '看数据',
  showChart: '看图形',
  chartUnit: (unit: string) => `单位：${unit}`,
  chartFailed: '图形没有载入，请改看数据。',
  progress: (done: string, total: string) => `${done} / ${total}`,
  steps: { done: '已完成', current: '进行中', late: '已逾期', ahead: '未开始' },
  comparison: { up: '上升', down: '下降', same: '持平' },
} as const
