// The review desk: one number at a time, by keys or buttons. Everything strangers wrote is set as text, never as markup.
const KEYS = { a: "accepted", r: "rejected", c: "corrected", w: "withdrawn" };

function put(parent, tag, text, attributes = {}) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  parent.append(made);
  return made;
}

function quoted(parent, marked, script) {
  const quote = put(parent, "blockquote", undefined, { dir: script === "Arab" ? "rtl" : "auto" });
  marked.split(/⟦|⟧/).forEach((piece, n) => (n % 2 ? put(quote, "mark", piece) : quote.append(piece)));
}

function render({ model, el }) {
  const root = put(el, "section", undefined, { class: "dalel-review", tabindex: "0", "aria-label": "review" });
  const who = { name: "", reason: "", correction: "" };

  function decide(decision) {
    const made = { ...who, decision, claim_id: model.get("item").claim_id, at: Date.now() };
    model.set("said", made);
    model.save_changes();
  }
  function move(step) {
    model.set("place", Math.max(0, Math.min(model.get("total") - 1, model.get("place") + step)));
    model.save_changes();
  }
  function draw() {
    root.replaceChildren();
    const item = model.get("item");
    put(root, "p", model.get("message"), { class: "said", role: "status" });
    if (!item.claim_id) return;
    put(root, "p", `${model.get("place") + 1} / ${model.get("total")} · ${item.claim_id} · ${item.verdict}`, { class: "place" });
    put(root, "h3", item.amount);
    quoted(root, item.marked, item.script);
    put(root, "p", `${item.outlet} · ${item.url}`, { class: "page", dir: "auto" });
    const list = put(root, "dl");
    for (const ground of item.grounds) {
      put(list, "dt", ground.attribute);
      put(list, "dd", ground.words ? `${ground.value} ← ${ground.words}` : ground.value, { dir: "auto" });
    }
    for (const told of item.told) {
      put(list, "dt", told[0]);
      put(list, "dd", told[1], { dir: "auto" });
    }
    for (const [name, label] of [["name", "Name"], ["reason", "Reason"], ["correction", "attribute=value"]]) {
      const line = put(root, "label", `${label} `);
      const field = put(line, "input", undefined, { name, type: "text" });
      field.value = who[name];
      field.addEventListener("input", () => (who[name] = field.value));
    }
    const row = put(root, "p", undefined, { class: "keys" });
    for (const [key, decision] of Object.entries(KEYS)) {
      put(row, "button", `${decision} (${key})`, { type: "button", "data-decision": decision }).onclick = () => decide(decision);
    }
    put(row, "button", "back (p)", { type: "button" }).onclick = () => move(-1);
    put(row, "button", "next (n)", { type: "button" }).onclick = () => move(1);
  }
  root.addEventListener("keydown", (event) => {
    event.stopPropagation(); // keys are ours, not the notebook's
    if (event.target.tagName === "INPUT" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (KEYS[event.key]) decide(KEYS[event.key]);
    else if (event.key === "n") move(1);
    else if (event.key === "p") move(-1);
    else return;
    event.preventDefault();
  });
  model.on("change:item change:message", () => {
    if (model.get("cleared")) who.reason = who.correction = "";
    draw();
    root.focus();
  });
  draw();
}
export default { render };
