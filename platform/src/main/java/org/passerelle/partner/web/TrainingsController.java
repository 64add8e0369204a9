package org.passerelle.partner.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.passerelle.access.Role;
import org.passerelle.accounts.StrategyReaders;
import org.passerelle.language.Wording;
import org.passerelle.pages.Act;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Page;
import org.passerelle.partner.Teaching;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Field;
import org.passerelle.register.Register;
import org.passerelle.register.Values;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Trainings with attendance, guides with their languages, round tables with their decisions. */
@Controller
@StrategyReaders
class TrainingsController {
  private final Register register;
  private final CountryNames names;

  TrainingsController(Register register, CountryNames names) {
    this.register = register;
    this.names = names;
  }

  @GetMapping("/partner/trainings")
  String trainings(Act act) {
    Page page = act.page();
    Facts facts = register.facts();
    List<Teaching.Decision> decisions = Teaching.decisions(facts, page.moments().today());
    return act.show(
        "partner/trainings",
        new TrainingsPage(
            facts.all("training").stream().map(t -> training(t, facts, page)).toList(),
            facts.all("guide").stream().map(g -> guide(g, page)).toList(),
            facts.all("round-table").stream().map(t -> table(t, decisions, facts, page)).toList(),
            act.who().is(Role.PROGRAMME_MANAGER, Role.TRAINER)));
  }

  private TrainingsPage.Training training(Entry training, Facts facts, Page page) {
    List<String> sessions = new ArrayList<>();
    Field event = training.kind().field("sessions").orElseThrow().field("event").orElseThrow();
    for (Values row : training.rows("sessions")) {
      String when =
          row.date("date")
              .or(() -> facts.ref(row, event).flatMap(e -> e.date("start")))
              .map(page.moments()::partial)
              .orElse(page.text("partner.date.not-known"));
      String country = row.text("country");
      sessions.add(country.isEmpty() ? when : when + ", " + names.marked(country, page.language()));
    }
    List<Teaching.Attendance> attended = Teaching.attendance(training);
    Field profession =
        training.kind().field("attendance").orElseThrow().field("profession").orElseThrow();
    return new TrainingsPage.Training(
        training.name().in(page.language()),
        training.href(),
        facts.ref(training, "institution").map(e -> e.name().in(page.language())).orElse(""),
        sessions,
        attended.stream()
            .map(
                a ->
                    List.of(
                        word(profession, a.profession(), page),
                        heads(a.women(), page),
                        heads(a.men(), page),
                        heads(a.notStated(), page)))
            .toList(),
        total(attended, page),
        evaluation(training, page));
  }

  private static String heads(Teaching.Heads heads, Page page) {
    if (!heads.entered()) {
      return page.text("partner.training.not-known");
    }
    String counted = page.moments().number(heads.counted());
    return heads.complete() ? counted : page.text("partner.training.at-least", counted);
  }

  private static String total(List<Teaching.Attendance> attended, Page page) {
    Teaching.Heads all =
        attended.stream()
            .map(Teaching.Attendance::all)
            .reduce(Teaching.Heads.NONE, Teaching.Heads::plus);
    if (!all.entered()) {
      return page.text("partner.training.not-counted");
    }
    return all.complete()
        ? page.text("partner.training.attended", all.counted())
        : page.text("partner.training.attended-at-least", all.counted());
  }

  /** “before 2.8 (14 answers), after 4.1 (13 answers)”, or empty. */
  private static String evaluation(Entry training, Page page) {
    List<String> parts = new ArrayList<>();
    Field moment = training.kind().field("evaluation").orElseThrow().field("moment").orElseThrow();
    for (Values row : training.rows("evaluation")) {
      row.decimal("mean")
          .ifPresent(
              mean ->
                  parts.add(
                      page.text(
                          "partner.evaluation.part",
                          word(moment, row.text("moment"), page),
                          page.moments().decimal(mean),
                          row.whole("answers").orElse(0))));
    }
    return String.join(", ", parts);
  }

  private static TrainingsPage.Guide guide(Entry guide, Page page) {
    Map<String, Wording> tongues = guide.kind().field("expected").orElseThrow().codes();
    List<TrainingsPage.Tongue> languages = new ArrayList<>();
    Teaching.languages(guide)
        .forEach(
            (language, version) -> {
              Wording word = tongues.get(language);
              String key = version.name().toLowerCase(Locale.ROOT).replace('_', '-');
              languages.add(
                  new TrainingsPage.Tongue(
                      word == null ? language : word.in(page.language()),
                      page.text("partner.version." + key),
                      switch (version) {
                        case CURRENT -> "good";
                        case STALE -> "warn";
                        case MISSING -> "danger";
                        case NOT_KNOWN -> "";
                      }));
            });
    return new TrainingsPage.Guide(
        guide.name().in(page.language()),
        guide.href(),
        word(guide.kind().field("type").orElseThrow(), guide.text("type"), page),
        languages);
  }

  private TrainingsPage.Table table(
      Entry table, List<Teaching.Decision> decisions, Facts facts, Page page) {
    Field rows = table.kind().field("decisions").orElseThrow();
    return new TrainingsPage.Table(
        table.name().in(page.language()),
        table.href(),
        table.has("country") ? names.marked(table.text("country"), page.language()) : "",
        decisions.stream()
            .filter(d -> d.table() == table)
            .map(d -> decision(d, rows, facts, page))
            .toList());
  }

  private static TrainingsPage.Decision decision(
      Teaching.Decision decision, Field rows, Facts facts, Page page) {
    Values row = decision.decision();
    String follow =
        facts
            .ref(row, rows.field("followed-up-at").orElseThrow())
            .map(e -> e.name().in(page.language()))
            .orElse(decision.unanswered() ? page.text("partner.decision.unanswered") : "");
    return new TrainingsPage.Decision(
        row.text("key"),
        row.wording("text").in(page.language()),
        facts
            .ref(row, rows.field("owner").orElseThrow())
            .map(e -> e.name().in(page.language()))
            .orElse(page.text("partner.owner.not-known")),
        row.date("due").map(page.moments()::partial).orElse(page.text("partner.date.not-known")),
        word(rows.field("state").orElseThrow(), row.text("state"), page),
        follow,
        decision.late() || decision.unanswered());
  }

  private static String word(Field field, String code, Page page) {
    Wording word = field.codes().get(code);
    return word == null ? "" : word.in(page.language());
  }
}
