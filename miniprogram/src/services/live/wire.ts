/** What happens on a wire; nothing more after `onClose`. */
export interface WireEvents {
  onOpen(): void;
  onText(text: string): void;
  /** It is gone, or could not be opened. */
  onClose(): void;
}

/** A WebSocket that is open or opens. */
export interface Wire {
  send(text: string): void;
  /** Ends it; `onClose` may still follow. */
  close(): void;
}

/**
 * Opens a WebSocket to the server. Never throws: what fails is told by `onClose`.
 * @param path from the origin, with its slash
 */
export type OpenWire = (path: string, events: WireEvents) => Wire;
