"""The language of the document, and of the labels that Streamlit writes: English whatever the page says."""

from functools import cache

import streamlit as st

from dashboard.i18n import LANGUAGES, text

# Labels of the library; the English catalogue has its very words.
LABELS = (
    "sidebar", "logo", "collapse", "expand", "pages", "home", "choose", "open", "clear", "clear_all", "clear_selection",
    "selected", "remove", "upload", "add", "menu", "close", "none", "running", "results", "new", "button",
)  # fmt: skip

# Labels come and go with every widget, so they are watched for; one watch a document. Messages of drop-down
# lists and the button of the box for files are text, all else is an attribute.
SCRIPT = """
const ATTRIBUTES = ["aria-label", "placeholder", "alt"];
const MESSAGES = `[role=listbox], [data-testid=stSelectboxVirtualDropdown], [data-baseweb=popover],
  [data-testid=stFileUploaderDropzone]`;
export default function ({ data }) {
  const root = document.documentElement;
  root.lang = data.lang;
  const known = data.labels.flatMap((label) => Object.values(label).map((words) => [
    ...words.split("{name}"), label[data.lang],
  ]));
  const said = (words) => {
    for (const [head, ...rest] of known) {
      const target = rest.pop();
      if (!rest.length && words === head) return target;
      if (!rest.length || !words.startsWith(head) || !words.endsWith(rest[0])) continue;
      const name = words.slice(head.length, words.length - rest[0].length);
      if (name) return target.replace("{name}", () => name);
    }
    return words;
  };
  const translate = (element) => {
    for (const name of ATTRIBUTES) {
      const words = element.getAttribute(name);
      if (words && said(words) !== words) element.setAttribute(name, said(words));
    }
    const [only, more] = element.childNodes;
    if (only?.nodeType === Node.TEXT_NODE && !more && element.closest(MESSAGES)) {
      const words = only.nodeValue;
      if (said(words) !== words) only.nodeValue = said(words);  // the node stays: it is the library's
    }
  };
  const all = (element) => {
    translate(element);
    element.querySelectorAll("*").forEach(translate);
  };
  window.libraryLabels?.disconnect();
  all(document.body);
  window.libraryLabels = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "attributes") translate(change.target);
      change.addedNodes.forEach((node) => node.nodeType === Node.ELEMENT_NODE && all(node));
    }
  });
  const watched = { subtree: true, childList: true, attributes: true, attributeFilter: ATTRIBUTES };
  window.libraryLabels.observe(document.body, watched);
}
"""


@cache
def labels() -> list[dict[str, str]]:
    """Every label by language; {name} stands for what it is said of."""
    return [{it: text(f"library.{name}", it, name="{name}") for it in LANGUAGES} for name in LABELS]


def set_document_language(lang: str) -> None:
    """Set <html lang> to the language of the page, so that readers aloud and line breaking follow it, and say the
    library's own labels in it."""
    component = st.components.v2.component("document_language", js=SCRIPT)
    component(data={"lang": lang, "labels": labels()}, key="document_language", height=0)
