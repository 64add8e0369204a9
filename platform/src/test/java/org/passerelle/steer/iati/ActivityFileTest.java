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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.steer.iati.StandardCheck.Problem;

/** The programme as an activity file: valid, complete, exact, and silent about what is withheld. */
class ActivityFileTest {
  @TempDir Path folder;

  private List<Problem> problems(String file) throws IOException {
    Path written = folder.resolve("programme.xml");
    Files.writeString(written, file);
    return IatiStandard.check().check(written);
  }

  private static List<String> ids(ProgrammeYear programme) {
    return programme.activities().stream().map(a -> a.project().id()).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {2018, 2019, 2020})
  void theProgrammeOfTheLetterFitsTheStandard(int year) throws IOException {
    assertThat(problems(file(Facts.shipped(), year))).isEmpty();
  }

  @Test
  void everyProjectIsInItsYearsOrSaysWhyNot() {
    ProgrammeYear programme2018 = ProgrammeYear.of(Facts.shipped(), 2018);
    ProgrammeYear programme2019 = ProgrammeYear.of(Facts.shipped(), 2019);
    assertThat(ids(programme2018))
        .contains(
            "res-27ccpcj",
            "sem-regional-2018",
            "unodc-forced-crime",
            "franco-romanian-guide",
            "caritas-al-xk",
            "abolitionist",
            "unvtf",
            "gulf-of-guinea")
        .doesNotContain("victim-compensation", "ppp", "blue-heart");
    assertThat(ids(programme2019))
        .contains("victim-compensation", "ppp", "group-identification", "blue-heart", "tdh-al-gr")
        .doesNotContain("res-27ccpcj", "sem-regional-2018", "franco-romanian-guide");
    assertThat(ids(ProgrammeYear.of(Facts.shipped(), 2017)))
        .as("of earlier years nothing is claimed")
        .containsExactlyInAnyOrder("caritas-al-xk", "diag-programme");
    assertThat(programme2019.leftOut())
        .extracting(l -> l.project().id() + " " + l.why())
        .containsExactlyInAnyOrder("paris-minors IN_FRANCE", "miprof-tools IN_FRANCE");
    for (Entry project : Facts.shipped().all("project")) {
      assertThat(
              List.of(programme2018, programme2019).stream()
                  .anyMatch(
                      p ->
                          ids(p).contains(project.id())
                              || p.leftOut().stream()
                                  .anyMatch(l -> l.project().id().equals(project.id()))))
          .as(project.id())
          .isTrue();
    }
  }

  @Test
  void nobodyIsNamedWhoIsPublishedByFunction() {
    String files = file(Facts.shipped(), 2018) + file(Facts.shipped(), 2019);
    for (Entry person : Facts.shipped().all("person")) {
      if (!person.text("published-as").equals("name-and-function")) {
        assertThat(files).doesNotContain(person.text("name"));
      }
    }
  }

  @Test
  void aDateThatIsNotKnownSaysSo() throws IOException {
    String file = file(Facts.shipped(), 2019);
    assertThat(activity(file, "caritas-al-xk"))
        .contains("<activity-date type=\"2\" iso-date=\"2017-01-01\">")
        .contains("Only the year is known");
    assertThat(activity(file, "abolitionist"))
        .contains("<activity-date type=\"2\" iso-date=\"2019-01-01\">")
        .contains("continues from earlier years");
    assertThat(activity(file, "tdh-al-gr"))
        .contains("<activity-date type=\"2\" iso-date=\"2019-04-01\">")
        .contains("date of the source that reports the activity");
    assertThat(activity(file, "judicial-training"))
        .contains("<activity-date type=\"2\" iso-date=\"2019-02-27\">")
        .contains("first recorded");
    assertThat(activity(file, "blue-heart")).contains("<activity-date type=\"1\"");
    String exact = file(with(project("exact", "end", "2019-11-30", "status", "done")), 2019);
    assertThat(exact)
        .contains("type=\"2\" iso-date=\"2019-01-15\"></activity-date>")
        .contains("type=\"4\" iso-date=\"2019-11-30\"></activity-date>");
    assertThat(problems(exact)).isEmpty();
  }

  @Test
  void moneyIsExactAndWhatIsIncompleteIsSaid() throws IOException {
    Entry project =
        project(
            "money",
            "number",
            "MEAE 2019/7",
            "budget",
            List.of(
                Map.of("funder", "meae", "year", 2019, "amount", "100000.10"),
                Map.of("funder", "eu", "year", 2019, "amount", "0.20"),
                Map.of("funder", "meae", "year", 2020, "amount", 50000),
                Map.of("funder", "meae", "amount", "7")),
            "commitments",
            List.of(
                Map.of(
                    "funder", "meae", "date", "2019-02-01", "amount", "90000", "reference", "C1"),
                Map.of("funder", "meae", "date", "2031-02-01", "amount", "1")),
            "disbursements",
            List.of(
                Map.of(
                    "funder",
                    "meae",
                    "recipient",
                    "caritas-al",
                    "date",
                    "2019",
                    "amount",
                    "12345.67"),
                Map.of(
                    "funder",
                    "meae",
                    "recipient",
                    "caritas-al",
                    "date",
                    "2031-05-01",
                    "amount",
                    "20")));
    Entry indicator =
        entry(
            "indicator",
            "i",
            "title",
            words("Seminars"),
            "subject",
            "project:money",
            "unit",
            "events",
            "direction",
            "up",
            "baseline",
            0,
            "baseline-year",
            2018,
            "target",
            4,
            "target-year",
            2019,
            "actuals",
            List.of(Map.of("period", "2019-04", "value", 0)));
    String file = file(with(project, indicator), 2019);
    assertThat(file)
        .contains("<value value-date=\"2019-01-01\">100000.30</value>")
        .contains("<value value-date=\"2020-01-01\">50000</value>")
        .contains("<transaction ref=\"C1\">", "<value value-date=\"2019-02-01\">90000</value>")
        .contains("<value value-date=\"2019-01-01\">12345.67</value>")
        .contains("<planned-disbursement type=\"1\">", "2 amounts have no date")
        .contains("<other-identifier ref=\"MEAE 2019/7\" type=\"A1\"/>")
        .contains("<baseline year=\"2018\" value=\"0\"/>", "<actual value=\"0\"/>")
        .doesNotContain("2031-02-01");
    assertThat(problems(file)).isEmpty();
  }

  @Test
  void whatSomebodyTypesCannotBreakTheFile() throws IOException {
    String file =
        file(
            with(
                project(
                    "odd",
                    "title",
                    words("A <b>&amp; \u0000\u0007]]> \ud83d\ude00 \ud800 „б”"),
                    "number",
                    "\"/><x/>",
                    "detail",
                    words("one\n\ntwo"))),
            2019);
    assertThat(file).contains("A &lt;b&gt;&amp;amp; ]]&gt;", "😀", "„б”").doesNotContain("<x/>");
    assertThat(problems(file)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 7, 11, 13})
  void sharesAddUpToAHundred(int parts) {
    List<String> shares = Shares.of(parts);
    assertThat(shares).hasSize(parts);
    if (parts > 1) {
      assertThat(
              shares.stream()
                  .map(java.math.BigDecimal::new)
                  .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add))
          .isEqualByComparingTo("100");
    }
  }

  static String activity(String file, String id) {
    int at = file.indexOf("<iati-identifier>XM-DAC-4-6-" + id + "<");
    return file.substring(at, file.indexOf("</iati-activity>", at));
  }
}
