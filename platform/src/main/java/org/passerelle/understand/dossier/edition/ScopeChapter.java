package org.passerelle.understand.dossier.edition;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.understand.dossier.chapter.Findings;
import org.passerelle.understand.dossier.chapter.Scope;
import org.passerelle.understand.dossier.chapter.Tally;

/** Chapter 1: scope and reliability. */
final class ScopeChapter extends WrittenChapter {
  private static final int LIMITS = 6;
  private static final int SOURCES = 20;

  ScopeChapter(Findings findings, EditionFormat editionFormat) {
    super(findings, editionFormat);
  }

  @Override
  List<Block> blocks() {
    Scope scope = findings.scope();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        editionFormat.finding(
            editionFormat.anonymised()
                ? editionFormat.text(
                    "dossier.scope.found.anonymised", scope.measured(), scope.ties())
                : editionFormat.text(
                    "dossier.scope.found", scope.actors(), scope.victims(), scope.ties())));
    blocks.add(
        editionFormat.paragraph(
            editionFormat.text(
                "dossier.scope.period", editionFormat.span(scope.span()), scope.span().undated())));
    for (String warning : scope.warnings()) {
      blocks.add(
          new Block.Paragraph("warning", editionFormat.text("dossier.scope.warn." + warning)));
    }
    blocks.add(new Block.Heading(editionFormat.text("dossier.scope.limits")));
    List<String> limits = new ArrayList<>();
    for (int i = 1; i <= LIMITS; i++) {
      limits.add(editionFormat.text("dossier.scope.limit." + i));
    }
    blocks.add(new Block.Points(limits));
    blocks.add(kinds(scope));
    if (!scope.years().isEmpty()) {
      blocks.add(years(scope));
    }
    blocks.add(
        editionFormat.tallies(
            editionFormat.text("dossier.scope.gradings"),
            editionFormat.text("dossier.col.grading"),
            scope.gradings(),
            scope.gradings().stream()
                .map(g -> g.code().isEmpty() ? editionFormat.text("dossier.ungraded") : g.code())
                .toList()));
    blocks.add(sources(scope));
    blocks.add(
        editionFormat.caveat(
            editionFormat.text(
                "dossier.scope.measured",
                scope.measured(),
                scope.measuredTies(),
                scope.through(),
                scope.leftOut())));
    return blocks;
  }

  private Block kinds(Scope scope) {
    List<List<String>> rows = new ArrayList<>();
    for (Scope.Kind kind : scope.kinds()) {
      rows.add(
          List.of(
              editionFormat.kind(kind.code()),
              editionFormat.number(kind.ties()),
              editionFormat.number(kind.inEvidence()),
              editionFormat.number(kind.undated())));
    }
    return new Block.Table(
        editionFormat.text("dossier.scope.kinds"),
        List.of(
            editionFormat.text("dossier.col.kind"),
            editionFormat.text("dossier.col.ties"),
            editionFormat.text("dossier.col.evidence"),
            editionFormat.text("dossier.col.undated")),
        rows,
        1,
        editionFormat.text("dossier.none"));
  }

  private Block years(Scope scope) {
    String title = editionFormat.text("dossier.fig.years");
    long most = scope.years().stream().mapToLong(Tally::count).max().orElse(1);
    double step = Math.min(90, 680.0 / scope.years().size());
    List<String> told =
        scope.years().stream().map(y -> y.code() + ": " + editionFormat.number(y.count())).toList();
    Svg svg = new Svg(760, 190, title, String.join("; ", told));
    svg.line(30, 150, 740, 150, Svg.SOFT, 1);
    for (int i = 0; i < scope.years().size(); i++) {
      Tally year = scope.years().get(i);
      double height = 120.0 * year.count() / most;
      double x = 40 + step * i;
      svg.rect(x, 150 - height, step * 0.7, height, "#5b4b9a");
      svg.text(year.code(), x + step * 0.35, 170, 12, "middle", Svg.INK);
      svg.text(
          editionFormat.number(year.count()), x + step * 0.35, 144 - height, 12, "middle", Svg.INK);
    }
    return new Block.Figure(title, svg.done());
  }

  private Block sources(Scope scope) {
    long without =
        scope.sources().stream().filter(s -> s.code().isEmpty()).mapToLong(Tally::count).sum();
    List<Tally> named = scope.sources().stream().filter(s -> !s.code().isEmpty()).toList();
    if (editionFormat.anonymised()) {
      return editionFormat.paragraph(
          editionFormat.text("dossier.scope.sources.number", named.size(), without));
    }
    List<Tally> shown = named.subList(0, Math.min(SOURCES, named.size()));
    Block.Table table =
        editionFormat.tallies(
            editionFormat.text("dossier.scope.sources"),
            editionFormat.text("dossier.col.source"),
            shown,
            shown.stream().map(s -> editionFormat.word(s.code())).toList());
    List<List<String>> rows = new ArrayList<>(table.rows());
    if (named.size() > SOURCES) {
      rows.add(
          List.of(
              editionFormat.text("dossier.scope.sources.more", named.size() - SOURCES),
              editionFormat.number(named.stream().skip(SOURCES).mapToLong(Tally::count).sum())));
    }
    rows.add(
        List.of(editionFormat.text("dossier.scope.sources.none"), editionFormat.number(without)));
    return new Block.Table(table.caption(), table.head(), rows, 1, table.empty());
  }
}
