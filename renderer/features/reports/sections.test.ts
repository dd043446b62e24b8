import { expect, test } from 'vitest'
import { sectionsFor } from './sections.ts'

test.each([
  { held: ['export.run', 'import.run'], sections: ['export', 'import', 'templates', 'verify'] },
  { held: ['export.run', 'layout.edit'], sections: ['export', 'layouts', 'templates', 'verify'] },
  { held: ['export.run'], sections: ['export', 'templates', 'verify'] },
  { held: ['import.run'], sections: ['import'] },
  { held: ['result.read'], sections: [] },
] as const)('$held gives $sections', ({ held, sections }) => {
  expect(sectionsFor(held)).toEqual(sections)
})
