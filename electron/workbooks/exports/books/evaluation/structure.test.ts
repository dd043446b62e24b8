import { describe, expect, it } from 'vitest'
import { readLayout } from '../../layout/read-layout.ts'
import { bookData, quarterCase } from '../../testing/case-data.ts'
import { sheetSummaries } from '../../testing/summary.ts'
import { temporaryFolder } from '../../testing/temp-folder.ts'
import { writeWorkbook } from '../../write/write-workbook.ts'
import { evaluationWorkbook } from './book.ts'

const file = temporaryFolder()

const person = ['序号', '姓名']
const landscape = '9 landscape 1x0'
const footer = '&C第 &P 页 共 &N 页'
const fonts = { titleFont: '方正小标宋简体 20', headerFont: '黑体', footer }
const period = '清溪镇2026年第一季度'

describe('四维综合考评工作簿', () => {
  it('has the sheets, headings and print set-up a township sends up', async () => {
    await writeWorkbook(evaluationWorkbook(bookData(quarterCase('worked-example')), await readLayout('evaluation')), file('book.xlsx'))
    expect(await sheetSummaries(file('book.xlsx'))).toEqual([
      {
        ...fonts, name: '结果汇总', title: `${period}四维综合考评结果汇总表`, hidden: 18, print: `${landscape} rows 3:3`, frozen: '2,3',
        headings: [
          ...person, '性别', '所在模块', '岗位', '人员身份', '考核类别', '序列', '岗位赋分', '模块评分', '组团积分', '专项加分', '扣分', '总分',
          '全镇排名', '模块排名', '序列排名', '建议等次', '审定等次', '备注',
        ],
      },
      {
        ...fonts, name: '岗位赋分明细', title: `${period}岗位赋分明细表`, hidden: 3, print: `${landscape} rows 3:4`, frozen: '2,4',
        headings: [...person, '模块', '岗位', '起止', '天数', '岗位分', '折算', '备注'],
      },
      {
        ...fonts, name: '模块评分明细', title: `${period}模块评分明细表`, hidden: 19, print: `${landscape} rows 3:4`, frozen: '2,4',
        headings: [
          ...person, '模块', '天数', '模块长评价', '模块均分', '校正系数', 'PK系数', '校正后', '评价得分', '任务推进', '互评(票/均分)', '领导评分',
          '缺分处理', '合计', '备注',
        ],
      },
      {
        ...fonts, name: '任务推进计分', title: `${period}任务推进计分表`, hidden: 3, print: `${landscape} rows 3:3`, frozen: '2,3',
        headings: [...person, '任务编号', '名称', '主/协', '权重', '应办结', '实办结', '逾期天数', '驳回', '质量', '因子', '基数', '贡献', '备注'],
      },
      {
        ...fonts, name: '组团积分明细', title: `${period}组团积分明细表`, hidden: 4, print: `${landscape} rows 3:4`, frozen: '2,4',
        headings: [
          ...person, '模块', '所联村', '名次', '联村天数', '村得分', '结果分', '履职数量', '积分', '在团天数', '请假天数', '履职天数', '目标', '履职分',
          '合计', '备注',
        ],
      },
      {
        ...fonts, name: '专项加分', title: `${period}专项加分明细表`, hidden: 5, print: `${landscape} rows 3:3`, frozen: '2,3',
        headings: [...person, '模块', '类别', '项目', '角色/级别', '组等次', '起', '止', '天数', '次数', '得分', '是否计入', '计分', '备注'],
      },
      {
        ...fonts, name: '扣分及豁免', title: `${period}扣分及豁免明细表`, hidden: 6, print: `${landscape} rows 3:3`, frozen: '2,3',
        headings: [...person, '模块', '事项', '编号', '日期', '是否豁免', '认定', '次数', '本年次序', '扣分', '备注'],
      },
      {
        ...fonts, name: '模块对比', title: `${period}各模块四维考评对比表`, hidden: 1, print: `${landscape} rows 3:3`, frozen: '2,3',
        headings: ['序号', '模块', '人数', '岗位赋分', '模块评分', '组团积分', '专项加分', '扣分', '平均总分', '名次', '“好”人数', '“好”占比', '备注'],
      },
      {
        ...fonts, name: '等次统计与名额', title: `${period}等次统计与名额表`, hidden: 1, print: `${landscape} rows 3:4`, frozen: '2,4',
        headings: ['序号', '序列', '参评人数', '参加评等人数', '名额比例', '名额计算', '名额', '“好”候选人数', '建议等次', '审定等次', '同分待议', '备注'],
      },
      {
        ...fonts, name: '公示表', title: `${period}四维综合考评结果公示表`, hidden: 0, print: `${landscape} rows 3:3`, frozen: '2,3',
        headings: [...person, '所在模块', '序列', '总分', '全镇排名', '模块排名', '序列排名', '等次', '备注'],
      },
      { ...fonts, name: '参数', title: `${period}四维综合考评参数表`, hidden: 0, print: `${landscape} rows 43:43`, frozen: '-', headings: ['序号', '类别', '项目', '全部类别'] },
      { ...fonts, name: '元数据', title: '导出文件元数据', hidden: 0, print: `${landscape} rows 3:3`, frozen: '0,3', headings: ['序号', '项目', '内容'] },
    ])
  })
})
