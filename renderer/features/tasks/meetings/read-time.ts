/** A time as people type it (`9点`, `9:05`, `14：30`, `9点半`) → `09:00`; null for what is none. */
export function readTime(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s/gu, '')
  const [, hour = '', half = '', minute = ''] = /^(\d{1,2})(?:[:.时点](?:(半)|(\d{2})分?)?)?$/u.exec(plain) ?? []
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return null
  return `${hour.padStart(2, '0')}:${half === '' ? minute.padStart(2, '0') : '30'}`
}
