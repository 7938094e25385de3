import type { ReactNode } from 'react';

/** Drawn on a grid of 24 with a line of 2, like those of the application; a page carries only what it shows. */
const DRAWN = {
  bigger: (
    <>
      <circle cx="10.5" cy="10.5" r="7" />
      <path d="m20.5 20.5-5-5M10.5 7.5v6M7.5 10.5h6" />
    </>
  ),
  contrast: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7v10a5 5 0 0 0 0-10z" fill="currentColor" />
    </>
  ),
  sound: <path d="M11 5 6 9H3v6h3l5 4zM15.5 9a4 4 0 0 1 0 6M18.5 6a8.5 8.5 0 0 1 0 12" />,
  language: <path d="M3 5h10M8 3v2M11 5c-1 4-4 7-8 9M5 8c1 3 4 5 7 6M12 21l5-11 5 11M14 17h6" />,
  school: <path d="M3 21v-9l4-2 5-3 5 3 4 2v9zM7 10v11M17 10v11M10 21v-4h4v4M12 12h.01M12 7V2.5l4 1.5-4 1.5" />,
  apply: <path d="M13 3H6v18h12V8zM13 3v5h5M12 11v6M9 14h6" />,
  cases: <path d="M4 6h10M4 12h10M4 18h7M17 11l2 2 3-4M17 17l2 2 3-4" />,
  check: (
    <>
      <path d="M12 3 5 6v6c0 4 3 7 7 9 4-2 7-5 7-9V6z" />
      <path d="m9 12 2 2 4-4" />
    </>
  ),
  print: <path d="M7 9V3h10v6M7 17H4v-7h16v7h-3M7 14h10v7H7z" />,
  done: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="m8 12 3 3 5-6" />
    </>
  ),
  active: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7v5l3 2" />
    </>
  ),
  bad: <path d="M8.5 3h7L21 8.5v7L15.5 21h-7L3 15.5v-7zM12 8v5M12 16h.01" />,
  dot: <circle cx="12" cy="12" r="5" fill="currentColor" />,
} satisfies Record<string, ReactNode>;
export type IconName = keyof typeof DRAWN;

/** Always beside a word, so that a reader may pass over it. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {DRAWN[name]}
    </svg>
  );
}
