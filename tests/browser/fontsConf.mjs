/** Families that pages ask for and a bare machine does not have; all of them are answered by the one Chinese font. */
const ALIASED = [
  'sans-serif',
  'serif',
  'monospace',
  'system-ui',
  'Microsoft YaHei',
  'PingFang SC',
  'Noto Sans SC',
  'Noto Sans CJK SC',
  'Source Han Sans SC',
  'SimSun',
  'SimHei',
]

/** The family name inside the fonts of `@embedpdf/fonts-sc`. */
const CHINESE = 'Noto Sans S Chinese'

/** @param {string} text */
const xml = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/**
 * A fontconfig file that knows only the given folders, so that pictures do not depend on the machine's own fonts.
 *
 * @param {readonly string[]} fontFolders
 * @param {string} cacheFolder a folder fontconfig may write into
 * @returns {string}
 */
export function fontsConf(fontFolders, cacheFolder) {
  const dirs = fontFolders.map((folder) => `  <dir>${xml(folder)}</dir>`)
  const aliases = ALIASED.map(
    (family) =>
      `  <alias binding="same"><family>${family}</family><prefer><family>${CHINESE}</family><family>Open Sans</family></prefer></alias>`,
  )
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...dirs,
    `  <cachedir>${xml(cacheFolder)}</cachedir>`,
    ...aliases,
    '</fontconfig>',
    '',
  ].join('\n')
}
