import { Button, Modal } from 'antd'
import type { ReactNode } from 'react'
import { useApi, useMe } from '../../../api/api.ts'
import { putOnClipboard } from '../../../ui/put-on-clipboard.ts'
import { useNotice } from '../../../ui/use-notice.tsx'
import { slipWords as words } from './vocabulary.ts'
import { SlipPaper } from './SlipPaper.tsx'
import type { Slip } from './slip-text.ts'
import { Notice } from '../system/Notice.tsx'

export interface SlipDialogProps {
  readonly slip: Slip
  readonly onClose: () => void
}

/** One account with its one-time password, shown once. */
export function SlipDialog({ slip, onClose }: SlipDialogProps): ReactNode {
  const { desktop } = useApi()
  const { township } = useMe()
  const notice = useNotice()

  function copy(): void {
    if (putOnClipboard({ plain: slip.oneTimePassword })) notice.done(words.copied)
    else notice.failed(words.notCopied)
  }

  return (
    <Modal
      open
      title={words.title}
      width={440}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={() => copy()}>{words.copy}</Button>
          <Button onClick={() => void desktop.print()}>{words.print}</Button>
          <Button type="primary" onClick={onClose}>
            {words.close}
          </Button>
        </>
      }
    >
      <Notice tone="warn">{words.once}</Notice>
      <dl className="slip-facts">
        {slip.staffName === '' ? null : (
          <>
            <dt>{words.person}</dt>
            <dd>{slip.staffName}</dd>
          </>
        )}
        <dt>{words.account}</dt>
        <dd translate="no">{slip.name}</dd>
        <dt>{words.password}</dt>
        <dd className="slip-password slip-large" translate="no">{slip.oneTimePassword}</dd>
      </dl>
      <SlipPaper township={township.name} slips={[slip]} />
    </Modal>
  )
}
