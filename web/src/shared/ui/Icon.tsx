/** Our own strokes on a grid of 24: one weight, round ends. */
const strokes = {
  home: 'M4 11.5 12 5l8 6.500M6 10v9h12v-9M10 19v-5h4v5',
  calendar: 'M5 6h14v13H5zM5 10h14M9 4v4M15 4v4',
  ticket: 'M4 7h16v3.500a1.500 1.500 0 0 0 0 3V17H4v-3.500a1.500 1.500 0 0 0 0-3zM14 7v10',
  person: 'M12 12a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM5 20c.6-4 3.400-6 7-6s6.400 2 7 6',
  desk: 'M3 10h18M5 10v9M19 10v9M13 10v5h6M7 10V6h6v4',
  room: 'M4 18h16M6 14h12M8 14v4M16 14v4M9 10.500a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3zM15 10.500a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3z',
  booth: 'M7 20V4h10v16zM7 20h10M14 12v1',
  check: 'm5 12.500 4.500 4.500L19 7.500',
  close: 'M6 6l12 12M18 6 6 18',
  clock: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 7.500V12l3 2',
  globe:
    'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM4 12h16M12 4c2.500 2.300 3.500 5 3.500 8s-1 5.700-3.500 8c-2.500-2.300-3.500-5-3.500-8s1-5.700 3.500-8z',
  sun: 'M12 15.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM12 3v2M12 19v2M3 12h2M19 12h2M5.600 5.600 7 7M17 17l1.400 1.400M5.600 18.400 7 17M17 7l1.400-1.400',
  moon: 'M19 14.500A7.500 7.500 0 0 1 9.500 5a7.500 7.500 0 1 0 9.500 9.500z',
  right: 'm9 6 6 6-6 6',
  warning: 'M12 4 3 19.500h18zM12 10v4.500M12 17v.2',
  offline: 'M4 4l16 16M8.500 15a5 5 0 0 1 7 0M5.500 12a9 9 0 0 1 4-2.300M14 9.500a9 9 0 0 1 4.500 2.500M12 18.500v.2',
  list: 'M9 7h10M9 12h10M9 17h10M5 7h.2M5 12h.2M5 17h.2',
  timeline: 'M4 7h9M8 12h12M4 17h6',
  leaf: 'M5 19c0-9 5-14 14-14 0 9-5 14-14 14zM5 19l7-7',
  people:
    'M9 11.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3.500 19c.4-3.500 2.500-5 5.500-5s5.100 1.500 5.500 5M16 6a3 3 0 0 1 0 5.500M17 14.200c2 .5 3.200 2 3.500 4.800',
  inbox: 'M4 13 7 5h10l3 8v6H4zM4 13h5l1.500 2.500h3L15 13h5',
  bolt: 'M13 4 6 13.500h5L10.500 20 18 10.500h-5.200z',
  more: 'M4.500 12a.8.8 0 1 0 1.600 0 .8.8 0 1 0-1.600 0zM11.200 12a.8.8 0 1 0 1.600 0 .8.8 0 1 0-1.600 0zM17.900 12a.8.8 0 1 0 1.600 0 .8.8 0 1 0-1.600 0z',
  plan: 'M4 5h16v14H4zM4 12h7M11 5v4M11 15v4M15 12h5',
  repeat: 'M5 11V9a3 3 0 0 1 3-3h10M15 3l3 3-3 3M19 13v2a3 3 0 0 1-3 3H6M9 21l-3-3 3-3',
  bell: 'M6 16.500V11a6 6 0 0 1 12 0v5.500l1.500 1.500h-15zM10 20.500h4',
  talk: 'M4 6h16v10H11l-4 4v-4H4z',
  flag: 'M6 21V4M6 5h12l-2.500 4L18 13H6',
  chart: 'M4 20h16M7 20v-7M12 20V6M17 20v-10',
  key: 'M14.500 13a4.500 4.500 0 1 0-4.300-3L4 16.500V20h3.500v-2.500H10V15l1.800-1.800a4.500 4.500 0 0 0 2.700-.2zM15.500 8.500h.2',
  gear: 'M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM12 3v3M12 18v3M3 12h3M18 12h3M5.600 5.600l2.200 2.200M16.200 16.200l2.200 2.200M5.600 18.400l2.200-2.200M16.200 7.800l2.200-2.200',
  note: 'M6 4h9l3 3v13H6zM9 10h6M9 14h6',
  download: 'M12 4v10M8 10.500l4 4 4-4M5 19h14',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  search: 'M11 17a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM15.500 15.500 20 20',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  left: 'm15 6-6 6 6 6',
  history: 'M4.500 12A7.500 7.500 0 1 0 7 6.500L4.500 9M4.500 4.500V9H9M12 8v4.500l3 1.500',
} as const;

export type IconName = keyof typeof strokes;

/** A sign beside a word. Never the only bearer of a meaning, so it is hidden from screen readers. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ flexShrink: 0 }}
    >
      <path d={strokes[name]} />
    </svg>
  );
}
