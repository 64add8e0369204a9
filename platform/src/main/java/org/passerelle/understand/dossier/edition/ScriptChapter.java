package org.passerelle.understand.dossier.edition;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.understand.dossier.chapter.Findings;
import org.passerelle.understand.dossier.chapter.Script;
import org.passerelle.understand.dossier.chapter.Tally;

/** Chapter 4: the acts of the crime, in order. */
final class ScriptChapter extends WrittenChapter {
  ScriptChapter(Findings findings, Pen pen) {
    super(findings, pen);
  }

  @Override
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    List<Script.Act> acts = findings.script().acts();
    long known = acts.stream().filter(a -> a.ties() > 0).count();
    blocks.add(pen.finding(pen.text("dossier.script.found", known, acts.size())));
    boolean coded = acts.stream().anyMatch(a -> a.passages() >= 0);
    List<String> head =
        new ArrayList<>(
            List.of(
                pen.text("dossier.col.act"),
                pen.text("dossier.col.when"),
                pen.text("dossier.col.ties"),
                pen.text("dossier.col.people"),
                pen.text("dossier.col.victims")));
    if (coded) {
      head.add(pen.text("dossier.col.passages"));
    }
    List<List<String>> rows = new ArrayList<>();
    for (Script.Act act : acts) {
      List<String> row =
          new ArrayList<>(
              List.of(
                  pen.kind(act.code()),
                  act.ties() == 0 ? pen.text("dossier.script.nothing") : pen.span(act.span()),
                  pen.number(act.ties()),
                  pen.persons(act.people()),
                  pen.persons(act.victims())));
      if (coded) {
        row.add(pen.number(act.passages()));
      }
      rows.add(row);
    }
    blocks.add(
        new Block.Table(pen.text("dossier.script.acts"), head, rows, 2, pen.text("dossier.none")));
    if (!pen.anonymised()) {
      List<String> who = new ArrayList<>();
      for (Script.Act act : acts) {
        if (!act.most().isEmpty()) {
          who.add(
              pen.text(
                  "dossier.script.who",
                  pen.kind(act.code()),
                  pen.words(act.most().stream().map(Tally::code).toList())));
        }
      }
      blocks.add(new Block.Points(who));
    }
    blocks.add(pen.caveat(pen.text("dossier.script.caveat")));
    return blocks;
  }
}
