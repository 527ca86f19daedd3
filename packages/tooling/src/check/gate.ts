/** One thing that must hold. `write` lets a gate bring generated files up to date instead of complaining. */
export interface Gate {
  name: string;
  check(options: { write: boolean }): Promise<GateResult>;
}

export interface GateResult {
  problems: string[];
  /** A few words, or a table, that are printed even if all is well. */
  note?: string;
}

/** The result of a program that prints its complaints. */
export function fromProgram({ code, output }: { code: number; output: string }): GateResult {
  return { problems: code === 0 ? [] : [output.trim() || `exit code ${code}`] };
}
