import type { place as zhPlace } from '../../zh/field/place.js';
import type { Texts } from '../../texts.js';

export const place: Texts<typeof zhPlace> = {
  optional: 'No position yet', searching: 'Looking for the position, go on meanwhile', known: 'Position kept, to about {{metres}} m', notFound: 'No position found; it is not needed', denied: 'No permission for the position; it is not needed', without: 'Without position', capture: 'Keep the position', remove: 'Remove',
};
