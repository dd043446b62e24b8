/** The entry of a utility process that reads or writes files for the host; the host names the work. */
const entry = process.argv.find((argument) => argument.startsWith('--entry='))?.slice('--entry='.length)

switch (entry) {
  case 'parse-worker':
    await import('../workbooks/import/parse-worker.ts')
    break
  case 'export-worker':
    await import('../workbooks/export/write/export-worker.ts')
    break
  case 'template-worker':
    await import('../workbooks/template/template-worker.ts')
    break
  case 'document-worker':
    await import('../workbooks/word/document-worker.ts')
    break
  case 'books-worker':
    await import('../workbooks/score-book/books-worker.ts')
    break
  default:
    process.exit(2)
}
