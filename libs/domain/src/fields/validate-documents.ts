import { idFaultText, normaliseIdNumber, readDisabilityCertificate, readResidentId } from '../identity/resident-id.js';
import type { FieldFault, FieldValues } from './field-fault.js';

/**
 * Document numbers of a person, checked together with what they say about birth date and sex. A valid number fills an
 * empty birth date and sex in `values`; one that contradicts them is a fault for a person to settle.
 */
export function checkDocuments(values: FieldValues, current: Readonly<Record<string, unknown>>): FieldFault[] {
  const faults: FieldFault[] = [];
  const held = current['idType'];
  const idType = values['idType'] ?? (typeof held === 'string' ? held : 'RESIDENT_ID');
  if (typeof values['idNo'] === 'string') {
    values['idType'] = idType;
    faults.push(...checkNumber(values, String(idType), current));
  }
  const certificate = values['disabilityCertNo'];
  if (typeof certificate === 'string') {
    const read = readDisabilityCertificate(certificate);
    if (read.ok) values['disabilityCertNo'] = read.value.number;
    else faults.push(fault('disabilityCertNo', read.fault, '残疾证号', 'disability certificate'));
  }
  return faults;
}

function checkNumber(values: FieldValues, idType: string, current: Readonly<Record<string, unknown>>): FieldFault[] {
  const written = values['idNo'] as string;
  if (idType === 'OTHER') {
    values['idNo'] = normaliseIdNumber(written);
    return [];
  }
  const certificate = idType === 'DISABILITY_CERT' ? readDisabilityCertificate(written) : null;
  const read = certificate === null ? readResidentId(written) : certificate.ok ? ({ ok: true, value: certificate.value.residentId } as const) : certificate;
  if (!read.ok) return [fault('idNo', read.fault, '证件号码', 'document number')];
  values['idNo'] = certificate?.ok ? certificate.value.number : read.value.number;
  return [
    ...agree(values, current, { key: 'birthDate', says: read.value.birthDate, zh: '出生日期与证件号码不一致', en: 'the birth date differs from the document number' }),
    ...agree(values, current, { key: 'gender', says: read.value.gender, zh: '性别与证件号码不一致', en: 'the sex differs from the document number' }),
  ];
}

function agree(values: FieldValues, current: Readonly<Record<string, unknown>>, { key, says, zh, en }: { key: string; says: string; zh: string; en: string }): FieldFault[] {
  const held = key in values ? values[key] : current[key];
  if (held === null || held === undefined) {
    values[key] = says;
    return [];
  }
  return held === says ? [] : [{ field: key, fault: 'id-number', zh, en }];
}

function fault(field: string, kind: Parameters<typeof idFaultText>[0], zh: string, en: string): FieldFault {
  const words = idFaultText(kind);
  return { field, fault: `id-${kind}`, zh: `${zh}${words.zh}`, en: `${en}: ${words.en}` };
}
