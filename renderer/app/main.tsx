import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiContext, createApi } from '../api/api.ts'
import { createNavigation, NavigationContext } from '../api/place.ts'
import { App } from './App.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')

const api = createApi()

createRoot(root).render(
  <StrictMode>
    <ApiContext value={api}>
      <NavigationContext value={createNavigation()}>
        <QueryClientProvider client={api.queries}>
          <App />
        </QueryClientProvider>
      </NavigationContext>
    </ApiContext>
  </StrictMode>,
)
