package org.passerelle.understand.dossier.edition;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.understand.dossier.chapter.Findings;
import org.passerelle.understand.dossier.chapter.Script;
import org.passerelle.understand.dossier.chapter.Tally;

/** Chapter 4: the acts of the crime, in order. */
final class ScriptChapter extends WrittenChapter {
  ScriptChapter(Findings findings, EditionFormat editionFormat) {
    super(findings, editionFormat);
  }

  @Override
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    List<Script.Act> acts = findings.script().acts();
    long known = acts.stream().filter(a -> a.ties() > 0).count();
    blocks.add(
        editionFormat.finding(editionFormat.text("dossier.script.found", known, acts.size())));
    boolean coded = acts.stream().anyMatch(a -> a.passages() >= 0);
    List<String> head =
        new ArrayList<>(
            List.of(
                editionFormat.text("dossier.col.act"),
                editionFormat.text("dossier.col.when"),
                editionFormat.text("dossier.col.ties"),
                editionFormat.text("dossier.col.people"),
                editionFormat.text("dossier.col.victims")));
    if (coded) {
      head.add(editionFormat.text("dossier.col.passages"));
    }
    List<List<String>> rows = new ArrayList<>();
    for (Script.Act act : acts) {
      List<String> row =
          new ArrayList<>(
              List.of(
                  editionFormat.kind(act.code()),
                  act.ties() == 0
                      ? editionFormat.text("dossier.script.nothing")
                      : editionFormat.span(act.span()),
                  editionFormat.number(act.ties()),
                  editionFormat.persons(act.people()),
                  editionFormat.persons(act.victims())));
      if (coded) {
        row.add(editionFormat.number(act.passages()));
      }
      rows.add(row);
    }
    blocks.add(
        new Block.Table(
            editionFormat.text("dossier.script.acts"),
            head,
            rows,
            2,
            editionFormat.text("dossier.none")));
    if (!editionFormat.anonymised()) {
      List<String> who = new ArrayList<>();
      for (Script.Act act : acts) {
        if (!act.most().isEmpty()) {
          who.add(
              editionFormat.text(
                  "dossier.script.who",
                  editionFormat.kind(act.code()),
                  editionFormat.words(act.most().stream().map(Tally::code).toList())));
        }
      }
      blocks.add(new Block.Points(who));
    }
    blocks.add(editionFormat.caveat(editionFormat.text("dossier.script.caveat")));
    return blocks;
  }
}
