import { expect, test } from 'vitest'
import { sectionsFor } from './sections.ts'

test.each([
  { held: ['export.run', 'import.run'], sections: ['export', 'import', 'verify'] },
  { held: ['export.run', 'layout.edit'], sections: ['export', 'layouts', 'verify'] },
  { held: ['export.run'], sections: ['export', 'verify'] },
  { held: ['import.run'], sections: ['import'] },
  { held: ['result.read'], sections: [] },
] as const)('$held gives $sections', ({ held, sections }) => {
  expect(sectionsFor(held)).toEqual(sections)
})
