import Taro from '@tarojs/taro';

/** Letters larger than this would leave no room for words on a phone. */
const SCALE_MAX = 1.6;
/** What each system calls standard, px. */
const STANDARD_PX = { ios: 17, other: 16 } as const;
/** 关怀 is a quarter larger already: what the phone asks for on top of the standard is not added to that. */
const CARE = 1.25;

/** The phone's or browser's own size of letters, in px, and its standard. */
function deviceLetters(): { px: number; standard: number } {
  if (process.env.TARO_ENV === 'h5') {
    // Nothing of ours sets it, so it is what the person chose in the browser.
    return { px: Number.parseFloat(getComputedStyle(document.documentElement).fontSize), standard: STANDARD_PX.other };
  }
  // In px; not in Taro's types.
  const { fontSizeSetting = 0 } = Taro.getAppBaseInfo() as { fontSizeSetting?: number };
  const ios = Taro.getDeviceInfo().system.startsWith('iOS');
  return { px: fontSizeSetting, standard: ios ? STANDARD_PX.ios : STANDARD_PX.other };
}

/** How much larger than standard this device draws its letters: 1 to 1.6, in steps of a twentieth. */
function deviceScale(): number {
  const { px, standard } = deviceLetters();
  const scale = px > 0 ? px / standard : 1;
  return Math.round(Math.min(SCALE_MAX, Math.max(1, scale)) * 20) / 20;
}

/**
 * What the type tokens are multiplied by.
 * @param care whether 关怀 is on
 */
export function typeScale(care: boolean): number {
  const scale = deviceScale();
  return care ? Math.max(1, Math.round((scale / CARE) * 20) / 20) : scale;
}
