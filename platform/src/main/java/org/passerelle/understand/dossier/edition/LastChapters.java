package org.passerelle.understand.dossier.edition;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.understand.dossier.chapter.Beside;
import org.passerelle.understand.dossier.chapter.Control;
import org.passerelle.understand.dossier.chapter.Evidence;
import org.passerelle.understand.dossier.chapter.Findings;
import org.passerelle.understand.dossier.chapter.Safety;
import org.passerelle.understand.dossier.chapter.Tally;
import org.passerelle.understand.grid.Question;

/** Chapters 9 to 12: means of control, trafficking or delinquency, prosecution, victim safety. */
final class LastChapters {
  private static final int TOLD = 6;
  private static final int SOURCES = 9;
  private final Findings findings;
  private final Pen pen;

  LastChapters(Findings findings, Pen pen) {
    this.findings = findings;
    this.pen = pen;
  }

  List<Block> control() {
    Control control = findings.control();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        pen.finding(
            pen.text(
                "dossier.control.found",
                control.ties(),
                pen.persons(control.victims()),
                control.inEvidence())));
    if (control.passages() >= 0) {
      blocks.add(pen.paragraph(pen.text("dossier.control.passages", control.passages())));
    }
    blocks.add(
        pen.tallies(
            pen.text("dossier.control.means"),
            pen.text("dossier.col.means"),
            control.means(),
            control.means().stream()
                .map(m -> pen.text("dossier.means." + (m.code().isEmpty() ? "none" : m.code())))
                .toList()));
    if (!pen.anonymised() && !control.controllers().isEmpty()) {
      blocks.addAll(
          pen.cut(
              pen.tallies(
                  pen.text("dossier.control.from"),
                  pen.text("dossier.col.actor"),
                  control.controllers(),
                  control.controllers().stream().map(c -> pen.word(c.code())).toList())));
    }
    blocks.add(pen.caveat(pen.text("dossier.control.caveat")));
    return blocks;
  }

  List<Block> qualification() {
    List<Beside.Assessed> grids = findings.qualification().grids();
    List<Block> blocks = new ArrayList<>();
    blocks.add(pen.finding(pen.text("dossier.qualification.found", pen.persons(grids.size()))));
    blocks.add(pen.paragraph(pen.text("dossier.qualification.elements")));
    blocks.add(new Block.Paragraph("warning", pen.text("dossier.qualification.minor")));
    if (pen.anonymised()) {
      List<Tally> conclusions = Tally.of(grids, Beside.Assessed::conclusion);
      blocks.add(
          pen.tallies(
              pen.text("dossier.qualification.conclusions"),
              pen.text("dossier.col.conclusion"),
              conclusions,
              conclusions.stream().map(c -> conclusion(c.code())).toList()));
    } else {
      grids.forEach(grid -> assessed(grid, blocks));
    }
    blocks.add(pen.caveat(pen.text("dossier.qualification.caveat")));
    return blocks;
  }

  private String conclusion(String code) {
    return code.isEmpty() ? pen.text("grid.open") : pen.text("grid.conclusion." + code);
  }

  private void assessed(Beside.Assessed grid, List<Block> blocks) {
    blocks.add(new Block.Heading(pen.word(grid.code())));
    blocks.add(
        pen.paragraph(
            grid.conclusion().isEmpty()
                ? pen.text("dossier.qualification.open")
                : pen.text(
                    "dossier.qualification.by",
                    conclusion(grid.conclusion()),
                    pen.word(grid.by()),
                    pen.date(grid.on()),
                    grid.since())));
    if (!grid.nonPunishment().isEmpty()) {
      blocks.add(
          pen.paragraph(
              pen.text("dossier.qualification.non", pen.text("grid.non." + grid.nonPunishment()))));
    }
    List<List<String>> rows = new ArrayList<>();
    for (String question : Question.codes()) {
      boolean needless = question.equals("means") && !grid.minor().equals("no");
      rows.add(
          List.of(
              pen.text("grid.q." + question),
              needless
                  ? pen.text("dossier.qualification.no-means")
                  : pen.text(
                      "grid.standing." + grid.standing().getOrDefault(question, "unknown"))));
    }
    blocks.add(
        new Block.Table(
            pen.text("dossier.qualification.grid"),
            List.of(pen.text("dossier.col.question"), pen.text("dossier.col.standing")),
            rows,
            2,
            pen.text("dossier.none")));
  }

  List<Block> prosecution() {
    Evidence evidence = findings.evidence();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        pen.finding(
            pen.text(
                "dossier.prosecution.found",
                evidence.inEvidence(),
                evidence.inEvidence() + evidence.outOfEvidence())));
    List<String> needs = new ArrayList<>();
    needs.add(pen.text("dossier.prosecution.carried", pen.persons(evidence.carried().size())));
    needs.add(pen.text("dossier.prosecution.single", pen.persons(evidence.single().size())));
    needs.add(pen.text("dossier.prosecution.weak", evidence.weak()));
    blocks.add(new Block.Points(needs));
    if (!pen.anonymised()) {
      named("dossier.prosecution.carried.who", evidence.carried(), blocks);
      named("dossier.prosecution.single.who", evidence.single(), blocks);
    }
    List<List<String>> rows = new ArrayList<>();
    evidence
        .kinds()
        .forEach(
            kind ->
                rows.add(
                    List.of(
                        pen.kind(kind.code()),
                        pen.number(kind.inEvidence()),
                        pen.number(kind.ties() - kind.inEvidence()))));
    blocks.add(
        new Block.Table(
            pen.text("dossier.prosecution.kinds"),
            List.of(
                pen.text("dossier.col.kind"),
                pen.text("dossier.col.evidence"),
                pen.text("dossier.col.outside")),
            rows,
            1,
            pen.text("dossier.none")));
    blocks.add(new Block.Heading(pen.text("dossier.prosecution.requests")));
    blocks.addAll(Requests.of(evidence.countries(), pen));
    blocks.add(pen.caveat(pen.text("dossier.prosecution.caveat")));
    return blocks;
  }

  private void named(String key, List<String> codes, List<Block> blocks) {
    if (!codes.isEmpty()) {
      blocks.add(pen.paragraph(pen.text(key, pen.words(codes))));
    }
  }

  List<Block> safety() {
    Safety safety = findings.safety();
    List<Block> blocks = new ArrayList<>();
    blocks.add(pen.finding(pen.text("dossier.safety.found", pen.persons(safety.victims()))));
    blocks.add(
        new Block.Points(
            List.of(
                pen.text("dossier.safety.held", pen.persons(safety.held())),
                pen.text("dossier.safety.related", pen.persons(safety.related())),
                pen.text("dossier.safety.acting", pen.persons(safety.acting())))));
    if (!pen.anonymised()) {
      blocks.add(
          pen.tallies(
              pen.text("dossier.safety.countries"),
              pen.text("dossier.col.country"),
              safety.countries(),
              safety.countries().stream().map(c -> pen.country(c.code())).toList()));
    }
    blocks.add(new Block.Heading(pen.text("dossier.safety.before")));
    List<String> told = new ArrayList<>();
    for (int i = 1; i <= TOLD; i++) {
      told.add(pen.text("dossier.safety.tell." + i));
    }
    blocks.add(new Block.Points(told));
    blocks.add(new Block.Paragraph("warning", pen.text("dossier.safety.unconditional")));
    return blocks;
  }

  List<Block> methods() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(pen.paragraph(pen.text("dossier.methods.what")));
    List<List<String>> words = new ArrayList<>();
    for (String measure :
        List.of("degree", "betweenness", "closeness", "constraint", "core", "cut")) {
      words.add(
          List.of(
              pen.text("dossier.measure." + measure),
              pen.text("dossier.measure." + measure + ".what")));
    }
    for (String word : List.of("index", "groups", "fragmentation", "reach", "stability")) {
      words.add(
          List.of(pen.text("dossier.word." + word), pen.text("dossier.word." + word + ".what")));
    }
    blocks.add(
        new Block.Table(
            pen.text("dossier.methods.words"),
            List.of(pen.text("dossier.col.word"), pen.text("dossier.col.meaning")),
            words,
            2,
            pen.text("dossier.none")));
    blocks.add(new Block.Heading(pen.text("dossier.methods.papers")));
    List<String> papers = new ArrayList<>();
    for (int i = 1; i <= SOURCES; i++) {
      papers.add(pen.text("dossier.paper." + i));
    }
    blocks.add(new Block.Points(papers));
    pen.footnotes().forEach(note -> blocks.add(pen.caveat(note)));
    return blocks;
  }
}
