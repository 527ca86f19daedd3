import { guardShipment, INVALID, type Issue, type Shipment } from '@aftercart/contract';
import * as schemas from '@aftercart/contract/schemas';
import { expect } from 'vitest';

/** Fails unless both the schema and the page’s guard take it as it is. */
export function expectValid(shipment: Shipment): void {
  expect(schemas.Shipment.safeParse(shipment).error).toBeUndefined();
  const issues: Issue[] = [];
  const seen = guardShipment(shipment, issues);
  expect(issues).toEqual([]);
  expect(seen).not.toBe(INVALID);
  // A field that the contract does not have would be missing from what the guard lets through.
  expect(seen).toEqual(shipment);
}
