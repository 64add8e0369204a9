"""Runs the bindings and their notebooks against the command: python3 bindings/python/tests/run.py"""

import json
import os
import sys
import tempfile
import traceback
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HERE))

import pandas as pd  # noqa: E402

import passerelle_engines as passerelle  # noqa: E402


def left_behind():
    return {p.name for p in Path(tempfile.gettempdir()).glob("passerelle-*")}


def refused(call):
    try:
        call()
    except passerelle.PasserelleError as said:
        return str(said)
    raise AssertionError("It was not refused.")


def identifiers_stay_text():
    rows = [("007", "Ana, “A” Petrović", "1990-02-03"), ("7", "Ана Петровић", "1990-02-03"), ("x\ny", "Jovan Ilić", "1971-11-30")]
    people = pd.DataFrame(rows, columns=["id", "name", "date_of_birth"])
    people = pd.concat([people] + [people.assign(id=people.id + f"-{i}", name=f"Person {i} Mirović", date_of_birth=f"19{50 + i}-0{1 + i % 9}-1{i % 10}") for i in range(30)])
    groups = passerelle.link(people, clusters=True)
    assert sorted(groups.record) == sorted(people.id), groups
    assert list(groups.columns) == ["cluster", "record"]
    assert groups.attrs["records"] == len(people)


def two_lists_name_their_list():
    left = pd.DataFrame({"id": [f"a{i}" for i in range(40)], "name": [f"Mira{i} Savić{i}" for i in range(40)], "born": [f"19{50 + i}-01-02" for i in range(40)]})
    right = left.assign(id=left.id.str.replace("a", "b"))
    pairs = passerelle.link(left, right, seed=3)
    assert all(a[1:] == b[1:] for a, b in zip(pairs.left, pairs.right)) and len(pairs) > 30, pairs
    assert pairs.probability.between(0, 1).all()
    groups = passerelle.link(left, right, clusters=True)
    assert set(groups["list"]) == {"left", "right"} and len(groups) == 80


def estimates_are_those_of_the_command():
    table = pd.DataFrame([(1, 0, 30), (0, 1, 20), (1, 1, 10)], columns=["a", "b", "count"])
    answers = passerelle.estimate(table, method="chao", bootstrap=0)
    assert answers.attrs["observed"] == 60
    assert list(answers.method) == ["chao"] and answers.estimate[0] >= 60


def the_kite_has_its_published_positions():
    kite = "AB AC AD AF BD BE BG CD CF DE DF DG EG FG FH GH HI IJ".split()
    ties = pd.DataFrame({"source": [t[0] for t in kite], "target": [t[1] for t in kite]})
    actors = passerelle.network(ties).set_index("id")
    assert actors.degree.idxmax() == "D" and actors.betweenness.idxmax() == "H"
    assert set(actors.closeness.nlargest(2).index) == {"F", "G"}
    assert actors.attrs["graph"]["nodes"] == 10
    nodes = pd.DataFrame({"id": sorted(set("".join(kite))), "victim": ["yes" if n == "H" else "no" for n in sorted(set("".join(kite)))]})
    assert "H" not in set(passerelle.network(ties, nodes).id)
    assert "H" in set(passerelle.network(ties, nodes, with_victims=True).id)


def what_is_wrong_is_the_sentence_of_the_command():
    people = pd.DataFrame({"id": ["1", "2"], "name": ["a", "b"]})
    before = left_behind()
    assert "threshold" in refused(lambda: passerelle.link(people, threshold=7)).lower()
    assert "--nonsense" in refused(lambda: passerelle.network(people, nonsense=1))
    assert "none.csv" in refused(lambda: passerelle.estimate("none.csv"))
    told = os.environ["PASSERELLE"]
    os.environ["PASSERELLE"] = "/nowhere/passerelle"
    try:
        assert "PASSERELLE" in refused(lambda: passerelle.estimate("none.csv"))
    finally:
        os.environ["PASSERELLE"] = told
    assert left_behind() <= before, "a folder with records was left"


def notebook(path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    assert not any(cell.get("outputs") for cell in cells), "outputs are not kept: they may hold records"
    names = {}
    for cell in cells:
        if cell["cell_type"] == "code":
            exec(compile("".join(cell["source"]), path.name, "exec"), names)
    return names


def notebooks_run():
    link = notebook(HERE / "notebooks/link.ipynb")
    together = link["groups"].merge(link["truth"], on="record")
    assert len(together) == len(link["people"])
    # pairs grouped together are one person in nearly all groups
    assert (together.groupby("cluster").person.nunique() == 1).mean() > 0.9
    answers = notebook(HERE / "notebooks/estimate.ipynb")["answers"]
    assert (answers.estimate.dropna() >= answers.attrs["observed"]).all()
    assert notebook(HERE / "notebooks/network.ipynb")["most"] == ("D", "H")


TESTS = [
    identifiers_stay_text,
    two_lists_name_their_list,
    estimates_are_those_of_the_command,
    the_kite_has_its_published_positions,
    what_is_wrong_is_the_sentence_of_the_command,
    notebooks_run,
]

if __name__ == "__main__":
    os.environ.setdefault("PASSERELLE", str(HERE.parent.parent / "passerelle"))
    failed = 0
    for test in TESTS:
        try:
            test()
            print("ok", test.__name__)
        except BaseException:
            failed += 1
            print("FAILED", test.__name__)
            traceback.print_exc()
    sys.exit(1 if failed else 0)
