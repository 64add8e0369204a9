package org.passerelle.steer.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.register.Strategy;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Findings are listed with their sources, answered and dismissed. */
@OnBothDatabases
class FindingsPagesTest {
  @Parameter House house;

  @BeforeEach
  void strategy() {
    Strategy.in(house);
  }

  @Test
  void aFindingIsAnsweredWithAReasonAndNotWithoutOne() {
    Findings findings = house.get(Findings.class);
    Finding finding =
        findings.unresolved().stream()
            .filter(f -> f.rule().equals("axes"))
            .findFirst()
            .orElseThrow();
    Browser manager = Member.of(house, Role.PROGRAMME_MANAGER).browser();
    assertThat(manager.get("/steer/findings").body())
        .contains("The plan announces 6 axes; its source lists 5 items.", "516-534");
    assertThat(manager.post("/steer/findings", "key", finding.key(), "as", "answered").body())
        .contains("Write what explains it");
    manager.post(
        "/steer/findings",
        "key",
        finding.key(),
        "reason-" + finding.key(),
        "The last item joins two axes.",
        "as",
        "answered");
    assertThat(findings.unresolved()).doesNotContain(finding);
    assertThat(manager.get("/steer/findings").body()).contains("The last item joins two axes.");
  }

  @Test
  void severalAreAnsweredAtOnceForOneReason() {
    Findings findings = house.get(Findings.class);
    List<String> keys =
        findings.unresolved().stream()
            .filter(f -> f.rule().equals("spelling"))
            .limit(3)
            .map(Finding::key)
            .toList();
    assertThat(keys).hasSize(3);
    Browser manager = Member.of(house, Role.PROGRAMME_MANAGER).browser();
    assertThat(manager.get("/steer/findings").body())
        .contains("name=\"finding\" value=\"" + keys.get(0) + "\" form=\"several\"");
    String at = "/steer/findings/several";
    assertThat(manager.post(at, "finding", keys.get(0), "as", "dismissed").body())
        .contains(
            "Write what explains it", "value=\"" + keys.get(0) + "\" form=\"several\" checked");
    assertThat(manager.post(at, "reason", "Printers vary.", "as", "dismissed").body())
        .contains("Tick at least one");
    assertThat(
            manager
                .post(at, "finding", keys.get(0), "finding", "gone", "reason", "x", "as", "x")
                .status())
        .isEqualTo(404);
    assertThat(findings.unresolved()).extracting(Finding::key).containsAll(keys);
    manager.get("/steer/findings");
    manager.post(
        at,
        "finding",
        keys.get(0),
        "finding",
        keys.get(1),
        "finding",
        keys.get(2),
        "reason",
        "Printers vary.",
        "as",
        "dismissed");
    assertThat(findings.unresolved()).extracting(Finding::key).doesNotContainAnyElementsOf(keys);
    assertThat(manager.get("/steer/findings").body()).contains("Printers vary.");
    Browser reader = Member.of(house, Role.STEERING_MEMBER).browser();
    assertThat(reader.get("/steer/findings").body()).doesNotContain("form=\"several\"");
    assertThat(reader.post(at, "finding", keys.get(0), "reason", "x").status()).isEqualTo(404);
  }

  /** “Everything agrees” may be said only of what rules looked at. */
  @Test
  void whatTheRulesLookAtIsSaidAndNoMore() {
    Findings findings = house.get(Findings.class);
    findings.answer(
        house.somebody(Role.PROGRAMME_MANAGER),
        findings.unresolved().stream().map(Finding::key).toList(),
        true,
        "for a moment");
    Browser reader = Member.of(house, Role.STEERING_MEMBER).browser();
    String rules = Rules.names().size() + " rules";
    assertThat(reader.get("/steer/findings").body())
        .contains("None of the " + rules, "What the " + rules + " look at", "is not looked at")
        .contains("payments before a project begins", "events in a country");
    house.db().sql("delete from finding_answer where reason = 'for a moment'").update();
    reader.get("/language/fr?to=/");
    assertThat(reader.get("/steer/findings").body())
        .as("names in the reader's language")
        .contains("Des sources impriment «\u00a0Plan d’action de La Valette");
  }

  @Test
  void aReaderSeesThemAndCannotAnswer() {
    Browser reader = Member.of(house, Role.STEERING_MEMBER).browser();
    assertThat(reader.get("/steer/findings").body())
        .contains("miners")
        .doesNotContain("Dismiss it");
    assertThat(reader.get("/steer/findings").body())
        .contains("14 May 2018 – 18 May 2018")
        .doesNotContainPattern(">[^<]*2018-05-1");
    assertThat(reader.post("/steer/findings", "key", "x").status()).isEqualTo(404);
  }
}
