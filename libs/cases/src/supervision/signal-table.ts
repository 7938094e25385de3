import { V15, type MatterPack, type SignalTable } from '../../../law/src/index.js';

/** The one table by which every colour is found, on every page and in every list. */
export const signalTableOf = (_pack: MatterPack): SignalTable => V15;
