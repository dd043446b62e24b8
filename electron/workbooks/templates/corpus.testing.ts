import type { TemplateMapping } from '../../../shared/domain/reports/templates/template.ts'
import { emptyMapping } from '../../../shared/domain/reports/templates/template.ts'
import { blank, formula, numeral, row, words, type MadeTemplate } from './template-maker.testing.ts'

/** Templates as counties send them, each with something that must survive and something that must move. */

export interface CorpusCase {
  readonly template: MadeTemplate
  readonly mapping: TemplateMapping
  /** Rows of people that fill it. */
  readonly people: number
  /** The only parts that may read differently. */
  readonly changes: readonly string[]
  /** What the filled file must say, in pieces of the parts' text; `{last}` and the like are counted by the test. */
  readonly says: Readonly<Record<string, readonly string[]>>
  /** Cells whose recalculated value is the sum, mean (to two places where it is filled in) or count of the scores. */
  readonly sums: readonly (readonly [sheet: string, cell: string, what: 'sum' | 'mean' | 'roundedMean' | 'count' | 'double'])[]
}

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const drawingSpace = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const relSpace = 'http://schemas.openxmlformats.org/package/2006/relationships'
const officeRel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const typePrefix = 'application/vnd.openxmlformats-officedocument'

function picture(from: number, to: number, editAs = ''): string {
  return `<xdr:twoCellAnchor${editAs}><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${String(from)}</xdr:row><xdr:rowOff>1</xdr:rowOff></xdr:from><xdr:to><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${String(to)}</xdr:row><xdr:rowOff>2</xdr:rowOff></xdr:to><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${String(from + 2)}" name="章"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9525" cy="9525"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:twoCellAnchor>`
}

function drawing(inner: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr ${drawingSpace}>${inner}</xdr:wsDr>`
}

const mediaRels = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${relSpace}"><Relationship Id="rId1" Type="${officeRel}/image" Target="../media/image1.png"/></Relationships>`
const drawingType = { 'xl/drawings/drawing1.xml': `${typePrefix}.drawing+xml` }

/** Rows 1 to 4 with heading, and a repeated row 5 as most lists have it. */
const listHead = [row(1, words('A1', '{{周期}}考核结果上报表', 4)), row(2, words('A2', '填报单位：{{填报单位}}'), words('D2', '填报日期：'), blank('E2', 2).replace('/>', ' t="inlineStr"><is><t>{{填报日期}}</t></is></c>')), row(4, words('A4', '序号'), words('B4', '姓名'), words('C4', '得分'), words('D4', '两倍'))].join('')
const listRow = row(5, words('A5', '{{结果汇总.序号}}', 1), words('B5', '{{结果汇总.姓名}}', 3), words('C5', '{{结果汇总.总分}}', 1), formula('D5', 'C5*2', 0))
const totals = row(6, words('A6', '合计'), formula('C6', 'SUM(C5:C5)', 0), formula('D6', 'SUM(D5)', 0)) + row(7, words('A7', '平均'), formula('C7', 'AVERAGE(C5)', 0)) + row(9, words('A9', '单位负责人（签字）：'), words('C9', '填表人：{{填表人}}'))

const head = '<dimension ref="A1:E9"/>'
const sheet1 = 'xl/worksheets/sheet1.xml'
const workbook = 'xl/workbook.xml'

export const corpus: readonly CorpusCase[] = [
  {
    template: {
      name: '单值、图片、保护、隐藏',
      sheets: [
        {
          name: '封面', head: `<sheetPr><tabColor rgb="FFFF0000"/></sheetPr>${head}<sheetViews><sheetView workbookViewId="0" showGridLines="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
          rows: row(1, words('A1', '{{township}}{{年度}}年度考核封面', 4)) + row(2, words('A2', '填报日期', 0), words('B2', '{{填报日期}}', 2), words('C2', '{{填报日期}}', 3)) + row(3, words('A3', '人数'), words('B3', '{{结果汇总.行数}}', 1), words('C3', '{{结果汇总.总分.合计}}', 1), words('D3', '{{结果汇总.总分.平均}}', 1)),
          tail: '<sheetProtection sheet="1" objects="1" scenarios="1"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"/><headerFooter><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter><drawing r:id="rId1"/>',
          relations: { rId1: ['drawing', '../drawings/drawing1.xml'] },
        },
        { name: '代码', state: 'hidden', rows: row(1, words('A1', '优秀'), words('B1', '称职')) },
      ],
      parts: { 'xl/drawings/drawing1.xml': drawing(picture(4, 8)), 'xl/drawings/_rels/drawing1.xml.rels': mediaRels, 'xl/media/image1.png': png },
      types: drawingType,
    },
    mapping: emptyMapping, people: 7, changes: [sheet1], sums: [['封面', 'C3', 'sum'], ['封面', 'D3', 'roundedMean'], ['封面', 'B3', 'count']],
    says: { [sheet1]: ['清溪镇2026年度考核封面', '<c r="B2" s="2"><v>46120</v></c>', '2026年4月8日', '<c r="B3" s="1"><v>7</v></c>', '<sheetProtection sheet="1"'] },
  },
  {
    template: {
      name: '中间重复、下方合计',
      sheets: [{
        name: '上报表', head: `${head}<sheetViews><sheetView workbookViewId="0" topLeftCell="A1"><pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A9" sqref="A9"/></sheetView></sheetViews><cols><col min="1" max="1" width="8" customWidth="1"/></cols>`,
        rows: listHead + listRow + totals,
        tail: '<autoFilter ref="A4:D5"/><mergeCells count="3"><mergeCell ref="A1:E1"/><mergeCell ref="A2:C2"/><mergeCell ref="A9:B9"/></mergeCells><pageSetup paperSize="9" orientation="landscape"/><rowBreaks count="1" manualBreakCount="1"><brk id="7" max="16383" man="1"/></rowBreaks>',
      }],
      names: "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">上报表!$A$4:$D$5</definedName><definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">上报表!$A$1:$E$9</definedName><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">上报表!$4:$4</definedName><definedName name=\"得分\">上报表!$C$5:$C$5</definedName>",
      calcPr: '<calcPr calcId="191029"/>',
    },
    mapping: emptyMapping, people: 12, changes: [sheet1, workbook], sums: [['上报表', 'C17', 'sum'], ['上报表', 'D17', 'double'], ['上报表', 'C18', 'mean']],
    says: {
      [sheet1]: ['<f>C16*2</f>', '<f>SUM(C5:C16)</f>', '<f>SUM(D5:D16)</f>', '<f>AVERAGE(C5:C16)</f>', '<mergeCell ref="A20:B20"/>', '<autoFilter ref="A4:D16"/>', '<brk id="18"', 'activeCell="A20" sqref="A20"', '<dimension ref="A1:E20"/>', 'topLeftCell="A5"'],
      [workbook]: ['上报表!$A$1:$E$20<', '上报表!$4:$4<', '上报表!$C$5:$C$16<', '上报表!$A$4:$D$16<', 'fullCalcOnLoad="1"'],
    },
  },
  {
    template: {
      name: '一人两行、合并',
      sheets: [{
        name: '两行', rows: row(4, words('A4', '序号'), words('B4', '姓名'), words('C4', '得分')) + row(5, words('A5', '{{结果汇总.序号}}', 1), words('B5', '{{结果汇总.姓名}}', 3), words('C5', '{{结果汇总.总分}}', 1)) + row(6, blank('A6'), words('B6', '{{结果汇总.身份证号}}', 3), formula('C6', 'C5*2', 0)) + row(7, words('A7', '末行')),
        tail: '<mergeCells count="2"><mergeCell ref="A5:A6"/><mergeCell ref="A7:C7"/></mergeCells><conditionalFormatting sqref="A5:C6"><cfRule type="expression" dxfId="0" priority="1"><formula>$C5&gt;90</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="decimal" allowBlank="1" sqref="C5"><formula1>0</formula1><formula2>100</formula2></dataValidation></dataValidations>',
      }],
    },
    mapping: emptyMapping, people: 3, changes: [sheet1, workbook], sums: [],
    says: { [sheet1]: ['<mergeCells count="4"><mergeCell ref="A5:A6"/><mergeCell ref="A7:A8"/><mergeCell ref="A9:A10"/><mergeCell ref="A11:C11"/>', '<f>C9*2</f>', 'sqref="C5 C7 C9"', 'sqref="A5:C10"', '<row r="11"'] },
  },
  {
    template: {
      name: '下拉、条件格式、链接、扩展',
      sheets: [{
        name: '下拉', rows: listHead + row(5, words('A5', '{{结果汇总.序号}}', 1), words('B5', '{{结果汇总.姓名}}', 3), words('C5', '{{结果汇总.总分}}', 1), blank('D5')) + totals.replace('<f>SUM(D5)</f>', '<f>COUNTA(B5:B5)</f>'),
        tail: '<conditionalFormatting sqref="C5 C7"><cfRule type="cellIs" dxfId="0" priority="1" operator="greaterThan"><formula>AVERAGE($C$5:$C$5)</formula></cfRule></conditionalFormatting><dataValidations count="2"><dataValidation type="list" allowBlank="1" sqref="D5"><formula1>"优秀,称职"</formula1></dataValidation><dataValidation type="list" sqref="B9"><formula1>$C$6:$C$7</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="B5" r:id="rId1"/><hyperlink ref="A9" location="下拉!C6" display="合计"/></hyperlinks><ignoredErrors><ignoredError sqref="B5:B6" numberStoredAsText="1"/></ignoredErrors><extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1"><x14:dataValidation type="list"><x14:formula1><xm:f>代码!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>A5:A5</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>',
        relations: { rId1: ['hyperlink', 'https://example.gov.cn/', 'External'] },
      }, { name: '代码', rows: row(1, words('A1', '甲')) + row(2, words('A2', '乙')) }],
    },
    mapping: emptyMapping, people: 4, changes: [sheet1, workbook], sums: [['下拉', 'C9', 'sum'], ['下拉', 'D9', 'count']],
    says: { [sheet1]: ['sqref="C5:C8 C10"', '<formula>AVERAGE($C$5:$C$8)</formula>', 'sqref="D5:D8"><formula1>"优秀,称职"', 'sqref="B12"><formula1>$C$9:$C$10<', '<hyperlink ref="B8" r:id="rId1"/>', '<hyperlink ref="A12" location="下拉!C9"', 'sqref="B5:B9"', '<xm:sqref>A5:A8</xm:sqref>', '<xm:f>代码!$A$1:$A$2</xm:f>'] },
  },
  {
    template: {
      name: '批注与印章在下方',
      sheets: [{
        name: '批注', rows: listHead + listRow + totals, tail: '<drawing r:id="rId1"/><legacyDrawing r:id="rId2"/>',
        relations: { rId1: ['drawing', '../drawings/drawing1.xml'], rId2: ['vmlDrawing', '../drawings/vmlDrawing1.vml'], rId3: ['comments', '../comments1.xml'] },
      }],
      parts: {
        'xl/drawings/drawing1.xml': drawing(picture(0, 1) + picture(7, 10) + picture(2, 8, ' editAs="oneCell"')), 'xl/drawings/_rels/drawing1.xml.rels': mediaRels, 'xl/media/image1.png': png,
        'xl/drawings/vmlDrawing1.vml': '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/><v:shape id="_x0000_s1025" type="#_x0000_t202" style="position:absolute;visibility:hidden"><x:ClientData ObjectType="Note"><x:Anchor>2, 15, 5, 2, 4, 15, 8, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>5</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>',
        'xl/comments1.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${spreadsheet}"><authors><author>县考评办</author></authors><commentList><comment ref="A6" authorId="0"><text><t>此行由系统计算</t></text></comment></commentList></comments>`,
      },
      types: { ...drawingType, 'xl/comments1.xml': `${typePrefix}.spreadsheetml.comments+xml` },
    },
    mapping: emptyMapping, people: 6, changes: [sheet1, workbook, 'xl/drawings/drawing1.xml', 'xl/drawings/vmlDrawing1.vml', 'xl/comments1.xml'], sums: [['批注', 'C11', 'sum']],
    says: { 'xl/comments1.xml': ['<comment ref="A11"'], 'xl/drawings/vmlDrawing1.vml': ['<x:Row>10</x:Row>', '2, 15, 10, 2, 4, 15, 13, 4'], 'xl/drawings/drawing1.xml': ['<xdr:row>0</xdr:row>', '<xdr:row>12</xdr:row>', '<xdr:row>15</xdr:row>', '<xdr:row>2</xdr:row>', '<xdr:row>8</xdr:row>'] },
  },
  {
    template: {
      name: '表格对象',
      sheets: [{
        name: '表', rows: row(4, words('A4', '姓名'), words('B4', '得分')) + row(5, words('A5', '{{结果汇总.姓名}}'), words('B5', '{{结果汇总.总分}}', 1)) + row(7, words('A7', '合计'), formula('B7', 'SUM(成绩[得分])', 0)),
        tail: '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>', relations: { rId1: ['table', '../tables/table1.xml'] },
      }],
      parts: { 'xl/tables/table1.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<table xmlns="${spreadsheet}" id="1" name="成绩" displayName="成绩" ref="A4:B5" totalsRowShown="0"><autoFilter ref="A4:B5"/><tableColumns count="2"><tableColumn id="1" name="姓名"/><tableColumn id="2" name="得分"/></tableColumns><tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/></table>` },
      types: { 'xl/tables/table1.xml': `${typePrefix}.spreadsheetml.table+xml` },
    },
    mapping: emptyMapping, people: 9, changes: [sheet1, workbook, 'xl/tables/table1.xml'], sums: [['表', 'B15', 'sum']],
    says: { 'xl/tables/table1.xml': ['ref="A4:B13" totalsRowShown', '<autoFilter ref="A4:B13"/>'], [sheet1]: ['<f>SUM(成绩[得分])</f></c>'] },
  },
  {
    template: {
      name: '图表',
      sheets: [{ name: '图 表', rows: listHead + listRow + totals, tail: '<drawing r:id="rId1"/>', relations: { rId1: ['drawing', '../drawings/drawing1.xml'] } }],
      parts: {
        'xl/drawings/drawing1.xml': drawing('<xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>10</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>24</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="图"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'),
        'xl/drawings/_rels/drawing1.xml.rels': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${relSpace}"><Relationship Id="rId1" Type="${officeRel}/chart" Target="../charts/chart1.xml"/></Relationships>`,
        'xl/charts/chart1.xml': '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>\'图 表\'!$C$4</c:f></c:strRef></c:tx><c:cat><c:strRef><c:f>\'图 表\'!$B$5:$B$5</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>\'图 表\'!$C$5:$C$5</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea><c:plotVisOnly val="1"/></c:chart></c:chartSpace>',
      },
      types: { ...drawingType, 'xl/charts/chart1.xml': `${typePrefix}.drawingml.chart+xml` },
    },
    mapping: emptyMapping, people: 5, changes: [sheet1, workbook, 'xl/drawings/drawing1.xml', 'xl/charts/chart1.xml'], sums: [['图 表', 'C10', 'sum']],
    says: { 'xl/charts/chart1.xml': ["'图 表'!$C$4<", "'图 表'!$B$5:$B$9<", "'图 表'!$C$5:$C$9<"], 'xl/drawings/drawing1.xml': ['<xdr:row>14</xdr:row>', '<xdr:row>28</xdr:row>'] },
  },
  {
    template: {
      name: '跨表公式与计算链',
      sheets: [
        { name: '明细', rows: listHead + listRow + totals },
        { name: '汇总', rows: row(1, words('A1', '总分'), formula('B1', "SUM(明细!C5:C5)+0*明细!$C$6", 1), formula('C1', '明细!C6', 1), formula('D1', '1+1', 2)) + row(2, formula('B2', 'B1*2', 1), formula('C2', 'D1*2', 4)) },
        { name: '说明', rows: `\n  ${row(1, words('A1', '本表不动'), formula('B1', '1+2', 3))}\n  ` },
      ],
      calcPr: '<calcPr calcId="191029" fullCalcOnLoad="0"/>',
      calcChain: '<c r="D5" i="11" l="1"/><c r="C6"/><c r="D6"/><c r="C7"/><c r="B1" i="12"/><c r="C1"/><c r="D1"/><c r="B2"/><c r="C2"/><c r="B1" i="13"/>',
    },
    mapping: emptyMapping, people: 3, changes: [sheet1, 'xl/worksheets/sheet2.xml', workbook, 'xl/calcChain.xml'], sums: [['明细', 'C8', 'sum'], ['汇总', 'B1', 'sum'], ['汇总', 'C1', 'sum'], ['汇总', 'B2', 'double']],
    says: {
      'xl/worksheets/sheet2.xml': ['<f>SUM(明细!C5:C7)+0*明细!$C$8</f></c>', '<f>明细!C8</f></c>', '<f>1+1</f><v>2</v>', '<f>D1*2</f><v>4</v>'],
      'xl/calcChain.xml': ['<c r="D5" i="11" l="1"/><c r="D6" i="11" l="1"/><c r="D7" i="11" l="1"/><c r="C8" i="11"/>', '<c r="B1" i="13"/>'],
    },
  },
  {
    template: {
      name: '共享公式、数组、累计',
      sheets: [{
        name: '累计', rows: row(4, words('B4', '姓名'), words('C4', '得分'), words('D4', '累计'), words('E4', '名次'), numeral('F4', 0)) + row(5, words('B5', '{{结果汇总.姓名}}'), words('C5', '{{结果汇总.总分}}', 1), formula('D5', 'SUM(C$5:C5)', 0), formula('E5', 'RANK(C5,$C$5:$C$5)', 0), formula('F5', 'F4+1', 0)) + row(6, words('B6', '合计'), formula('C6', 'SUM(C5:C5)', 0), '<c r="D6" s="1"><f t="shared" ref="D6:E6" si="0">C6*1</f><v>0</v></c>', '<c r="E6" s="1"><f t="shared" si="0"/><v>0</v></c>', '<c r="F6" s="1"><f t="array" ref="F6">SUM(C5:C5*1)</f><v>0</v></c>'),
      }],
    },
    mapping: emptyMapping, people: 8, changes: [sheet1, workbook], sums: [['累计', 'C13', 'sum'], ['累计', 'E13', 'sum'], ['累计', 'F13', 'sum'], ['累计', 'D12', 'sum'], ['累计', 'F12', 'count']],
    says: { [sheet1]: ['<f>SUM(C$5:C12)</f>', '<f>RANK(C12,$C$5:$C$12)</f>', '<f>F11+1</f>', '<f>C13*1</f>', '<f>D13*1</f>', '<f t="array" ref="F13">SUM(C5:C12*1)</f>'] },
  },
  {
    template: {
      name: '合计在明细上方',
      sheets: [{ name: '占比', rows: row(3, words('B3', '姓名'), words('C3', '得分'), words('D3', '占比')) + row(4, words('B4', '合计'), formula('C4', 'SUM(C5)', 0), formula('D4', 'SUM(D5:D5)', 0)) + row(5, words('B5', '{{结果汇总.姓名}}'), words('C5', '{{结果汇总.总分}}', 1), formula('D5', 'C5/C4', 0)) }],
    },
    mapping: emptyMapping, people: 3, changes: [sheet1, workbook], sums: [['占比', 'C4', 'sum']],
    says: { [sheet1]: ['<f>SUM(C5:C7)</f>', '<f>SUM(D5:D7)</f>', '<f>C5/C4</f>', '<f>C6/C4</f>', '<f>C7/C4</f>'] },
  },
  {
    template: {
      name: '数据透视表',
      sheets: [
        { name: '明细', rows: listHead + listRow + totals },
        { name: '透视', rows: row(3, words('A3', '姓名'), words('B3', '求和项:得分')) + row(4, words('A4', '总计'), numeral('B4', 0)), relations: { rId1: ['pivotTable', '../pivotTables/pivotTable1.xml'] } },
      ],
      parts: {
        'xl/pivotTables/pivotTable1.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<pivotTableDefinition xmlns="${spreadsheet}" name="透视表1" cacheId="1" dataCaption="值"><location ref="A3:B4" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/></pivotTableDefinition>`,
        'xl/pivotTables/_rels/pivotTable1.xml.rels': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${relSpace}"><Relationship Id="rId1" Type="${officeRel}/pivotCacheDefinition" Target="../pivotCache/pivotCacheDefinition1.xml"/></Relationships>`,
        'xl/pivotCache/pivotCacheDefinition1.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<pivotCacheDefinition xmlns="${spreadsheet}" recordCount="1"><cacheSource type="worksheet"><worksheetSource ref="A4:D5" sheet="明细"/></cacheSource><cacheFields count="4"><cacheField name="序号"><sharedItems/></cacheField><cacheField name="姓名"><sharedItems/></cacheField><cacheField name="得分"><sharedItems/></cacheField><cacheField name="两倍"><sharedItems/></cacheField></cacheFields></pivotCacheDefinition>`,
      },
      types: { 'xl/pivotTables/pivotTable1.xml': `${typePrefix}.spreadsheetml.pivotTable+xml`, 'xl/pivotCache/pivotCacheDefinition1.xml': `${typePrefix}.spreadsheetml.pivotCacheDefinition+xml` },
    },
    mapping: emptyMapping, people: 6, changes: [sheet1, workbook, 'xl/pivotCache/pivotCacheDefinition1.xml'], sums: [['明细', 'C11', 'sum']],
    says: { 'xl/pivotCache/pivotCacheDefinition1.xml': ['<worksheetSource ref="A4:D10" sheet="明细"/>', 'recordCount="1" refreshOnLoad="1">'] },
  },
  {
    template: {
      name: '已有空行先用',
      sheets: [{
        name: '空行', rows: listHead + row(5, words('A5', '{{结果汇总.序号}}', 1), words('B5', '{{结果汇总.姓名}}', 3), words('C5', '{{结果汇总.总分}}', 1)) + Array.from({ length: 5 }, (_, at) => row(6 + at, numeral(`A${String(6 + at)}`, 2 + at), blank(`B${String(6 + at)}`, 3), blank(`C${String(6 + at)}`))).join('') + row(11, words('A11', '合计'), formula('C11', 'SUM(C5:C10)', 0)),
        tail: '<mergeCells count="1"><mergeCell ref="A11:B11"/></mergeCells>',
      }],
    },
    mapping: { cells: [], spare: [{ sheet: '空行', row: 5, rows: 5 }] }, people: 8, changes: [sheet1, workbook], sums: [['空行', 'C13', 'sum']],
    says: { [sheet1]: ['<f>SUM(C5:C12)</f>', '<mergeCell ref="A13:B13"/>', '<row r="13"'] },
  },
  {
    template: {
      name: '两个重复块、分组行',
      sheets: [{
        name: '两块', head: '<sheetFormatPr defaultRowHeight="14" outlineLevelRow="1"/>',
        rows: row(2, words('A2', '模块'), words('B2', '人数')) + row(3, words('A3', '{{模块对比.模块}}'), words('B3', '{{模块对比.人数}}', 1)).replace('<row ', '<row outlineLevel="1" ') + row(4, words('A4', '小计'), formula('B4', 'SUM(B3:B3)', 0)).replace('<row ', '<row collapsed="1" ') + row(6, words('A6', '{{结果汇总.姓名}}'), words('B6', '{{结果汇总.总分}}', 1)) + row(7, words('A7', '合计'), formula('B7', 'SUM(B6:B6)', 0), formula('C7', 'B4+B7*0', 0)),
      }],
    },
    mapping: emptyMapping, people: 4, changes: [sheet1, workbook], sums: [['两块', 'B12', 'sum']],
    says: { [sheet1]: ['<row outlineLevel="1" r="5"', '<f>SUM(B3:B5)</f>', '<f>SUM(B8:B11)</f>', '<f>B6+B12*0</f>'] },
  },
  {
    template: {
      name: '共享字符串与富文本', strings: ['姓名', '{{结果汇总.姓名}}', '｛｛乡镇｝｝汇总', '合计'],
      sheets: [{ name: '串', rows: '<row r="1"><c r="A1" t="s"><v>2</v></c></row><row r="4"><c r="A4" t="s"><v>0</v></c></row><row r="5"><c r="A5" t="s"><v>1</v></c><c r="B5" t="inlineStr"><is><r><rPr><b/></rPr><t>{{结果汇总.</t></r><r><t>总分}}</t></r><rPh sb="0" eb="1"><t>注音</t></rPh></is></c></row><row><c t="s"><v>3</v></c><c><f>SUM(B5:B5)</f><v>0</v></c></row>' }],
    },
    mapping: emptyMapping, people: 3, changes: [sheet1, workbook], sums: [['串', 'B8', 'sum']],
    says: { [sheet1]: ['清溪镇汇总', '<c r="A4" t="s"><v>0</v></c>', '<f>SUM(B5:B7)</f>', '<c t="s" r="A8"><v>3</v></c>'] },
  },
  {
    template: {
      name: '只用映射、没有占位符',
      sheets: [{
        name: '县表', rows: row(1, words('A1', '年度考核备案表', 4)) + row(2, words('A2', '单位'), blank('B2', 3)) + row(3, words('A3', '基本情况'), blank('B3'), words('C3', '得分')) + row(4, words('A4', '姓名'), words('B4', '身份证号')) + row(5, blank('A5', 3), blank('B5', 3), blank('C5')) + row(6, words('A6', '合计'), blank('B6'), formula('C6', 'SUM(C5:C5)', 0)) + row(8, words('A8', '保留 {{不认识}}'), words('B8', '{{也不认识}}')),
        tail: '<mergeCells count="3"><mergeCell ref="A1:C1"/><mergeCell ref="A3:B3"/><mergeCell ref="C3:C4"/></mergeCells>',
      }],
    },
    mapping: {
      cells: [
        { sheet: '县表', cell: 'B2', use: { kind: 'single', key: 'reportingUnit' } }, { sheet: '县表', cell: 'A5', use: { kind: 'column', table: 'summary', field: 'name' } },
        { sheet: '县表', cell: 'B5', use: { kind: 'column', table: 'summary', field: 'idNumber' } }, { sheet: '县表', cell: 'C5', use: { kind: 'column', table: 'summary', field: 'total' } },
        { sheet: '县表', cell: 'A8', use: { kind: 'keep' } }, { sheet: '县表', cell: 'B8', use: { kind: 'count', table: 'summary' } }, { sheet: '县表', cell: 'F10', use: { kind: 'aggregate', table: 'summary', field: 'total', how: 'max' } },
      ],
      spare: [],
    },
    people: 11, changes: [sheet1, workbook], sums: [['县表', 'C16', 'sum'], ['县表', 'B18', 'count']],
    says: { [sheet1]: ['清溪镇人民政府', '保留 {{不认识}}', '<mergeCell ref="C3:C4"/>', '<row r="20"><c r="F20">'] },
  },
  {
    template: {
      name: '合并跨重复块、多区域、页眉页脚、行内批注',
      sheets: [{
        name: '跨块',
        rows: row(3, words('A3', '大党建', 4), words('B3', '说明')) + row(4, words('B4', '姓名'), words('C4', '得分'), words('D4', '加倍'), words('E4', '同上'))
          + row(5, blank('A5'), words('B5', '{{结果汇总.姓名}}'), words('C5', '{{结果汇总.总分}}', 1), '<c r="D5" s="1"><f t="array" ref="D5">SUM(C5*{2})</f><v>0</v></c>', '<c r="E5" s="1"><f t="shared" ref="E5:E6" si="3">IF(B5=B4,1,0)</f><v>0</v></c>')
          + row(6, blank('A6'), words('B6', '合计'), formula('C6', 'SUM(C5:C5)', 0), formula('D6', 'SUM(D5:D5)', 0), '<c r="E6" s="1"><f t="shared" si="3"/><v>0</v></c>') + row(8, words('A8', '备注'), words('B8', '长')),
        tail: '<protectedRanges><protectedRange sqref="C5:D5 B8" name="可改"/></protectedRanges><mergeCells count="2"><mergeCell ref="A3:A6"/><mergeCell ref="B8:E9"/></mergeCells><conditionalFormatting sqref="B5:D5 E6 B8:E9"><cfRule type="expression" dxfId="0" priority="1"><formula>$C5&lt;60</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="B5 D5 B8"><formula1>$B$3:$B$5</formula1></dataValidation></dataValidations><headerFooter differentOddEven="1"><oddHeader>&amp;L&amp;"黑体,常规"&amp;14{{年度}}年{{乡镇}}</oddHeader><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter><evenFooter>&amp;R{{结果汇总.行数}}人</evenFooter></headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="6" max="16383" man="1"/></rowBreaks><legacyDrawing r:id="rId2"/>',
        relations: { rId2: ['vmlDrawing', '../drawings/vmlDrawing1.vml'], rId3: ['comments', '../comments1.xml'] },
      }],
      parts: {
        'xl/drawings/vmlDrawing1.vml': '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025" type="#_x0000_t202" style="visibility:hidden"><x:ClientData ObjectType="Note"><x:Anchor>2, 15, 4, 2, 4, 15, 7, 4</x:Anchor><x:Row>4</x:Row><x:Column>1</x:Column></x:ClientData></v:shape><v:shape id="_x0000_s1026" type="#_x0000_t202" style="visibility:hidden"><x:ClientData ObjectType="Note"><x:Anchor>2, 15, 7, 2, 4, 15, 9, 4</x:Anchor><x:Row>7</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>',
        'xl/comments1.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${spreadsheet}"><authors><author>县考评办</author></authors><commentList><comment ref="B5" authorId="0"><text><t>填全名</t></text></comment><comment ref="A8" authorId="0"><text><t>可不填</t></text></comment></commentList></comments>`,
      },
      types: { 'xl/comments1.xml': `${typePrefix}.spreadsheetml.comments+xml` },
      names: '<definedName name="_xlnm.Print_Area" localSheetId="0">跨块!$A$3:$E$6,跨块!$A$8:$E$9</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">跨块!$A:$B,跨块!$3:$4</definedName><definedName name="末两行">OFFSET(跨块!$C$6,-1,0,2,1)</definedName>',
    },
    mapping: emptyMapping, people: 5, changes: [sheet1, workbook, 'xl/drawings/vmlDrawing1.vml', 'xl/comments1.xml'], sums: [['跨块', 'C10', 'sum'], ['跨块', 'D10', 'double']],
    says: {
      [sheet1]: ['<mergeCell ref="A3:A10"/>', '<mergeCell ref="B12:E13"/>', '<f t="array" ref="D9">SUM(C9*{2})</f>', '<f>IF(B9=B8,1,0)</f>', '<f>IF(B10=B5,1,0)</f>', 'sqref="B5:D9 E10 B12:E13"', 'sqref="B5:B9 D5:D9 B12"', '<formula1>$B$3:$B$9</formula1>', 'sqref="C5:D9 B12"', '<brk id="10"',
        '<oddHeader>&amp;L&amp;"黑体,常规"&amp;14 2026年清溪镇</oddHeader><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter><evenFooter>&amp;R5人</evenFooter>'],
      [workbook]: ['跨块!$A$3:$E$10,跨块!$A$12:$E$13<', '跨块!$A:$B,跨块!$3:$4<', 'OFFSET(跨块!$C$10,-1,0,2,1)<'],
      'xl/comments1.xml': ['<comment ref="B5"', '<comment ref="A12"'],
      'xl/drawings/vmlDrawing1.vml': ['<x:Row>4</x:Row>', '<x:Row>11</x:Row>', '2, 15, 11, 2, 4, 15, 13, 4'],
    },
  },
  {
    template: { name: '没有数据', sheets: [{ name: '空', head, rows: listHead + listRow + totals }], names: '<definedName name="得分">空!$C$5</definedName>' },
    mapping: emptyMapping, people: 0, changes: [sheet1, workbook], sums: [['空', 'D6', 'double']],
    says: { [sheet1]: ['<c r="B5" s="3"/>', '<f>SUM(C5:C5)</f>', '<row r="9"'], [workbook]: ['空!$C$5<'] },
  },
  {
    template: { name: '前缀与缩进', sheets: [{ name: '缩进', rows: `\n  ${row(1, words('A1', '{{乡镇}}'))}\n  ${row(2, formula('A2', '1+1', 2))}\n` }, { name: '别的', rows: `\n ${row(1, formula('A1', 'SUM(B1:B2)', 0), '\n', formula('C1', '缩进!A2', 2))}\n` }] },
    mapping: emptyMapping, people: 2, changes: [sheet1], sums: [],
    says: { [sheet1]: ['清溪镇', '\n  <row r="2" spans="1:6" ht="24" customHeight="1"><c r="A2" s="1"><f>1+1</f><v>2</v></c></row>\n</sheetData>'] },
  },
]
