import Taro from '@tarojs/taro';
import { cloudReady } from '../http/cloud-environment';
import { taskWire } from './task-wire';
import type { OpenWire } from './wire';

/** Taro's types do not list it. */
interface ConnectingCloud {
  connectContainer(options: {
    config: { env: string };
    service: string;
    path: string;
  }): Promise<{ socketTask: Taro.SocketTask }>;
}

/**
 * In WeChat, to a server in 微信云托管: through WeChat's own network, with no domain to register.
 * @param env the environment's id
 * @param service the container's name
 */
export function containerWire({ env, service }: { env: string; service: string }): OpenWire {
  return (path, events) =>
    taskWire(async () => {
      await cloudReady(env);
      const cloud = Taro.cloud as unknown as ConnectingCloud;
      return (await cloud.connectContainer({ config: { env }, service, path })).socketTask;
    }, events);
}
