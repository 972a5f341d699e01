/** Makes a drawing one picture for screen readers, told in these words. */
export const pictureProps = (words: string): object =>
  process.env.TARO_ENV === 'h5' ? { role: 'img', 'aria-label': words } : { ariaRole: 'img', ariaLabel: words };
