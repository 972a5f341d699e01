import { CodedError } from '../common/errors/coded-error.js';
import { WechatApi } from './wechat-api.js';

/** Stands in for WeChat's API where none is configured: nothing can be asked of it. */
export class WechatOff extends WechatApi {
  readonly isOn = false;

  readonly code2Session = refuse;
  readonly phoneNumber = refuse;
  readonly checkText = refuse;
  readonly checkImage = refuse;
  readonly sendSubscribeMessage = refuse;
  readonly templates = refuse;
  readonly codeUnlimited = refuse;
  readonly urlLink = refuse;
  readonly scheme = refuse;
}

async function refuse(): Promise<never> {
  throw new CodedError('WECHAT.OFF');
}
