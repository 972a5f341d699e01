import { startStandin } from '../../../scripts/wechat-standin/src/standin.mjs';

/** A stand-in for WeChat's servers, in a process of its own. Sends `{url, appId, secret}`; ends when its parent lets go of it. */
const { url, appId, secret, stop } = await startStandin();
process.on('disconnect', async () => {
  await stop();
  process.exit(0);
});
process.send({ url, appId, secret });
