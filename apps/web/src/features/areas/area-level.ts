/** A village or a county: the two places that exit. */
export type AreaLevel = 'village' | 'county';
