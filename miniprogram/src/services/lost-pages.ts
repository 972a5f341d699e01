import { unreachable } from './api-error';
import { say } from './say';

/** In a browser a page's script is fetched when it is first opened; says so where it could not be. */
export function listenForLostPages(): void {
  window.addEventListener('unhandledrejection', (event) => {
    if (!(event.reason instanceof Error) || event.reason.name !== 'ChunkLoadError') return;
    event.preventDefault();
    say(unreachable().message);
  });
}
