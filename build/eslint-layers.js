import path from 'node:path'
import { arrows, owners } from './layers.js'
import { upwardImport } from './structure.js'

const layerNames = Object.keys(arrows)

/** @param {string} file path relative to the project, with forward slashes */
function layerOf(file) {
  return layerNames.find((name) => file.startsWith(`${name}/`))
}

/** @type {import('eslint').Rule.RuleModule} Reports an import against the arrows of `layers.js`, saying what is allowed. */
export const layers = {
  meta: { type: 'problem', schema: [], messages: {
    arrow: '{{from}} may not import {{to}}; it may import: {{allowed}}.',
    district: '{{why}}',
    owner: 'Only {{only}} may import {{name}}.',
  } },
  create(context) {
    const file = path.relative(context.cwd, context.filename).replaceAll('\\', '/')
    const from = layerOf(file)
    const isTest = /\.(test|spec)\.tsx?$/.test(file)
    const helpsTests = /\.testing\.tsx?$|\/(testing|fuzz|gallery)\//.test(file)

    /** @param {import('estree').Node} node @param {unknown} source */
    function check(node, source) {
      if (typeof source !== 'string') return
      if (source.startsWith('.')) {
        const target = path.posix.join(path.posix.dirname(file), source)
        const why = isTest || helpsTests ? null : upwardImport(file, target)
        if (why !== null) context.report({ node, messageId: 'district', data: { why } })
        const to = layerOf(target)
        if (!from || !to || to === from || isTest) return
        const allowed = arrows[from] ?? []
        if (!allowed.includes(to)) context.report({ node, messageId: 'arrow', data: { from, to, allowed: allowed.join(', ') || 'nothing' } })
        return
      }
      if (!/^(electron|shared|renderer)\//.test(file) || isTest) return
      for (const { packages, only } of owners) {
        if (packages.test(source) && !only.some((layer) => file.startsWith(layer))) {
          context.report({ node, messageId: 'owner', data: { name: source, only: only.join(', ') } })
          return
        }
      }
    }

    return {
      ImportDeclaration: (node) => check(node, node.source.value),
      ExportNamedDeclaration: (node) => node.source && check(node, node.source.value),
      ExportAllDeclaration: (node) => check(node, node.source.value),
      ImportExpression: (node) => node.source.type === 'Literal' && check(node, node.source.value),
    }
  },
}
