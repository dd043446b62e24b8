import { describe, expect, test } from 'vitest'
import { withProgress } from './progress.ts'

describe('a long piece of work as a stream', () => {
  test('gives each report in order and the result last', async () => {
    const heard: unknown[] = []
    for await (const value of withProgress<number, string>(undefined, (report) => {
      report(1)
      report(2)
      return Promise.resolve('done')
    }))
      heard.push(value)
    expect(heard).toEqual([1, 2, 'done'])
  })

  test('fails as the work does, after its reports', async () => {
    const heard: unknown[] = []
    const stream = withProgress<number, string>(undefined, async (report) => {
      report(1)
      await Promise.resolve()
      throw new Error('broken')
    })
    await expect(
      (async () => {
        for await (const value of stream) heard.push(value)
      })(),
    ).rejects.toThrow('broken')
    expect(heard).toEqual([1])
  })

  test.each(['by the caller’s signal', 'by no longer listening'])('is cancelled %s, and only then over', async (how) => {
    const caller = new AbortController()
    let ended = false
    const stream = withProgress<number, string>(caller.signal, async (report, signal) => {
      report(1)
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
      await Promise.resolve()
      ended = true
      return 'too late'
    })
    expect((await stream.next()).value).toBe(1)
    if (how === 'by the caller’s signal') caller.abort()
    await stream.return()
    expect(ended).toBe(true)
  })
})
