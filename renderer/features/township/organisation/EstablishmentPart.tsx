import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { identities, type Identity } from '../../../../shared/domain/people/codes.ts'
import { identityLabels } from '../../../../shared/domain/people/vocabulary.ts'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { today } from '../../../api/today.ts'
import { ModuleMark, moduleHue } from '../../../ui/ModuleMark.tsx'
import { SavedSign, type SavedState } from '../../../ui/SavedSign.tsx'
import { Loaded } from '../../../frame/Loaded.tsx'
import { SystemPage } from '../system/SystemPage.tsx'
import { townshipWords as words } from './vocabulary.ts'
import { establishmentTable, placesTyped, type EstablishmentRow, type Places } from './establishment-table.ts'
import type { ModuleRow } from './offices.ts'
import type { PartProps } from './part-head.ts'
import { useOrganisationReach } from './use-reach.ts'

/** Module × identity: how many places are approved, filled and vacant. */
export function EstablishmentPart({ head }: PartProps): ReactNode {
  const { orpc } = useApi()
  const modules = useQuery(orpc.organisation.modules.queryOptions())
  const establishment = useQuery(orpc.organisation.establishment.queryOptions({ input: { on: today() } }))
  const [saved, setSaved] = useState<SavedState>({ kind: 'idle' })
  return (
    <SystemPage section="township" note={head} actions={<SavedSign state={saved} />}>
      <div className="system-fill">
        <p className="system-note">{words.establishmentHint}</p>
        <Loaded query={modules} lines={8}>
          {(rows) => <Loaded query={establishment}>{(places) => <EstablishmentGrid modules={rows} rows={places} onSaved={setSaved} />}</Loaded>}
        </Loaded>
      </div>
    </SystemPage>
  )
}

interface EstablishmentGridProps {
  readonly modules: readonly ModuleRow[]
  readonly rows: readonly EstablishmentRow[]
  readonly onSaved: (state: SavedState) => void
}

function EstablishmentGrid({ modules, rows, onSaved }: EstablishmentGridProps): ReactNode {
  const { isWhole, mayEditModule } = useOrganisationReach()
  // A head is told of the own modules alone; of the others zeros would be wrong.
  const enabled = modules.filter((module) => module.enabled && (isWhole || mayEditModule(module.id)))
  const table = establishmentTable(enabled, rows)
  return (
    <div className="places" role="region" aria-label={words.establishment} tabIndex={0}>
      <table className="system-table places-table">
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {words.module}
            </th>
            {identities.map((identity) => (
              <th key={identity} scope="colgroup" colSpan={3} className="places-first">
                {identityLabels[identity]}
              </th>
            ))}
            <th scope="colgroup" colSpan={3} className="places-first">
              {words.total}
            </th>
          </tr>
          <tr>
            {[...identities, 'total'].map((column) => (
              <HeadCells key={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {table.lines.map(({ moduleId, moduleName, places, total }, place) => (
            <tr key={moduleId}>
              <th scope="row">
                <ModuleMark name={moduleName} colour={enabled[place]?.colour ?? moduleHue(place)} />
              </th>
              {identities.map((identity) => (
                <PlaceCells key={identity} places={places[identity]}>
                  {mayEditModule(moduleId) ? <ApprovedInput key={places[identity].approved} moduleId={moduleId} moduleName={moduleName} identity={identity} approved={places[identity].approved} onSaved={onSaved} /> : places[identity].approved}
                </PlaceCells>
              ))}
              <PlaceCells places={total}>{total.approved}</PlaceCells>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            {identities.map((identity) => (
              <PlaceCells key={identity} places={table.totals[identity]}>
                {table.totals[identity].approved}
              </PlaceCells>
            ))}
            <PlaceCells places={table.total}>{table.total.approved}</PlaceCells>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function HeadCells(): ReactNode {
  return (
    <>
      <th scope="col" className="places-first">
        {words.approved}
      </th>
      <th scope="col">{words.inPost}</th>
      <th scope="col">{words.vacancy}</th>
    </>
  )
}

function PlaceCells({ places: { approved, inPost }, children }: { readonly places: Places; readonly children: ReactNode }): ReactNode {
  const vacant = approved - inPost
  const isBlank = approved === 0 && inPost === 0
  return (
    <>
      <td className="places-first">{children}</td>
      <td className={isBlank ? 'places-blank' : undefined}>{inPost}</td>
      <td className={vacant < 0 ? 'places-over' : isBlank ? 'places-blank' : undefined}>{vacant < 0 ? words.over(-vacant) : vacant}</td>
    </>
  )
}

interface ApprovedInputProps {
  readonly moduleId: string
  readonly moduleName: string
  readonly identity: Identity
  readonly approved: number
  readonly onSaved: (state: SavedState) => void
}

/** A count of places typed in its cell: kept when one leaves it or presses Enter, put back by Esc. */
function ApprovedInput({ moduleId, moduleName, identity, approved, onSaved }: ApprovedInputProps): ReactNode {
  const { client } = useApi()
  const [typed, setTyped] = useState(String(approved))
  const [fault, setFault] = useState<string | null>(null)

  async function save(): Promise<void> {
    const places = placesTyped(typed)
    if (places === null) {
      const sentence = words.approvedWrong(moduleName, identityLabels[identity])
      setFault(sentence)
      onSaved({ kind: 'failed', sentence })
      return
    }
    if (places === approved) {
      setTyped(String(approved))
      if (fault !== null) onSaved({ kind: 'idle' })
      setFault(null)
      return
    }
    setFault(null)
    onSaved({ kind: 'saving' })
    try {
      await client.organisation.setEstablishment({ moduleId, identity, approved: places })
      onSaved({ kind: 'saved', at: new Date() })
    } catch (error) {
      setFault(sentenceOf(error))
      onSaved({ kind: 'failed', sentence: sentenceOf(error) })
    }
  }

  return (
    <input
      className={`places-input${fault === null ? '' : ' places-fault'}${typed === '0' ? ' places-blank' : ''}`}
      inputMode="numeric"
      aria-label={words.approvedOf(moduleName, identityLabels[identity])}
      aria-invalid={fault !== null}
      title={fault ?? undefined}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leaveDown(event.currentTarget)
        if (event.key === 'Escape') {
          setTyped(String(approved))
          setFault(null)
          onSaved({ kind: 'idle' })
        }
      }}
    />
  )
}

/** Down the column, as in a sheet; out of the last row. */
function leaveDown(input: HTMLInputElement): void {
  const cell = input.closest('td')
  const below = cell?.parentElement?.nextElementSibling?.children[cell.cellIndex]?.querySelector('input') ?? null
  if (below === null) input.blur()
  else below.focus()
}
