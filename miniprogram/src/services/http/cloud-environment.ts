import Taro from '@tarojs/taro';

let ready: Promise<void> | null = null;

/**
 * Makes 微信云托管 ready, once for the app's whole run; tried again when it failed.
 * @param env the environment's id
 */
export function cloudReady(env: string): Promise<void> {
  ready ??= Promise.resolve(Taro.cloud.init({ env })).catch((failure: unknown) => {
    ready = null;
    throw failure;
  });
  return ready;
}
