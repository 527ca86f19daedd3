/** Every type that crosses an adapter, inferred from the schemas. Types only: no zod in the page. */
import type { z } from 'zod';
import type * as s from './schemas/index.ts';

export type Money = z.infer<typeof s.Money>;
export type PluralForms = z.infer<typeof s.PluralForms>;
export type ImpreciseTime = z.infer<typeof s.ImpreciseTime>;

export type PointsAccount = z.infer<typeof s.PointsAccount>;
export type PointsProgram = z.infer<typeof s.PointsProgram>;
export type TierStatus = z.infer<typeof s.TierStatus>;
export type Reward = z.infer<typeof s.Reward>;
export type RewardEligibility = z.infer<typeof s.RewardEligibility>;
export type Redemption = z.infer<typeof s.Redemption>;
export type LedgerEntry = z.infer<typeof s.LedgerEntry>;
export type LedgerPage = z.infer<typeof s.LedgerPage>;
export type PointsEstimate = z.infer<typeof s.PointsEstimate>;
export type HistoryInput = z.infer<typeof s.HistoryInput>;
export type EstimateInput = z.infer<typeof s.EstimateInput>;
export type RedeemInput = z.infer<typeof s.RedeemInput>;
export type RevokeInput = z.infer<typeof s.RevokeInput>;

export type ReferralOffer = z.infer<typeof s.ReferralOffer>;
export type ReferralProgram = z.infer<typeof s.ReferralProgram>;
export type ReferralLink = z.infer<typeof s.ReferralLink>;
export type Referral = z.infer<typeof s.Referral>;
export type ReferralPage = z.infer<typeof s.ReferralPage>;
export type ReferralClaim = z.infer<typeof s.ReferralClaim>;
export type ClaimInput = z.infer<typeof s.ClaimInput>;

export type Incentive = z.infer<typeof s.Incentive>;
export type Review = z.infer<typeof s.Review>;
export type ReviewRequest = z.infer<typeof s.ReviewRequest>;
export type ReviewRequests = z.infer<typeof s.ReviewRequests>;
export type ReviewInput = z.infer<typeof s.ReviewInput>;
export type ReviewEditInput = z.infer<typeof s.ReviewEditInput>;
export type ReviewWithdrawInput = z.infer<typeof s.ReviewWithdrawInput>;

export type ReturnFee = z.infer<typeof s.ReturnFee>;
export type ReturnPolicy = z.infer<typeof s.ReturnPolicy>;
export type ReturnDeadline = z.infer<typeof s.ReturnDeadline>;
export type WithdrawalReceipt = z.infer<typeof s.WithdrawalReceipt>;
export type WithdrawalResult = z.infer<typeof s.WithdrawalResult>;
export type PolicyInput = z.infer<typeof s.PolicyInput>;
export type DeadlineInput = z.infer<typeof s.DeadlineInput>;
export type WithdrawInput = z.infer<typeof s.WithdrawInput>;

export type FaqEntry = z.infer<typeof s.FaqEntry>;
export type FaqEntries = z.infer<typeof s.FaqEntries>;
export type FaqHits = z.infer<typeof s.FaqHits>;
export type ContactInfo = z.infer<typeof s.ContactInfo>;
export type VoteReceipt = z.infer<typeof s.VoteReceipt>;
export type EntriesInput = z.infer<typeof s.EntriesInput>;
export type SearchInput = z.infer<typeof s.SearchInput>;
export type VoteInput = z.infer<typeof s.VoteInput>;

export type TrackingEvent = z.infer<typeof s.TrackingEvent>;
export type DeliveryEstimate = z.infer<typeof s.DeliveryEstimate>;
export type Shipment = z.infer<typeof s.Shipment>;
export type Shipments = z.infer<typeof s.Shipments>;
export type ShipmentsInput = z.infer<typeof s.ShipmentsInput>;
