/** What is shown in place of the parcels that the attributes of an element ask for. */
import { AdapterError, type Shipments } from '@aftercart/contract';
import type { Resource, ResourceState, Shop } from '@aftercart/core';

/** The store to show, in a shop and a language. */
export type Source = (shop: Shop, locale: string) => Resource<Shipments>;

/** As if nobody were signed in: the form is shown. */
const guest = (): ResourceState<Shipments> => ({ status: 'error', error: new AdapterError('UNAUTHENTICATED') });

/** What stands still until the shopper changes, and asks nobody. */
export const still =
  (value: ResourceState<Shipments>): Source =>
  ({ $session }) =>
    ({ value, listen: $session.listen }) as unknown as Resource<Shipments>;

/** Nothing until a guest has proved an order. */
export const noParcels = (): Source => still(guest());

/** The parcels of a guest who has proved an order, for as long as the proof is good. */
export const proved = (store: Resource<Shipments>): Resource<Shipments> =>
  Object.create(store, { value: { get: () => (store.value.data === null ? guest() : store.value) } }) as Resource<Shipments>;
