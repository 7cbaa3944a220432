/** Whether a text could be a mail address: the server decides, this only catches slips of the hand. */
export function looksLikeEmail(text: string): boolean {
  const parts = text.trim().split('@');
  return parts.length === 2 && parts[0] !== '' && (parts[1] ?? '').includes('.') && !/\s/.test(text.trim());
}
