import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { gateLimits } from '../gate/limits.ts'
import { openZipParts, type ZipParts } from '../gate/zip-parts.ts'
import { corpus, type CorpusCase } from './corpus.testing.ts'
import { fillTemplate } from './fill-template.ts'
import { packTemplate } from './template-maker.testing.ts'
import { bytesOf } from './template-file.ts'
import { madePeople, valuesOf } from './values.testing.ts'

async function partsOf(file: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const parts = await openZipParts(file, gateLimits)
  return new Map(await Promise.all([...parts.values()].map(async (part) => [part.name, await bytesOf(part)] as const)))
}

async function fill({ template, mapping, people }: CorpusCase, seed = 7): Promise<{ readonly before: ReadonlyMap<string, Buffer>; readonly after: ReadonlyMap<string, Buffer> }> {
  const source = await packTemplate(template)
  const filled = await fillTemplate(await openZipParts(source, gateLimits), mapping, valuesOf(madePeople(seed, people)))
  return { before: await partsOf(source), after: await partsOf(filled) }
}

/** Parts that differ, gone and new ones among them. */
function differences(before: ReadonlyMap<string, Buffer>, after: ReadonlyMap<string, Buffer>): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name)?.equals(after.get(name) ?? Buffer.alloc(0)) !== true)
}

describe.each(corpus.map((one) => [one.template.name, one] as const))('%s', (_, one) => {
  test('only what must change has changed, and the parts keep their order', async () => {
    const { before, after } = await fill(one)
    expect(differences(before, after).filter((name) => !one.changes.includes(name))).toEqual([])
    expect([...after.keys()]).toEqual([...before.keys()])
  })

  test('says what it must', async () => {
    const { after } = await fill(one)
    for (const [part, pieces] of Object.entries(one.says)) {
      const text = after.get(part)?.toString('utf8') ?? ''
      expect(pieces.filter((piece) => !text.includes(piece)), `${part}: ${text.slice(0, 6000)}`).toEqual([])
    }
  })
})

test('what does not change is packed as it came, and keeps its time', async () => {
  const [first] = corpus
  if (first === undefined) throw new Error('no corpus')
  const stored = new JSZip()
  const date = new Date('2020-02-03T04:05:06Z')
  for (const [name, part] of await partsOf(await packTemplate(first.template))) stored.file(name, part, { createFolders: false, date, compression: name.endsWith('.png') ? 'STORE' : 'DEFLATE', compressionOptions: { level: 1 } })
  const source = await stored.generateAsync({ type: 'nodebuffer' })
  const zip = await openZipParts(source, gateLimits)
  const filled = await openZipParts(await fillTemplate(zip, first.mapping, valuesOf(madePeople(7, first.people))), gateLimits)
  const packed = async (parts: ZipParts) => Promise.all([...parts.values()].filter(({ name }) => !first.changes.includes(name)).map((part) => part.packed()))
  expect(await packed(filled)).toEqual(await packed(zip))
  const changed = await filled.get(first.changes[0] ?? '')?.packed()
  expect(changed?.modified).toEqual((await packed(zip))[0]?.modified)
})

test('an unmentioned part that loses one byte is noticed', async () => {
  const [first] = corpus
  if (first === undefined) throw new Error('no corpus')
  const { before, after } = await fill(first)
  const broken = new Map([...after].map(([name, bytes]) => [name, name === 'xl/media/image1.png' ? bytes.subarray(1) : bytes]))
  expect(differences(before, broken).filter((name) => !first.changes.includes(name))).toEqual(['xl/media/image1.png'])
})

test('what looks like a formula is written as text, whatever it begins with', async () => {
  const [, list] = corpus
  if (list === undefined) throw new Error('no corpus')
  const people = madePeople(3, 200)
  const source = await packTemplate(list.template)
  const filled = await partsOf(await fillTemplate(await openZipParts(source, gateLimits), list.mapping, valuesOf(people)))
  const xml = filled.get('xl/worksheets/sheet1.xml')?.toString('utf8') ?? ''
  expect(people.some(({ name }) => name.includes('='))).toBe(true)
  expect(xml.match(/<f>/g)?.length).toBe(200 + 3)
  expect(xml.match(/<c r="B\d+" s="3" t="inlineStr">/g)?.length).toBe(200)
})
