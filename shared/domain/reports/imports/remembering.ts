/** The same function, asked once for each text: a column says few different things. Keeps at most `limit` answers. */
export function remembering<Answer>(ask: (text: string) => Answer, limit = 1_000): (text: string) => Answer {
  const answers = new Map<string, Answer>()
  return (text) => {
    const known = answers.get(text)
    if (known !== undefined) return known
    const answer = ask(text)
    if (answers.size < limit) answers.set(text, answer)
    return answer
  }
}
