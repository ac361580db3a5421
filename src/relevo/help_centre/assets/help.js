// Links to a person open the chat on the page they stand on. Without this script, or while the chat is not there, they lead to the
// page that says how else to reach somebody.
(() => {
  const open = () => {
    if (!window.Relevo) return false;
    window.Relevo.open();
    return true;
  };
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("[data-chat]") : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (open() || link.hasAttribute("data-chat-now")) event.preventDefault();
  });
  if (document.querySelector("[data-chat-now]") && !open()) {
    window.addEventListener("relevo:ready", open, { once: true });
  }
})();
