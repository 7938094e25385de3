/** 2026-03-02 → 2026年3月2日: Arabic figures, no leading zeros (GB/T 9704). */
export function chineseDate(isoDate: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(isoDate) ?? [];
  if (year === undefined || month === undefined || day === undefined) {
    throw new RangeError(`A document needs its date as YYYY-MM-DD, not "${isoDate}".`);
  }
  return `${year}年${Number(month)}月${Number(day)}日`;
}
