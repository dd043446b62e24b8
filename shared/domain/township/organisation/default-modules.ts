/** A module as a new township begins with it; names, offices and their number can be changed at once. */
export interface ModuleDraft {
  readonly code: string
  readonly name: string
  readonly alias: string | null
  readonly colour: string
  readonly office: string | null
}

/** The six functional modules (article 28); hues of equal lightness, readable on white. */
export const defaultModules: readonly ModuleDraft[] = [
  { code: 'party', name: '大党建', alias: null, colour: '#a3423e', office: '党建工作办公室' },
  { code: 'coordinate', name: '大协调', alias: null, colour: '#7d4e9d', office: '党政综合办公室' },
  { code: 'govern', name: '大治理', alias: null, colour: '#2b66ae', office: '平安法治办公室' },
  { code: 'economy', name: '大经济', alias: '大生态', colour: '#187a3b', office: '经济生态办公室' },
  { code: 'enforce', name: '大执法', alias: null, colour: '#965304', office: '综合行政执法办公室' },
  { code: 'service', name: '大服务', alias: null, colour: '#037579', office: '公共服务办公室' },
]

/** The hue of a seventh module. */
export const spareModuleColour = '#6a6b04'
