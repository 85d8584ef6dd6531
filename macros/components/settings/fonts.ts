/** Whether a font is on this computer: its letters are then as wide with any font to fall back on. */

const LETTERS = "mmmiiiWW@かなアイABCあのるをぷ";

export function isInstalled(font: string): boolean {
  const pen = document.createElement("canvas").getContext("2d");
  if (!pen) return true;
  const width = (family: string): number => {
    pen.font = `64px ${family}`;
    return pen.measureText(LETTERS).width;
  };
  return ["monospace", "serif"].every((other) => width(`"${font}", ${other}`) !== width(other));
}
