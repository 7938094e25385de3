/**
 * The settings of a service as compose hands them over.
 * @param outside what stands in the environment of whoever starts compose
 * @param secretOf the content of the file that a setting `NAME_FILE` points to
 */
export function settingsOf(
  environment: Readonly<Record<string, string | number>>,
  outside: Readonly<Record<string, string>>,
  secretOf: (name: string) => string,
): Record<string, string> {
  const settings = Object.entries(environment).map(([key, value]) =>
    key.endsWith('_FILE')
      ? [key.replace(/_FILE$/, ''), secretOf(key.replace(/_FILE$/, ''))]
      : [key, String(value).replace(/\$\{(\w+):[-?][^}]*\}/g, (_, name: string) => outside[name] ?? '')],
  );
  return Object.fromEntries(settings) as Record<string, string>;
}
