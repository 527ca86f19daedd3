/** Whether what a guest says of an order is right, without telling by its time how much of it was. */

interface Proof {
  email?: string | undefined;
  postcode?: string | undefined;
}

/** What people write differently and mean the same. */
const emailOf = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
const postcodeOf = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/** What a proof is compared with when there is no such order: nobody can know it. */
const NOBODY = crypto.randomUUID();

let key: Promise<CryptoKey> | undefined;

const digest = async (text: string): Promise<Uint8Array> => {
  key ??= crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', await key, new TextEncoder().encode(text)));
};

/** Compares keyed digests, every byte of them. */
async function same(a: string, b: string): Promise<boolean> {
  const [x, y] = await Promise.all([digest(a), digest(b)]);
  return x.reduce((difference, byte, index) => difference | (byte ^ y[index]!), 0) === 0;
}

/** All that is given must be right. */
export async function proves(proof: Proof, order: { email?: string | null | undefined; postcode?: string | null | undefined } | undefined): Promise<boolean> {
  const [email, postcode] = await Promise.all([
    proof.email === undefined || same(emailOf(proof.email), order?.email ? emailOf(order.email) : NOBODY),
    proof.postcode === undefined || same(postcodeOf(proof.postcode), order?.postcode ? postcodeOf(order.postcode) : NOBODY),
  ]);
  return email && postcode;
}
