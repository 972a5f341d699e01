import { randomBytes } from 'node:crypto';

/** WeChat's words for its error codes. */
const ERRMSG = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40004: 'invalid media type',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40097: 'invalid args',
  40125: 'invalid appsecret',
  40129: 'invalid scene',
  40163: 'code been used',
  40164: 'invalid ip, not in whitelist',
  40165: 'invalid path',
  40169: 'invalid length for scene, or the data is not json string',
  40212: 'invalid query',
  40226: 'code blocked',
  40243: 'appsecret is frozen',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  41030: 'invalid page',
  42001: 'access_token expired',
  43002: 'require POST method',
  43101: 'user refuse to accept the msg',
  43104: 'appid is not matching with openid',
  43107: 'subscribe message is banned',
  43108: 'concurrent sends to one user',
  44002: 'empty post data',
  44990: 'reach max api second frequence limit',
  44991: 'reach max api minute frequence limit',
  44993: 'reach max api day frequence limit',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  45168: 'sensitive word in message',
  47001: 'data format error',
  47003: 'argument invalid!',
  48001: 'api unauthorized',
  50004: 'the api is forbidden',
  50007: 'account frozen',
  61010: 'code is expired',
  61024: 'access token is not of the component',
  85079: 'miniprogram has no online release',
  85096: 'not allow include scene info',
  85401: 'time limit between 1min and 1year',
  85402: 'invalid env_version',
  85406: 'daily opening limit',
  85407: 'expired',
  85408: 'not available',
  87014: 'risky content',
  87020: 'repeated request',
  89503: 'this ip needs the confirmation of the administrator',
  89506: 'the administrator refused this ip twice, wait 24 hours',
  89507: 'the administrator refused this ip, wait one hour',
};

/** Thrown by a route: WeChat says no, with HTTP 200. */
export class Refusal extends Error {
  /** @param {number} errcode @param {string} [errmsg] instead of the usual words */
  constructor(errcode, errmsg = ERRMSG[errcode] ?? 'unknown error') {
    super(errmsg);
    this.errcode = errcode;
  }

  /** @returns {{errcode: number, errmsg: string}} with the id of the request in it, as WeChat has it */
  body() {
    return { errcode: this.errcode, errmsg: `${this.message} rid: ${newRid()}` };
  }
}

const newRid = () => [4, 4, 4].map((bytes) => randomBytes(bytes).toString('hex')).join('-');
