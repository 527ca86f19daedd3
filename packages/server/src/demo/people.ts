/** Who shops at Northpine. */
import { MARIA } from '@aftercart/adapter-memory/demo';

export interface Person {
  /** Of the address; proves an order to a guest. */
  postcode: string;
  address: string;
}

/** By the `sub` of their tokens. */
export const PEOPLE = {
  /** A member of long standing, with everything that there is. */
  ann: { postcode: MARIA.postcode, address: 'Ann Papadaki, 14 Adrianou Street, 10558 Athens, Greece' },
  /** Has an account, and has bought nothing yet. */
  bob: { postcode: '54624', address: 'Bob Vlachos, 3 Egnatia Street, 54624 Thessaloniki, Greece' },
  /** Joined just now. */
  cleo: { postcode: '26221', address: 'Cleo Markou, 27 Korinthou Street, 26221 Patras, Greece' },
  /** Spent the miles of an order that came back. */
  dan: { postcode: '71202', address: 'Dan Kritikos, 8 Daidalou Street, 71202 Heraklion, Greece' },
  /** Blocked by the merchant. */
  eve: { postcode: '38221', address: 'Eve Rigas, 51 Iasonos Street, 38221 Volos, Greece' },
} as const satisfies Record<string, Person>;

export type PersonId = keyof typeof PEOPLE;
