package org.passerelle.partner.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.PlatformSettings;
import org.passerelle.language.Language;
import org.passerelle.language.PartialDate;
import org.passerelle.language.Wording;
import org.passerelle.partner.Holidays;
import org.passerelle.partner.LegalDeadlines;
import org.passerelle.register.Entry;
import org.passerelle.register.Register;
import org.springframework.stereotype.Component;

/** Reads the entries of the kind {@code deadline}, which users can see and correct. */
@Component
class RegisterDeadlines implements LegalDeadlines {
  private final Register register;
  private final Holidays holidays;
  private final boolean demo;

  RegisterDeadlines(Register register, Holidays holidays, PlatformSettings settings) {
    this.register = register;
    this.holidays = holidays;
    this.demo = settings.demo();
  }

  @Override
  public List<Rule> from(String country, String event, LocalDate on) {
    return register.facts().all("deadline").stream()
        .filter(e -> e.text("country").equals(country))
        .map(this::rule)
        .filter(r -> r.events().contains(event) && r.inForce(on))
        .toList();
  }

  @Override
  public List<Rule> verified() {
    return register.facts().all("deadline").stream().map(this::rule).filter(Rule::counts).toList();
  }

  @Override
  public Optional<LocalDate> end(Rule rule, LocalDate from) {
    Period length = rule.length();
    if (!rule.counts() || length == null) {
      return Optional.empty();
    }
    LocalDate last =
        rule.workingDays()
            ? workingDays(rule.country(), from, length.get(ChronoUnit.DAYS))
            : from.plus(length);
    while (rule.nextWorkingDay() && rests(rule.country(), last)) {
      last = last.plusDays(1);
    }
    return Optional.of(last);
  }

  private LocalDate workingDays(String country, LocalDate from, long days) {
    LocalDate day = from;
    for (long left = days; left > 0; ) {
      day = day.plusDays(1);
      if (!rests(country, day)) {
        left--;
      }
    }
    return day;
  }

  /** An unverified holiday is a hint and does not move a deadline. */
  private boolean rests(String country, LocalDate day) {
    return Holidays.weekend(day)
        || (holidays.verified(country) && holidays.on(country, day).isPresent());
  }

  @Override
  public String restDay(String country, LocalDate day, Language language) {
    return holidays
        .on(country, day)
        .map(name -> name.in(language))
        .orElseGet(() -> Holidays.weekend(day) ? weekday(day, language) : "");
  }

  private static String weekday(LocalDate day, Language language) {
    return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.forLanguageTag(language.tag()));
  }

  private Rule rule(Entry entry) {
    String kind = entry.text("kind");
    boolean demoOnly = entry.flag("demo-only");
    Period length = period(entry.text("length"));
    boolean counts =
        length != null
            && entry.flag("verified")
            && !entry.text("verified-by").isEmpty()
            && entry.date("read-on").isPresent()
            && (demo || !demoOnly);
    return new Rule(
        entry.id(),
        kind,
        entry.kind().field("kind").orElseThrow().codes().getOrDefault(kind, entry.wording("title")),
        entry.text("country"),
        entry.texts("counted-from"),
        entry.texts("routes"),
        entry.flag("prosecution-prolongs"),
        length,
        entry.text("days-counted").equals("working"),
        entry.flag("next-working-day"),
        entry.date("from-day").map(PartialDate::earliest).orElse(null),
        entry.date("until-day").map(PartialDate::latest).orElse(null),
        law(entry),
        entry.rows("source").stream()
            .map(s -> s.text("document"))
            .collect(Collectors.joining("; ")),
        counts,
        demoOnly,
        entry.href());
  }

  /** The law's name in each language; where a translation is missing, the name as entered. */
  private static Wording law(Entry entry) {
    Map<String, String> named = entry.wording("law").byLanguage();
    return new Wording(
        Wording.LANGUAGES.stream()
            .collect(
                Collectors.toMap(
                    language -> language,
                    language -> named.getOrDefault(language, entry.text("article")))));
  }

  /** Null if the text is not a length of time; working days can only be counted in days. */
  private static @Nullable Period period(String text) {
    try {
      Period period = text.isEmpty() ? Period.ZERO : Period.parse(text);
      return period.isZero() || period.isNegative() ? null : period;
    } catch (DateTimeException noLength) {
      return null;
    }
  }
}
