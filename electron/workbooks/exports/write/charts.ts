import JSZip from 'jszip'
import type { ChartModel } from '../model/model.ts'
import { cleanText } from '../model/clean-text.ts'

/**
 * The library writes no charts, so the parts of one are added to the finished package: the chart, the drawing that anchors it,
 * their relationships and content types. Element order follows the schema; Excel repairs files that do not.
 */
export interface SheetChart {
  /** Number of the sheet's part, from 1. */
  readonly sheetNumber: number
  readonly chart: ChartModel
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relationshipsSpace = 'http://schemas.openxmlformats.org/package/2006/relationships'
const chartSpace = 'http://schemas.openxmlformats.org/drawingml/2006/chart'
const drawingSpace = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const sheetDrawingSpace = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing'

function escapeXml(text: string): string {
  return cleanText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function richText(text: string, size: number): string {
  const font = '<a:latin typeface="黑体"/><a:ea typeface="黑体"/>'
  return `<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${String(size)}" b="0">${font}</a:defRPr></a:pPr><a:r><a:rPr lang="zh-CN" sz="${String(size)}" b="0">${font}</a:rPr><a:t>${escapeXml(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/>`
}

function points(values: readonly (string | number)[]): string {
  return `<c:ptCount val="${String(values.length)}"/>${values.map((value, index) => `<c:pt idx="${String(index)}"><c:v>${escapeXml(String(value))}</c:v></c:pt>`).join('')}`
}

function seriesXml(chart: ChartModel, series: ChartModel['series'][number], index: number): string {
  const { categories } = chart
  return [
    `<c:ser><c:idx val="${String(index)}"/><c:order val="${String(index)}"/>`,
    `<c:tx><c:v>${escapeXml(series.name)}</c:v></c:tx><c:invertIfNegative val="0"/>`,
    '<c:dLbls><c:numFmt formatCode="0.00" sourceLinked="0"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>',
    `<c:cat><c:strRef><c:f>${escapeXml(categories.range)}</c:f><c:strCache>${points(categories.texts)}</c:strCache></c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>${escapeXml(series.range)}</c:f><c:numCache><c:formatCode>0.00</c:formatCode>${points(series.values)}</c:numCache></c:numRef></c:val>`,
    '</c:ser>',
  ].join('')
}

function chartXml(chart: ChartModel): string {
  const [categoryAxis, valueAxis] = ['111111111', '222222222']
  const plot = [
    '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>',
    ...chart.series.map((series, index) => seriesXml(chart, series, index)),
    `<c:gapWidth val="80"/><c:axId val="${categoryAxis}"/><c:axId val="${valueAxis}"/></c:barChart>`,
    `<c:catAx><c:axId val="${categoryAxis}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="${valueAxis}"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>`,
    `<c:valAx><c:axId val="${valueAxis}"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines/><c:title>${richText(chart.axisTitle, 1000)}</c:title><c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="${categoryAxis}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`,
  ].join('')
  const legend = chart.series.length > 1 ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : ''
  return `${declaration}<c:chartSpace xmlns:c="${chartSpace}" xmlns:a="${drawingSpace}" xmlns:r="${office}"><c:roundedCorners val="0"/><c:chart><c:title>${richText(chart.title, 1400)}</c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
}

function drawingXml({ anchor, title }: ChartModel): string {
  const corner = (column: number, row: number): string =>
    `<xdr:col>${String(column)}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${String(row)}</xdr:row><xdr:rowOff>100000</xdr:rowOff>`
  return [
    `${declaration}<xdr:wsDr xmlns:xdr="${sheetDrawingSpace}" xmlns:a="${drawingSpace}"><xdr:twoCellAnchor>`,
    `<xdr:from>${corner(anchor.fromColumn, anchor.fromRow)}</xdr:from><xdr:to>${corner(anchor.toColumn, anchor.toRow)}</xdr:to>`,
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="${escapeXml(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
    `<a:graphic><a:graphicData uri="${chartSpace}"><c:chart xmlns:c="${chartSpace}" xmlns:r="${office}" r:id="rId1"/></a:graphicData></a:graphic>`,
    '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>',
  ].join('')
}

function relationships(entries: string): string {
  return `${declaration}<Relationships xmlns="${relationshipsSpace}">${entries}</Relationships>`
}

function relationship(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`
}

async function partText(zip: JSZip, name: string): Promise<string | null> {
  return (await zip.file(name)?.async('string')) ?? null
}

function insertBefore(text: string, marks: readonly string[], addition: string): string {
  const at = Math.min(...marks.map((mark) => text.lastIndexOf(mark)).filter((index) => index >= 0))
  if (!Number.isFinite(at)) throw new Error(`the package has no ${marks.join(' or ')}`)
  return text.slice(0, at) + addition + text.slice(at)
}

async function addChart(zip: JSZip, { sheetNumber, chart }: SheetChart, number: number): Promise<string> {
  const sheetName = `xl/worksheets/sheet${String(sheetNumber)}.xml`
  const sheetRelsName = `xl/worksheets/_rels/sheet${String(sheetNumber)}.xml.rels`
  const [drawing, chartPart] = [`xl/drawings/drawing${String(number)}.xml`, `xl/charts/chart${String(number)}.xml`]
  const sheet = (await partText(zip, sheetName)) ?? ''
  const sheetRels = (await partText(zip, sheetRelsName)) ?? relationships('')
  const toDrawing = relationship('rIdChart1', 'drawing', `../drawings/drawing${String(number)}.xml`)
  zip.file(sheetName, insertBefore(sheet, ['<legacyDrawing', '</worksheet>'], '<drawing r:id="rIdChart1"/>'))
  zip.file(sheetRelsName, insertBefore(sheetRels, ['</Relationships>'], toDrawing))
  zip.file(drawing, drawingXml(chart))
  zip.file(`xl/drawings/_rels/drawing${String(number)}.xml.rels`, relationships(relationship('rId1', 'chart', `../charts/chart${String(number)}.xml`)))
  zip.file(chartPart, chartXml(chart))
  const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`
  return override(drawing, 'drawing') + override(chartPart, 'drawingml.chart')
}

/** The package with the charts added. @throws Error when it lacks the parts every workbook has */
export async function addCharts(workbook: Buffer, charts: readonly SheetChart[]): Promise<Buffer> {
  const zip = await JSZip.loadAsync(workbook)
  let overrides = ''
  for (const [index, chart] of charts.entries()) overrides += await addChart(zip, chart, index + 1)
  const types = (await partText(zip, '[Content_Types].xml')) ?? ''
  zip.file('[Content_Types].xml', insertBefore(types, ['</Types>'], overrides))
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}
