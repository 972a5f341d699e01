import Taro from '@tarojs/taro';
import { say } from './say';
import { sayRefusal } from './wechat-refusal';

/** A phone that copies nothing for us still copies what is held down. */
const BY_HAND = process.env.TARO_ENV === 'h5' ? '没能复制，请选中文字自己复制' : '没能复制，请按住文字不放，自己复制';

/**
 * Copies a text and says so; where the device refuses, says what to do instead.
 * @param said in passing once it is copied
 * @param otherwise said where it could not be copied; left out: to copy the text that is shown by hand
 */
export async function copyText(text: string, said = '已复制', otherwise = BY_HAND): Promise<void> {
  try {
    await Taro.setClipboardData({ data: text });
  } catch (failure) {
    const words = sayRefusal(failure, otherwise);
    if (words !== null) say(words);
    return;
  }
  say(said);
}
