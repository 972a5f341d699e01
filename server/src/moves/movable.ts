/** What every item that moves has. */
export interface Movable {
  readonly id: string;
  readonly state: string;
  readonly county: string;
  readonly township: string;
}
