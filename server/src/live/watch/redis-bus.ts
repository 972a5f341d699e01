import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { createClient } from '@redis/client';
import { LiveBus, type LiveSignal, type SignalListener } from './live-bus.js';

const CHANNEL = 'consult:live';
const RETRY_MAX_MS = 5_000;

/** Signals by Redis. It may come and go: the servers go on without it, only a little later. */
export class RedisBus extends LiveBus {
  private readonly logger = new Logger('live');
  private readonly server = randomUUID();
  private readonly sender;
  private readonly receiver;
  private listener: SignalListener = () => {};
  private isDown = false;

  constructor(url: string) {
    super();
    const reconnectStrategy = (tries: number) => Math.min(RETRY_MAX_MS, 100 * 2 ** Math.min(tries, 6));
    // What cannot be sent now is of no use later.
    const options = { url, disableOfflineQueue: true, socket: { reconnectStrategy, connectTimeout: 3_000 } };
    this.sender = createClient(options);
    this.receiver = createClient({ ...options, disableOfflineQueue: false });
    for (const client of [this.sender, this.receiver]) {
      client.on('error', (error: Error) => this.noteDown(error));
      client.on('ready', () => this.noteUp());
      client.connect().catch((error: Error) => this.noteDown(error));
    }
    this.receiver.subscribe(CHANNEL, (message) => this.receive(message)).catch((error: Error) => this.noteDown(error));
  }

  publish(signal: LiveSignal): void {
    if (!this.sender.isReady) return;
    this.sender.publish(CHANNEL, JSON.stringify({ server: this.server, signal })).catch(() => {});
  }

  listen(listener: SignalListener): void {
    this.listener = listener;
  }

  async close(): Promise<void> {
    for (const client of [this.sender, this.receiver]) client.destroy();
  }

  private receive(message: string): void {
    try {
      const { server, signal } = JSON.parse(message) as { server: string; signal: LiveSignal };
      if (server !== this.server) this.listener(signal, server);
    } catch (error) {
      this.logger.warn(`a signal could not be read: ${(error as Error).message}`);
    }
  }

  private noteDown(error: Error): void {
    if (!this.isDown) this.logger.warn(`Redis does not answer, changes reach others late: ${error.message}`);
    this.isDown = true;
  }

  private noteUp(): void {
    if (this.isDown) this.logger.warn('Redis answers again');
    this.isDown = false;
  }
}
