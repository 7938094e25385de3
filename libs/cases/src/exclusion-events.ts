/** Served notices that open time which does not count, and what ends it. */
export const OPENS_EXCLUSION: readonly string[] = ['serveSpecialProcedureNotice', 'serveHearingNotice'];
export const ENDS_EXCLUSION: readonly string[] = ['endSpecialProcedure', 'recordHearing', 'lapseSpecialProcedure'];
