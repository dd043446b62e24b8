import { expect, test } from 'vitest'
import { gateLimits } from '../gate/limits.ts'
import { openZipParts } from '../gate/zip-parts.ts'
import { corpus } from './corpus.testing.ts'
import { placeholdersOutside } from './outside-cells.ts'
import { packTemplate, row, words, type MadeTemplate } from './template-maker.testing.ts'
import { readTemplateFile } from './template-file.ts'

async function outside(template: MadeTemplate): Promise<readonly string[]> {
  const zip = await openZipParts(await packTemplate(template), gateLimits)
  return (await placeholdersOutside(zip, await readTemplateFile(zip))).map(({ sheet, cell, text }) => `${sheet} ${cell} ${text}`)
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const spaces = 'xmlns:xdr="x" xmlns:a="a" xmlns:c="c" xmlns:xm="m"'

test('is found in text boxes, charts, notes and lists, also in pieces; what a chart remembers of a cell is not', async () => {
  const template: MadeTemplate = {
    name: '单元格之外',
    sheets: [{
      name: '表', rows: row(1, words('A1', '{{乡镇}}')),
      tail: '<dataValidations count="1"><dataValidation type="list" sqref="A2" prompt="请选{{提示}}"><formula1>"{{选项}},称职"</formula1></dataValidation></dataValidations><headerFooter><oddHeader>&amp;C{{乡镇}}</oddHeader></headerFooter><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/>',
      relations: { rId1: ['drawing', '../drawings/drawing1.xml'], rId2: ['vmlDrawing', '../drawings/vmlDrawing1.vml'], rId3: ['comments', '../comments1.xml'] },
    }],
    parts: {
      'xl/drawings/drawing1.xml': `<xdr:wsDr ${spaces}><a:p><a:r><a:t>{{文</a:t></a:r>\n <a:r><a:t>本}}</a:t></a:r></a:p></xdr:wsDr>`,
      'xl/drawings/_rels/drawing1.xml.rels': `<Relationships><Relationship Id="rId1" Type="${office}/chart" Target="../charts/chart1.xml"/></Relationships>`,
      'xl/charts/chart1.xml': `<c:chartSpace ${spaces}><c:title><a:p><a:r><a:t>{{周期}}对比</a:t></a:r></a:p></c:title><c:tx><c:strRef><c:strCache><c:pt><c:v>{{乡镇}}</c:v></c:pt></c:strCache></c:strRef></c:tx></c:chartSpace>`,
      'xl/drawings/vmlDrawing1.vml': '<xml><v:textbox><div>旧{{旧框}}<br></div></v:textbox></xml>',
      'xl/comments1.xml': '<comments><commentList><comment ref="A1"><text><r><t>见{{批</t></r><r><t>注}}</t></r></text></comment></commentList></comments>',
    },
  }
  expect((await outside(template)).toSorted()).toEqual(['表 下拉列表 提示', '表 下拉列表 选项', '表 图表 周期', '表 批注 批注', '表 文本框 文本', '表 文本框 旧框'].toSorted())
})

test('nothing in what is filled cell by cell', async () => {
  for (const { template } of corpus) expect(await outside(template), template.name).toEqual([])
})
