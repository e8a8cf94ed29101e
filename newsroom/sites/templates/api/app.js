"use strict";
const root = document.getElementById("root");
const news = "/api/v1/public/content-manager/news";

function element(tag, text, parent) {
  const made = document.createElement(tag);
  made.textContent = text;
  parent.appendChild(made);
  return made;
}

function show(item) {
  document.title = item.title;
  element("h1", item.title, root);
  if (item.created_date) element("time", item.created_date, root);
  if (item.views) element("small", item.views, root);
  if (item.short_description) element("h2", item.short_description, root);
  const body = element("div", "", root);
  body.innerHTML = item.body;
  for (const related of item.related) element("p", related.title, root).className = "related";
  for (const comment of item.comments) element("p", comment, root).className = "comment";
}

async function start() {
  const id = root.dataset.news;
  element("header", {{ site.name | tojson }}, root);
  if (id) return show(await (await fetch(`${news}/${id}`)).json());
  for (const item of await (await fetch(`${news}?page=1&size=10`)).json()) {
    element("a", item.title, element("p", "", root)).href = item.url;
  }
}

start();
