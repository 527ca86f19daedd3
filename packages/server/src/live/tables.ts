export interface LiveTables {
  /** How often what a topic tells of has changed. Counting within the writer’s transaction keeps the order of changes that of their commits. */
  topics: { topic: string; change: number };
}
