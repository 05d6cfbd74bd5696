import { defineProblems } from './define-problems.js';

export const syncProblems = defineProblems({
  'sync.client-too-old': { status: 426, zh: '手机端版本过低，请先更新（未上传的记录不会丢失）', en: 'This build is too old, please update; unsent work is kept on the device' },
  'sync.epoch-changed': { status: 409, zh: '服务器数据已从备份恢复，请重新上传本机保存的记录', en: 'The server was restored from a backup; send again what the device still holds' },
  'sync.device-unknown': { status: 404, zh: '服务器上没有这台设备，请重新登记', en: 'The server does not know this device; register it again' },
  'sync.device-revoked': { status: 403, zh: '这台设备已被停用', en: 'This device has been revoked' },
  'sync.foreign-device': { status: 403, zh: '记录来自他人的设备，已留存待核实', en: 'The work comes from the device of somebody else; it was kept for review' },
  'sync.other-grant': { status: 409, zh: '请切换到登记这台设备时的岗位后上传', en: 'Sign in with the grant under which this device was registered' },
  'sync.scope-ended': { status: 403, zh: '您在该嘎查村的授权已结束，记录已留存，由苏木乡镇处理', en: 'Your grant for this village has ended; the work was kept for the township' },
  'sync.gap': { status: 409, zh: '前面还有未上传的记录，请按顺序上传', en: 'Earlier work has not arrived yet; send it first' },
  'sync.sequence-taken': { status: 409, zh: '该序号已被使用，请重新编号后上传', en: 'The number is already taken; number the waiting work anew' },
  'sync.operation-mismatch': { status: 422, zh: '同一操作编号提交了不同的内容', en: 'The same operation was sent with different content' },
  'sync.operation-known': { status: 409, zh: '该操作已收到', en: 'The operation has been received' },
  'sync.malformed': { status: 422, zh: '操作格式有误', en: 'The operation is malformed' },
  'sync.schema-too-old': { status: 422, zh: '记录格式过旧，无法处理，已留存', en: 'The shape of the record is no longer understood; it was kept' },
  'sync.server-too-old': { status: 409, zh: '服务器版本低于手机端，请稍后再试', en: 'The server is older than the device; try again later' },
  'sync.code-list-outdated': { status: 422, zh: '代码表已更新，请更新离线包后重新选择', en: 'A code list has changed; update the village pack and choose again' },
  'sync.wrong-county': { status: 422, zh: '操作对象不在这台设备所属的旗县', en: 'The row does not belong to the county of the device' },
  'sync.kind-not-served': { status: 422, zh: '服务器尚不支持该类操作，已留存', en: 'The server does not take this kind of operation; it was kept' },
  'sync.poison': { status: 422, zh: '记录处理失败，已留存并上报', en: 'The record could not be processed; it was kept and reported' },
  'sync.already-chosen': { status: 409, zh: '该冲突已处理', en: 'Somebody has chosen already' },
  'sync.already-settled': { status: 409, zh: '该记录已处理', en: 'This work has been settled already' },
});
