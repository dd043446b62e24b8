import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { documentFileName, fillTemplate, type DocumentData } from './fill-template.ts'
import { paragraphsOf } from './read-document.testing.ts'
import { documentNames, parseTemplate, readTemplate } from './template.ts'
import { writeDocument } from './write-document.ts'

const facts = { title: '题', author: '考核办' }

async function partsOf(bytes: Buffer): Promise<{ readonly names: readonly string[]; readonly document: string; readonly foot: string }> {
  const zip = await JSZip.loadAsync(bytes)
  const text = async (pattern: RegExp) => (await zip.file(pattern)[0]?.async('string')) ?? ''
  return { names: Object.keys(zip.files), document: await text(/^word\/document\.xml$/), foot: await text(/^word\/footer\d*\.xml$/) }
}

async function written(data: readonly DocumentData[], template: object) {
  const parsed = parseTemplate(JSON.stringify({ format: 'township-document/1', fileName: '{town}_{what}.docx', title: '{town}通报', blocks: [], ...template }))
  return partsOf(await writeDocument(data.map((each) => fillTemplate(parsed, each)), facts))
}

const body = [{ kind: 'paragraph', text: '现将{what}通报如下。' }, { kind: 'list', of: 'found', text: '{number}.{title}' }, { kind: 'signature', unit: '{town}人民政府', date: '2026年4月8日' }]

describe('a Word document', () => {
  it.each(documentNames)('%s.json holds together', async (name) => {
    expect((await readTemplate(name)).blocks.length).toBeGreaterThan(2)
  })

  it('says the title, its paragraphs, its lists and who signs, in order', async () => {
    const { document, foot } = await written([{ tokens: { town: '清溪镇', what: '督查情况' }, lists: { found: [{ title: '甲' }, { title: '乙' }] } }], { blocks: body })
    expect(paragraphsOf(document)).toEqual(['清溪镇通报', '现将督查情况通报如下。', '1.甲', '2.乙', '清溪镇人民政府', '2026年4月8日'])
    expect(foot).toContain('PAGE')
  })

  it('looks like an official document: 小标宋 22, 仿宋 16 on lines of 28 points, two characters in, margins 37 35 28 26; fonts are named, none is embedded', async () => {
    const { names, document } = await written([{ tokens: { town: '清溪镇', what: '情况' }, lists: {} }], { blocks: body })
    const [title = '', text = ''] = Array.from(document.matchAll(/<w:p[ >].*?<\/w:p>/gs), ([part]) => part)
    expect([title.includes('w:eastAsia="方正小标宋简体"'), title.includes('<w:sz w:val="44"/>'), title.includes('w:val="center"')]).toEqual([true, true, true])
    expect([text.includes('w:eastAsia="仿宋_GB2312"'), text.includes('<w:sz w:val="32"/>'), text.includes('w:line="560"'), text.includes('w:lineRule="exact"'), text.includes('w:firstLineChars="200"')]).toEqual([true, true, true, true, true])
    // 37, 35, 28 and 26 mm in twentieths of a point.
    expect(/<w:pgMar [^>]*>/.exec(document)?.[0]).toMatch(/w:top="209[78]".*w:right="147[34]".*w:bottom="198[45]".*w:left="158[78]"/)
    expect(names.filter((name) => /font.*\.(odttf|ttf|otf)$/i.test(name))).toEqual([])
  })

  it('keeps hostile text as text: nothing of it becomes markup, a field or a token', async () => {
    const hostile = '<w:br/>&amp;"]]> {town} =cmd|\u0000\u0007\ud800 <script>'
    const { document } = await written([{ tokens: { town: '清溪镇', what: hostile }, lists: { found: [{ title: hostile }] } }], { blocks: body })
    const kept = '<w:br/>&amp;"]]> {town} =cmd| <script>'
    expect(paragraphsOf(document).slice(1, 3)).toEqual([`现将${kept}通报如下。`, `1.${kept}`])
    expect(/[\u0000-\u0008\ud800]/.test(document)).toBe(false)
  })

  it('leaves out what has nothing to say, and puts each document on a page of its own', async () => {
    const blocks = [{ kind: 'paragraph', text: '地点：{place}' }, { kind: 'heading', text: '问题', within: 'found' }, { kind: 'paragraph', text: '没有问题', unless: 'found' }, { kind: 'table', of: 'found', columns: [{ heading: '事项', field: 'title', share: 1 }] }]
    const { document } = await written([{ tokens: { town: '甲镇' }, lists: {} }, { tokens: { town: '乙镇', place: '会议室' }, lists: { found: [{ title: '积水' }] } }], { blocks })
    expect(paragraphsOf(document)).toEqual(['甲镇通报', '没有问题', '乙镇通报', '地点：会议室', '问题', '事项', '积水'])
    expect(document.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1)
    expect(document).toContain('<w:tblHeader/>')
  })

  it('keeps the unit, its date and the last rows above them on one page', async () => {
    const blocks = [{ kind: 'table', of: 'found', columns: [{ heading: '事项', field: 'title', share: 1 }] }, { kind: 'signature', unit: '清溪镇人民政府', date: '2026年4月8日' }]
    const { document } = await written([{ tokens: { town: '清溪镇' }, lists: { found: ['甲', '乙', '丙', '丁'].map((title) => ({ title })) } }], { blocks })
    const kept = Array.from(document.matchAll(/<w:p[ >].*?<\/w:p>/gs), ([part]) => part).map((part) => [paragraphsOf(part)[0] ?? '', /<w:keepNext\/>/.test(part)])
    expect(kept.slice(1)).toEqual([['事项', false], ['甲', false], ['乙', false], ['丙', true], ['丁', true], ['', true], ['', true], ['清溪镇人民政府', true], ['2026年4月8日', false]])
  })

  it('counts the headings that are there, and leaves out a column nobody has anything in', async () => {
    const column = (field: string) => ({ heading: field, field, share: 1, whereSaid: true })
    const blocks = [{ kind: 'heading', text: '{ordinal}、总体', needs: 'findings' }, { kind: 'heading', text: '{ordinal}、问题', within: 'found' }, { kind: 'paragraph', text: '没有总体', lacks: 'findings' }, { kind: 'table', of: 'found', columns: [column('title'), column('rank')] }]
    const found = [{ title: '甲', rank: '' }, { title: '乙', rank: '' }]
    expect(paragraphsOf((await written([{ tokens: { findings: ' ' }, lists: { found } }], { title: '题', blocks })).document)).toEqual(['题', '一、问题', '没有总体', 'title', '甲', '乙'])
    expect(paragraphsOf((await written([{ tokens: { findings: '好' }, lists: { found: [{ title: '甲', rank: '1' }] } }], { title: '题', blocks })).document)).toEqual(['题', '一、总体', '二、问题', 'title', 'rank', '甲', '1'])
  })

  it('督查通报 without words on the whole and 告知单 of somebody without a post leave no gap', async () => {
    const said = async (name: 'supervision' | 'notice', data: DocumentData) => fillTemplate(await readTemplate(name), data).flatMap((block) => ('text' in block ? [block.text] : []))
    expect(await said('supervision', { tokens: { module: '党建', day: '2026年4月8日', inspectors: '督考办', findings: '' }, lists: { found: [{ title: '甲', hosts: '乙', due: '', finding: '' }] } })).toContain('一、发现的问题')
    expect((await said('notice', { tokens: { name: '甲', module: '党建', post: '', periodTitle: '2026年' }, lists: {} }))[2]).toBe('您的2026年四维综合考评结果如下。')
  })

  it('has a name every file system takes', () => {
    const template = parseTemplate(JSON.stringify({ format: 'township-document/1', fileName: '{town}_{what}_x.docx', title: 't', blocks: [{ kind: 'paragraph', text: '' }] }))
    expect(documentFileName(template, { town: '清溪镇', what: 'a/b:c' })).toBe('清溪镇_abc_x.docx')
  })
})
