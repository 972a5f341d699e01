import net from 'node:net';
import { Failure } from './failure.mjs';

/**
 * Whether the port can be listened on, asked before the long build.
 * @param {string} text the PORT setting
 * @param {string} host the address that the server will listen on
 * @returns {Promise<number>} the port
 * @throws Failure when it is not a port, is taken, or is not ours to take
 */
export async function requireFreePort(text, host) {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new Failure(`PORT must be a number from 0 to 65535, not "${text}".`);
  await new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (error) => reject(new Failure(portRefusal(port, host, error))));
    probe.listen({ port, host, exclusive: true }, () => probe.close(resolve));
  });
  return port;
}

function portRefusal(port, host, { code, message }) {
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken: stop what uses it, or choose another, as in PORT=${port + 1} npm start.`;
  if (code === 'EACCES')
    return `Port ${port} needs more rights than you have: choose one above 1023, as in PORT=3000 npm start.`;
  return `Cannot listen on ${host}:${port}: ${message}.`;
}

/** @returns {Promise<number>} a port on 127.0.0.1 that nobody listens on at the moment */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
