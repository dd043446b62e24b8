"""Reads and changes workbooks for the tests, so that what another program understands is what is compared.

read   files...            → JSON on stdout: {file: {sheet: {cell: {"type": "text|number|formula|date|other", "value": …}}}}
values files...            → the same with cached values in place of formulas
change (JSON on stdin)     → [{"source", "target", "sheet", "row", "column", "value", "isDay"}], each a copy with one cell changed
"""
import datetime
import json
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
else:
    json.dump({path: cells_of(path, mode == "values") for path in files}, sys.stdout)
