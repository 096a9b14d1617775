// Tables that sort and filter, by mouse and keyboard.

function cellValue(row, column, numeric) {
  const cell = row.cells[column];
  const text = cell.dataset.value !== undefined ? cell.dataset.value : cell.textContent.trim();
  return numeric ? (text === "" ? NaN : Number(text)) : text;
}

function sortBy(table, head, column) {
  const numeric = head.dataset.sort === "number";
  const first = numeric ? "descending" : "ascending";
  const second = numeric ? "ascending" : "descending";
  const order = head.getAttribute("aria-sort") === first ? second : first;
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", order);
  const sign = order === "ascending" ? 1 : -1;
  const rows = Array.from(table.tBodies[0].rows);
  const compare = (a, b) => {
    const x = cellValue(a, column, numeric);
    const y = cellValue(b, column, numeric);
    if (!numeric) return sign * x.localeCompare(y, "en", {numeric: true});
    // What has no value stands last in either order.
    if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) - Number.isNaN(y);
    return sign * (x - y);
  };
  table.tBodies[0].append(...rows.sort(compare));
}

function makeSortable(table) {
  Array.from(table.tHead.rows[0].cells).forEach((head, column) => {
    if (!head.dataset.sort) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent.trim();
    head.replaceChildren(button);
    button.addEventListener("click", () => sortBy(table, head, column));
  });
}

function showOnly(table) {
  const text = document.querySelector(`[data-filter="${table.id}"]`);
  const marked = document.querySelector(`[data-marked="${table.id}"]`);
  const minor = document.querySelector(`[data-minor="${table.id}"]`);
  const wanted = text ? text.value.trim().toLowerCase() : "";
  for (const row of table.tBodies[0].rows) {
    row.hidden = (wanted !== "" && !row.textContent.toLowerCase().includes(wanted))
      || (marked !== null && marked.checked && !row.classList.contains("marked"))
      || (minor !== null && !minor.checked && row.classList.contains("minor"));
  }
}
