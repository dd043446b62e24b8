import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import type { TownshipClient } from '../../../api/connection.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { StateTag, type Tone } from '../../../ui/StateTag.tsx'
import { momentText } from '../../../frame/dates.ts'
import { Working } from '../../../ui/Working.tsx'
import { changedSheets } from './cell-groups.ts'
import { TabPage } from '../../../frame/TabFrame.tsx'
import { reportWords, verifyWords } from '../../papers/vocabulary.ts'

type Verdict = Awaited<ReturnType<TownshipClient['exports']['verify']>>

type Verification =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'done'; readonly name: string; readonly verdict: Verdict }
  | { readonly kind: 'failed'; readonly name: string; readonly sentence: string }

/** 核验: whether a workbook is one of this machine's exports, and unchanged since. */
export function VerifySection(): ReactNode {
  const { client, desktop } = useApi()
  const [state, setState] = useState<Verification>({ kind: 'none' })

  async function verify(): Promise<void> {
    const opened = await desktop.openFile({ title: verifyWords.chooseTitle, accept: [{ label: verifyWords.workbook, extensions: ['xlsx'] }] })
    if (opened.kind === 'cancelled') return
    if (opened.kind === 'failed') {
      setState({ kind: 'failed', name: '', sentence: opened.reason })
      return
    }
    const { name } = opened
    setState({ kind: 'reading', name })
    try {
      const verdict = await client.exports.verify({ file: new File([new Uint8Array(opened.bytes)], name) })
      setState({ kind: 'done', name, verdict })
    } catch (error) {
      setState({ kind: 'failed', name, sentence: sentenceOf(error) })
    }
  }

  return (
    <TabPage body="scroll">
      <p className="verify-intro">
        {verifyWords.intro}
        <Button type="primary" disabled={state.kind === 'reading'} onClick={() => void verify()}>{verifyWords.choose}</Button>
      </p>
      {state.kind === 'reading' ? <Working label={verifyWords.reading(state.name)} /> : null}
      {state.kind === 'failed' ? <Failure sentence={state.sentence} /> : null}
      {state.kind === 'done' ? <VerdictView name={state.name} verdict={state.verdict} /> : null}
    </TabPage>
  )
}

const tones: Readonly<Record<Verdict['state'], Tone>> = { unchanged: 'good', changed: 'bad', unknown: 'warn' }

function VerdictView({ name, verdict: { state, cells, count, fileName, exportedAt } }: { readonly name: string; readonly verdict: Verdict }): ReactNode {
  return (
    <section className="verify-result" aria-live="polite">
      <h2>
        <StateTag tone={tones[state]}>{verifyWords.verdicts[state]}</StateTag>
        {name}
      </h2>
      <p>{verifyWords.says[state]}</p>
      {fileName === null && exportedAt === null ? null : (
        <dl className="verify-facts">
          <dt>{verifyWords.exportName}</dt>
          <dd>{fileName ?? reportWords.none}</dd>
          <dt>{verifyWords.exportedAt}</dt>
          <dd>{exportedAt === null ? reportWords.none : momentText(exportedAt)}</dd>
        </dl>
      )}
      {cells.length === 0 ? null : (
        <table className="verify-cells">
          <caption>{verifyWords.changedCells(count)}{count > cells.length ? verifyWords.onlyFirst(cells.length) : ''}</caption>
          <thead>
            <tr>
              <th scope="col">{verifyWords.sheet}</th>
              <th scope="col">{verifyWords.cells}</th>
            </tr>
          </thead>
          <tbody>
            {changedSheets(cells).map((sheet) => (
              <tr key={sheet.sheet}>
                <th scope="row">{sheet.sheet}</th>
                <td>{sheet.cells.join(verifyWords.cellJoin)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
