"""Walks the pages that a session may see, one page per route, and prints what sqlmap is to try, a line each:
METHOD, address and body between tabs; a star stands behind every value that a person could alter.
Usage: forms.py ADDRESS COOKIE ROUTES.md"""

import html.parser
import re
import sys
import urllib.error
import urllib.parse
import urllib.request

BASE, COOKIE, ROUTES = sys.argv[1:]
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
KEPT = ("_csrf", "_once")


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.links, self.forms, self.form = [], [], None

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if tag == "a":
            self.links.append(a.get("href") or "")
        elif tag == "form":
            self.form = (a.get("method", "get").upper(), a.get("action") or "", {})
            self.forms.append(self.form)
        elif self.form and tag in ("input", "select", "textarea") and a.get("name"):
            self.form[2].setdefault(a["name"], a.get("value") or "1")

    def handle_endtag(self, tag):
        if tag == "form":
            self.form = None


def fetch(path):
    request = urllib.request.Request(BASE + path, headers={"Cookie": COOKIE})
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            if "html" in answer.headers.get("Content-Type", ""):
                return answer.read().decode("utf-8", "replace")
    except urllib.error.HTTPError:
        pass
    return ""


def route(path):
    return ID.sub("{id}", path.split("?")[0].split("#")[0])


def marked(path):
    return ID.sub(lambda found: found.group() + "*", path)


def body(fields):
    return "&".join(f"{k}={urllib.parse.quote(v)}" + ("" if k in KEPT else "*") for k, v in fields.items())


waiting, seen, tried = ["/"], {"/"}, set()
while waiting:
    path = waiting.pop(0)
    page = Page()
    page.feed(fetch(path))
    for link in page.links:
        if link.startswith("/") and not link.startswith("//") and route(link) not in seen and len(seen) < 400:
            seen.add(route(link))
            waiting.append(link)
            if "?" in link or ID.search(link):
                where, _, query = link.split("#")[0].partition("?")
                tried.add(("GET", route(link)))
                print("GET", marked(where) + ("?" + body(dict(urllib.parse.parse_qsl(query)) or {"x": "1"}) if query else ""), "", sep="\t")
    for method, action, fields in page.forms:
        action = action or path
        if (method, route(action)) in tried:
            continue
        tried.add((method, route(action)))
        if method == "GET":
            print("GET", marked(action.split("?")[0]) + "?" + body(fields), "", sep="\t")
        else:
            print("POST", marked(action), body(fields), sep="\t")

# what no page leads to: the identifier in the path alone
for line in open(ROUTES, encoding="utf-8"):
    found = re.match(r"\| `(GET|POST) (/[^`]*\{[^`]*)`", line)
    if found and (found[1], re.sub(r"\{[^}]+\}", "{id}", found[2])) not in tried:
        path = re.sub(r"\{[^}]+\}", "6f1c1f0e-0d7a-4c5b-9d1a-000000000001*", found[2])
        print(found[1], path, "_csrf=x&_once=x" if found[1] == "POST" else "", sep="\t")
