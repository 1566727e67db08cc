/** Ctrl+Enter (⌘+Enter) sends the form from within a text of several lines, where Enter alone begins another line. */
export function ctrlEnterSends(form: HTMLFormElement): () => void {
  const onkeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  };
  form.addEventListener('keydown', onkeydown);
  return () => form.removeEventListener('keydown', onkeydown);
}
