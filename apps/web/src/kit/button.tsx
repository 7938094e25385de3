import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link } from 'wouter';

type Kind = 'primary' | 'secondary' | 'quiet' | 'danger';
interface Look {
  kind?: Kind;
  big?: boolean;
}

const classOf = ({ kind = 'primary', big }: Look): string => `button ${kind}${big ? ' big' : ''}`;

/** A button. While `busy` it stays where it is and does nothing: a second tap is no second command. */
export function Button({
  kind,
  big,
  busy,
  children,
  onClick,
  ...rest
}: Look & { busy?: boolean; children: ReactNode } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      type="button"
      {...rest}
      className={classOf({ kind, big })}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {children}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere, also to a place of the same page, and does nothing. */
export function ButtonLink({ kind, big, to, children }: Look & { to: string; children: ReactNode }) {
  if (to.startsWith('#'))
    return (
      <a href={to} className={classOf({ kind, big })}>
        {children}
      </a>
    );
  return (
    <Link href={to} className={classOf({ kind, big })}>
      {children}
    </Link>
  );
}
