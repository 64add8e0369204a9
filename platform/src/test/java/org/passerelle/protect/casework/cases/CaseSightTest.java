package org.passerelle.protect.casework.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.received.ReceivedReferral;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Who sees a case, and with it the dossier from which it was opened. */
@OnBothDatabases
class CaseSightTest {
  @Parameter House house;

  @Test
  void theTeamSeesItForAsLongAsTheyBelongAndSupervisorsUnlessItIsClosedToNamedColleagues() {
    ReferralScenes.Scene scene = new ReferralScenes(house).scene("RS", "ngo", "RS", "health");
    UUID file = scene.caseId();
    UUID organisation = scene.sender().organisation();
    SignedIn supervisor = house.colleague(organisation, Role.SUPERVISOR);
    SignedIn colleague = house.colleague(organisation, Role.CASE_MANAGER);
    SignedIn elsewhere =
        house.colleague(scene.recipient().organisation(), Role.SUPERVISOR, Role.CASE_MANAGER);
    CaseSight sight = house.get(CaseSight.class);
    assertThat(sight.sees(file, scene.sender())).isTrue();
    assertThat(sight.sees(file, supervisor)).isTrue();
    assertThat(sight.sees(file, colleague)).isFalse();
    assertThat(sight.sees(file, elsewhere)).isFalse();
    until(file, colleague, Duration.ofHours(1));
    assertThat(sight.sees(file, colleague)).isTrue();
    until(file, colleague, Duration.ofHours(-1));
    assertThat(sight.sees(file, colleague)).isFalse();
    close(file);
    assertThat(sight.sees(file, supervisor)).isFalse();
    assertThat(sight.sees(file, scene.sender())).isTrue();
    assertThatThrownBy(() -> sight.check(file, supervisor)).isInstanceOf(NotFound.class);
  }

  @Test
  void theDossierOfACaseClosedToNamedColleaguesIsOpenedByThemAlone() {
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "health");
    UUID id = scenes.sent(scene, scenes.consent(scene, Set.of("identity", "case"), "adult", null));
    scenes.deliver();
    ReceivedReferrals received = house.get(ReceivedReferrals.class);
    SignedIn accepted = scene.recipient();
    SignedIn supervisor = house.colleague(accepted.organisation(), Role.SUPERVISOR);
    SignedIn named = house.colleague(accepted.organisation(), Role.CASE_MANAGER);
    UUID file = received.accept(id, accepted);
    assertThat(received.find(id, supervisor).id()).isEqualTo(id);
    until(file, named, Duration.ofDays(900));
    // the user who accepted left the team, and the case was restricted to its members
    house
        .db()
        .sql("delete from case_member where case_id = :case and user_id = :user")
        .param("case", file)
        .param("user", accepted.user())
        .update();
    close(file);
    for (SignedIn who : List.of(supervisor, accepted)) {
      assertThatThrownBy(() -> received.find(id, who)).isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> received.dossier(id, who)).isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> received.messages(id, who)).isInstanceOf(NotFound.class);
      assertThat(received.mine(who, 99)).extracting(ReceivedReferral::id).doesNotContain(id);
    }
    assertThat(received.dossier(id, named)).isPresent();
    assertThat(received.mine(named, 99)).extracting(ReceivedReferral::id).contains(id);
  }

  @Test
  void ofManyTheVisibleOnesStayInTheirOrder() {
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "health");
    SignedIn reader = house.colleague(scene.sender().organisation(), Role.CASE_MANAGER);
    UUID first = ReferralScenes.file().open(house, reader);
    UUID second = ReferralScenes.file().open(house, reader);
    CaseSight sight = house.get(CaseSight.class);
    assertThat(sight.seen(List.of(second, scene.caseId(), first, second), reader))
        .containsExactly(second, first);
    assertThat(sight.seen(List.of(), reader)).isEmpty();
    assertThat(sight.teams(reader.user(), 9)).isEqualTo(2);
    assertThat(sight.teams(reader.user(), 1)).isOne();
  }

  @Test
  void aStatementNamesTheRule() {
    assertThat(CaseSight.in("select 1 from protect_case k where {open k}"))
        .isEqualTo(
            "select 1 from protect_case k where (k.organisation = :organisation and not k.closed_to_named)");
    assertThat(CaseSight.in("{seen c} {team c} {own c}"))
        .doesNotContain("{")
        .contains("c.closed_to_named", "case_member");
  }

  private void until(UUID file, SignedIn who, Duration from) {
    house
        .db()
        .sql("delete from case_member where case_id = :case and user_id = :user")
        .param("case", file)
        .param("user", who.user())
        .update();
    house
        .db()
        .sql(
            """
            insert into case_member (case_id, user_id, since, added_by, until_at)
            values (:case, :user, :since, :user, :until)
            """)
        .param("case", file)
        .param("user", who.user())
        .param("since", house.clock().instant().atOffset(java.time.ZoneOffset.UTC))
        .param("until", house.clock().instant().plus(from).atOffset(java.time.ZoneOffset.UTC))
        .update();
  }

  private void close(UUID file) {
    house
        .db()
        .sql("update protect_case set closed_to_named = true where id = :id")
        .param("id", file)
        .update();
  }
}
