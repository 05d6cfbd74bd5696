export const mine = {
  title: 'Mine', switchUser: 'Switch person', switchNote: 'Locks and shows who works here', changePin: 'Change PIN', oldPin: 'Enter the old PIN', newPin: 'Enter the new PIN', newPinAgain: 'Enter the new PIN again', pinWrong: 'The old PIN is wrong', pinDiffers: 'The two differ', pinChanged: 'The PIN was changed',
  display: 'Display', size: 'Letters', sizes: { normal: 'standard', large: 'large', huge: 'very large' }, mode: 'Outdoor mode', modes: { normal: 'normal', outdoor: 'outdoor' },
  packs: 'Village packs', packNote: '{{households}} households · {{size}} · updated {{time}}', refresh: 'Update the packs', refreshed: 'The packs are up to date', addVillage: 'Add a village', addVillageNone: 'All your villages are on this phone', villageAdded: '{{village}} is on this phone now',   storage: 'Storage', storageNote: '{{used}} used, {{free}} free', clearPhotos: 'Clear uploaded photos', cleared: 'Uploaded photos were cleared', language: 'Language', feedback: 'Complaints and ideas', feedbackBody: 'Tell the county administrator or call 12317. This application counts no sign-ins and no time online, and keeps no tracks.',
  version: 'Version', update: 'Update', upToDate: 'up to date', updateBlocked: '{{count}} still to upload; update after that', help: 'How to use it', remove: 'Remove my data from this phone', removeBody: 'Village packs and drafts are removed from this phone for good; uploaded records stay.', removeConfirm: 'Remove', removeBlocked: 'There are unsent records; upload them first',
  helpVisit: 'Log a visit: tap it under Today or Households, confirm the seven items, save. Saved is done; it uploads when there is a network.',
  helpOffline: 'It works without signal. Records are encrypted on the phone; the number at the top says how many wait, and shows the state of each.',
  helpPin: 'It locks after 5 minutes. With a forgotten PIN sign in online and set a new one; unsent records are not lost.',
  helpShare: 'Several people may share a phone. Each has a PIN and cannot see what the others have.',
  helpBackup: 'Before a phone goes to repair, upload everything; without network export the unsent backup.',
} as const;
