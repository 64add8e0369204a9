package org.passerelle.understand.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditReader;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.safeguards.erasure.Erasures;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Trafficking or delinquency: evidence on both sides, no score, a conclusion by name. */
@OnBothDatabases
class GridsTest {
  @Parameter House house;

  @Test
  void whatIsNotSaidIsUnknownAndWhatIsWithdrawnCountsNoLonger() {
    SignedIn prosecutor = house.somebody(Role.PROSECUTOR);
    UUID id = begin(null, "no", prosecutor);
    grids().add(id, "proceeds", "for", "An uncle takes all of it (her own word)", prosecutor);
    grids().add(id, "proceeds", "against", "She bought a telephone (officer)", prosecutor);
    grids().add(id, "quotas", "against", "None, she says", prosecutor);
    Grid grid = grids().read(id, prosecutor);
    assertThat(grid.standing("proceeds")).isEqualTo("both");
    assertThat(grid.standing("quotas")).isEqualTo("against");
    assertThat(grid.standing("debts")).isEqualTo("unknown");
    grids().withdraw(id, grid.standing("quotas", "against").get(0).id(), prosecutor);
    assertThat(grids().read(id, prosecutor).standing("quotas")).isEqualTo("unknown");
    assertThat(grids().read(id, prosecutor).evidence()).hasSize(3);
  }

  @Test
  void aConclusionHasANameAndLaterEvidenceIsCounted() {
    SignedIn prosecutor = house.somebody(Role.PROSECUTOR);
    UUID id = begin(null, "no", prosecutor);
    grids().conclude(id, "none_so_far", "not_now", "Nothing yet", prosecutor);
    assertThat(grids().read(id, prosecutor).since()).isZero();
    house.clock().pass(java.time.Duration.ofMinutes(1));
    grids().add(id, "rotation", "for", "Four towns in a month (tickets)", prosecutor);
    Grid grid = grids().read(id, prosecutor);
    assertThat(grid.since()).isEqualTo(1);
    assertThat(grid.conclusion().orElseThrow().by()).isEqualTo(prosecutor.user());
    assertThat(house.get(AuditReader.class).entries(id, prosecutor.user(), "grid.concluded", 0, 9))
        .hasSize(1);
  }

  /** Rule 1. */
  @Test
  void ofAMinorAMissingMeansIsNoReasonAgainst() {
    SignedIn prosecutor = house.somebody(Role.PROSECUTOR);
    for (String minor : List.of("yes", "not_sure")) {
      UUID id = begin(null, minor, prosecutor);
      grids().add(id, "act", "for", "Brought by car (border police)", prosecutor);
      grids().add(id, "purpose", "for", "Steals in the metro (arrests)", prosecutor);
      grids().add(id, "means", "against", "Nobody forces him, he says", prosecutor);
      assertThatThrownBy(() -> grids().conclude(id, "none_so_far", "not_now", "?", prosecutor))
          .isInstanceOf(Refused.class);
      grids().conclude(id, "signs", "applies", "Act and purpose suffice", prosecutor);
    }
    UUID adult = begin(null, "no", prosecutor);
    grids().add(adult, "act", "for", "Brought by car", prosecutor);
    grids().add(adult, "purpose", "for", "Steals", prosecutor);
    grids().conclude(adult, "none_so_far", "not_now", "No means so far", prosecutor);
  }

  /** Rule 2. */
  @Test
  void delinquencyIsNeverAResult() {
    assertThat(Grids.CONCLUSIONS).containsExactly("signs", "more", "none_so_far");
  }

  @Test
  void whoSeesAGrid() {
    SignedIn manager = house.somebody(Role.CASE_MANAGER);
    SignedIn colleague = house.colleague(manager.organisation(), Role.CASE_MANAGER);
    SignedIn prosecutor = house.colleague(manager.organisation(), Role.PROSECUTOR);
    SignedIn stranger = house.somebody(Role.PROSECUTOR, Role.SUPERVISOR);
    UUID alone = begin(null, "no", manager);
    UUID ofCase = begin(open(manager), "no", manager);
    assertThat(grids().read(alone, prosecutor).title()).isEqualTo("Wren");
    assertThatThrownBy(() -> grids().read(alone, colleague)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> grids().read(alone, stranger)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> grids().read(ofCase, prosecutor))
        .as("care data stay with the case's team")
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> grids().read(ofCase, colleague)).isInstanceOf(NotFound.class);
    assertThat(grids().all(manager)).hasSize(2);
    assertThat(grids().all(colleague)).isEmpty();
    assertThat(grids().all(stranger)).isEmpty();
  }

  @Test
  void textsAreCiphertextAndEndWithTheCase() {
    SignedIn manager = house.somebody(Role.CASE_MANAGER);
    UUID file = open(manager);
    UUID id = begin(file, "yes", manager);
    grids().add(id, "debts", "for", "Fourteen thousand, says the cousin", manager);
    assertThat(
            house
                .db()
                .sql("select content from grid_evidence where grid = :id")
                .param("id", id)
                .query((row, i) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .list())
        .allSatisfy(text -> assertThat(text).doesNotContain("cousin"));
    house
        .get(Erasures.class)
        .erase(
            house.get(Cases.class).find(file, manager).person().id(),
            manager.organisation(),
            "request",
            manager.user(),
            house.colleague(manager.organisation(), Role.DATA_PROTECTION_OFFICER));
    assertThat(
            house
                .db()
                .sql("select count(*) from grid_evidence where grid = :id")
                .param("id", id)
                .query(Integer.class)
                .single())
        .isZero();
  }

  private UUID begin(@Nullable UUID caseId, String minor, SignedIn who) {
    return grids()
        .begin(
            new Grids.Draft(
                caseId, null, "person", minor, "Wren", "Shoplifting, three times in a week"),
            who);
  }

  private UUID open(SignedIn who) {
    return SomeCase.in("RS").came("own_outreach").minor("not_sure").open(house, who);
  }

  private Grids grids() {
    return house.get(Grids.class);
  }
}
