import WebSocket from 'ws';

type Listener = (event: Record<string, unknown>) => void;
interface SendOptions {
  data: string;
  success?: (result: object) => void;
  fail?: (error: { errMsg: string }) => void;
}

/** No more than this many at once; WeChat refuses the next. */
const SOCKETS_MAX = 5;

/** The WebSockets of one phone, as WeChat hands them to the app. */
export class Sockets {
  private readonly open = new Set<WebSocket>();

  /** @throws where there are too many, or the phone has no network */
  connect(url: string, online: boolean): Record<string, unknown> {
    if (!online) throw new Error('no network');
    if (this.open.size >= SOCKETS_MAX) throw new Error('exceed max task count');
    const socket = new WebSocket(url);
    this.open.add(socket);
    socket.once('close', () => this.open.delete(socket));
    // What goes wrong is told by the listeners of the task; without one, Node would end.
    socket.on('error', () => undefined);
    return {
      onOpen: (listener: Listener) => socket.on('open', () => listener({ header: {} })),
      onMessage: (listener: Listener) => socket.on('message', (data) => listener({ data: data.toString() })),
      onClose: (listener: Listener) =>
        socket.on('close', (code, reason) => listener({ code, reason: reason.toString() })),
      onError: (listener: Listener) => socket.on('error', (error) => listener({ errMsg: error.message })),
      send: ({ data, success, fail }: SendOptions) => {
        if (socket.readyState !== WebSocket.OPEN) return fail?.({ errMsg: 'sendSocketMessage:fail not connected' });
        socket.send(data, () => success?.({ errMsg: 'sendSocketMessage:ok' }));
      },
      close: ({ code = 1000 }: { code?: number } = {}) => socket.close(code),
    };
  }

  /** Ends them all, as when the network is gone. */
  cut(): void {
    for (const socket of this.open) socket.terminate();
  }
}
