package org.passerelle.protect.casework.compensation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.passerelle.language.Language;
import org.passerelle.language.Wording;
import org.passerelle.partner.LegalDeadlines;

/**
 * A limit extended by a prosecution is shown as such, and does not hide one that is not extended.
 */
class ProlongedLimitsTest {
  private static final LocalDate OFFENCE = LocalDate.of(2024, 3, 1);
  private static final LocalDate JUDGMENT = LocalDate.of(2026, 5, 4);
  private static final String COUNTRY = "FR";

  @Test
  void onlyWhatRunsFromTheOffenceIsProlonged() {
    assertThat(limits(JUDGMENT, rule("both", 3, true, "offence", "judgment")))
        .extracting(ClaimLimits.Limit::code)
        .as("words are kept for these alone")
        .isSubsetOf("offence", "offence.prolonged", "judgment")
        .contains("judgment");
    assertThat(limits(null, rule("both", 3, true, "offence", "judgment")))
        .extracting(ClaimLimits.Limit::code)
        .containsExactly("offence.prolonged");
  }

  @Test
  void whatNothingProlongsStaysBesideWhatIsProlonged() {
    LegalDeadlines.Rule plain = rule("plain", 1, false, "offence");
    LegalDeadlines.Rule prolonged = rule("prolonged", 3, true, "offence");
    LegalDeadlines.Rule floor = rule("floor", 1, false, "judgment");
    assertThat(limits(JUDGMENT, plain, prolonged, floor))
        .extracting(limit -> limit.rule().id())
        .as("three years are over before the year that the judgment gives")
        .containsExactly("plain", "floor");
    assertThat(limits(LocalDate.of(2024, 6, 3), plain, prolonged, floor))
        .extracting(limit -> limit.rule().id())
        .as("nothing is late before the three years are over, but what they never prolonged")
        .containsExactly("plain", "prolonged");
    assertThat(limits(null, plain, prolonged, floor))
        .extracting(limit -> limit.rule().id())
        .containsExactly("plain", "prolonged");
  }

  @Test
  void ofSeveralThatAreProlongedTheLatestDayCounts() {
    assertThat(
            limits(
                JUDGMENT,
                rule("three", 3, true, "offence"),
                rule("five", 5, true, "offence"),
                rule("floor", 1, false, "judgment")))
        .extracting(limit -> limit.rule().id())
        .containsExactly("five");
  }

  private static List<ClaimLimits.Limit> limits(
      @Nullable LocalDate judgment, LegalDeadlines.Rule... rules) {
    return new ClaimLimits(new Law(List.of(rules)))
        .of("state_fund", COUNTRY, new Claim.Days(OFFENCE, judgment));
  }

  private static LegalDeadlines.Rule rule(
      String id, int years, boolean prolonged, String... events) {
    return new LegalDeadlines.Rule(
        id,
        ClaimLimits.KIND,
        new Wording(Map.of("en", id)),
        COUNTRY,
        List.of(events),
        List.of(),
        prolonged,
        Period.ofYears(years),
        false,
        false,
        null,
        null,
        new Wording(Map.of("en", "")),
        "",
        true,
        false,
        "");
  }

  /** A law with only these rules, without public holidays. */
  private record Law(List<LegalDeadlines.Rule> rules) implements LegalDeadlines {
    @Override
    public List<Rule> from(String country, String event, LocalDate on) {
      return rules.stream().filter(rule -> rule.events().contains(event)).toList();
    }

    @Override
    public List<Rule> verified() {
      return rules;
    }

    @Override
    public Optional<LocalDate> end(Rule rule, LocalDate from) {
      return Optional.ofNullable(rule.length()).map(from::plus);
    }

    @Override
    public String restDay(String country, LocalDate day, Language language) {
      return "";
    }
  }
}
