import type Taro from '@tarojs/taro';
import type { Wire, WireEvents } from './wire';

/** WeChat wants the code of a close that nothing is wrong with. */
const NORMAL_CLOSE = 1000;

/**
 * A wire over one of WeChat's socket tasks.
 * @param connect gets the task; WeChat refuses a sixth at once
 */
export function taskWire(connect: () => Promise<Taro.SocketTask>, events: WireEvents): Wire {
  let task: Taro.SocketTask | null = null;
  let over = false;
  const end = () => {
    if (over) return;
    over = true;
    events.onClose();
  };
  connect().then((opened) => {
    if (over) {
      opened.close({ code: NORMAL_CLOSE });
      return;
    }
    task = opened;
    opened.onOpen(() => events.onOpen());
    opened.onMessage(({ data }) => events.onText(String(data)));
    opened.onClose(end);
    opened.onError(end);
  }, end);
  return {
    send: (text) => task?.send({ data: text, fail: end }),
    close: () => {
      if (over) return;
      over = true;
      task?.close({ code: NORMAL_CLOSE });
    },
  };
}
