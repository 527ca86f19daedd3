/** By the id alone, since anybody may sign in to a demo. */
export const emailOf = (id: string): string => `${id}@example.com`;
