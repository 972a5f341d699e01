import { startStandin } from './standin.mjs';

/** Runs a stand-in by itself; PORT, WX_APPID, WX_SECRET, PUSH_URL, WX_PUSH_TOKEN and WX_PUSH_AES_KEY set it up. */
const { PORT, WX_APPID, WX_SECRET, PUSH_URL, WX_PUSH_TOKEN, WX_PUSH_AES_KEY } = process.env;
const { url, stop } = await startStandin({
  port: Number(PORT ?? 0),
  ...(WX_APPID && { appId: WX_APPID }),
  ...(WX_SECRET && { secret: WX_SECRET }),
  push: PUSH_URL ? { url: PUSH_URL, token: WX_PUSH_TOKEN, aesKey: WX_PUSH_AES_KEY || null, format: 'json' } : null,
});
console.log(`A stand-in for WeChat  ${url}`);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stop());
