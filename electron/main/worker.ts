/** The entry of a utility process that reads or writes files for the host; the host names the work. */
const entry = process.argv.find((argument) => argument.startsWith('--entry='))?.slice('--entry='.length)

switch (entry) {
  case 'parse-worker':
    await import('../workbooks/parse-worker.ts')
    break
  case 'export-worker':
    await import('../workbooks/exports/write/export-worker.ts')
    break
  case 'template-worker':
    await import('../workbooks/templates/template-worker.ts')
    break
  case 'document-worker':
    await import('../workbooks/documents/document-worker.ts')
    break
  case 'books-worker':
    await import('../workbooks/score-books/books-worker.ts')
    break
  default:
    process.exit(2)
}
