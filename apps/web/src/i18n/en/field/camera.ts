import type { camera as zhCamera } from '../../zh/field/camera.js';
import type { Texts } from '../../texts.js';

export const camera: Texts<typeof zhCamera> = {
  title: 'Take a photo', view: 'Viewfinder', shutter: 'Take it', take: 'Take a photo', system: 'Camera of the phone', unavailable: 'The browser gives no camera; the camera of the phone can be used', photo: 'Photo {{number}}', taken: '{{count}} taken', kilobytes: '{{size}} KB', remove: 'Delete', removeNumber: 'Delete photo {{number}}', enough: 'At most {{most}}',
  awaited: 'The phone closed the page while the camera was open. What was entered is here again; take the photo once more if it is needed.', failed: 'The photo was not kept, take it once more', storageLow: 'The photo was not kept: little space left ({{free}} MB). Text can still be saved; clear photos that were sent, then try again.',
};
