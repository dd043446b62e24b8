/** Characters that show nothing: zero-width marks, direction marks, soft hyphen, BOM, and control characters but tab and line breaks. */
const hidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]/gu

const han = String.raw`\p{Script=Han}`
const spaceBetweenHan = new RegExp(String.raw`(?<=[${han}、，。：；（）()])\s+(?=[${han}、，。：；（）()])`, 'gu')

/** Nearly every cell is made of these alone, and nothing below would change it. */
const clean = /^[\u0021-\u007e\u4e00-\u9fff]*$/

/** Hidden characters dropped, every run of white space (also U+3000, NBSP, line breaks) one space, ends trimmed. Letter forms stay as typed. */
export function tidyText(text: string): string {
  return clean.test(text) ? text : text.replace(hidden, '').replace(/\s+/gu, ' ').trim()
}

/** `tidyText`, and full-width digits, letters and signs in their usual form: `１９８３．０８` → `1983.08`. */
export function halfWidth(text: string): string {
  return clean.test(text) ? text : tidyText(text.replace(hidden, '').normalize('NFKC'))
}

/** `halfWidth` without any white space: for codes, numbers, headings. */
export function compact(text: string): string {
  return halfWidth(text).replaceAll(' ', '')
}

/** Running Chinese text: spaces between Chinese characters are padding and go; those between words of other scripts stay. */
export function chineseText(text: string): string {
  return clean.test(text) ? text : tidyText(text).replace(spaceBetweenHan, '')
}
