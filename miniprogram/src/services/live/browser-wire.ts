import type { OpenWire } from './wire';

/** In a browser, to the page's own origin. */
export const browserWire: OpenWire = (path, events) => {
  const origin = (API_ORIGIN || window.location.origin).replace(/^http/, 'ws');
  const socket = new WebSocket(`${origin}${path}`);
  socket.onopen = () => events.onOpen();
  socket.onmessage = ({ data }) => events.onText(String(data));
  socket.onclose = () => events.onClose();
  return {
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    close: () => socket.close(),
  };
};
