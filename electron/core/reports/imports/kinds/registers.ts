import type { RegisterDraft } from '../../../../../shared/domain/reports/imports/types.ts'
import type { RegisterMatch } from '../../../../../shared/domain/reports/imports/match-register.ts'
import { readRegisterFile } from '../../../../workbooks/imports/read-rows.ts'
import { matcherOfRegister, nameOfRow, registerToImport, shapeOf, takeRegisterRows } from '../import-register.ts'
import { defineImport, type Scene } from './import-kind.ts'

const registerOf = ({ guard, registerId }: Scene) => registerToImport(guard, registerId)

/** 特色台账: the rows of one register, known again by comparing whole rows. */
export const registersImport = defineImport<RegisterDraft, never, RegisterMatch>({
  rule: { capability: 'register.enter' },
  admit: (scene) => void registerOf(scene),
  context: (scene) => ({ register: shapeOf(registerOf(scene)) }),
  readFile: readRegisterFile,
  matcher: (scene, { given }) => matcherOfRegister(scene.read, scene.guard, registerOf(scene), given),
  nameOf(scene) {
    const register = registerOf(scene)
    return (row) => nameOfRow(register, row)
  },
  describe: () => () => [],
  take: (importing, scene, rows) => takeRegisterRows(importing, scene.guard, registerOf(scene), rows),
})
