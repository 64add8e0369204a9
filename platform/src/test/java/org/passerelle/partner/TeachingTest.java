package org.passerelle.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.partner.Teaching.Attendance;
import org.passerelle.partner.Teaching.Heads;
import org.passerelle.partner.Teaching.Version;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Kinds;

/** What trainings, guides and round tables add up to. */
class TeachingTest {
  @Test
  void attendanceIsCountedByProfessionAndSexOverAllSessions() {
    Entry training =
        entry(
            "training",
            "judges",
            Map.of(
                "attendance",
                List.of(
                    Map.of("session", "a", "profession", "judge", "women", 7, "men", 5),
                    Map.of("session", "b", "profession", "judge", "women", 2, "not-stated", 1),
                    Map.of("session", "b", "profession", "prosecutor", "men", 4))));
    List<Attendance> attended = Teaching.attendance(training);
    assertThat(attended).extracting(Attendance::profession).containsExactly("judge", "prosecutor");
    assertThat(attended.get(0).women()).isEqualTo(new Heads(9, true, true));
    assertThat(attended.get(0).men()).as("of one session").isEqualTo(new Heads(5, true, false));
    assertThat(attended.get(1).women()).as("never entered").isEqualTo(new Heads(0, false, false));
    assertThat(attended.get(0).all()).as("a minimum").isEqualTo(new Heads(15, true, false));
  }

  @Test
  void anOlderLanguageVersionIsStaleAndAnExpectedOneIsMissing() {
    Entry guide =
        entry(
            "guide",
            "guide",
            Map.of(
                "current",
                "2",
                "expected",
                List.of("fr", "ro", "sr"),
                "versions",
                List.of(
                    Map.of("language", "fr", "version", "1"),
                    Map.of("language", "fr", "version", "2"),
                    Map.of("language", "ro", "version", "1"))));
    assertThat(Teaching.languages(guide))
        .containsExactly(
            Map.entry("fr", Version.CURRENT),
            Map.entry("ro", Version.STALE),
            Map.entry("sr", Version.MISSING));
  }

  @Test
  void anOpenDecisionMustBeTakenUpAtTheNextRoundTable() {
    Entry first =
        entry(
            "round-table",
            "one",
            Map.of(
                "number",
                1,
                "organiser",
                "caritas-al",
                "decisions",
                List.of(
                    Map.of("key", "1.1", "state", "open", "due", "2019-03"),
                    Map.of("key", "1.2", "state", "open", "followed-up-at", "two"),
                    Map.of("key", "1.3", "state", "done"))));
    Entry second =
        entry(
            "round-table",
            "two",
            Map.of(
                "number",
                2,
                "organiser",
                "caritas-al",
                "decisions",
                List.of(Map.of("key", "2.1", "state", "open"))));
    List<Teaching.Decision> decisions =
        Teaching.decisions(new Facts(List.of(first, second)), LocalDate.of(2019, 4, 1));
    assertThat(decisions)
        .filteredOn(Teaching.Decision::unanswered)
        .extracting(d -> d.decision().text("key"))
        .containsExactly("1.1");
    assertThat(decisions)
        .filteredOn(Teaching.Decision::late)
        .extracting(d -> d.decision().text("key"))
        .containsExactly("1.1");
  }

  private static Entry entry(String kind, String id, Map<String, Object> content) {
    return new Entry(Kinds.shipped().find(kind).orElseThrow(), id, 1, content);
  }
}
