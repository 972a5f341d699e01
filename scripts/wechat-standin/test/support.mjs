import { startStandin } from '../src/standin.mjs';

/** A stand-in of its own, and short ways to talk to it. */
export async function standIn(options = {}) {
  const standin = await startStandin(options);
  const send = async (path, body, method = 'POST') => {
    const answer = await fetch(standin.url + path, { method, ...(body !== undefined && { body }) });
    const content = Buffer.from(await answer.arrayBuffer());
    return { status: answer.status, type: answer.headers.get('content-type'), content };
  };
  const json = async (...args) => JSON.parse((await send(...args)).content.toString('utf8'));
  const control = (path, body, method = 'POST') =>
    json(`/_standin${path}`, method === 'GET' ? undefined : JSON.stringify(body ?? {}), method);
  const { appId: appid, secret } = standin;
  const fetchToken = (more = {}) =>
    json('/cgi-bin/stable_token', JSON.stringify({ grant_type: 'client_credential', appid, secret, ...more }));
  const token = (await fetchToken()).access_token;
  /** A call with the token. */
  const call = (path, body, withToken = token) =>
    json(`${path}?access_token=${withToken}`, JSON.stringify(body), 'POST');
  const login = (code, over = {}) => {
    const query = { appid, secret, js_code: code, grant_type: 'authorization_code', ...over };
    return json(`/sns/jscode2session?${new URLSearchParams(query)}`, undefined, 'GET');
  };
  return { ...standin, send, json, control, fetchToken, token, call, login };
}
