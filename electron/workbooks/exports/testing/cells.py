"""Reads and changes workbooks for the tests, so that what another program understands is what is compared.

read   files...            → JSON on stdout: {file: {sheet: {cell: {"type": "text|number|formula|date|other", "value": …}}}}
values files...            → the same with cached values in place of formulas
forms  files...            → how each sheet looks and prints: {file: [{"sheet", "title", "headings", "widths", "merges", …}]}
change (JSON on stdin)     → [{"source", "target", "sheet", "row", "column", "value", "isDay"}], each a copy with one cell changed
"""
import datetime
import json
import re
import sys

import openpyxl


def described(cell):
    value = cell.value
    if cell.data_type == "f":
        return {"type": "formula", "value": str(value)}
    if isinstance(value, bool):
        return {"type": "other", "value": str(value)}
    if isinstance(value, (datetime.datetime, datetime.date)):
        return {"type": "date", "value": value.strftime("%Y-%m-%d")}
    if isinstance(value, (int, float)):
        return {"type": "number", "value": value}
    return {"type": "text", "value": value}


def cells_of(path, data_only):
    workbook = openpyxl.load_workbook(path, data_only=data_only, read_only=True)
    return {
        sheet.title: {cell.coordinate: described(cell) for row in sheet.iter_rows() for cell in row if cell.value is not None}
        for sheet in workbook
    }


def heading_rows(sheet):
    """Rows repeated on each page, as (first, last); none where the sheet has no table of its own."""
    found = re.fullmatch(r"\$?(\d+):\$?(\d+)", sheet.print_title_rows or "")
    return (int(found.group(1)), int(found.group(2))) if found else None


def form_of(sheet):
    rows = heading_rows(sheet)
    last = rows[1] if rows else 3
    texts = lambda row: [str(cell.value) for cell in sheet[row] if cell.value is not None]
    setup, margins = sheet.page_setup, sheet.page_margins
    return {
        "sheet": sheet.title,
        "title": sheet["A1"].value,
        "headings": [texts(row) for row in range(rows[0], rows[1] + 1)] if rows else [],
        "widths": {letter: round(column.width, 2) for letter, column in sorted(sheet.column_dimensions.items()) if not column.hidden},
        "hidden": sorted(letter for letter, column in sheet.column_dimensions.items() if column.hidden),
        "merges": sorted(str(area) for area in sheet.merged_cells.ranges if area.min_row <= last),
        "paper": setup.paperSize,
        "orientation": setup.orientation,
        "fit": [sheet.sheet_properties.pageSetUpPr.fitToPage, setup.fitToWidth, setup.fitToHeight],
        "repeated": sheet.print_title_rows,
        "frozen": sheet.freeze_panes,
        "margins": [round(value * 25.4, 1) for value in (margins.left, margins.right, margins.top, margins.bottom, margins.header, margins.footer)],
        "foot": sheet.oddFooter.center.text,
    }


def change(tasks):
    workbooks = {}
    for task in tasks:
        source = task["source"]
        workbook = workbooks.get(source) or openpyxl.load_workbook(source)
        workbooks[source] = workbook
        value = task["value"]
        if task["isDay"]:
            value = datetime.datetime(1899, 12, 30) + datetime.timedelta(days=value)
        cell = workbook[task["sheet"]].cell(task["row"], task["column"])
        before, cell.value = cell.value, value
        workbook.save(task["target"])
        cell.value = before


mode, files = sys.argv[1], sys.argv[2:]
if mode == "change":
    change(json.load(sys.stdin))
elif mode == "forms":
    json.dump({path: [form_of(sheet) for sheet in openpyxl.load_workbook(path)] for path in files}, sys.stdout)
else:
    json.dump({path: cells_of(path, mode == "values") for path in files}, sys.stdout)
