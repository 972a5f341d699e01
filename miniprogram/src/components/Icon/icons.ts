/** What is drawn inside each icon: 24 × 24, lines 1.8 wide, round ends. */
export const ICONS = {
  home: '<path d="M3 11.5 12 4l9 7.5"/><path d="M5.5 10v10h13V10"/><path d="M10 20v-6h4v6"/>',
  topic: '<path d="M5 3h10l4 4v14H5z"/><path d="M14.5 3v4.5H19"/><path d="M8.5 11h7M8.5 14.5h7M8.5 18h4"/>',
  people:
    '<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6z"/><path d="M15.5 4.8a3.5 3.5 0 0 1 0 6.4M17.5 14.3c2.3.6 3.7 2.5 4 5.7"/>',
  person: '<circle cx="12" cy="8" r="4"/><path d="M4 21c.6-5 3.5-7.5 8-7.5s7.4 2.5 8 7.5z"/>',
  inbox: '<path d="M3 13l3-8h12l3 8v7H3z"/><path d="M3 13h5.5l1.5 3h4l1.5-3H21"/>',
  plan: '<rect x="4" y="5" width="16" height="16" rx="1.5"/><path d="M4 10h16M8.5 3v4M15.5 3v4"/><path d="m9 15.5 2 2 4-4"/>',
  calendar: '<rect x="4" y="5" width="16" height="16" rx="1.5"/><path d="M4 10h16M8.5 3v4M15.5 3v4"/>',
  clock: '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.5l3.5 2"/>',
  place: '<path d="M12 21.5c-4.5-5-7-8.5-7-11.5a7 7 0 0 1 14 0c0 3-2.5 6.5-7 11.5z"/><circle cx="12" cy="10" r="2.5"/>',
  camera: '<path d="M3 8h4.5l1.5-2.5h6L16.5 8H21v11.5H3z"/><circle cx="12" cy="13.5" r="3.5"/>',
  search: '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
  plus: '<path d="M12 4.5v15M4.5 12h15"/>',
  minus: '<path d="M4.5 12h15"/>',
  close: '<path d="m5.5 5.5 13 13M18.5 5.5l-13 13"/>',
  check: '<path d="m4.5 12.5 5 5 10-11"/>',
  back: '<path d="m14.5 5-7 7 7 7"/>',
  forward: '<path d="m9.5 5 7 7-7 7"/>',
  down: '<path d="m5 9.5 7 7 7-7"/>',
  edit: '<path d="M4 20l1-4.5L16.5 4 20 7.5 8.5 19z"/><path d="m14 6.5 3.5 3.5"/>',
  trash: '<path d="M4 6.5h16M9 6.5V4h6v2.5M6 6.5 7 20h10l1-13.5M10 10.5v6M14 10.5v6"/>',
  refresh: '<path d="M19.5 11A7.8 7.8 0 1 0 18 16.8"/><path d="M20 5.5V11h-5.5"/>',
  support: '<path d="M7 10.5 11.5 3c1.7 0 2.5 1.2 2.2 2.7L13 9.5h6l-1.5 10H7z"/><path d="M7 10.5H3.5v9H7"/>',
  comment: '<path d="M4 4.5h16v11.5H12l-4.5 4V16H4z"/><path d="M8 8.5h8M8 12h5"/>',
  minutes: '<path d="M5 3h14v18H5z"/><path d="M8.5 7.5h7M8.5 11h7"/><path d="m8.5 17 2-2 1.5 1.5 3.5-2"/>',
  promise: '<path d="M12 3 4.5 6v6c0 4.5 3 7.5 7.5 9 4.5-1.5 7.5-4.5 7.5-9V6z"/><path d="m8.5 12 2.5 2.5 4.5-5"/>',
  star: '<path d="m12 3.5 2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9L3.5 9.7l5.9-.8z"/>',
  warning: '<path d="M12 4 2.5 20.5h19z"/><path d="M12 10v5M12 17.7v.3"/>',
  info: '<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.5M12 7.7V8"/>',
  lock: '<rect x="5" y="10.5" width="14" height="10" rx="1.5"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/>',
  empty: '<path d="M3.5 9.5 12 5l8.5 4.5L12 14z"/><path d="M3.5 9.5v6.5L12 20.5l8.5-4.5V9.5M12 14v6.5"/>',
  settings:
    '<circle cx="12" cy="12" r="3"/><path d="M12 2.8v3M12 18.2v3M2.8 12h3M18.2 12h3M5.5 5.5l2.1 2.1M16.4 16.4l2.1 2.1M18.5 5.5l-2.1 2.1M7.6 16.4l-2.1 2.1"/>',
  phone:
    '<path d="M5 3.5h4l1.5 4.5L8 10c1 2.5 3 4.5 6 6l2-2.5 4.5 1.5v4c0 1-1 1.5-2 1.5C11 20 4 13 3.5 5.5c0-1 .5-2 1.5-2z"/>',
  code: '<path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5H14zM17.5 17.5H20V20h-2.5z"/>',
  department: '<path d="M4 21V8l8-4.5L20 8v13M2.5 21h19M9 21v-5h6v5M8.5 11h.1M12 11h.1M15.5 11h.1"/>',
  filter: '<path d="M3.5 5h17l-6.5 8v6l-4 2v-8z"/>',
  share: '<path d="M12 15V3.5M7.5 7.5 12 3l4.5 4.5M5 12v8.5h14V12"/>',
} as const;

export type IconName = keyof typeof ICONS;
