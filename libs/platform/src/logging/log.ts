/** Where lines go. A line holds ids, codes and figures; never a name, a login, a number of a person or what people wrote. */
export interface Log {
  error(detail: object, message: string): void;
  info(detail: object, message: string): void;
}
