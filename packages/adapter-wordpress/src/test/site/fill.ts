/** The WordPress of the proof. */
import type { Fill, Filled } from '../questions.ts';

const variable = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error('Run the proofs with `pnpm --filter @aftercart/adapter-wordpress prove`, which starts a WordPress.');
  return value;
};

export const site = (): string => variable('AFTERCART_PROOF_WORDPRESS');

export const fill: Fill = async (questions) => {
  const answer = await fetch(`${site()}/wp-json/aftercart-proof/v1/questions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-proof-secret': variable('AFTERCART_PROOF_SECRET') },
    body: JSON.stringify(questions),
  });
  if (!answer.ok) throw new Error(`WordPress answered ${answer.status}: ${(await answer.text()).slice(0, 2_000)}`);
  return (await answer.json()) as Filled;
};
