import { Component, type ErrorInfo, type ReactNode } from 'react'
import { Failure } from '../ui/Failure.tsx'
import { shellWords } from './vocabulary.ts'

interface ErrorScreenProps {
  readonly children: ReactNode
}

interface ErrorScreenState {
  readonly failed: boolean
}

/** A mistake of a screen takes neither the window nor the data with it. */
export class ErrorScreen extends Component<ErrorScreenProps, ErrorScreenState> {
  override state: ErrorScreenState = { failed: false }

  static getDerivedStateFromError(): ErrorScreenState {
    return { failed: true }
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    reportError(new Error(`${error.message}${info.componentStack ?? ''}`, { cause: error }))
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return <Failure sentence={shellWords.screenFailed} onRetry={() => this.setState({ failed: false })} />
  }
}
