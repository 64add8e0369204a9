"""Linkage, estimation and network analysis of Passerelle, from Python.

Each function runs the command of the same name (nothing is compiled) and returns data frames. Lists are data frames or
paths of CSV files; options are those of the command, with underscores: ``link(people, key_players=3)`` is an error,
``network(ties, key_players=3)`` is ``--key-players=3``. What each option does stands in ``docs/configuration.md``, what the
figures mean in ``docs/linkage.md``, ``docs/estimation.md`` and ``docs/network.md``.

Data frames are handed over in a folder that only you can read and that is removed at the end.
"""

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pandas as pd

__all__ = ["PasserelleError", "estimate", "link", "network", "run"]


class PasserelleError(Exception):
    """The command refused its input; the message is its sentence."""


def link(left, right=None, *, clusters=False, **options):
    """Records of the same person, in one list or across two.

    Returns one row per match (``left``, ``right``, ``probability``, ``weight``), or with ``clusters=True`` one row per record
    (``cluster``, ``record``, and ``list`` if there are two). ``attrs`` of the frame holds what else was said: ``report``,
    ``threshold``, ``expectedPrecision``, ``expectedRecall`` (None if nobody can state them), ``undecided``, ``compared``.
    """
    with _Folder() as folder:
        lists = [folder.table(left, "left")]
        if right is not None:
            lists.append(folder.table(right, "right"))
        out = folder.path / "result.json"
        run("link", *lists, **{**options, "clusters": clusters, "format": "json", "out": out})
        result = json.loads(out.read_text(encoding="utf-8"))
    if clusters:
        frame = _clusters(result.pop("clusters"), two=right is not None)
    else:
        frame = pd.DataFrame(result.pop("matches"), columns=["left", "right", "probability", "weight"])
    frame.attrs.update(result)
    return frame


def _clusters(clusters, two):
    rows = []
    for cluster in clusters:
        for name in ("left", "right") if two else ("records",):
            rows.extend((cluster["cluster"], record, name) for record in cluster.get(name, []))
    frame = pd.DataFrame(rows, columns=["cluster", "record", "list"])
    return frame if two else frame.drop(columns="list")


def estimate(table, **options):
    """How many people there are in all, from who was seen on which lists.

    ``table`` has one 0/1 column per list and a last column ``count``, or one row per person without it. Returns one row per
    method (``method``, ``estimate``, ``lower``, ``upper``, ``model``, ``warnings``, …; an estimate that does not exist is
    missing). ``attrs`` of the frame holds ``observed``, ``lists``, ``findings`` and the ``digest`` of the table.
    """
    with _Folder() as folder:
        out = folder.path / "result.json"
        run("estimate", folder.table(table, "table"), **{**options, "format": "json", "out": out})
        result = json.loads(out.read_text(encoding="utf-8"))
    estimates = result.pop("estimates")
    frame = pd.DataFrame(estimates)
    frame.attrs.update(result)
    return frame.drop(columns=[name for name in ("lists", "observed") if name in frame])


def network(ties, nodes=None, **options):
    """Positions of actors in a network.

    ``ties`` has the columns ``source`` and ``target``, and more if you like, or is the path of any file the command reads;
    ``nodes`` has one row per actor. Returns one row per actor with its measures. ``attrs`` of the frame holds ``graph``, the
    figures of the whole network, and what else was measured.
    """
    with _Folder() as folder:
        if nodes is not None:
            options = {**options, "nodes": folder.table(nodes, "nodes")}
        out = folder.path / "result.json"
        run("network", folder.table(ties, "ties"), **{**options, "format": "json", "out": out})
        result = json.loads(out.read_text(encoding="utf-8"))
    frame = pd.DataFrame(result.pop("actors", []))
    frame.attrs.update(result)
    return frame


class _Folder:
    """A folder for tables and results, removed whatever happens."""

    def __enter__(self):
        # readable by its owner alone
        self.path = Path(tempfile.mkdtemp(prefix="passerelle-"))
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)

    def table(self, given, name):
        if isinstance(given, pd.DataFrame):
            file = self.path / f"{name}.csv"
            given.to_csv(file, index=False, encoding="utf-8")
            return file
        return Path(given)


def _command():
    told = os.environ.get("PASSERELLE")
    beside = Path(__file__).resolve().parents[3] / "passerelle"
    found = told or (str(beside) if beside.is_file() else shutil.which("passerelle"))
    if not found:
        raise PasserelleError("There is no passerelle. Maybe set PASSERELLE to the path of the launcher.")
    return found


def _arguments(options):
    for name, value in options.items():
        option = "--" + name.replace("_", "-")
        for one in value if isinstance(value, (list, tuple)) else [value]:
            if one is True:
                yield option
            elif one is not None and one is not False:
                yield f"{option}={one}"


def run(command, *arguments, **options):
    """Runs any command and returns what it printed; raises PasserelleError if it refuses."""
    launcher = _command()
    try:
        done = subprocess.run(
            [launcher, command, *map(str, arguments), *_arguments(options)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise PasserelleError(f"{launcher} cannot be started ({error.strerror}). Maybe PASSERELLE names another file.") from error
    if done.returncode != 0:
        raise PasserelleError(_sentence(done.stderr) or f"passerelle {command} ended with {done.returncode}.")
    return done.stdout


def _sentence(text):
    """The last line that is not a progress line."""
    lines = [line.rsplit("\r", 1)[-1].strip() for line in text.splitlines()]
    return next((line for line in reversed(lines) if line), "")
