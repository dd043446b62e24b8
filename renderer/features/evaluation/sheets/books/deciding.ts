import { entryKey, type Decision, type Decisions, type EntryPlace, type FileState, type TakenFile } from './take-files.ts'

type Files = readonly TakenFile[]

/** The user decides: it stands at once, and the file cannot be taken until it was looked at by all that stands. */
export function decided(files: Files, key: number, places: readonly EntryPlace[], decision: Decision): Files {
  return files.map((file) => {
    const { state } = file
    if (file.key !== key || state.kind !== 'previewed') return file
    const decisions = new Map([...state.decisions, ...places.map((place) => [entryKey(place), decision] as const)])
    return { ...file, state: { ...state, decisions, fault: null } }
  })
}

/**
 * What the file does by these decisions, or why that could not be told. Where others were made meanwhile, or the file is not to be
 * taken any more, it is out of date and dropped. A failure puts back what was decided before, to be decided again, and unticks the file.
 */
export function answered(files: Files, key: number, decisions: Decisions, answer: Extract<FileState, { kind: 'previewed' | 'unread' }>): Files {
  return files.map((file) => {
    const { state } = file
    if (file.key !== key || state.kind !== 'previewed' || state.decisions !== decisions) return file
    if (answer.kind === 'previewed') return { ...file, state: answer }
    return { ...file, isChosen: false, state: { ...state, decisions: state.shownBy, fault: answer.reason } }
  })
}
