import { assertNever } from '../../../lib/assert-never.ts'
import type { AttachmentFault } from './check-file.ts'
import { largestAttachment, mostAttachments } from './limits.ts'

const taken = 'jpg、png、webp、pdf、docx、xlsx、ofd、txt、csv'

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1)

/** One sentence for a file that is not taken, way out included. */
export function attachmentSentence(name: string, fault: AttachmentFault): string {
  const file = name.trim() === '' ? '这个文件' : `“${name}”`
  switch (fault.kind) {
    case 'noName':
      return '文件没有可用的名称，请改名后再添加。'
    case 'empty':
      return `${file}是空文件，请核对后重新选择。`
    case 'tooLarge':
      return `${file}有 ${megabytes(fault.bytes)} MB，超过 ${megabytes(largestAttachment)} MB，请压缩或拆分后再添加。`
    case 'archive':
      return `${file}是压缩包，不能作为附件，请解压后逐个添加。`
    case 'oldFormat':
      return `${file}的格式（${fault.ending}）不能作为附件，请另存为 docx、xlsx、pdf 或 jpg 后再添加。`
    case 'notAllowed':
      return `${file}这类文件不能作为附件，可以添加的有 ${taken}。`
    case 'otherContent':
      return `${file}的内容不是 ${fault.ending} 文件，请核对文件，或用原来的程序重新保存后再添加。`
    case 'macro':
      return `${file}含有宏，不能作为附件，请另存为不含宏的文件后再添加。`
    case 'damaged':
      return `${file}不完整或已损坏，请确认能打开后重新添加。`
    default:
      return assertNever(fault)
  }
}

export const attachmentFaults = {
  tooMany: `附件已有 ${String(mostAttachments)} 个，不能再添加，请先移除不用的。`,
  evidence: '办理记录引用了这份附件，须随记录保留',
} as const
