package org.passerelle.steer.iati;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.steer.iati.Projects.entry;
import static org.passerelle.steer.iati.Projects.file;
import static org.passerelle.steer.iati.Projects.project;
import static org.passerelle.steer.iati.Projects.with;
import static org.passerelle.steer.iati.Projects.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;

/** What is withheld leaves no trace, and the file stays valid. */
@Tag("slow")
class RedactionsTest {
  @TempDir Path folder;

  private static Entry full(String... elements) {
    return project(
        "caritas-al-secret",
        "title",
        words("Support"),
        "number",
        "INTERNAL-77",
        "detail",
        words("Together with Caritas Albania, in the mountains."),
        "cooperation",
        "bilateral-grant",
        "sector",
        "15180",
        "budget",
        List.of(Map.of("funder", "meae", "year", 2019, "amount", "111.11")),
        "commitments",
        List.of(
            Map.of(
                "funder",
                "meae",
                "date",
                "2019-02-01",
                "amount",
                "222.22",
                "reference",
                "CARITAS ALBANIA 1")),
        "disbursements",
        List.of(
            Map.of(
                "funder",
                "meae",
                "recipient",
                "caritas-al",
                "date",
                "2019-03-01",
                "amount",
                "333.33"),
            Map.of(
                "funder",
                "meae",
                "recipient",
                "caritas-al",
                "date",
                "2031-03-01",
                "amount",
                "444.44")),
        "redact",
        List.of(elements).stream()
            .map(e -> Map.of("element", e, "reason", words("a reason that nobody may read")))
            .toList());
  }

  private static Facts facts(String... elements) {
    return with(
        full(elements),
        entry(
            "indicator",
            "i",
            "title",
            words("Children met"),
            "subject",
            "project:caritas-al-secret",
            "unit",
            "persons",
            "actuals",
            List.of(Map.of("period", "2019", "value", 55))));
  }

  @ParameterizedTest
  @CsvSource({
    "title, >Support<",
    "description, in the mountains",
    "participating-org, caritas",
    "participating-org:caritas-al, caritas",
    "other-identifier, internal-77",
    "activity-date, 2019-01-15",
    "activity-scope, activity-scope",
    "recipient-country, code=\"xk\"|code=\"al\"|kosovo",
    "recipient-country:XK, code=\"xk\"|kosovo",
    "sector, 15180",
    "collaboration-type, collaboration-type",
    "budget, 111\\.11",
    "planned-disbursement, 444\\.44",
    "transaction, 222\\.22|333\\.33",
    "result, children met"
  })
  void whatIsWithheldLeavesNoTraceAndTheFileIsValid(String element, String trace)
      throws IOException {
    String before = file(facts(), 2019).toLowerCase(Locale.ROOT);
    String written = file(facts(element), 2019);
    String after = written.toLowerCase(Locale.ROOT);
    assertThat(before).containsPattern("(?s)" + trace.toLowerCase(Locale.ROOT));
    assertThat(after).doesNotContainPattern("(?s)" + trace.toLowerCase(Locale.ROOT));
    assertThat(after).doesNotContain("a reason that nobody may read");
    Path file = folder.resolve("programme.xml");
    Files.writeString(file, written);
    assertThat(IatiStandard.check().check(file)).isEmpty();
  }

  @Test
  void anElementThatIsNotUnderstoodWithholdsEverything() {
    for (String element :
        List.of(
            "iati-activity", "budgets", "Budget", "activity-status", "participating-org:", "")) {
      ProgrammeYear programme = ProgrammeYear.of(facts(element), 2019);
      assertThat(programme.activities()).as(element).isEmpty();
      assertThat(programme.leftOut().get(0).why())
          .isEqualTo(
              element.equals("iati-activity")
                  ? ProgrammeYear.Why.WITHHELD
                  : ProgrammeYear.Why.NOT_UNDERSTOOD);
    }
  }
}
