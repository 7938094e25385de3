import { type MatterPack, type SignalTable } from '../../../law/src/index.js';

/** The one table by which every colour is found, on every page and in every list: the county's own (readings.signals). */
export const signalTableOf = ({ readings }: Pick<MatterPack, 'readings'>): SignalTable => readings.signals;
