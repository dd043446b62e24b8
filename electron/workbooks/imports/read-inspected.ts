import type { InspectedFile } from '../gate/inspect-file.ts'
import { readCsv } from './csv/read-csv.ts'
import type { ReadLimits } from './limits.ts'
import { rawSink, type ReadMessage } from './raw-sink.ts'
import { readXlsx } from './xlsx/read-xlsx.ts'

/** Reads what the gate let through and sends it in pieces. @throws ReadRefusal, GateRefusal, XmlError */
export async function readInspected(file: InspectedFile, limits: ReadLimits, send: (message: ReadMessage) => Promise<void>): Promise<void> {
  const sink = rawSink(limits, send)
  if (file.kind === 'csv') await readCsv(file.text, sink)
  else await readXlsx(file.parts, limits, sink)
  await sink.flush(true)
}
