/** The events of this element. All are dispatched by lazily loaded parts, so nothing of this is in the first load. */
import type { Shipment, ShipmentsInput } from '@aftercart/contract';

/** A guest asked for the parcels of an order. Cancel it to do something else instead. */
export class LookupEvent extends Event {
  static readonly type = 'aftercart-lookup';
  readonly orderNumber: string;
  /** What the guest knows about the order. Personal data: keep it out of logs and statistics. */
  readonly proof: NonNullable<ShipmentsInput['proof']>;
  constructor(orderNumber: string, proof: NonNullable<ShipmentsInput['proof']>) {
    super(LookupEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.orderNumber = orderNumber;
    this.proof = proof;
  }
}

/** The status of a parcel changed while it was on the page. */
export class ShipmentChangeEvent extends Event {
  static readonly type = 'aftercart-shipment-change';
  readonly shipmentId: string;
  readonly from: Shipment['status'];
  readonly to: Shipment['status'];
  constructor(shipmentId: string, from: Shipment['status'], to: Shipment['status']) {
    super(ShipmentChangeEvent.type, { bubbles: true, composed: true });
    this.shipmentId = shipmentId;
    this.from = from;
    this.to = to;
  }
}

/** The shopper chose one of several parcels. */
export class ShipmentSelectEvent extends Event {
  static readonly type = 'aftercart-shipment-select';
  readonly shipmentId: string;
  constructor(shipmentId: string) {
    super(ShipmentSelectEvent.type, { bubbles: true, composed: true });
    this.shipmentId = shipmentId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'aftercart-lookup': LookupEvent;
    'aftercart-shipment-change': ShipmentChangeEvent;
    'aftercart-shipment-select': ShipmentSelectEvent;
  }
}
