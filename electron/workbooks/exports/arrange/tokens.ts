/** `{township}` and the like replaced by what the export knows; an unknown token becomes nothing. */
export function fillTokens(template: string, tokens: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => (Object.hasOwn(tokens, name) ? (tokens[name] ?? '') : ''))
}
