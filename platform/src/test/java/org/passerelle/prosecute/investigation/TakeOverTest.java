package org.passerelle.prosecute.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.accounts.Users;
import org.passerelle.approval.Approvals;
import org.passerelle.prosecute.Scenes;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The only way to an investigation past its team: nobody leads it, and two persons agree. */
@OnBothDatabases
class TakeOverTest {
  @Parameter House house;

  @Test
  void anInvestigationThatNobodyLeadsIsTakenOverByTwo() {
    Scenes.Begun begun = new Scenes(house).begun();
    SignedIn first = begun.prosecutor();
    String number = Objects.requireNonNull(investigations().numbers(true, first).get(begun.id()));
    SignedIn second = new Scenes(house).colleague(first.organisation(), Role.PROSECUTOR);
    SignedIn third = Staff.signedIn(Member.in(house, first.organisation(), Role.PROSECUTOR).user());
    SignedIn investigator = new Scenes(house).colleague(first.organisation(), Role.INVESTIGATOR);
    house.get(InvestigationTeam.class).add(begun.id(), investigator.user(), null, first);
    for (String asked : new String[] {number, "26-9999"}) {
      assertThatThrownBy(() -> takeOver().ask(asked, "Left the office", second))
          .as("the same sentence, whether it exists or not")
          .isInstanceOf(Refused.class)
          .hasMessageContaining("investigation.refused.take-over");
    }
    SignedIn administrator = new Scenes(house).colleague(first.organisation(), Role.ADMINISTRATOR);
    house.get(Users.class).setActive(administrator, first.user(), false);
    assertThatThrownBy(() -> takeOver().ask(number, "x", investigator))
        .isInstanceOf(NotFound.class);
    SignedIn elsewhere = new Scenes(house).begun().prosecutor();
    assertThatThrownBy(() -> takeOver().ask(number, "x", elsewhere)).isInstanceOf(Refused.class);
    takeOver().ask(number, "Left the office", second);
    assertThat(investigations().numbers(true, second)).as("asked is not agreed").isEmpty();
    Approvals approvals = house.get(Approvals.class);
    UUID request = approvals.waiting("investigation.take-over", begun.id()).orElseThrow().id();
    assertThatThrownBy(() -> approvals.approve(second, request, "")).isInstanceOf(NotFound.class);
    approvals.approve(third, request, "");
    assertThat(investigations().open(begun.id(), "title", second).number()).isEqualTo(number);
    assertThat(investigations().numbers(true, third)).as("who agreed sees nothing").isEmpty();
  }

  private Investigations investigations() {
    return house.get(Investigations.class);
  }

  private TakeOver takeOver() {
    return house.get(TakeOver.class);
  }
}
