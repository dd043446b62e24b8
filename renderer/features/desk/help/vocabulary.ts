export const helpWords = {
  title: '使用手册',
  contents: '目录',
  text: '手册正文',
  find: '在手册中查找',
  nothingFound: '手册里没有这个词，请换一个试试。',
} as const
