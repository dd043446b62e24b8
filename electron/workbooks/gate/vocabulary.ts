import type { GateCode } from './refusal.ts'

/** One sentence per refusal: what the file is, and the way out. */
export const gateSentences = {
  not_found: '找不到这个文件，请重新选择。',
  empty_file: '文件是空的，请检查后重新选择。',
  file_too_large: '文件超过 20 MB，请删除图片和无关的工作表后再导入。',
  not_workbook: '这不是 .xlsx 工作簿，请用 WPS 或 Excel 打开后另存为 .xlsx 再导入。',
  old_format: '这是旧版 .xls 格式，请另存为 .xlsx 后再导入。',
  password_protected: '工作簿设有打开密码，请取消密码并保存后再导入。',
  not_text: '这个 .csv 不是 UTF-8 或 GBK 编码的文本，请另存为 .xlsx 后再导入。',
  damaged: '文件已损坏或不完整，请用 WPS 或 Excel 打开后另存一份再导入。',
  too_many_entries: '文件内部的部件过多，不像正常的工作簿，已拒绝导入。',
  entry_too_large: '文件解压后有部件超过 50 MB，请删除空白行列和无关的工作表后再导入。',
  unpacked_too_large: '文件解压后超过 200 MB，请删除空白行列和无关的工作表后再导入。',
  ratio_too_high: '文件的压缩比异常，可能是压缩炸弹，已拒绝导入。',
  sizes_lie: '文件内部记录的大小与实际不符，请用 WPS 或 Excel 打开后另存一份再导入。',
  unsafe_path: '文件内部含有不安全的路径，已拒绝导入。',
  duplicate_entry: '文件内部含有重名的部件，已拒绝导入。',
  symlink_entry: '文件内部含有链接，已拒绝导入。',
  encrypted_entry: '文件内部含有加密的部件，请取消密码并保存后再导入。',
  macros: '工作簿含有宏，请另存为不含宏的 .xlsx 后再导入。',
  external_links: '工作簿含有指向其他文件的外部链接，请断开链接并保存后再导入。',
  doctype: '文件内部含有不允许的 DOCTYPE 声明，已拒绝导入。',
} as const satisfies Record<GateCode, string>
