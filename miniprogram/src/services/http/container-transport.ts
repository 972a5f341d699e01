import { ERRORS } from '@consult/shared';
import Taro from '@tarojs/taro';
import { byteLength } from '../../utils/bytes';
import { ApiError, unreachable } from '../api-error';
import { cloudReady } from './cloud-environment';
import type { Transport } from './transport';

/** What 云托管 carries in one call. */
const BODY_BYTES_MAX = 100 * 1024;

/**
 * In WeChat, to a server in 微信云托管: through WeChat's own network, with no domain to register.
 * @param env the environment's id
 * @param service the container's name
 */
export function containerTransport({ env, service }: { env: string; service: string }): Transport {
  return async ({ method, path, header, body, timeoutMs }) => {
    if (body !== undefined && byteLength(body) > BODY_BYTES_MAX) {
      const { status, message } = ERRORS['REQUEST.TOO_LARGE'];
      throw new ApiError('REQUEST.TOO_LARGE', message, status);
    }
    try {
      await cloudReady(env);
      const { statusCode, data } = await Taro.cloud.callContainer<unknown, string>({
        config: { env },
        path,
        method,
        header: { ...header, 'X-WX-SERVICE': service },
        ...(body === undefined ? {} : { data: body }),
        responseType: 'text',
        timeout: timeoutMs,
      });
      return { status: statusCode, data };
    } catch {
      throw unreachable();
    }
  };
}
