/** Lets the user choose a backup file; null when he does not. The file is not read: a backup with attachments does not fit into the page. */
export function chooseBackup(): Promise<File | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = '.twbak'
  return new Promise((resolve) => {
    input.addEventListener('cancel', () => resolve(null))
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.click()
  })
}
