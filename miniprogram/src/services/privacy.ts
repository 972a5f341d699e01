import Taro from '@tarojs/taro';
import { say } from './say';
import { createStore } from './store';

/** The button that WeChat must see pressed; components/PrivacyDialog has it. */
export const AGREE_BUTTON_ID = 'privacy-agree';

type Resolve = Parameters<Taro.onNeedPrivacyAuthorization.Listener>[0];

/** Calls of WeChat's that wait for the person's word on the privacy guidelines. */
const waiting = createStore<readonly Resolve[]>([]);

/** Whether something waits for it. */
export const usePrivacyAsked = (): boolean => waiting.use().length > 0;

/**
 * Listens for WeChat's need of consent, once for the whole app: a second listener would replace the first, and a call
 * that is never answered hangs.
 */
export function listenForPrivacy(): void {
  if (!Taro.canIUse('onNeedPrivacyAuthorization')) return;
  Taro.onNeedPrivacyAuthorization((resolve) => waiting.set([...waiting.get(), resolve]));
}

/** Answers all that wait. @param agreed by the button of WeChat's, which counts alone */
export function answerPrivacy(agreed: boolean): void {
  const all = waiting.get();
  waiting.set([]);
  for (const resolve of all) {
    resolve(agreed ? { event: 'agree', buttonId: AGREE_BUTTON_ID } : { event: 'disagree' });
  }
}

/** Opens the privacy guidelines (隐私保护指引), as filled in for this mini program. */
export function openPrivacyContract(): void {
  Taro.openPrivacyContract({
    fail: () => say('暂时打不开，请稍后再试'),
  });
}
