/** All tables. Each domain declares its own beside its migration. */
import type { DocumentTables } from '../documents/tables.ts';
import type { FaqTables } from '../faq/tables.ts';
import type { IdempotencyTables } from '../http/idempotency/tables.ts';
import type { LiveTables } from '../live/tables.ts';
import type { OrderTables } from '../orders/tables.ts';
import type { PointsTables } from '../points/tables.ts';
import type { ReferralTables } from '../referrals/tables.ts';
import type { ReturnsTables } from '../returns/tables.ts';
import type { ReviewTables } from '../reviews/tables.ts';
import type { ShopperTables } from '../shoppers/tables.ts';
import type { TrackingTables } from '../tracking/tables.ts';
import type { UpstreamTables } from '../upstream/tables.ts';
import type { WebhookTables } from '../webhooks/tables.ts';

export interface Tables
  extends DocumentTables, FaqTables, IdempotencyTables, LiveTables, OrderTables, PointsTables, ReferralTables, ReturnsTables,
    ReviewTables, ShopperTables, TrackingTables, UpstreamTables, WebhookTables {}
