"""What other libraries take for the same work, each run in a process of its own; imports are not counted.

xlsxwriter ROWS.json COUNT OUT   writes COUNT rows, the given ones over and over, with constant_memory
openpyxl   ROWS.json COUNT OUT   the same with write_only
read       BOOK                  reads every cell with read_only

ROWS.json: {"widths": [...], "heights": [...], "rows": [[{"kind", "value", "style"}]], "styles": [{"align", "format", "font", "size"}]}
Prints {"seconds", "peakMB"}.
"""
import json
import resource
import sys
import time


def with_xlsxwriter(given, count, out):
    import xlsxwriter

    def run():
        book = xlsxwriter.Workbook(out, {"constant_memory": True})
        sheet = book.add_worksheet("台账")
        formats = [
            book.add_format({"font_name": s["font"], "font_size": s["size"], "align": s["align"], "valign": "vcenter", "text_wrap": True, "border": 1, **({"num_format": s["format"]} if s["format"] else {})})
            for s in given["styles"]
        ]
        for index, width in enumerate(given["widths"]):
            sheet.set_column(index, index, width)
        rows, heights = given["rows"], given["heights"]
        for number in range(count):
            at = number % len(rows)
            sheet.set_row(number, heights[at])
            for column, cell in enumerate(rows[at]):
                style = formats[cell["style"]]
                if cell["kind"] == "text":
                    sheet.write_string(number, column, cell["value"], style)
                elif cell["kind"] == "number":
                    sheet.write_number(number, column, cell["value"], style)
                else:
                    sheet.write_blank(number, column, None, style)
        book.close()

    return run


def with_openpyxl(given, count, out):
    import openpyxl
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.utils import get_column_letter

    def run():
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet("台账")
        thin = Side(style="thin")
        styles = [
            (Font(name=s["font"], size=s["size"]), Alignment(horizontal=s["align"], vertical="center", wrap_text=True), Border(left=thin, right=thin, top=thin, bottom=thin), s["format"] or "General")
            for s in given["styles"]
        ]
        # Styles are looked up once, as its documentation advises for long sheets.
        looks = []
        for font, alignment, border, number_format in styles:
            like = WriteOnlyCell(sheet)
            like.font, like.alignment, like.border, like.number_format = font, alignment, border, number_format
            looks.append(like._style)
        for index, width in enumerate(given["widths"]):
            sheet.column_dimensions[get_column_letter(index + 1)].width = width
        rows, heights = given["rows"], given["heights"]
        for number in range(count):
            at = number % len(rows)
            sheet.row_dimensions[number + 1].height = heights[at]
            cells = []
            for cell in rows[at]:
                made = WriteOnlyCell(sheet, value=cell["value"] if cell["kind"] != "empty" else None)
                made._style = looks[cell["style"]]
                cells.append(made)
            sheet.append(cells)
        book.save(out)

    return run


def reading(path):
    import openpyxl

    def run():
        book = openpyxl.load_workbook(path, read_only=True)
        for sheet in book:
            for row in sheet.iter_rows(values_only=True):
                for _ in row:
                    pass

    return run


mode = sys.argv[1]
if mode == "read":
    work = reading(sys.argv[2])
else:
    with open(sys.argv[2], encoding="utf-8") as file:
        given = json.load(file)
    work = {"xlsxwriter": with_xlsxwriter, "openpyxl": with_openpyxl}[mode](given, int(sys.argv[3]), sys.argv[4])
began = time.perf_counter()
work()
json.dump({"seconds": time.perf_counter() - began, "peakMB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}, sys.stdout)
