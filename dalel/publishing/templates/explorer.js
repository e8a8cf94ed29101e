"use strict";
(() => {
  const form = document.querySelector("form.filters"), table = document.querySelector("table.explorer");
  if (!form || !table) return;
  const body = table.tBodies[0], rows = [...body.rows].filter((row) => row.dataset.verdict);
  const output = form.querySelector("output"), names = [...form.elements].map((one) => one.name).filter(Boolean);
  const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  const wanted = (row) => names.every((name) => {
    const value = form.elements[name].value.trim().toLowerCase();
    if (!value || name === "view") return true;
    if (name === "search") return value.split(/\s+/).every((word) => texts.get(row).includes(word));
    if (name === "from") return row.dataset.day >= value;
    return row.dataset[name].toLowerCase() === value;
  });
  const show = () => {
    let shown = 0;
    for (const row of rows) { row.hidden = !wanted(row); shown += row.hidden ? 0 : 1; }
    output.value = output.dataset.text.replace("{shown}", shown).replace("{of}", rows.length);
    const kept = names.filter((name) => name !== "view" && form.elements[name].value)
      .map((name) => name + "=" + encodeURIComponent(form.elements[name].value)).join("&");
    history.replaceState(null, "", kept ? "#" + kept : location.pathname + location.search);
  };
  for (const part of location.hash.slice(1).split("&")) {
    const [name, value] = part.split("=");
    if (value && form.elements[name]) form.elements[name].value = decodeURIComponent(value);
  }
  const key = (row, column) => column === 0 ? Number(row.dataset.value || -Infinity)
    : column === 3 ? row.dataset.day : row.cells[column].textContent;
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.title = table.dataset.sort.replace("{column}", head.textContent);
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      rows.sort((one, two) => {
        const [a, b] = [key(one, column), key(two, column)];
        const order = typeof a === "number" ? a - b : a.localeCompare(b, document.documentElement.lang);
        return up ? order : -order;
      });
      body.append(...rows);
    });
  });
  const cell = (text) => {
    const safe = /^[=+\-@\t\r＝＋－＠]/.test(text) ? "'" + text : text;
    return /[",\n]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
  };
  form.elements.view.addEventListener("click", () => {
    const lines = [[...table.tHead.rows[0].cells].map((one) => cell(one.textContent)).join(",")];
    for (const row of rows) if (!row.hidden) lines.push([...row.cells].map((one) => cell(one.textContent)).join(","));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff" + lines.join("\n") + "\n"], { type: "text/csv" }));
    link.download = "dalel.csv";
    link.click();
    URL.revokeObjectURL(link.href);
  });
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  show();
})();
