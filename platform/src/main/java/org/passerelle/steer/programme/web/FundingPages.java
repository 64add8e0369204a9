package org.passerelle.steer.programme.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.StrategyReaders;
import org.passerelle.language.DateParser;
import org.passerelle.language.Language;
import org.passerelle.pages.Act;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Page;
import org.passerelle.refusal.NotFound;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Register;
import org.passerelle.register.Values;
import org.passerelle.steer.programme.Funding;
import org.passerelle.steer.programme.GrantSteps;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Funding of all projects, grants with due items, and the reports of grant holders. */
@Controller
@StrategyReaders
public class FundingPages {
  private final Register register;
  private final CountryNames countries;
  private final Organisations organisations;

  FundingPages(Register register, CountryNames countries, Organisations organisations) {
    this.register = register;
    this.countries = countries;
    this.organisations = organisations;
  }

  /** Sums of a year and a funder over all projects. */
  public record Row(
      String year,
      String funder,
      @Nullable BigDecimal budget,
      @Nullable BigDecimal committed,
      @Nullable BigDecimal disbursed) {}

  /** A project with inconsistent sums. */
  public record Unfit(Entry project, Funding.Difference difference) {}

  /** Funding of the whole strategy. */
  public record View(
      ProgrammeWords words,
      List<Row> rows,
      @Nullable Row total,
      List<Unfit> unfit,
      List<Entry> silent,
      int projects,
      List<GrantSteps> grants,
      List<Entry> contributions,
      boolean mayEdit) {}

  /** A grant with its report form. */
  public record GrantView(
      ProgrammeWords words,
      GrantSteps steps,
      @Nullable Entry project,
      boolean mayReport,
      boolean mayEdit,
      Filled form) {
    /** Labels of the report's fields; empty for others. */
    public UnaryOperator<String> labels(Page page) {
      return field ->
          Set.of("period", "text").contains(field) ? page.text("programme.report." + field) : "";
    }
  }

  @GetMapping("/steer/funding")
  String funding(Act act) {
    Page page = act.page();
    Facts facts = register.facts();
    ProgrammeWords words = new ProgrammeWords(page, facts, countries);
    List<Unfit> unfit = new ArrayList<>();
    List<Entry> silent = new ArrayList<>();
    Map<String, Row> rows = new TreeMap<>();
    Row total = null;
    for (Entry project : facts.all("project")) {
      Funding funding = Funding.of(project);
      funding.differences().forEach(difference -> unfit.add(new Unfit(project, difference)));
      if (!funding.isKnown()) {
        silent.add(project);
      }
      for (Funding.Line line : funding.lines()) {
        Row row =
            new Row(
                line.year() == null ? "" : line.year().toString(),
                line.funder(),
                line.budget(),
                line.committed(),
                line.disbursed());
        String key = (row.year().isEmpty() ? "9999" : row.year()) + " " + row.funder();
        rows.merge(key, row, FundingPages::sum);
        total = total == null ? row : sum(total, row);
      }
    }
    return act.show(
        "steer/funding",
        new View(
            words,
            List.copyOf(rows.values()),
            total,
            unfit,
            silent,
            facts.all("project").size(),
            grants(facts, page.moments().today()),
            facts.all("contribution"),
            act.who().is(Role.PROGRAMME_MANAGER)));
  }

  private static List<GrantSteps> grants(Facts facts, LocalDate today) {
    return facts.all("grant").stream()
        .map(grant -> GrantSteps.of(grant, facts, today))
        .sorted(Comparator.comparing(steps -> !steps.isOverdue()))
        .toList();
  }

  private static Row sum(Row one, Row other) {
    return new Row(
        one.year(),
        one.funder(),
        sum(one.budget(), other.budget()),
        sum(one.committed(), other.committed()),
        sum(one.disbursed(), other.disbursed()));
  }

  private static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one == null ? other : other == null ? one : one.add(other);
  }

  @GetMapping("/steer/grants/{id}")
  String grant(@PathVariable String id, Act act) {
    act.form(Map.of());
    return show(id, act);
  }

  /** A year or a month; empty, with an error, if it is neither. */
  private static String period(Filled form) {
    String typed = form.neededText("period", 40);
    try {
      String period = typed.isEmpty() ? "" : DateParser.known(typed);
      if (period.length() <= "2019-06".length()) {
        return period;
      }
    } catch (DateTimeException e) {
      // not a date either
    }
    form.errors().add("period", "programme.report.period.wrong");
    return "";
  }

  /** The organisation's own report, entered by it or by the programme manager on its behalf. */
  @PostMapping("/steer/grants/{id}/report")
  @Allowed({Role.PROGRAMME_MANAGER, Role.SUPERVISOR})
  String report(@PathVariable String id, Act act) {
    Entry grant = grant(id);
    if (!mayReport(grant, act.who())) {
      throw new NotFound();
    }
    Filled form = act.form();
    String period = period(form);
    String text = form.neededText("text", Filled.LONG);
    return act.submit(
        () -> show(id, act),
        () -> {
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("period", period);
          row.put("received", act.page().moments().today().toString());
          row.put("text", Map.of(act.language().key(), text));
          row.put("state", "received");
          register.save(
              act.who(),
              grant.kind(),
              grant.id(),
              form.version(),
              with(grant, row),
              act.text("programme.report.reason", act.who().organisationName()));
          act.notice("good", "programme.report.sent");
          return "/steer/grants/" + grant.id();
        },
        () -> latestReport(grant(id), act.language()));
  }

  /** The report that a colleague submitted meanwhile. */
  private static Filled latestReport(Entry grant, Language language) {
    return grant.rows("reports").stream()
        .reduce((first, last) -> last)
        .map(
            report ->
                Filled.with(
                    Map.of(
                        "period",
                        report.text("period"),
                        "text",
                        report.wording("text").in(language))))
        .orElseGet(() -> Filled.with(Map.of()));
  }

  private static Map<String, Object> with(Entry grant, Map<String, Object> report) {
    Map<String, Object> content = new LinkedHashMap<>(grant.content());
    List<Object> reports = new ArrayList<>();
    grant.rows("reports").stream().map(Values::content).forEach(reports::add);
    reports.add(report);
    content.put("reports", reports);
    return content;
  }

  private Entry grant(String id) {
    return register.facts().find("grant", id).orElseThrow(NotFound::new);
  }

  private String show(String id, Act act) {
    Entry grant = grant(id);
    Facts facts = register.facts();
    return act.show(
        "steer/grant",
        new GrantView(
            new ProgrammeWords(act.page(), facts, countries),
            GrantSteps.of(grant, facts, act.page().moments().today()),
            facts.ref(grant, "project").orElse(null),
            mayReport(grant, act.who()),
            act.who().is(Role.PROGRAMME_MANAGER),
            act.form()));
  }

  /** The programme manager, and a supervisor of the organisation that holds the grant. */
  private boolean mayReport(Entry grant, SignedIn who) {
    if (Set.of("closed", "refused").contains(grant.text("state"))) {
      return false;
    }
    return who.is(Role.PROGRAMME_MANAGER)
        || (who.is(Role.SUPERVISOR)
            && organisations
                .find(who.organisation())
                .filter(own -> own.handle().equals(grant.text("holder")))
                .isPresent());
  }
}
