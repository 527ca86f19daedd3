/** Puts a text on the clipboard. Where the browser does not let the page, the field with the text is selected instead. */
export async function copyText(text: string, field: HTMLInputElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No permission, or a page without TLS.
    field?.select();
    return false;
  }
}
