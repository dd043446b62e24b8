/** Bytes of one file: a scanned document of some fifty pages. */
export const largestAttachment = 20 * 1024 * 1024

/** Attachments of one owner, those in the 回收站 not counted. */
export const mostAttachments = 50

/** Letters of a name, its ending included. */
export const longestName = 120
