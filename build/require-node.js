/** Loaded before every program of the project: TypeScript runs unbuilt, which takes this Node. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(`需要 Node 22.18 以上版本，当前为 ${process.versions.node}，请升级 Node 后重试。\n`)
  process.exit(1)
}
