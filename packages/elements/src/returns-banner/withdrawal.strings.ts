import type { Strings } from '../base/locale.ts';

/** What the statutory withdrawal says. Never call it a return: it ends the contract, and needs no reason. */
export const withdrawalStrings = {
  // Heading of the form.
  formTitle: 'Withdraw from a contract',
  formIntro: 'You need to give no reason. Nothing is sent before you have checked and confirmed your declaration.',
  name: 'Your name',
  orderNumber: 'Order number',
  email: 'E-mail address for the acknowledgement',
  // Opens two more fields that nobody needs to fill in.
  optional: 'Only some items, or a reason (optional)',
  items: 'Only these items, one a line. Leave empty for the whole order.',
  reason: 'Reason, if you want to give one',
  // What is wrong with a field.
  nameMissing: 'Please enter your name.',
  orderMissing: 'Please enter the order number.',
  emailWrong: 'Please enter an e-mail address, such as name@example.com.',
  // Button after the form; the declaration is shown next, nothing is withdrawn yet.
  next: 'Continue',
  cancel: 'Cancel',
  working: 'One moment…',
  // Heading above the declaration.
  checkTitle: 'Check your declaration',
  checkIntro: 'This is what you declare, word for word. Nothing is withdrawn yet.',
  // Button that sends the withdrawal. The law wants exactly these words: Directive 2011/83/EU Art. 11a(3).
  confirm: 'Confirm withdrawal',
  change: 'Change',
  // Heading of the receipt.
  receiptTitle: 'Your withdrawal has been received',
  // {email} is an e-mail address.
  receiptIntro: 'The acknowledgement goes to {email}. Keep this receipt.',
  receiptNumber: 'Receipt number',
  receivedAt: 'Received',
  receiptName: 'Name',
  receiptEmail: 'E-mail',
  receiptItems: 'Items',
  receiptContent: 'Your declaration',
  // Name of the file that the receipt is kept as, before its number; letters that a file name may have.
  fileName: 'withdrawal',
  download: 'Download receipt',
  print: 'Print receipt',
  close: 'Close',
  // Why a step failed, in words that blame nobody.
  RETURN_WINDOW_CLOSED: 'The period in which you could withdraw from this contract has ended.',
  ALREADY_WITHDRAWN: 'You have withdrawn from this contract already. There is nothing more to do.',
  NOT_ELIGIBLE: 'There is no right of withdrawal for this order or for one of these items.',
  INVALID_REQUEST: 'We found no order with these details. Please check the order number, your name, the e-mail address and the items.',
  // The declaration was understood before and is not known any more.
  forgotten: 'Your declaration is no longer open. Choose “Change” and continue again; what you typed is still there.',
  UNAUTHENTICATED: 'Please sign in and try again. What you typed is still there.',
  failed: 'That did not work. Nothing has been withdrawn.',
  // The first step could not be done; nothing happened.
  notReached: 'We could not reach the shop. Nothing has been withdrawn. Please try again.',
  // It is not known whether the withdrawal arrived.
  undecided: 'We could not confirm that your withdrawal arrived. Please try again: it counts only once.',
} as const satisfies Strings;
