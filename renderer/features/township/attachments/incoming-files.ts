import { chinaTime } from '../../../frame/china-time.ts'
import { attachmentWords } from './vocabulary.ts'

/** The files of a drop or a paste. A screenshot has no name of its own: it is called by the moment. */
export function incomingFiles(transfer: DataTransfer, now: () => string): readonly File[] {
  return [...transfer.files].map((file) => (file.name === 'image.png' ? new File([file], `${attachmentWords.screenshot(chinaTime(now()))}.png`, { type: file.type }) : file))
}

/** Whether what is dragged over the page are files. */
export function bringsFiles(transfer: DataTransfer | null): transfer is DataTransfer {
  return transfer !== null && transfer.types.includes('Files')
}
