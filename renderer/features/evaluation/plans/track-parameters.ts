import { tracks } from '../../../../shared/domain/people/codes.ts'
import { trackLabels } from '../../../../shared/domain/people/vocabulary.ts'
import { valueAt, type DocumentPath } from './document-path.ts'
import { parameterGroups, type Parameter, type ParameterGroup } from './plan-parameters.ts'
import { groupNames, planWords } from './vocabulary.ts'

/** The constants that a plan sets otherwise for a track, each called as in the base plan; null when there are none. */
export function trackGroup(document: unknown): ParameterGroup | null {
  const base = parameterGroups(document)
  const parameters = tracks.flatMap((track) =>
    base.flatMap((group) =>
      group.parameters.flatMap((parameter): readonly Parameter[] => {
        const [root, ...rest] = parameter.path
        const path: DocumentPath = ['quarter', 'tracks', track, ...rest]
        if (root !== 'quarter' || valueAt(document, path) === undefined) return []
        return [{ ...parameter, path, label: planWords.trackParameter(trackLabels[track], group.title, parameter.label) }]
      }),
    ),
  )
  return parameters.length === 0 ? null : { key: 'tracks', title: groupNames.tracks, parameters }
}

/** All groups of a plan, its own settings of tracks last. */
export function allGroups(document: unknown): readonly ParameterGroup[] {
  const ofTracks = trackGroup(document)
  return ofTracks === null ? parameterGroups(document) : [...parameterGroups(document), ofTracks]
}
