/** Opens the palette without loading it: its code comes with the keyboard, after the first screen. */
let open: () => void = () => {};

export const openPalette = () => open();

export function mountPalette(opener: () => void): void {
  open = opener;
}
