import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** Rows of plain data, packed as they come, so that fifty thousand of them take a few megabytes; they are unpacked some at a time, as often as they are asked for. */
export interface PackedRows<Row> extends Iterable<Row> {
  readonly add: (rows: readonly Row[]) => void
}

const rowsPerPack = 200

/** Only what was put in comes out. */
function arePacked<Row>(rows: unknown): rows is readonly Row[] {
  return Array.isArray(rows)
}

export function packedRows<Row>(): PackedRows<Row> {
  const packs: Buffer[] = []
  let loose: Row[] = []

  function pack(): void {
    packs.push(deflateRawSync(JSON.stringify(loose), { level: 1 }))
    loose = []
  }

  return {
    add(rows) {
      for (const row of rows) {
        loose.push(row)
        if (loose.length >= rowsPerPack) pack()
      }
    },
    *[Symbol.iterator]() {
      // What is not yet packed is read as it stands now.
      const rest = loose
      for (const packed of packs) {
        const rows: unknown = JSON.parse(inflateRawSync(packed).toString('utf8'))
        if (arePacked<Row>(rows)) yield* rows
      }
      yield* rest
    },
  }
}
