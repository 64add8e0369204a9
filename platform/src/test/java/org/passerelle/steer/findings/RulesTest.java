package org.passerelle.steer.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Kinds;

/**
 * Every contradiction that {@code strategy.json} lists under {@code contradictions_to_detect} and
 * data can show is found by a rule; and each rule finds nothing once the data agree.
 */
class RulesTest {
  private final Facts shipped = Facts.shipped();

  @Test
  void elevenPartnersAgainstTwelveOfFourteen() {
    Finding finding = one("partners", "post:centre-serbia");
    assertThat(finding.arguments()).containsExactly(12, 11);
    assertThat(finding.sides())
        .as("both sources")
        .extracting(s -> s.entry().reference())
        .containsExactly("post:centre-serbia", "figure:partner-countries");
    assertThat(none("partners", changed("post", "centre-serbia", "strategy-declared", 11)))
        .isTrue();
  }

  @Test
  void aQuarterlyLetterWithGapsOfFourAndFiveMonths() {
    assertThat(found("series"))
        .extracting(f -> f.sides().get(1).entry().id() + " " + f.arguments().get(1))
        .contains("letter-11 4", "letter-12 5");
  }

  @Test
  void sixAxesInFiveItems() {
    assertThat(one("axes", "plan:fr-plan-2").arguments()).containsExactly(6, 5L);
    assertThat(none("axes", changed("plan", "fr-plan-2", "axes-declared", 5))).isTrue();
  }

  @Test
  void whatSourcesSpellInSeveralWays() {
    List<String> printed =
        found("spelling").stream()
            .flatMap(f -> f.sides().stream().map(Finding.Side::says))
            .toList();
    assertThat(printed)
        .anyMatch(p -> p.contains("miners"))
        .anyMatch(p -> p.contains("Valetta"))
        .anyMatch(p -> p.contains("Zemlja Dece"))
        .anyMatch(p -> p.contains("Permanent representation"))
        .anyMatch(p -> p.contains("The world doesn"));
    assertThat(one("titles", "person:caroline-charpentier").arguments().toString())
        .contains("Special Advisor", "Regional Expert");
  }

  @Test
  void aResolutionAdoptedOutsideItsSession() {
    assertThat(one("session", "instrument:franco-romanian-resolution").arguments())
        .containsExactly("2018-05-27", "2018-05-14", "2018-05-18");
    assertThat(
            none(
                "session",
                changed("instrument", "franco-romanian-resolution", "adopted", "2018-05-18")))
        .isTrue();
  }

  @Test
  void aDiagnosisScheduledYearsAfterItsFieldwork() {
    assertThat(one("fieldwork", "diagnosis:diagnosis-bihor").arguments())
        .containsExactly("2017-07", "2019");
  }

  @Test
  void figuresForAYearFromAReportThatAppearedTooSoon() {
    assertThat(one("reference-year", "figure:victims").arguments())
        .containsExactly("2018", "2019-01-10");
    assertThat(none("reference-year", changed("figure", "victims", "period", "2016"))).isTrue();
  }

  @Test
  void aContactPublishedWithAPersonalAddress() {
    one("address", "person:caroline-charpentier");
    assertThat(none("address", changed("person", "caroline-charpentier", "address-kind", "role")))
        .isTrue();
  }

  @Test
  void aFigureWithoutASource() {
    assertThat(found("no-source")).isEmpty();
    Entry bare = new Entry(Kinds.shipped().find("figure").orElseThrow(), "bare", 1, Map.of());
    List<Entry> entries = new ArrayList<>(shipped.everything());
    entries.add(bare);
    assertThat(Rules.find(new Facts(entries)))
        .filteredOn(f -> f.rule().equals("no-source"))
        .extracting(f -> f.sides().get(0).entry())
        .containsExactly(bare);
  }

  @Test
  void aBudgetThatDoesNotAddUp() {
    Facts off =
        changed(
            "project",
            "tdh-al-gr",
            "declared-total",
            "100000.00",
            "budget",
            List.of(
                Map.of("funder", "meae", "year", 2018, "amount", "40000.10"),
                Map.of("funder", "eu", "year", 2019, "amount", "59999.80")));
    assertThat(Rules.find(off))
        .filteredOn(f -> f.rule().equals("budget"))
        .singleElement()
        .satisfies(f -> assertThat(f.arguments()).containsExactly("100000.00", "99999.90"));
  }

  @Test
  void moreIsPaidThanCommittedAndMoreCommittedThanThereIs() {
    assertThat(found("committed")).isEmpty();
    assertThat(found("paid")).isEmpty();
    Facts off =
        changed(
            "project",
            "tdh-al-gr",
            "declared-total",
            "100.00",
            "commitments",
            List.of(Map.of("amount", "120.00")),
            "disbursements",
            List.of(Map.of("amount", "150.00")));
    assertThat(arguments(off, "committed")).containsExactly("120.00", "100.00");
    assertThat(arguments(off, "paid")).containsExactly("150.00", "120.00");
    Facts uncommitted =
        changed(
            "project",
            "tdh-al-gr",
            "declared-total",
            "100.00",
            "disbursements",
            List.of(Map.of("amount", "100.01")));
    assertThat(arguments(uncommitted, "paid-over-budget")).containsExactly("100.01", "100.00");
  }

  @Test
  void somethingIsPaidBeforeTheProjectBegins() {
    Facts early =
        changed(
            "project",
            "tdh-al-gr",
            "start",
            "2019-03",
            "disbursements",
            List.of(
                Map.of("amount", "1", "date", "2019-02-28"),
                Map.of("amount", "1", "date", "2019"),
                Map.of("amount", "1", "date", "2019-03-01")));
    assertThat(arguments(early, "paid-early")).containsExactly("2019-02-28", "2019-03");
  }

  @Test
  void anEventInACountryInWhichItsPlaceDoesNotLie() {
    assertThat(found("place")).isEmpty();
    Facts serbia = changed("event", "e-sofia-1", "country", "RS");
    assertThat(arguments(serbia, "place").toString()).contains("Sofia", "Serbia");
  }

  private static List<Object> arguments(Facts facts, String rule) {
    List<Finding> found = Rules.find(facts).stream().filter(f -> f.rule().equals(rule)).toList();
    assertThat(found).as(rule).hasSize(1);
    return found.get(0).arguments();
  }

  @Test
  void theKeyStaysUntilAValueChanges() {
    String key = one("fieldwork", "diagnosis:diagnosis-bihor").key();
    assertThat(one("fieldwork", "diagnosis:diagnosis-bihor").key()).isEqualTo(key).hasSize(64);
    assertThat(Rules.find(changed("diagnosis", "diagnosis-bihor", "year", 2020)))
        .filteredOn(f -> f.rule().equals("fieldwork"))
        .singleElement()
        .satisfies(f -> assertThat(f.key()).isNotEqualTo(key));
  }

  private List<Finding> found(String rule) {
    return Rules.find(shipped).stream().filter(f -> f.rule().equals(rule)).toList();
  }

  private Finding one(String rule, String reference) {
    List<Finding> found =
        found(rule).stream()
            .filter(f -> f.sides().get(0).entry().reference().equals(reference))
            .toList();
    assertThat(found).as(rule + " " + reference).hasSize(1);
    return found.get(0);
  }

  private boolean none(String rule, Facts facts) {
    return Rules.find(facts).stream().noneMatch(f -> f.rule().equals(rule))
        || Rules.find(facts).stream().filter(f -> f.rule().equals(rule)).count()
            < found(rule).size();
  }

  private Facts changed(String kind, String id, Object... fieldsAndValues) {
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : shipped.everything()) {
      if (entry.kind().id().equals(kind) && entry.id().equals(id)) {
        Map<String, Object> content = new LinkedHashMap<>(entry.content());
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
          content.put((String) fieldsAndValues[i], fieldsAndValues[i + 1]);
        }
        entries.add(new Entry(entry.kind(), id, 2, content));
      } else {
        entries.add(entry);
      }
    }
    return new Facts(entries);
  }
}
