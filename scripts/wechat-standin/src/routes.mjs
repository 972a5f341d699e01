import { checkMedia, checkText } from './checks.mjs';
import { unlimitedCode } from './codes.mjs';
import { scheme, urlLink } from './links.mjs';
import { code2Session, phoneNumber } from './login.mjs';
import { listTemplates, sendMessage } from './subscribe.mjs';
import { stableToken } from './token.mjs';

/**
 * WeChat's calls: how each is sent, whether it needs an access token, and what answers it. `plain`: WeChat labels the
 * JSON of this call text/plain.
 */
export const ROUTES = {
  '/sns/jscode2session': { method: 'GET', open: true, plain: true, answer: code2Session, ownQuota: true },
  '/cgi-bin/stable_token': { method: 'POST', open: true, answer: stableToken },
  '/wxa/business/getuserphonenumber': { method: 'POST', answer: phoneNumber },
  '/wxa/msg_sec_check': { method: 'POST', answer: checkText },
  '/wxa/media_check_async': { method: 'POST', answer: checkMedia },
  '/cgi-bin/message/subscribe/send': { method: 'POST', answer: sendMessage },
  '/wxaapi/newtmpl/gettemplate': { method: 'GET', answer: listTemplates },
  '/wxa/getwxacodeunlimit': { method: 'POST', answer: unlimitedCode },
  '/wxa/generate_urllink': { method: 'POST', answer: urlLink },
  '/wxa/generatescheme': { method: 'POST', answer: scheme },
};
