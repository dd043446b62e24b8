/** All that `electron` is in a utility process. An import of anything else (safeStorage, BrowserWindow, …) fails, as it does there. */
export const net = {}
export const systemPreferences = {}
