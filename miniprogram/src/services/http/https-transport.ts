import Taro from '@tarojs/taro';
import { unreachable } from '../api-error';
import type { Transport } from './transport';

/** In WeChat, to a server of one's own: https to a domain registered for the mini program. */
export const httpsTransport: Transport = async ({ method, path, header, body, timeoutMs }) => {
  try {
    const { statusCode, data } = await Taro.request({
      url: `${API_ORIGIN}${path}`,
      method,
      // As text: an object of a GET or DELETE would become a query.
      ...(body === undefined ? {} : { data: body }),
      header,
      dataType: 'json',
      timeout: timeoutMs,
    });
    return { status: statusCode, data };
  } catch {
    throw unreachable();
  }
};
