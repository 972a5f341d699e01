/** The pages of the ledger of promises (承诺台账). */
export const LEDGER_PAGES = {
  /** Takes `light` and `region`. */
  list: '/packages/ledger/list/index',
} as const;
