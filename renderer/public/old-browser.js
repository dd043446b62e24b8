// A browser without color-mix() is older than Chromium 111, which this program needs; it runs before everything else.
if (!(window.CSS && CSS.supports && CSS.supports('color', 'color-mix(in srgb, red, blue)'))) {
  document.title = '浏览器版本过低'
  document.documentElement.innerHTML = '<body style="font:16px/2 sans-serif;padding:3em"><h1>浏览器版本过低</h1><p>本程序需要 Chromium、Chrome 或 Edge 111 以上版本，请升级浏览器后重新打开。</p></body>'
}
