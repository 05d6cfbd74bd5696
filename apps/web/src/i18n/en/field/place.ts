import type { place as zhPlace } from '../../zh/field/place.js';
import type { Texts } from '../../texts.js';

export const place: Texts<typeof zhPlace> = {
  optional: 'No position yet', searching: 'Looking for the position, go on meanwhile', known: 'Position kept, to about {{metres}} m', notFound: 'No position found; it is not needed', denied: 'No permission for the position; it is not needed', without: 'Without position', capture: 'Keep the position', remove: 'Remove',
  house: 'Place', noteTitle: 'Note the position of the house', again: 'Note again', note: 'Note it', change: 'Change', recorded: 'Position of the house', navigate: 'Navigate', within: 'to about {{metres}} m',
  standThere: 'Stand beside the house. It can be removed at any time', looking: 'Looking for the position, a minute at most', noFix: 'No position found; try again outdoors', refused: 'No permission for the position; the browser can allow it', outside: 'This position does not lie in Inner Mongolia; please check',
  offer: 'The visit at the house noted its position, to about {{metres}} m', fromVisit: 'Keep as the position of the house', removeBody: 'Distance and navigation are then no longer shown; it can be noted again', itemTitle: 'Position of the house: {{name}}',
  metres: 'about {{value}} m', kilometres: 'about {{value}} km',
};
