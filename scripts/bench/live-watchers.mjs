import { WebSocket } from 'ws';

/*
 * Those who watch, in a process of their own: opens sockets, and for each entry that is written says when each of them
 * had it. Moments are of performance.timeOrigin, which processes of one machine share.
 */

const [url, sessionId, count] = process.argv.slice(2);
const now = () => performance.timeOrigin + performance.now();
/** By seq: when each watcher had it. */
const received = new Map();
const sockets = [];

function watch() {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/api/v1/live`, { perMessageDeflate: false });
    sockets.push(socket);
    socket.once('error', reject);
    socket.on('open', () => socket.send(JSON.stringify({ join: sessionId, after: null })));
    socket.on('close', (code) => reject(new Error(`closed with ${code}`)));
    socket.on('message', (data) => {
      const at = now();
      const frame = JSON.parse(String(data));
      if ('state' in frame) resolve();
      if ('refused' in frame) reject(new Error(frame.refused));
      for (const { seq } of frame.entries ?? []) {
        if (!received.has(seq)) received.set(seq, []);
        received.get(seq).push(at);
      }
    });
  });
}

process.on('message', () => {
  process.send({ received: [...received] }, () => process.exit(0));
});
for (let i = 0; i < Number(count); i += 1) await watch();
process.send({ ready: true });
