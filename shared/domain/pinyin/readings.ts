/**
 * Characters that are read in two ways in names, with the reading that is looked for first. A surname stands here where both
 * readings are borne by people (覃 Qín, Tán) or where the dictionary has the everyday reading (隗 Wěi, Kuí); what is only a
 * surname's old reading against an everyday one (单 Shàn, dān) is found without this table.
 */
export const surnameReadings: Readonly<Record<string, readonly string[]>> = {
  覃: ['qin', 'tan'],
  翟: ['zhai', 'di'],
  盖: ['ge', 'gai'],
  隗: ['wei', 'kui'],
  员: ['yun', 'yuan'],
  乐: ['yue', 'le'],
  缪: ['miao', 'mou', 'miu'],
  牟: ['mou', 'mu'],
  费: ['fei', 'bi'],
  郗: ['xi', 'chi'],
  洗: ['xian', 'xi'],
  种: ['chong', 'zhong'],
  祭: ['zhai', 'ji'],
  黑: ['he', 'hei'],
  折: ['she', 'zhe'],
  车: ['che', 'ju'],
  贾: ['jia', 'gu'],
  宓: ['mi', 'fu'],
  钭: ['tou', 'dou'],
  谌: ['chen', 'shen'],
  句: ['gou', 'ju'],
  角: ['jue', 'jiao'],
  幺: ['yao', 'mo'],
  冼: ['xian', 'xi'],
}

/** Characters of given names that half of their bearers read the other way. */
export const givenReadings: Readonly<Record<string, readonly string[]>> = {
  乐: ['le', 'yue'],
  行: ['xing', 'hang'],
  朝: ['chao', 'zhao'],
  长: ['chang', 'zhang'],
  茜: ['qian', 'xi'],
  娜: ['na', 'nuo'],
  柏: ['bai', 'bo'],
  晟: ['sheng', 'cheng'],
  重: ['zhong', 'chong'],
  曾: ['zeng', 'ceng'],
  传: ['chuan', 'zhuan'],
  调: ['tiao', 'diao'],
  盛: ['sheng', 'cheng'],
  蔚: ['wei', 'yu'],
}
