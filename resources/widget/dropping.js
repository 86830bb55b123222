// Dropping: files let go over the panel are taken; the site never sees them, and the browser does not open them.

/** The listeners of an element on which files may be dropped, which are given to `take`. */
export function dropping(take) {
  const over = (event, isOver) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.classList.toggle("dropping", isOver);
  };
  return {
    ondragover: (event) => over(event, true),
    ondragleave: (event) => over(event, event.currentTarget.contains(event.relatedTarget)),
    ondrop: (event) => (over(event, false), take(event.dataTransfer.files)),
  };
}
