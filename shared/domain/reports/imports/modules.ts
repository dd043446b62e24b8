import { compact } from '../../cells/clean-text.ts'
import type { ModuleName } from './types.ts'

const ordinal = /^(?:\(?[一二三四五六七八九十\d]{1,3}[)、.]|第[一二三四五六七八九十]+[、.]?)/u
const ending = /(?:功能)?模块$/u
const bracketed = /\((.*?)\)/gu

function bare(text: string): string {
  return text.replace(/[\p{P}\p{S}]/gu, '').replace(ending, '')
}

/** Every way a text may name one module: as it is, without 模块, without a bracket, by the bracket. */
function candidates(text: string): readonly string[] {
  const plain = compact(text).replace(ordinal, '')
  const inside = [...plain.matchAll(bracketed)].map((match) => match[1] ?? '')
  return [plain, plain.replace(bracketed, ''), ...inside].map(bare).filter((name) => name !== '')
}

/** What a title of people or tasks ends with. */
const titled = /(?:名单|名册|花名册|人员|干部|成员|任务|清单|台账|表)(?:\(.*\))?$/u
/** A title of several modules, though it names one. */
const ofSeveral = /等|各|全镇|全乡|全街道|所有/u

/** Modules by the titles that stand above their rows: as `moduleIndex`, and `清溪镇大党建模块人员名单` by the one module it names. */
export function titleIndex(modules: readonly ModuleName[]): ModuleIndex {
  const named = moduleIndex(modules)
  return (text) => {
    const exact = named(text)
    const plain = compact(text)
    if (exact !== null || plain.length > 40 || !titled.test(plain) || ofSeveral.test(plain)) return exact
    const within = modules.filter(({ name, aliases }) => [name, ...aliases].some((one) => one.length > 2 && plain.includes(compact(one))))
    return within.length === 1 ? (within[0] ?? null) : null
  }
}

/** Modules by their names and aliases, for as many look-ups as a file has rows. */
export type ModuleIndex = (text: string) => ModuleName | null

/**
 * `大治理模块`, `大经济(大生态)`, `一、大党建（12人）` find their module by name or alias; `党建` finds 大党建.
 * A text that names two modules, or none, finds nothing.
 */
export function moduleIndex(modules: readonly ModuleName[]): ModuleIndex {
  const byName = new Map<string, Set<ModuleName>>()
  const add = (name: string, module: ModuleName) => byName.set(name, (byName.get(name) ?? new Set()).add(module))
  for (const module of modules) {
    for (const name of [module.name, ...module.aliases].flatMap(candidates)) {
      add(name, module)
      if (name.startsWith('大') && name.length > 2) add(name.slice(1), module)
    }
  }
  return (text) => {
    for (const name of candidates(text)) {
      const [module, ...others] = byName.get(name) ?? []
      if (module) return others.length === 0 ? module : null
    }
    return null
  }
}
