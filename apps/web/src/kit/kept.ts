import { useEffect, useState } from 'react';

/**
 * What is typed, kept on this device until it is sent: a closed tab, a dead battery or a broken connection loses nothing.
 * @param key says whose words they are: page, case, person
 */
export function useKept<T>(key: string, empty: T): [T, (next: T) => void, () => void] {
  const [value, setValue] = useState<T>(() => readKept<T>(key) ?? empty);
  useEffect(() => {
    setValue(readKept<T>(key) ?? empty);
  }, [key]);
  const keep = (next: T): void => {
    setValue(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // a full or forbidden store keeps nothing; the page itself still holds the words
    }
  };
  const forget = (): void => {
    setValue(empty);
    localStorage.removeItem(key);
  };
  return [value, keep, forget];
}

/** What is kept under a key; null for nothing. */
export function readKept<T>(key: string): T | null {
  try {
    const text = localStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}
