/** In what an application may be like an entry of the register, at its address or a campus, or another running case. */
export type LikenessKind = 'name' | 'address' | 'principal' | 'sponsor';

/**
 * From which likeness on an officer is warned before acceptance: shares of trigrams in common, without county and kind of
 * school, which all names and addresses of a county have in common. People and sponsors are alike only by the same name.
 * The bureau's own reading, to be confirmed. It warns and is never a ground by itself: what is refused is refused for a
 * condition of the law (ALL 38), and nothing may be asked for because of it (ALL 31).
 */
export const ALIKE_FROM: Readonly<Record<'name' | 'address', number>> = { name: 0.4, address: 0.5 };
