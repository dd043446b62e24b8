import type { PersonParts } from '../../people/PersonSheet.tsx'
import { HistorySheet } from '../../evaluation/results/history/HistorySheet.tsx'
import { historyWords } from '../../evaluation/results/history/vocabulary.ts'
import { SecondmentsOf } from '../../tasks/groups/SecondmentsOf.tsx'
import { secondmentWords } from '../../tasks/groups/vocabulary.ts'

/** What 专项 and 四维考评 show of a person. */
export const personParts: PersonParts = {
  secondments: (staffId) => <SecondmentsOf title={secondmentWords.list} of={{ staffId }} />,
  openHistory: historyWords.open,
  history: (person, onClose) => <HistorySheet person={person} onClose={onClose} />,
}
