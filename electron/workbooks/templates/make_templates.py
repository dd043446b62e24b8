"""Makes templates the way another program does, for the tests: `make_templates.py <folder> <seed>` writes three .xlsx files.

Each has a repeated row 6 of 结果汇总 with placeholders, totals in row 7, and parts the filling must leave alone.
"""
import random
import sys

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, DataBarRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

folder, seed = sys.argv[1], int(sys.argv[2])
chance = random.Random(seed)
line = Side(style="thin")


def sheet_of(book, title):
    sheet = book.active
    sheet.title = title
    sheet["A1"] = "{{周期}}干部考核结果上报表"
    sheet.merge_cells("A1:F1")
    sheet["A1"].font = Font(name="方正小标宋简体", size=20, bold=True)
    sheet["A1"].alignment = Alignment(horizontal="center")
    sheet["A2"] = "填报单位：{{填报单位}}"
    sheet["E2"] = "{{填报日期}}"
    sheet["E2"].number_format = 'yyyy"年"m"月"d"日"'
    for column, (upper, lower) in enumerate([("序号", None), ("基本情况", "姓名"), (None, "身份证号"), ("考核", "得分"), (None, "等次"), ("备注", None)], start=1):
        sheet.cell(4, column, upper)
        sheet.cell(5, column, lower)
    for merged in ["A4:A5", "B4:C4", "D4:E4", "F4:F5"]:
        sheet.merge_cells(merged)
    for column, value in enumerate(["{{结果汇总.序号}}", "{{结果汇总.姓名}}", "{{结果汇总.身份证号}}", "{{结果汇总.总分}}", '=IF(D6>=90,"好","一般")', None], start=1):
        cell = sheet.cell(6, column, value)
        cell.border = Border(left=line, right=line, top=line, bottom=line)
        cell.fill = PatternFill("solid", fgColor="%06X" % chance.randrange(0xC0C0C0, 0xFFFFFF))
    sheet["A7"] = "合计"
    sheet["D7"] = "=SUM(D6:D6)"
    sheet["E7"] = '=COUNTIF(E6:E6,"好")'
    sheet["A9"] = "单位负责人（签字）："
    sheet["D9"] = "填表人：{{填表人}}"
    sheet.freeze_panes = "C6"
    sheet.print_title_rows = "4:5"
    sheet.print_area = "A1:F9"
    sheet.page_setup.orientation = "landscape"
    sheet.oddFooter.center.text = "第 &P 页 共 &N 页"
    for column in range(1, 7):
        sheet.column_dimensions[get_column_letter(column)].width = chance.randrange(8, 22)
    return sheet


def lists():
    book = openpyxl.Workbook()
    sheet = sheet_of(book, "上报表")
    codes = book.create_sheet("代码")
    codes.append(["优秀"])
    codes.append(["称职"])
    codes.sheet_state = "hidden"
    choice = DataValidation(type="list", formula1="代码!$A$1:$A$2", allow_blank=True)
    choice.add("F6")
    sheet.add_data_validation(choice)
    sheet.conditional_formatting.add("D6:D6", CellIsRule(operator="lessThan", formula=["60"], font=Font(color="FFC00000")))
    sheet.conditional_formatting.add("D6:D7", DataBarRule(start_type="min", end_type="max", color="FF638EC6"))
    sheet["A7"].comment = Comment("此行自动计算", "县考评办")
    sheet["F9"].hyperlink = "https://example.gov.cn/"
    sheet.protection.sheet = True
    book.defined_names["总分合计"] = DefinedName("总分合计", attr_text="上报表!$D$7")
    other = book.create_sheet("汇总")
    other["A1"] = "=上报表!D7"
    other["A2"] = "=总分合计/COUNT(上报表!D6:D6)"
    return book


def charts():
    book = openpyxl.Workbook()
    sheet = sheet_of(book, "图 与 表")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=4, min_row=6, max_row=6))
    chart.set_categories(Reference(sheet, min_col=2, min_row=6, max_row=6))
    sheet.add_chart(chart, "A12")
    return book


def tables():
    book = openpyxl.Workbook()
    sheet = sheet_of(book, "表")
    for merged in ["A4:A5", "B4:C4", "D4:E4", "F4:F5"]:
        sheet.unmerge_cells(merged)
    for column, title in enumerate(["序号", "姓名", "证件", "得分", "等次", "备注"], start=1):
        sheet.cell(5, column, title)
    sheet.add_table(Table(displayName="成绩", ref="A5:F6"))
    sheet.row_dimensions.group(2, 3, outline_level=1, hidden=True)
    return book


for name, make in {"lists": lists, "charts": charts, "tables": tables}.items():
    make().save(f"{folder}/{name}.xlsx")
