import { Search } from 'lucide-react';

/** One box that searches while one types. */
export function SearchBox({ label, value, onChange }: { label: string; value: string; onChange(value: string): void }) {
  return (
    <label className="search">
      <span>{label}</span>
      <span className="box">
        <Search size={16} aria-hidden="true" />
        <input type="search" value={value} maxLength={60} onChange={(event) => onChange(event.target.value)} />
      </span>
    </label>
  );
}
