package org.passerelle.prosecute.charge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.investigation.Investigations;
import org.passerelle.register.Kinds;
import org.passerelle.register.Register;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** An offence by which somebody is charged stays in the register, whoever may see the charge. */
@OnBothDatabases
class ChargeMentionsTest {
  private static final String REGISTER = "/partner/register/offence/";
  @Parameter House house;

  @Test
  void anOffenceThatIsChargedIsNotTakenOut() {
    Member prosecutor = Member.of(house, Role.PROSECUTOR);
    SignedIn who = Staff.signedIn(prosecutor.user());
    Browser manager = Member.of(house, Role.PROGRAMME_MANAGER).browser();
    UUID id = new Scenes(house).begun(who).id();
    String number = house.get(Investigations.class).numbers(true, who).get(id);
    UUID suspect = new Scenes(house).suspect(id, "Anton Grey", who);
    String charged = offence();
    String other = offence();
    Charge.Draft draft = new Charge.Draft(suspect, charged, new Scenes(house).today(), List.of());
    UUID charge = house.get(Charges.class).propose(id, draft, who);
    Browser.Answer refused = takesOut(charged, manager);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body())
        .contains("Charges rest on this offence.")
        .doesNotContain(number, "S-1", "Anton");
    house.get(Charges.class).withdraw(id, charge, "Evidence fell", who);
    assertThat(takesOut(charged, manager).status()).as("withdrawn, too").isEqualTo(409);
    assertThat(house.get(Offences.class).find(charged)).isPresent();
    assertThat(takesOut(other, manager).status()).as("nobody is charged by it").isEqualTo(302);
    assertThat(house.get(Offences.class).find(other)).isEmpty();
  }

  @Test
  void theChargeIsNamedThereForItsTeamAlone() {
    Member prosecutor = Member.of(house, Role.PROSECUTOR);
    SignedIn who = Staff.signedIn(prosecutor.user());
    UUID id = new Scenes(house).begun(who).id();
    UUID suspect = new Scenes(house).suspect(id, "Anton Grey", who);
    String offence = offence();
    UUID charge =
        house
            .get(Charges.class)
            .propose(
                id, new Charge.Draft(suspect, offence, new Scenes(house).today(), List.of()), who);
    String link = "/prosecute/investigations/" + id + "/charges/" + charge;
    assertThat(prosecutor.browser().get(REGISTER + offence).body())
        .contains(link, "proposed")
        .doesNotContain("Anton Grey");
    for (Role role : List.of(Role.PROSECUTOR, Role.SUPERVISOR, Role.PROGRAMME_MANAGER)) {
      Browser.Answer page =
          Member.in(house, who.organisation(), role).browser().get(REGISTER + offence);
      assertThat(page.status()).as(role.name()).isEqualTo(200);
      assertThat(page.body()).as(role.name()).doesNotContain(id.toString());
    }
  }

  private Browser.Answer takesOut(String offence, Browser manager) {
    assertThat(manager.get(REGISTER + offence + "/edit").status()).isEqualTo(200);
    return manager.post(REGISTER + offence + "/retire", "_version", "1", "_reason", "Not needed");
  }

  /** With the longest name and article that the register takes. */
  private String offence() {
    String name = "x" + UUID.randomUUID() + "-";
    String id = name + "x".repeat(80 - name.length());
    house
        .get(Register.class)
        .save(
            house.somebody(Role.PROGRAMME_MANAGER),
            Kinds.shipped().find("offence").orElseThrow(),
            id,
            0,
            Map.of(
                "title",
                Map.of("en", "Some offence", "fr", "Une infraction", "sr", "Неко дело"),
                "country",
                "FR",
                "article",
                "9".repeat(500)),
            "");
    return id;
  }
}
