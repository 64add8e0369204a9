package org.passerelle.protect.casework.determination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** How many signatures a panel needs, and that nobody gives them all. */
@OnBothDatabases
@Tag("slow")
class PanelSignaturesTest {
  private static final Determination.Paper SEEN =
      new Determination.Paper("In the paper file", null);
  @Parameter House house;
  private DeterminationScenes scenes;
  private SignedIn who;
  private SignedIn second;
  private UUID file;

  @BeforeEach
  void aChild() {
    scenes = new DeterminationScenes(house);
    who = house.colleague(Staff.organisation(house).id(), Role.CASE_MANAGER);
    second = Staff.signedIn(Staff.user(house, who.organisation(), Role.SUPERVISOR).user());
    file = SomeCase.in("RS").minor("yes").open(house, who);
  }

  private Determinations determinations() {
    return house.get(Determinations.class);
  }

  private UUID proposed(int members, int quorum) {
    List<Determination.Seat> seats = DeterminationScenes.outside(members);
    return scenes.proposed(file, "repatriation", "in_favour", seats, quorum, null, who);
  }

  private UUID member(UUID id, int number) {
    return determinations().find(file, id, who).members().get(number).id();
  }

  private boolean made(UUID id) {
    return determinations().find(file, id, who).made();
  }

  @Test
  void allMembersSignUnlessTheNumberWasSaid() {
    UUID all = proposed(5, 0);
    UUID three = proposed(5, 3);
    for (int i = 0; i < 5; i++) {
      assertThat(made(all)).isFalse();
      determinations().sign(file, all, member(all, i), scenes.paper(file, who), who);
    }
    assertThat(made(all)).isTrue();
    assertThat(determinations().find(file, three, who).quorum()).isEqualTo(3);
    for (int wrong : List.of(2, 6)) {
      assertThatThrownBy(() -> proposed(5, wrong)).hasMessage("determination.refused.signatures");
    }
  }

  @Test
  void nobodySignsForAPanelAlone() {
    UUID id = proposed(3, 0);
    for (int i = 0; i < 3; i++) {
      determinations().sign(file, id, member(id, i), SEEN, who);
    }
    assertThat(made(id)).isFalse();
    assertThat(determinations().find(file, id, who).missing()).isEqualTo(3);
    assertThatThrownBy(() -> determinations().confirm(file, id, member(id, 0), who))
        .hasMessage("determination.refused.alone");
    SignedIn stranger = house.somebody(Role.CASE_MANAGER);
    assertThatThrownBy(() -> determinations().confirm(file, id, member(id, 0), stranger))
        .isInstanceOf(NotFound.class);
    for (int i = 0; i < 3; i++) {
      determinations().confirm(file, id, member(id, i), second);
      determinations().confirm(file, id, member(id, i), second);
    }
    assertThat(made(id)).isTrue();
  }

  @Test
  void aPaperIsAFileOfTheSameCase() {
    UUID id = proposed(3, 0);
    UUID other = SomeCase.in("RS").minor("yes").open(house, who);
    Determination.Paper elsewhere = scenes.paper(other, who);
    assertThatThrownBy(() -> determinations().sign(file, id, member(id, 0), elsewhere, who))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> determinations().confirm(file, id, member(id, 0), second))
        .as("nobody has signed")
        .isInstanceOf(NotFound.class);
  }
}
