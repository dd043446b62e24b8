export const startWords = {
  outFolder: '工作簿',
  making: '正在建立示例乡镇……',
  accounts: '示例账号与一次性密码（只显示这一次）：',
  recoveryKey: (key: string) => `恢复密钥（请抄录保管，只显示这一次）：${key}`,
  computed: (period: string, people: number, isNew: boolean) => `${period} ${isNew ? '已冻结并计算' : '结果核对一致'}，${people} 人，导出的工作簿：`,
  serving: (address: string, keyFile: string) => `服务已启动：${address}（控制台密码在 ${keyFile}），按 Ctrl+C 停止。`,
  alreadyRunning: (address: string) => `服务已在运行：${address}`,
  failed: (detail: string) => `启动失败：${detail}`,
} as const

export const hostWords = { programsOnly: '此地址只供程序连接。' } as const
