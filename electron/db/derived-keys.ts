import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Keys of one purpose each, derived from the data key, so that no key is used twice. */
export interface DerivedKeys {
  /** Whole-file cipher of the database. */
  readonly database: Buffer
  /** Column encryption of 身份证号. */
  readonly idNo: Buffer
  /** Keyed digests of 身份证号, for uniqueness, matching and canonical dumps. */
  readonly idNoIndex: Buffer
  /** HMAC chain of the audit log and its anchors. */
  readonly audit: Buffer
  /** Backups. */
  readonly backup: Buffer
  /** Seal of the lock file. */
  readonly host: Buffer
  /** Attached files. */
  readonly attachment: Buffer
  /** Keyed digests of attached files, under which they lie: a name that says nothing of the content. */
  readonly attachmentIndex: Buffer
  /** 校验码 of score books. */
  readonly scoreBook: Buffer
}

export function deriveKeys(dataKey: Buffer): DerivedKeys {
  const purpose = (name: string) => Buffer.from(hkdfSync('sha256', dataKey, Buffer.alloc(0), `township/${name}`, 32))
  return {
    database: purpose('database'),
    idNo: purpose('id-no'),
    idNoIndex: purpose('id-no-index'),
    audit: purpose('audit'),
    backup: purpose('backup'),
    host: purpose('host'),
    attachment: purpose('attachment'),
    attachmentIndex: purpose('attachment-index'),
    scoreBook: purpose('score-book'),
  }
}

/** 身份证号 → nonce ‖ tag ‖ ciphertext. */
export function sealIdNo(keys: DerivedKeys, idNo: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keys.idNo, nonce, { authTagLength: 16 })
  const sealed = Buffer.concat([cipher.update(idNo, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

export function openIdNo(keys: DerivedKeys, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', keys.idNo, sealed.subarray(0, 12), { authTagLength: 16 })
  decipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')
}

/** Blind index: equal numbers give equal digests, which say nothing without the township's key. */
export function idNoDigest(keys: DerivedKeys, idNo: string): string {
  return createHmac('sha256', keys.idNoIndex).update(idNo).digest('hex')
}
