import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Phone } from './phone';
import type { Sockets } from './socket-task';

type Callbacks = {
  success?: (result: Record<string, unknown>) => void;
  fail?: (error: { errMsg: string }) => void;
  complete?: (result: unknown) => void;
};
type Listener = (event: Record<string, unknown>) => void;
type Options = Callbacks & Record<string, unknown>;

/** WeChat keeps this much under one key, and in all; what is more is refused. */
const ENTRY_MAX = 1024 * 1024;
const STORAGE_MAX = 10 * ENTRY_MAX;

/** What the stub asks of the harness. */
export interface Host {
  navigateTo(url: string): void;
  redirectTo(url: string): void;
  switchTab(url: string): void;
  reLaunch(url: string): void;
  navigateBack(delta: number): void;
  setTitle(title: string): void;
  /** Files that the next chooseMedia hands over. */
  takeChosenFiles(): string[];
  /** Where a request to this address goes. */
  addressOf(url: string): string;
  storage: Map<string, string>;
  phone: Phone;
  sockets: Sockets;
  /** What the app showed or asked beside its pages: toasts and dialogs. */
  log: string[];
}

const METHODS = new Set(['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT']);

/** Answers as WeChat does: later, by the callbacks. */
function answer(api: string, options: Options, work: () => unknown | Promise<unknown>): void {
  void (async () => {
    try {
      const result = { errMsg: `${api}:ok`, ...((await work()) as object | undefined) };
      options.success?.(result);
      options.complete?.(result);
    } catch (thrown) {
      const { errno } = thrown as { errno?: number };
      const error = {
        errMsg: `${api}:fail ${thrown instanceof Error ? thrown.message : String(thrown)}`,
        ...(errno === undefined ? {} : { errno }),
      };
      options.fail?.(error);
      options.complete?.(error);
    }
  })();
}

async function request(options: Options): Promise<unknown> {
  const method = String(options.method ?? 'GET');
  if (!METHODS.has(method)) throw new Error(`wx.request has no ${method}`);
  const body = method === 'GET' || options.data === undefined ? undefined : String(options.data);
  const response = await fetch(String(options.url), {
    method,
    headers: (options.header ?? {}) as Record<string, string>,
    body,
    signal: AbortSignal.timeout(Number(options.timeout ?? 60_000)),
  });
  const text = await response.text();
  let data: unknown = text;
  try {
    data = JSON.parse(text);
  } catch {
    // WeChat too hands over as text what is no JSON.
  }
  return { statusCode: response.status, data, header: Object.fromEntries(response.headers), cookies: [] };
}

async function uploadFile(options: Options): Promise<unknown> {
  const file = String(options.filePath);
  const form = new FormData();
  form.append(String(options.name), new Blob([await readFile(file)]), path.basename(file));
  const response = await fetch(String(options.url), {
    method: 'POST',
    headers: (options.header ?? {}) as Record<string, string>,
    body: form,
  });
  return { statusCode: response.status, data: await response.text() };
}

/** Where the phone keeps it has no file behind it: what was fetched is in the path, for the log. */
async function downloadFile(options: Options): Promise<unknown> {
  const response = await fetch(String(options.url), { headers: (options.header ?? {}) as Record<string, string> });
  const { length } = Buffer.from(await response.arrayBuffer());
  return { statusCode: response.status, tempFilePath: `wxfile://tmp/${length}-bytes` };
}

const SYSTEM = {
  platform: 'devtools',
  system: 'iOS 17.0',
  version: '8.0.50',
  SDKVersion: '3.5.0',
  language: 'zh_CN',
  pixelRatio: 3,
  windowWidth: 390,
  windowHeight: 844,
  screenWidth: 390,
  screenHeight: 844,
  statusBarHeight: 47,
  safeArea: { top: 47, left: 0, right: 390, bottom: 810, width: 390, height: 763 },
  fontSizeSetting: 17,
};

/** A `wx` with what the app uses: requests go to the network for real, the rest is kept in memory. */
export function createWx(host: Host): Record<string, unknown> {
  const simple =
    (api: string, work: (options: Options) => unknown) =>
    (options: Options = {}): unknown => {
      const called = options.success ?? options.fail ?? options.complete;
      if (called) return answer(api, options, () => work(options));
      // As in WeChat: without callbacks there is a promise.
      return new Promise((success, fail) => answer(api, { ...options, success, fail }, () => work(options)));
    };
  const { phone } = host;
  const nothing = () => undefined;
  const task = { abort: nothing, onProgressUpdate: nothing, onHeadersReceived: nothing };
  const write = (key: string, data: unknown): void => {
    const text = JSON.stringify(data);
    const all = [...host.storage].reduce((sum, [other, kept]) => sum + (other === key ? 0 : kept.length), text.length);
    if (text.length > ENTRY_MAX || all > STORAGE_MAX) throw new Error('setStorage:fail exceed storage max size');
    host.storage.set(key, text);
  };
  const read = (key: string): unknown => {
    const found = host.storage.get(key);
    return found === undefined ? '' : JSON.parse(found);
  };
  return {
    request: (options: Options) => {
      answer('request', options, () => {
        if (!phone.state.online) throw new Error('no network');
        return request({ ...options, url: host.addressOf(String(options.url)) });
      });
      return task;
    },
    uploadFile: (options: Options) => {
      answer('uploadFile', options, () => uploadFile({ ...options, url: host.addressOf(String(options.url)) }));
      return task;
    },
    downloadFile: (options: Options) => {
      answer('downloadFile', options, () => downloadFile({ ...options, url: host.addressOf(String(options.url)) }));
      return task;
    },
    openDocument: simple('openDocument', ({ filePath, fileType }) => {
      host.log.push(`document: ${fileType} ${filePath}`);
    }),
    makePhoneCall: simple('makePhoneCall', ({ phoneNumber }) => void host.log.push(`calls: ${phoneNumber}`)),
    addPhoneCalendar: simple('addPhoneCalendar', ({ title, startTime, location }) => {
      host.log.push(`calendar: ${title} ${startTime} ${location}`);
    }),
    connectSocket: (options: Options) => {
      let task: unknown;
      answer('connectSocket', options, () => {
        task = host.sockets.connect(host.addressOf(String(options.url)), phone.state.online);
      });
      return task;
    },
    navigateToMiniProgram: simple('navigateToMiniProgram', ({ appId, path: at }) => {
      if (!phone.tapping) throw new Error('can only be invoked by user TAP gesture.');
      host.log.push(`mini program: ${appId} ${at}`);
    }),
    vibrateLong: simple('vibrateLong', () => void host.log.push('vibrates')),
    getStorageSync: read,
    setStorageSync: write,
    removeStorageSync: (key: string) => void host.storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...host.storage.keys()] }),
    setStorage: simple('setStorage', ({ key, data }) => write(String(key), data)),
    getStorage: simple('getStorage', ({ key }) => ({ data: read(String(key)) })),
    removeStorage: simple('removeStorage', ({ key }) => void host.storage.delete(String(key))),
    navigateTo: simple('navigateTo', ({ url }) => host.navigateTo(String(url))),
    redirectTo: simple('redirectTo', ({ url }) => host.redirectTo(String(url))),
    switchTab: simple('switchTab', ({ url }) => host.switchTab(String(url))),
    reLaunch: simple('reLaunch', ({ url }) => host.reLaunch(String(url))),
    navigateBack: simple('navigateBack', ({ delta }) => host.navigateBack(Number(delta ?? 1))),
    setNavigationBarTitle: simple('setNavigationBarTitle', ({ title }) => host.setTitle(String(title))),
    showToast: simple('showToast', ({ title }) => void host.log.push(`toast: ${title}`)),
    hideToast: simple('hideToast', nothing),
    showLoading: simple('showLoading', nothing),
    hideLoading: simple('hideLoading', nothing),
    showModal: simple('showModal', ({ title, content }) => {
      host.log.push(`modal: ${title} ${content}`);
      return { confirm: true, cancel: false };
    }),
    chooseMedia: simple('chooseMedia', async () => {
      await phone.allowPrivate('chooseMedia');
      const files = host.takeChosenFiles();
      if (files.length === 0) throw new Error('cancel');
      const sizes = await Promise.all(files.map(async (file) => (await readFile(file)).length));
      return { type: 'image', tempFiles: files.map((tempFilePath, i) => ({ tempFilePath, size: sizes[i] })) };
    }),
    getFileSystemManager: () => ({
      // Where a real phone moves the file; here it stays where it is.
      saveFile: simple('saveFile', ({ tempFilePath }) => ({ savedFilePath: tempFilePath })),
      removeSavedFile: simple('removeSavedFile', nothing),
    }),
    previewImage: simple('previewImage', ({ current }) => void host.log.push(`preview: ${current}`)),
    setClipboardData: simple('setClipboardData', ({ data }) => {
      if (!host.phone.state.copies) throw new Error('system error');
      host.log.push(`copied: ${data}`);
    }),
    stopPullDownRefresh: simple('stopPullDownRefresh', nothing),
    setTabBarBadge: simple('setTabBarBadge', nothing),
    removeTabBarBadge: simple('removeTabBarBadge', nothing),
    pageScrollTo: simple('pageScrollTo', nothing),
    hideKeyboard: simple('hideKeyboard', nothing),
    setKeepScreenOn: simple('setKeepScreenOn', nothing),
    getSystemInfoSync: () => SYSTEM,
    getWindowInfo: () => SYSTEM,
    getDeviceInfo: () => SYSTEM,
    getAppBaseInfo: () => ({ ...SYSTEM, fontSizeSetting: phone.state.fontSizeSetting }),
    getLaunchOptionsSync: () => ({ path: '', query: phone.state.query, scene: phone.state.scene }),
    getEnterOptionsSync: () => ({ path: '', query: phone.state.query, scene: phone.state.scene }),
    login: simple('login', () => {
      const code = phone.state.loginCodes.shift();
      if (code === undefined) throw new Error('no network');
      return { code };
    }),
    onNeedPrivacyAuthorization: phone.onNeedPrivacyAuthorization.bind(phone),
    openPrivacyContract: simple('openPrivacyContract', () => void host.log.push('privacy contract')),
    onNetworkStatusChange: (listener: Listener) => phone.on('networkStatusChange', listener),
    offNetworkStatusChange: (listener?: Listener) => phone.off('networkStatusChange', listener),
    onNetworkWeakChange: (listener: Listener) => phone.on('networkWeakChange', listener),
    offNetworkWeakChange: (listener?: Listener) => phone.off('networkWeakChange', listener),
    getNetworkType: simple('getNetworkType', () => ({ networkType: 'wifi' })),
    requestSubscribeMessage: simple('requestSubscribeMessage', ({ tmplIds }) => {
      if (!phone.tapping) throw new Error('can only be invoked by user TAP gesture.');
      host.log.push(`subscribe: ${(tmplIds as string[]).join(',')}`);
      return Object.fromEntries((tmplIds as string[]).map((id) => [id, phone.state.subscribeAnswer]));
    }),
    chooseLocation: simple('chooseLocation', async () => {
      await phone.allowPrivate('chooseLocation');
      if (!phone.state.chosenPlace) throw new Error('cancel');
      return phone.state.chosenPlace;
    }),
    openLocation: simple('openLocation', ({ latitude, longitude, name, scale }) => {
      host.log.push(`map: ${name} ${latitude},${longitude} ${scale}`);
    }),
    scanCode: simple('scanCode', () => {
      if (!phone.state.scanned) throw new Error('cancel');
      return phone.state.scanned;
    }),
    canIUse: () => true,
    nextTick: (work: () => void) => setTimeout(work, 0),
    createSelectorQuery: createQuery,
  };
}

/** There is no layout here: everything measures the same. */
const RECT = { left: 0, top: 0, right: 390, bottom: 48, width: 390, height: 48, scrollTop: 0, scrollLeft: 0 };

function createQuery(): unknown {
  const query: Record<string, unknown> = {};
  let asked = 0;
  for (const step of ['in', 'select', 'selectAll', 'selectViewport']) query[step] = () => query;
  for (const step of ['boundingClientRect', 'scrollOffset', 'fields']) {
    query[step] = (...args: unknown[]) => {
      asked += 1;
      const done = args.find((arg): arg is (rect: typeof RECT) => void => typeof arg === 'function');
      if (done) setTimeout(() => done(RECT), 0);
      return query;
    };
  }
  query.exec = (done?: (results: unknown[]) => void) => {
    setTimeout(() => done?.(Array.from({ length: asked }, () => RECT)), 0);
    return query;
  };
  return query;
}
