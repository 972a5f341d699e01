import Taro from '@tarojs/taro';
import { createStore } from './store';

/** off: there is none. weak: it is there, but slow. */
export type Network = 'on' | 'weak' | 'off';

const store = createStore<Network>('on');

export const currentNetwork = store.get;
export const useNetwork = store.use;
/** Called with every change; returns the way to stop it. */
export const onNetworkChange = store.subscribe;

function set(next: Network): void {
  if (store.get() !== next) store.set(next);
}

/** Follows the phone's or browser's word on the network; once, at the app's start. */
export function followNetwork(): void {
  if (process.env.TARO_ENV === 'h5') {
    set(navigator.onLine ? 'on' : 'off');
    window.addEventListener('online', () => set('on'));
    window.addEventListener('offline', () => set('off'));
    return;
  }
  Taro.onNetworkStatusChange(({ isConnected }) => set(isConnected ? 'on' : 'off'));
  if (Taro.canIUse('onNetworkWeakChange')) {
    Taro.onNetworkWeakChange(({ weakNet }) => {
      if (store.get() !== 'off') set(weakNet ? 'weak' : 'on');
    });
  }
  Taro.getNetworkType({ success: ({ networkType }) => set(networkType === 'none' ? 'off' : 'on') });
}
