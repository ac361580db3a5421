const paths = {
  close: "M6 6l12 12M18 6 6 18",
  send: "M5 12h13M12.5 6l6 6-6 6",
  clip: "M20 11.5 12 19.4a5.2 5.2 0 0 1-7.4-7.3l8.2-8.2a3.5 3.5 0 0 1 5 4.9l-8.2 8.2a1.8 1.8 0 0 1-2.5-2.5l7.5-7.5",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20c.7-3.6 3.7-5.5 7.5-5.5s6.8 1.9 7.5 5.5",
  sound: "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5H4ZM15.5 9a4 4 0 0 1 0 6M18 6.5a7.5 7.5 0 0 1 0 11",
  muted: "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5H4ZM16 9.5l5 5M21 9.5l-5 5",
  sparkle: "M12 3.5l1.9 5.6L19.5 11l-5.6 1.9L12 18.5l-1.9-5.6L4.5 11l5.6-1.9L12 3.5ZM19 16.5v4M17 18.5h4",
  down: "M12 5v14M6 13l6 6 6-6",
  chevron: "m9 6 6 6-6 6",
  file: "M13.5 3.5H7a1.5 1.5 0 0 0-1.5 1.5v14A1.5 1.5 0 0 0 7 20.5h10a1.5 1.5 0 0 0 1.5-1.5V8.5l-5-5ZM13.5 3.5v5h5",
  image: "M4.5 5h15v14h-15zM8.5 10.5a1.3 1.3 0 1 0 0-2.6 1.3 1.3 0 0 0 0 2.6ZM4.5 16.5l4-4 3.5 3.5 3-3 4.5 4.5",
  alert: "M12 8v5M12 16.2v.1M12 3.5l9 16H3l9-16Z",
  outward: "M14 5h5v5M19 5l-8 8M17 14v4.5H5.5V7H10",
  check: "M5 12.5l4.5 4.5L19 7.5",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
