package org.passerelle.understand.dossier.edition;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.network.measure.Mixing;
import org.passerelle.understand.dossier.chapter.Cast;
import org.passerelle.understand.dossier.chapter.Findings;
import org.passerelle.understand.dossier.chapter.Scope;
import org.passerelle.understand.dossier.chapter.Script;
import org.passerelle.understand.dossier.chapter.SocialStructure;
import org.passerelle.understand.dossier.chapter.Tally;

/** Chapters 1 to 4: scope and reliability, actors, social structure, crime script. */
final class FirstChapters {
  private static final int LIMITS = 6;
  private static final int SOURCES = 20;
  private final Findings findings;
  private final Pen pen;

  FirstChapters(Findings findings, Pen pen) {
    this.findings = findings;
    this.pen = pen;
  }

  List<Block> scope() {
    Scope scope = findings.scope();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        pen.finding(
            pen.anonymised()
                ? pen.text("dossier.scope.found.anonymised", scope.measured(), scope.ties())
                : pen.text("dossier.scope.found", scope.actors(), scope.victims(), scope.ties())));
    blocks.add(
        pen.paragraph(
            pen.text("dossier.scope.period", pen.span(scope.span()), scope.span().undated())));
    for (String warning : scope.warnings()) {
      blocks.add(new Block.Paragraph("warning", pen.text("dossier.scope.warn." + warning)));
    }
    blocks.add(new Block.Heading(pen.text("dossier.scope.limits")));
    List<String> limits = new ArrayList<>();
    for (int i = 1; i <= LIMITS; i++) {
      limits.add(pen.text("dossier.scope.limit." + i));
    }
    blocks.add(new Block.Points(limits));
    blocks.add(kinds(scope));
    if (!scope.years().isEmpty()) {
      blocks.add(years(scope));
    }
    blocks.add(
        pen.tallies(
            pen.text("dossier.scope.gradings"),
            pen.text("dossier.col.grading"),
            scope.gradings(),
            scope.gradings().stream()
                .map(g -> g.code().isEmpty() ? pen.text("dossier.ungraded") : g.code())
                .toList()));
    blocks.add(sources(scope));
    blocks.add(
        pen.caveat(
            pen.text(
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
              pen.kind(kind.code()),
              pen.number(kind.ties()),
              pen.number(kind.inEvidence()),
              pen.number(kind.undated())));
    }
    return new Block.Table(
        pen.text("dossier.scope.kinds"),
        List.of(
            pen.text("dossier.col.kind"),
            pen.text("dossier.col.ties"),
            pen.text("dossier.col.evidence"),
            pen.text("dossier.col.undated")),
        rows,
        1,
        pen.text("dossier.none"));
  }

  private Block years(Scope scope) {
    String title = pen.text("dossier.fig.years");
    long most = scope.years().stream().mapToLong(Tally::count).max().orElse(1);
    double step = Math.min(90, 680.0 / scope.years().size());
    List<String> told =
        scope.years().stream().map(y -> y.code() + ": " + pen.number(y.count())).toList();
    Svg svg = new Svg(760, 190, title, String.join("; ", told));
    svg.line(30, 150, 740, 150, Svg.SOFT, 1);
    for (int i = 0; i < scope.years().size(); i++) {
      Tally year = scope.years().get(i);
      double height = 120.0 * year.count() / most;
      double x = 40 + step * i;
      svg.rect(x, 150 - height, step * 0.7, height, "#5b4b9a");
      svg.text(year.code(), x + step * 0.35, 170, 12, "middle", Svg.INK);
      svg.text(pen.number(year.count()), x + step * 0.35, 144 - height, 12, "middle", Svg.INK);
    }
    return new Block.Figure(title, svg.done());
  }

  private Block sources(Scope scope) {
    long without =
        scope.sources().stream().filter(s -> s.code().isEmpty()).mapToLong(Tally::count).sum();
    List<Tally> named = scope.sources().stream().filter(s -> !s.code().isEmpty()).toList();
    if (pen.anonymised()) {
      return pen.paragraph(pen.text("dossier.scope.sources.number", named.size(), without));
    }
    List<Tally> shown = named.subList(0, Math.min(SOURCES, named.size()));
    Block.Table table =
        pen.tallies(
            pen.text("dossier.scope.sources"),
            pen.text("dossier.col.source"),
            shown,
            shown.stream().map(s -> pen.word(s.code())).toList());
    List<List<String>> rows = new ArrayList<>(table.rows());
    if (named.size() > SOURCES) {
      rows.add(
          List.of(
              pen.text("dossier.scope.sources.more", named.size() - SOURCES),
              pen.number(named.stream().skip(SOURCES).mapToLong(Tally::count).sum())));
    }
    rows.add(List.of(pen.text("dossier.scope.sources.none"), pen.number(without)));
    return new Block.Table(table.caption(), table.head(), rows, 1, table.empty());
  }

  List<Block> cast() {
    Cast cast = findings.cast();
    List<Block> blocks = new ArrayList<>();
    int people = findings.scope().measured();
    blocks.add(pen.finding(pen.text("dossier.cast.found", people, pen.persons(cast.victims()))));
    blocks.add(pen.caveat(pen.text("dossier.cast.victims")));
    if (!pen.anonymised()) {
      blocks.add(
          pen.tallies(
              pen.text("dossier.cast.kinds"),
              pen.text("dossier.col.kind"),
              cast.kinds(),
              cast.kinds().stream().map(k -> pen.text("dossier.actor." + k.code())).toList()));
    }
    blocks.add(
        pen.tallies(
            pen.text("dossier.cast.roles"),
            pen.text("dossier.col.role"),
            cast.roles(),
            cast.roles().stream().map(r -> pen.role(r.code())).toList()));
    if (!pen.anonymised()) {
      blocks.addAll(pen.cut(members(cast)));
      blocks.add(pen.caveat(pen.text("dossier.cast.what")));
    }
    return blocks;
  }

  private Block.Table members(Cast cast) {
    List<List<String>> rows =
        cast.members().stream()
            .map(
                m ->
                    List.of(
                        pen.word(m.code()),
                        pen.role(m.role()),
                        pen.word(m.family()),
                        pen.country(m.country()),
                        pen.word(m.place()),
                        pen.number(m.ties()),
                        pen.number(m.inEvidence())))
            .toList();
    return new Block.Table(
        pen.text("dossier.cast.members"),
        List.of(
            pen.text("dossier.col.actor"),
            pen.text("dossier.col.role"),
            pen.text("dossier.col.family"),
            pen.text("dossier.col.country"),
            pen.text("dossier.col.place"),
            pen.text("dossier.col.ties"),
            pen.text("dossier.col.evidence")),
        rows,
        5,
        pen.text("dossier.none"));
  }

  List<Block> social() {
    SocialStructure social = findings.social();
    List<Block> blocks = new ArrayList<>();
    SocialStructure.Division family = social.division("family");
    blocks.add(
        pen.finding(pen.text("dossier.social.family." + family.reading(), pen.chance(family.p()))));
    blocks.add(pen.paragraph(pen.text("dossier.social.how", social.ties())));
    List<List<String>> rows = new ArrayList<>();
    for (SocialStructure.Division division : social.divisions()) {
      rows.add(row(division));
    }
    blocks.add(
        new Block.Table(
            pen.text("dossier.social.alternatives"),
            List.of(
                pen.text("dossier.col.division"),
                pen.text("dossier.col.reading"),
                pen.text("dossier.col.known"),
                pen.text("dossier.col.within"),
                pen.text("dossier.col.across"),
                pen.text("dossier.col.index"),
                pen.text("dossier.col.expected"),
                pen.text("dossier.col.p")),
            rows,
            2,
            pen.text("dossier.none")));
    SocialStructure.Core core = social.core();
    blocks.add(new Block.Heading(pen.text("dossier.social.core")));
    blocks.add(
        pen.paragraph(
            core == null
                ? pen.text("dossier.few")
                : pen.text(
                    "dossier.social.core." + core.reading(),
                    core.size(),
                    pen.figure(core.fit(), 2),
                    core.errors())));
    blocks.add(pen.caveat(pen.text("dossier.social.caveat")));
    return blocks;
  }

  private List<String> row(SocialStructure.Division division) {
    Mixing mixing = division.mixing();
    String known = pen.text("dossier.of", division.known(), division.people());
    String name = pen.text("dossier.division." + division.attribute());
    String reading = pen.text("dossier.reading." + division.reading());
    return mixing == null
        ? List.of(name, reading, known, "", "", "", "", pen.text("dossier.untested"))
        : List.of(
            name,
            reading,
            known,
            pen.number(mixing.internal()),
            pen.number(mixing.external()),
            pen.figure(mixing.eiIndex(), 2),
            pen.figure(mixing.eiExpected(), 2),
            pen.chance(division.p()));
  }

  List<Block> script() {
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
