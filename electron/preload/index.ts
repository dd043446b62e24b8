/**
 * The only script between the page and Electron: sandboxed, with a world of its own. It exposes `window.desktop`
 * and passes the port to the host on to the page; it knows neither files nor keys.
 */
import { contextBridge, ipcRenderer } from 'electron'
import { desktopChannels, portMessage, type BegunSave, type DesktopBridge } from '../../shared/contract/desktop.ts'

const bridge: DesktopBridge = {
  openFile: (choice) => ipcRenderer.invoke(desktopChannels.openFile, choice),
  openFiles: (choice) => ipcRenderer.invoke(desktopChannels.openFiles, choice),
  saveFile: (file) => ipcRenderer.invoke(desktopChannels.saveFile, file),
  saveLarge: async (suggestedName) => {
    const begun: BegunSave = await ipcRenderer.invoke(desktopChannels.beginSave, suggestedName)
    if (begun.kind !== 'begun') return begun
    const { id } = begun
    return {
      kind: 'begun',
      write: (bytes) => ipcRenderer.invoke(desktopChannels.writeSave, { id, bytes }),
      finish: () => ipcRenderer.invoke(desktopChannels.endSave, { id, isWhole: true }),
      abandon: () => ipcRenderer.invoke(desktopChannels.endSave, { id, isWhole: false }),
    }
  },
  print: (paper) => ipcRenderer.invoke(desktopChannels.print, paper ?? null),
  savePdf: (suggestedName) => ipcRenderer.invoke(desktopChannels.savePdf, suggestedName),
  notify: (notice) => ipcRenderer.send(desktopChannels.notify, notice),
  onLock: (listener) => {
    // The event of Electron stays here: through its sender the page would reach every channel.
    const hear = () => listener()
    ipcRenderer.on(desktopChannels.lock, hear)
    return () => {
      ipcRenderer.off(desktopChannels.lock, hear)
    }
  },
  requestPort: () => ipcRenderer.send(desktopChannels.requestPort),
}

// A foreign document would get nothing, even if one ever came into the window.
if (window.location.protocol === 'app:' && window.location.host === 'main' && window === window.top) {
  contextBridge.exposeInMainWorld('desktop', bridge)
  ipcRenderer.on(desktopChannels.port, (event) => window.postMessage(portMessage, window.location.origin, event.ports))
}
