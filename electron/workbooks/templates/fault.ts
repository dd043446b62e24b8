/** What makes a template impossible to fill: one Chinese sentence. Thrown in the writing process, told by the core. */
export class TemplateFault extends Error {
  override readonly name = 'TemplateFault'
  readonly code = templateFaultCode
}

export const templateFaultCode = 'TEMPLATE_FAULT'
