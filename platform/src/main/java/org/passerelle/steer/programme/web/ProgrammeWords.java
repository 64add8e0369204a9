package org.passerelle.steer.programme.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.DateSpans;
import org.passerelle.language.PartialDate;
import org.passerelle.language.Wording;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Page;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Field;
import org.passerelle.register.Values;
import org.passerelle.steer.programme.Funding;
import org.passerelle.steer.programme.GrantSteps;
import org.passerelle.steer.programme.StrategyTree;

/**
 * Describes entries of the programme in the reader's language. Unknown values are empty, or
 * described as unknown. For a single request.
 */
public final class ProgrammeWords {
  private final Page page;
  private final Facts facts;
  private final CountryNames countries;
  private final StrategyTree tree;
  private final DateSpans spans;

  ProgrammeWords(Page page, Facts facts, CountryNames countries) {
    this.page = page;
    this.facts = facts;
    this.countries = countries;
    this.tree = StrategyTree.of(facts);
    this.spans = new DateSpans(page.moments());
  }

  /** The hierarchy. */
  public StrategyTree tree() {
    return tree;
  }

  /** The name of an entry. */
  public String name(Entry entry) {
    return entry.name().in(page.language());
  }

  /** The name of the entry that a reference refers to; empty if there is none. */
  public String name(Entry entry, String field) {
    return facts.ref(entry, field).map(this::name).orElse("");
  }

  /** The name of an organisation. */
  public String organisation(String id) {
    return facts
        .find("organisation", id)
        .map(this::name)
        .orElseGet(() -> id.isEmpty() ? page.text("programme.funder-unknown") : id);
  }

  /** The label of a code; empty if there is none. */
  public String code(Entry entry, String field) {
    return code(entry.kind().field(field).orElseThrow(), entry.text(field));
  }

  private String code(Field field, String code) {
    Wording word = field.codes().get(code);
    return word == null ? code : word.in(page.language());
  }

  /** A wording of an entry; empty if there is none. */
  public String text(Values values, String field) {
    return values.has(field) ? values.wording(field).in(page.language()) : "";
  }

  /** The paragraphs of a text. */
  public List<String> paragraphs(Entry entry, String field) {
    return entry.has(field) ? List.of(text(entry, field).split("\n\\s*\n")) : List.of();
  }

  /** Location of a project or an activity; empty if unknown. */
  public String where(Entry entry) {
    Set<String> all = new LinkedHashSet<>();
    if (entry.kind().field("area").isPresent() && entry.has("area")) {
      all.add(code(entry, "area"));
    }
    if (entry.has("country")) {
      all.add(country(entry.text("country")));
    }
    entry.texts("countries").forEach(code -> all.add(country(code)));
    return String.join(", ", all);
  }

  /** The name of a country. */
  public String country(String code) {
    return countries.name(code, page.language());
  }

  /** Footnotes of the countries named. */
  public List<String> footnotes(List<Entry> entries) {
    return entries.stream()
        .flatMap(entry -> entry.texts("countries").stream())
        .distinct()
        .map(code -> countries.footnote(code, page.language()))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /** From start to end as far as known; empty if neither is. */
  public String period(Entry entry) {
    PartialDate start = entry.date("start").orElse(null);
    PartialDate end = entry.date("end").orElse(null);
    String period = spans.period(start, end);
    String status = entry.text("status");
    boolean goesOn =
        start != null && end == null && (status.equals("running") || status.equals("continuing"));
    return goesOn ? page.text("programme.since", period) : period;
  }

  /** A date as far as known; empty if there is none. */
  public String date(@Nullable PartialDate date) {
    return date == null ? "" : page.moments().partial(date);
  }

  /** A date of an entry. */
  public String date(Values values, String field) {
    return date(values.date(field).orElse(null));
  }

  /** Partners with their roles. */
  public List<String> partners(Entry project) {
    Field roles = project.kind().field("partners").orElseThrow().field("role").orElseThrow();
    List<String> partners = new ArrayList<>();
    for (Values row : project.rows("partners")) {
      partners.add(
          page.text(
              "programme.partner",
              organisation(row.text("organisation")),
              code(roles, row.text("role"))));
    }
    return partners;
  }

  /** Names of the partners only. */
  public String partnerNames(Entry project) {
    return project.rows("partners").stream()
        .map(row -> organisation(row.text("organisation")))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /**
   * The responsible organisation: lead and funders of a project, owner of a plan, lead of a
   * measure; otherwise empty.
   */
  public String owner(Entry project) {
    return project.rows("partners").stream()
        .filter(row -> Set.of("lead", "funder").contains(row.text("role")))
        .map(row -> organisation(row.text("organisation")))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Pillars of a project, or the frame outside them. */
  public String frame(Entry project) {
    List<Entry> pillars = facts.refs(project, "pillars");
    return pillars.isEmpty()
        ? code(project, "other-frame")
        : pillars.stream().map(this::name).collect(Collectors.joining(", "));
  }

  /** An amount in euros, or that it is unknown. */
  public String euros(@Nullable BigDecimal amount) {
    return amount == null ? page.text("programme.not-known") : page.moments().euros(amount);
  }

  /** A number. */
  public String number(BigDecimal number) {
    return page.moments().decimal(number);
  }

  /** CSS class of the badge for a state. */
  public String badge(String state) {
    return switch (state) {
      case "done", "accepted", "paid", "renewed" -> "good";
      case "running", "continuing", "yearly", "agreement", "reported" -> "accent";
      case "cancelled", "dropped", "refused" -> "warn";
      default -> "";
    };
  }

  /** Entries of a kind that refer to an entry. */
  public List<Entry> of(Entry entry, String kind) {
    return facts.referringTo(entry, kind);
  }

  /** Entries that a field refers to. */
  public List<Entry> refs(Entry entry, String field) {
    return facts.refs(entry, field);
  }

  /** The entry that a field refers to. */
  public Optional<Entry> ref(Entry entry, String field) {
    return facts.ref(entry, field);
  }

  /** The label of a code of a field. */
  public String code(Entry entry, String field, String code) {
    return code(entry.kind().field(field).orElseThrow(), code);
  }

  /** The label of a code of a field within rows. */
  public String rowCode(Entry entry, String rows, String field, String code) {
    return code(entry.kind().field(rows).orElseThrow().field(field).orElseThrow(), code);
  }

  /** An indicator as a bar chart. */
  public Chart chart(Entry indicator) {
    return Chart.of(indicator, this, page);
  }

  /** The indicators about an entry. */
  public List<Chart> charts(Entry entry) {
    return tree.children(entry, "indicator").stream().map(this::chart).toList();
  }

  /** The amount committed to a project; null if unknown. */
  public @Nullable BigDecimal committed(Entry project) {
    return Funding.of(project).committed();
  }

  /** Describes two inconsistent sums. */
  public String sentence(Funding.Difference difference) {
    return page.text(
        "programme.differs." + key(difference.what()),
        euros(difference.less()),
        euros(difference.more()),
        euros(difference.by()));
  }

  /** Describes what a grant is waiting for. */
  public String sentence(GrantSteps.Due due) {
    String what = page.text("programme.due." + key(due.what()), due.subject());
    String when =
        due.on() == null
            ? page.text("programme.due.no-date")
            : page.text(
                due.overdue() ? "programme.due.overdue" : "programme.due.on", date(due.on()));
    return switch (due.what()) {
      case ANSWER, ACCEPTANCE, RENEWAL, REPORT_AGAIN ->
          due.on() == null ? what : page.text("programme.due.since", what, date(due.on()));
      default -> page.text("programme.due.sentence", what, when);
    };
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
