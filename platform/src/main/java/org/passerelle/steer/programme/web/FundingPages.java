package org.passerelle.steer.programme.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.StrategyReaders;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Filled;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Page;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Register;
import org.passerelle.register.Values;
import org.passerelle.steer.programme.Funding;
import org.passerelle.steer.programme.GrantSteps;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Funding over all projects, grants with what is due, and the report of who holds a grant. */
@Controller
@StrategyReaders
public class FundingPages {
  private final Register register;
  private final CountryNames countries;
  private final Organisations organisations;
  private final OnceOnly once;

  FundingPages(
      Register register, CountryNames countries, Organisations organisations, OnceOnly once) {
    this.register = register;
    this.countries = countries;
    this.organisations = organisations;
    this.once = once;
  }

  /** Sums of a year and a funder over all projects. */
  public record Row(
      String year,
      String funder,
      @Nullable BigDecimal budget,
      @Nullable BigDecimal committed,
      @Nullable BigDecimal disbursed) {}

  /** A project whose sums do not fit. */
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
      Filled form) {}

  @GetMapping("/steer/funding")
  String funding(
      @AuthenticationPrincipal SignedIn who, @ModelAttribute("page") Page page, Model model) {
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
    model.addAttribute(
        "view",
        new View(
            words,
            List.copyOf(rows.values()),
            total,
            unfit,
            silent,
            facts.all("project").size(),
            grants(facts, page.moments().today()),
            facts.all("contribution"),
            who.is(Role.PROGRAMME_MANAGER)));
    return "steer/funding";
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
  String grant(
      @PathVariable String id,
      @AuthenticationPrincipal SignedIn who,
      @ModelAttribute("page") Page page,
      Model model) {
    return show(grant(id), who, Filled.with(Map.of()), page, model);
  }

  /** The organisation's own report: entered by it, or by the programme manager on its behalf. */
  @PostMapping("/steer/grants/{id}/report")
  @Allowed({Role.PROGRAMME_MANAGER, Role.SUPERVISOR})
  String report(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      Model model) {
    Entry grant = grant(id);
    if (!mayReport(grant, who)) {
      throw new NotFound();
    }
    Filled form = Filled.of(sent);
    String period = form.neededText("period", 10);
    if (!period.isEmpty() && !period.matches("[12][0-9]{3}(-[01][0-9])?")) {
      form.errors().add("period", "programme.report.period.wrong");
    }
    String text = form.neededText("text", Filled.LONG);
    if (!form.errors().isEmpty()) {
      return show(grant, who, form, page, model);
    }
    return once.run(
        form.once(),
        who,
        () -> {
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("period", period);
          row.put("received", page.moments().today().toString());
          row.put("text", Map.of(page.language().key(), text));
          row.put("state", "received");
          register.save(
              who,
              grant.kind(),
              grant.id(),
              form.version(),
              with(grant, row),
              page.text("programme.report.reason", who.organisationName()));
          Notices.leave(request, "good", page.text("programme.report.sent"));
          return "/steer/grants/" + grant.id();
        });
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

  private String show(Entry grant, SignedIn who, Filled form, Page page, Model model) {
    Facts facts = register.facts();
    model.addAttribute(
        "view",
        new GrantView(
            new ProgrammeWords(page, facts, countries),
            GrantSteps.of(grant, facts, page.moments().today()),
            facts.ref(grant, "project").orElse(null),
            mayReport(grant, who),
            who.is(Role.PROGRAMME_MANAGER),
            form));
    return "steer/grant";
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
