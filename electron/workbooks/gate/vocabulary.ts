import type { GateCode } from './refusal.ts'

/** What a file was chosen for. */
export type FileUse = 'import' | 'template' | 'verify' | 'scoreBook'

interface UseWords {
  readonly again: string
  readonly refused: string
  /** As `gateLimits`, and for a check `verifyLimits`, have them. */
  readonly most: { readonly file: string; readonly entry: string; readonly total: string }
}

const most = { file: '20 MB', entry: '50 MB', total: '200 MB' }

const useWords: Readonly<Record<FileUse, UseWords>> = {
  import: { again: '导入', refused: '导入', most },
  template: { again: '用作模板', refused: '使用', most },
  verify: { again: '核验', refused: '核验', most: { file: '60 MB', entry: '300 MB', total: '400 MB' } },
  scoreBook: { again: '收回', refused: '收回', most },
}

/** A sentence in the words of what is being done. */
export function sentenceFor(text: string, use: FileUse): string {
  const { again, refused, most: limits } = useWords[use]
  return text.replace('{again}', again).replace('{refused}', refused).replace('{file}', limits.file).replace('{entry}', limits.entry).replace('{total}', limits.total)
}

/** One sentence per refusal: what the file is, and the way out. */
export const gateTexts = {
  not_found: '找不到这个文件，请重新选择。',
  empty_file: '文件是空的，请检查后重新选择。',
  file_too_large: '文件超过 {file}，请删除图片和无关的工作表后再{again}。',
  not_workbook: '这不是 .xlsx 工作簿，请用 WPS 或 Excel 打开后另存为 .xlsx 再{again}。',
  old_format: '这是旧版 .xls 格式，请另存为 .xlsx 后再{again}。',
  password_protected: '工作簿设有打开密码，请取消密码并保存后再{again}。',
  not_text: '这个 .csv 不是 UTF-8 或 GBK 编码的文本，请另存为 .xlsx 后再{again}。',
  damaged: '文件已损坏或不完整，请用 WPS 或 Excel 打开后另存一份再{again}。',
  too_many_entries: '文件内部的部件过多，不像正常的工作簿，已拒绝{refused}。',
  entry_too_large: '文件解压后有部件超过 {entry}，请删除空白行列和无关的工作表后再{again}。',
  unpacked_too_large: '文件解压后超过 {total}，请删除空白行列和无关的工作表后再{again}。',
  ratio_too_high: '文件的压缩比异常，可能是压缩炸弹，已拒绝{refused}。',
  sizes_lie: '文件内部记录的大小与实际不符，请用 WPS 或 Excel 打开后另存一份再{again}。',
  unsafe_path: '文件内部含有不安全的路径，已拒绝{refused}。',
  duplicate_entry: '文件内部含有重名的部件，已拒绝{refused}。',
  symlink_entry: '文件内部含有链接，已拒绝{refused}。',
  encrypted_entry: '文件内部含有加密的部件，请取消密码并保存后再{again}。',
  macros: '工作簿含有宏，请另存为不含宏的 .xlsx 后再{again}。',
  external_links: '工作簿含有指向其他文件的外部链接，请断开链接并保存后再{again}。',
  doctype: '文件内部含有不允许的 DOCTYPE 声明，已拒绝{refused}。',
} as const satisfies Record<GateCode, string>
