/** 1234567 → 1.2 MB */
export function sizeText(bytes: number): string {
  if (bytes < 1024 * 1024) return `${String(Math.max(1, Math.round(bytes / 1024)))} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
