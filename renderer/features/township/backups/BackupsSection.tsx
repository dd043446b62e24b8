import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import type { TownshipClient } from '../../../api/connection.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { Section } from '../../../ui/Section.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { momentText } from '../../../frame/dates.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { SystemPage } from '../system/SystemPage.tsx'
import { backupKindLabels, backupWords as words } from './vocabulary.ts'
import { Working } from '../../../ui/Working.tsx'
import { CheckReport } from './CheckReport.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'
import { saveBackup } from './save-backup.ts'
import { sizeText } from '../../../frame/size-text.ts'

type Backups = Awaited<ReturnType<TownshipClient['system']['backups']>>
type Report = Awaited<ReturnType<TownshipClient['system']['check']>>

/** Backups: those that are there, one more, one taken along, the way back, and whether the data is whole. */
export function BackupsSection(): ReactNode {
  const { client, orpc, desktop } = useApi()
  const notice = useNotice()
  const backups = useQuery(orpc.system.backups.queryOptions())
  const [working, setWorking] = useState<string | null>(null)
  const [report, setReport] = useState<{ readonly at: string; readonly report: Report } | null>(null)
  const [isRestoring, setRestoring] = useState(false)

  async function work(label: string, run: () => Promise<void>): Promise<void> {
    setWorking(label)
    try {
      await run()
    } catch (error) {
      notice.failed(sentenceOf(error))
    } finally {
      setWorking(null)
    }
  }

  async function download(): Promise<void> {
    const { saved, faulty } = await saveBackup(client, desktop, (done, of) => setWorking(words.downloaded(sizeText(done), sizeText(of))))
    if (saved.kind === 'failed') notice.failed(saved.reason)
    if (saved.kind !== 'saved') return
    if (faulty > 0) notice.failed(words.faulty(faulty))
    else notice.done(words.saved(saved.name))
  }

  async function backUp(): Promise<void> {
    const { name, faulty } = await client.system.backupHere()
    if (faulty > 0) notice.failed(words.faulty(faulty))
    else notice.done(words.made(name))
  }

  return (
    <SystemPage
      section="backups"
      body="scroll"
      note={words.note}
      actions={
        <>
          <Button danger disabled={working !== null} onClick={() => setRestoring(true)}>
            {words.restore}
          </Button>
          <Button disabled={working !== null} onClick={() => void work(words.checking, async () => setReport({ at: new Date().toISOString(), report: await client.system.check() }))}>
            {words.check}
          </Button>
          <Button disabled={working !== null} onClick={() => void work(words.downloading, download)}>
            {words.download}
          </Button>
          <Button type="primary" disabled={working !== null} onClick={() => void work(words.backing, backUp)}>
            {words.here}
          </Button>
        </>
      }
    >
      {working === null ? null : <Working label={working} />}
      {report === null ? null : <CheckReport {...report} />}
      <Section title={words.rows}>
        <Loaded query={backups}>{(rows) => (rows.length === 0 ? <Empty title={words.none} hint={words.noneHint} /> : <BackupTable rows={rows} />)}</Loaded>
      </Section>
      {isRestoring ? <RestoreDialog onClose={() => setRestoring(false)} /> : null}
    </SystemPage>
  )
}

function BackupTable({ rows }: { readonly rows: Backups }): ReactNode {
  return (
    <table className="system-table">
      <thead>
        <tr>
          <th scope="col">{words.at}</th>
          <th scope="col">{words.kind}</th>
          <th scope="col" className="ui-number">
            {words.size}
          </th>
          <th scope="col">{words.file}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, kind, size, madeAt }) => (
          <tr key={name}>
            <td>{momentText(madeAt)}</td>
            <td>
              <StateTag tone={kind === 'backup' ? 'good' : 'plain'}>{backupKindLabels[kind]}</StateTag>
            </td>
            <td className="ui-number">{sizeText(size)}</td>
            <td>{name}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
