import { ArrowLeft } from 'lucide-react';
import { Link } from 'wouter';
import { useSay } from '../../say.js';

/** The way back: to the page before, or where there is none, home. */
export function BackLink({ to, children }: { to: string | null; children?: string }) {
  const t = useSay();
  return (
    <p className="no-print">
      {to ? (
        <Link href={to} className="back">
          <ArrowLeft size={18} aria-hidden="true" />
          {children ?? t('ui.back')}
        </Link>
      ) : (
        <a href="/" className="back">
          <ArrowLeft size={18} aria-hidden="true" />
          {t('ui.backHome')}
        </a>
      )}
    </p>
  );
}
