/** Marks what the keyboard may press; set by components/Tappable and components/Button. */
export const TAPPABLE_CLASS = 'tappable';

/** In a browser, lets Enter and the space bar press what only looks like a button. */
export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    const pressed = event.key === 'Enter' || event.key === ' ';
    const target = event.target;
    if (!pressed || !(target instanceof HTMLElement) || !target.classList.contains(TAPPABLE_CLASS)) return;
    event.preventDefault();
    target.click();
  });
}
