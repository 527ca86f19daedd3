/** The hash that opens an answer. */
export const linkTo = (id: string): string =>
  // Half of a surrogate pair has no encoding.
  `#aftercart-faq-${encodeURIComponent(id.replace(/\p{Cs}/gu, ''))}`;
