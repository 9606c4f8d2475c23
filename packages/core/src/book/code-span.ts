/** Whether a code lies in a note's range; both ends cover their descendants. Stems (`J44.-`) and dots do not matter. */
export function within(code: string, from: string, to: string): boolean {
  const plain = code.replace('.', '');
  const low = from.replace(/[.-]/g, '');
  const high = to.replace(/[.-]/g, '');
  return plain >= low && (plain <= high || plain.startsWith(high));
}

/** A range as a note prints it. */
export function spanText({ from, to }: { readonly from: string; readonly to: string }): string {
  return from === to ? from : `${from}-${to}`;
}
