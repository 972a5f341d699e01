import type { Scene } from './scene.js';
import { someTime, spread } from './scene.js';
import type { DrawStory } from './story.js';
import type { Who } from './who.js';

/** A session's seats are drawn: its pool is opened, people join it, and it is drawn from where the day has come. */
export function tellDraw(scene: Scene, key: string, caller: Who, draw: DrawStory, willing: readonly Who[]): void {
  const path = () => `/sessions/${scene.id(key)}/draws`;
  const category = 'resident';
  scene.act(draw.opened, '15:30', caller, (player) =>
    player.post(path(), { quotas: [{ category, count: draw.seats }] }),
  );
  willing.forEach((who, i) => {
    const day = spread(i, willing.length, draw.opened + 1, draw.until);
    scene.act(day, someTime(i * 7, 9, 16), who, (player) => player.post(`${path()}/entries`, { category }));
  });
  if (draw.drawn !== undefined) scene.act(draw.drawn, '16:30', caller, (player) => player.post(`${path()}/draw`));
}
