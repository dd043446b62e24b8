/** The longest side of a picture as it is kept, in px: enough to read a photographed page. */
export const longestSide = 1920

/** Width and height of a picture shrunk to the longest side, proportions kept; never enlarged, never below one px. */
export function fittedSize(width: number, height: number, longest: number = longestSide): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
