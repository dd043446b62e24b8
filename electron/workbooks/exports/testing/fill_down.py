"""Fills rows of a sheet down in LibreOffice, as a person does: `fill_down.py <soffice> <profile> <source> <target> <sheet> <first> <height> <copies>`.

Rows are counted from 1. The profile and the files are URLs. Prints nothing; what stands in the target is LibreOffice's own result.
"""
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

soffice, profile, source, target, name = sys.argv[1:6]
first, height, copies = (int(text) for text in sys.argv[6:9])
pipe = f"fill-down-{time.time_ns()}"


def option(key, value):
    return PropertyValue(Name=key, Value=value)


def connect(office):
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    until = time.monotonic() + 60
    while time.monotonic() < until and office.poll() is None:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.2)
    raise SystemExit("LibreOffice did not answer")


office = subprocess.Popen([soffice, "--headless", "--norestore", f"-env:UserInstallation={profile}", f"--accept=pipe,name={pipe};urp;"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
try:
    context = connect(office)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL(source, "_blank", 0, (option("Hidden", True),))
    sheet = document.Sheets.getByName(name)
    sheet.Rows.insertByIndex(first - 1 + height, (copies - 1) * height)
    block = sheet.getCellRangeByPosition(0, first - 1, 99, first + height - 2).RangeAddress
    for copy in range(1, copies):
        sheet.copyRange(sheet.getCellByPosition(0, first - 1 + copy * height).CellAddress, block)
    document.storeToURL(target, (option("FilterName", "Calc MS Excel 2007 XML"),))
    document.close(True)
    desktop.terminate()
    office.wait(30)
finally:
    if office.poll() is None:
        office.kill()
