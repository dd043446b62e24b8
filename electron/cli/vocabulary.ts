export const cliWords = {
  badOption: (detail: string) => `命令选项有误：${detail}`,
  optionMissing: (name: string) => `缺少选项 --${name}，请补上。`,
  operandMissing: (command: string, what: string) => `命令 ${command} 缺少${what}，请补上。`,
  notAChoice: (name: string, value: string, choices: string) => `--${name} 不能是“${value}”，请用 ${choices} 之一。`,
  unknownCommand: (command: string, known: string) => `没有命令“${command}”，可用的有：${known}。`,
  emptyKeyFile: '密钥文件的第一行是空的，请写入密码。',
  notJson: (file: string) => `“${file}”不是 JSON 文件，请核对内容。`,
  quarterOnly: '只能载入季度案例；年度案例请用 evaluate。',
  caseFile: '案例文件',
  importFile: '要导入的文件',
  workbookFile: '要核对的工作簿',
  backupFile: '备份文件',
} as const
