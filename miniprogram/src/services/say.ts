import Taro from '@tarojs/taro';

/** Long enough to read one sentence, ms. */
const SHOWN_MS = 3000;

let region: HTMLElement | null = null;

/** The browser's screen readers say what is written here; it must be in the page before. */
function liveRegion(): HTMLElement {
  if (region === null) {
    region = document.createElement('div');
    region.className = 'live-region';
    region.setAttribute('role', 'status');
    document.body.append(region);
  }
  return region;
}

/** Gives the screen readers of a browser the place where they listen; call it once, at the start. */
export const listenForWords = (): void => void liveRegion();

/** Says something in passing, to be seen and heard. */
export function say(words: string): void {
  void Taro.showToast({ title: words, icon: 'none', duration: SHOWN_MS });
  if (process.env.TARO_ENV === 'h5') liveRegion().textContent = words;
}
