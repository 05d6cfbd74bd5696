import { checkDigitOf } from '#domain';
import { makeName } from './names.js';
import type { Quota, Random } from './random.js';

export interface Person {
  readonly name: string;
  readonly gender: '1' | '2';
  readonly birthDate: string;
  readonly idNo: string;
  readonly relation: string;
  readonly ethnicGroup: string;
  readonly health: string[];
  readonly disabled: boolean;
}

/** No division has ever had this prefix, so no real person has such a number; the check digit is right all the same. */
const SYNTHETIC_PREFIX = '159900';

/** Hands out numbers that never repeat within a population. */
export class IdNumbers {
  private readonly used = new Map<string, number>();

  /** @param prefix of another series, so that two populations do not share a number */
  constructor(private readonly prefix = SYNTHETIC_PREFIX) {}

  next(birthDate: string, gender: '1' | '2'): string {
    const day = birthDate.replaceAll('-', '');
    const key = `${day}${gender}`;
    const n = this.used.get(key) ?? 0;
    this.used.set(key, n + 1);
    const order = n * 2 + (gender === '1' ? 1 : 0);
    const prefix = String(Number(this.prefix) + Math.floor(order / 1000));
    const seventeen = `${prefix}${day}${String(order % 1000).padStart(3, '0')}`;
    return seventeen + checkDigitOf(seventeen);
  }
}

const two = (n: number) => String(n).padStart(2, '0');

/** A family of `size` persons: head, spouse, children, a parent. Women take their published share through `women`. */
export function makeFamily(random: Random, ids: IdNumbers, women: Quota<'1' | '2'>, size: number, mongolianShare: number, year: number): Person[] {
  const ethnicGroup = random.chance(mongolianShare) ? 'MG' : random.weighted([['HA', 92], ['HU', 3], ['MA', 4], ['DU', 1]]);
  const headAge = size === 1 ? random.int(48, 84) : size === 2 ? random.int(45, 78) : random.int(30, 56);
  const people: Person[] = [];
  let surname = '';
  const add = (relation: (gender: '1' | '2') => string, age: number, gender: '1' | '2', ownSurname: boolean) => {
    const birthDate = `${year - age}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`;
    const made = makeName(random, gender, ethnicGroup, ownSurname ? undefined : surname);
    if (people.length === 0) surname = made.surname;
    const disabled = random.chance(age > 60 ? 0.14 : 0.07);
    const health = disabled ? ['4'] : random.weighted([[['1'], age > 60 ? 40 : 75], [['2'], age > 60 ? 45 : 15], [['3'], 10]]);
    people.push({ name: made.name, gender, birthDate, idNo: ids.next(birthDate, gender), relation: relation(gender), ethnicGroup, health, disabled });
  };
  const head = size === 1 ? women.take() : women.record(random.chance(0.85) ? '1' : '2');
  add(() => '01', headAge, head, true);
  if (size >= 2) add(() => '02', Math.max(22, headAge + random.int(-5, 3)), women.record(head === '1' ? '2' : '1'), true);
  for (let n = 2; n < size; n++) {
    const gender = women.take();
    if (n === size - 1 && size >= 4 && random.chance(0.35)) add((g) => (g === '1' ? '11' : '12'), headAge + random.int(22, 30), gender, true);
    else add((g) => (g === '1' ? '03' : '04'), Math.max(1, headAge - random.int(22, 34)), gender, false);
  }
  return people;
}
