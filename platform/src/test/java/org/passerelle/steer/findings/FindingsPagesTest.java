package org.passerelle.steer.findings;

import static org.assertj.core.api.Assertions.assertThat;

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
