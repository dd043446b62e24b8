import type { Configuration } from 'electron-builder'
import { fuses } from './fuses.ts'

/**
 * What goes into a package: the built program, the files it reads at run time, and the database driver for the one platform.
 * Every other dependency is bundled into `out/`, so no module is packed twice.
 */
export const packaging: Configuration = {
  appId: 'cn.township.modules',
  productName: '乡镇模块化运行平台',
  executableName: 'township-modules',
  artifactName: 'township-modules-${version}-${os}-${arch}.${ext}',
  copyright: 'MIT',
  // A package of Debian must name a place to ask; whoever publishes one puts the own in.
  extraMetadata: { homepage: 'https://township-modules.invalid/', author: { name: 'township-modules', email: 'admin@township-modules.invalid' } },
  directories: { output: 'dist', buildResources: 'resources/icons' },
  files: [
    'package.json',
    'LICENSE',
    'out/**/*',
    'electron/db/migrations/*.sql',
    'resources/layouts/**/*',
    'resources/documents/**/*',
    'resources/registers/**/*',
    'resources/calendar/**/*',
    'resources/demo/**/*',
    'resources/help/**/*',
    'resources/icons/256.png',
    {
      from: 'node_modules/better-sqlite3',
      to: 'node_modules/better-sqlite3',
      filter: ['package.json', 'LICENSE', 'lib/**/*.js'],
    },
  ],
  asar: { smartUnpack: false },
  asarUnpack: ['node_modules/better-sqlite3/prebuilds/*.node'],
  // The driver brings a binary for every platform: there is nothing to install or to rebuild, and no other module to pack.
  beforeBuild: () => Promise.resolve(false),
  electronLanguages: ['zh-CN', 'en-US'],
  electronFuses: fuses,
  publish: null,
  win: {
    files: driverOf('win32'),
    target: [
      { target: 'nsis', arch: ['x64', 'arm64'] },
      { target: 'portable', arch: ['x64'] },
    ],
    icon: 'resources/icons/icon.ico',
  },
  nsis: { oneClick: false, perMachine: false, allowElevation: false, allowToChangeInstallationDirectory: true, installerLanguages: ['zh_CN'], language: '2052', deleteAppDataOnUninstall: false, shortcutName: '乡镇模块化运行平台' },
  portable: { artifactName: 'township-modules-${version}-portable.${ext}' },
  linux: {
    files: driverOf('linux'),
    target: [
      { target: 'deb', arch: ['x64', 'arm64'] },
      { target: 'AppImage', arch: ['x64', 'arm64'] },
    ],
    icon: 'resources/icons/1024.png',
    category: 'Office',
    synopsis: '乡镇（街道）按模块运行的桌面软件',
    desktop: { entry: { Name: '乡镇模块化运行平台', StartupWMClass: 'township-modules' } },
  },
  mac: { files: driverOf('darwin'), target: [{ target: 'dmg', arch: ['x64', 'arm64'] }], icon: 'resources/icons/icon.icns', category: 'public.app-category.business', electronLanguages: ['zh_CN', 'en'] },
}

/** The driver's binary for the system that is packed for; `${platform}` would be the one that packs. */
function driverOf(platform: 'win32' | 'linux' | 'darwin') {
  return [{ from: 'node_modules/better-sqlite3/prebuilds', to: 'node_modules/better-sqlite3/prebuilds', filter: [`${platform}-\${arch}.node`] }]
}
