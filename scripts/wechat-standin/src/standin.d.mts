/** What a stand-in is told of the account, and where it pushes events to. */
export interface StandinOptions {
  readonly port?: number;
  readonly host?: string;
  readonly appId?: string;
  readonly secret?: string;
  readonly push?: {
    readonly url: string;
    readonly token: string;
    readonly aesKey: string | null;
    readonly format: 'json' | 'xml';
  } | null;
}

export interface Standin {
  readonly url: string;
  readonly port: number;
  readonly appId: string;
  readonly secret: string;
  stop(): Promise<void>;
}

export function startStandin(options?: StandinOptions): Promise<Standin>;
