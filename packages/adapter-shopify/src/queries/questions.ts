/** Storefront API: metaobjects of one type, in the order in which they were made. */
export const QUESTIONS = `query Questions(
  $type: String!, $after: String, $question: String!, $answer: String!, $category: String!, $keywords: String!, $language: LanguageCode
) @inContext(language: $language) {
  metaobjects(type: $type, first: 250, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes {
      handle updatedAt onlineStoreUrl
      question: field(key: $question) { value }
      answer: field(key: $answer) { type value }
      category: field(key: $category) { value reference { ... on Metaobject { handle name: field(key: "name") { value } } } }
      keywords: field(key: $keywords) { value }
    }
  }
}`;
