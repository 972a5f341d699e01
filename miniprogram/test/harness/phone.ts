/** What WeChat and the phone around the app do, which a test decides. */
export interface PhoneState {
  /** The codes that wx.login hands out, in order; with none left it fails. */
  loginCodes: string[];
  /** Whether the privacy guidelines have been agreed to; undefined: nothing asks for it. */
  privacyAgreed: boolean | undefined;
  /** What the person answers to each subscription message asked for. */
  subscribeAnswer: 'accept' | 'reject';
  /** What the map and the scanner give next; null: the person leaves them. */
  chosenPlace: { name: string; address: string; latitude: number; longitude: number } | null;
  scanned: Record<string, string> | null;
  /** Whether the phone lets itself be copied to. */
  copies: boolean;
  /** Whether requests and sockets get through. */
  online: boolean;
  /** How the app was opened. */
  scene: number;
  query: Record<string, string>;
  /** The page that it opens with; null: the first of app.json. */
  path: string | null;
  /** Of the phone's settings, in px; 17 is the standard. */
  fontSizeSetting: number;
}

type Listener = (event: Record<string, unknown>) => void;
type Resolve = (option: { event: string; buttonId?: string }) => void;

export const NEW_PHONE: PhoneState = {
  loginCodes: [],
  privacyAgreed: undefined,
  subscribeAnswer: 'accept',
  chosenPlace: null,
  scanned: null,
  copies: true,
  online: true,
  scene: 1001,
  query: {},
  path: null,
  fontSizeSetting: 17,
};

/** The listeners that the app has on its phone, and what waits for an answer. */
export class Phone {
  /** True while a tap is being answered: what WeChat allows only then is refused otherwise. */
  tapping = false;
  readonly state: PhoneState;
  private readonly listeners = new Map<string, Set<Listener>>();
  private askPrivacy: ((resolve: Resolve, info: { referrer: string }) => void) | null = null;

  constructor(state: Partial<PhoneState> = {}) {
    this.state = { ...NEW_PHONE, ...state };
  }

  on(event: string, listener: Listener): void {
    const known = this.listeners.get(event) ?? new Set();
    this.listeners.set(event, known.add(listener));
  }

  off(event: string, listener?: Listener): void {
    if (listener) this.listeners.get(event)?.delete(listener);
    else this.listeners.delete(event);
  }

  /** Something happens on the phone, such as networkStatusChange. */
  tell(event: string, detail: Record<string, unknown>): void {
    for (const listener of [...(this.listeners.get(event) ?? [])]) listener(detail);
  }

  /** As in WeChat, the last listener is the one that is asked. */
  onNeedPrivacyAuthorization(listener: (resolve: Resolve, info: { referrer: string }) => void): void {
    this.askPrivacy = listener;
  }

  /** A call that touches personal data waits here until the person has agreed. @throws with errno 104 */
  async allowPrivate(api: string): Promise<void> {
    if (this.state.privacyAgreed !== false) return;
    const answer = await new Promise<{ event: string; buttonId?: string }>((resolve) => {
      if (!this.askPrivacy) throw new Error('Nothing listens for onNeedPrivacyAuthorization');
      this.askPrivacy(resolve, { referrer: api });
    });
    if (answer.event === 'agree' && answer.buttonId) this.state.privacyAgreed = true;
    else throw Object.assign(new Error('privacy permission is not authorized'), { errno: 104 });
  }
}
