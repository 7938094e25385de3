import { Children, type ReactNode } from 'react';

/** Short facts side by side with a dot between them; the style hides a dot that would begin or end a line. An empty fact has no dot. */
export function Joined({ children }: { children: ReactNode }) {
  return (
    <span className="joined">
      {Children.toArray(children)
        .filter((child) => child !== '')
        .map((child, i) => (
          <span key={i}>{child}</span>
        ))}
    </span>
  );
}
