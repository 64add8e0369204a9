package org.passerelle.prosecute.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.prosecute.suspect.NonPunishment;
import org.passerelle.prosecute.suspect.Suspects;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Whoever was compelled is flagged, the flag travels, and no charge is brought without a note. */
@OnBothDatabases
class NonPunishmentTest {
  @Parameter House house;

  @Test
  void aFlagSetLaterInTheCaseIsSeenHereAndAsksForANote() {
    Scenes scenes = new Scenes(house);
    Scenes.Entered entered = scenes.entered(Set.of("case"));
    SignedIn who = entered.prosecutor();
    UUID suspect = scenes.suspect(entered.id(), "Anton Grey", entered.victim(), who);
    UUID charge = propose(entered.id(), suspect, who);
    assertThat(compelled(entered.id(), suspect, who)).isFalse();
    house
        .db()
        .sql("update protect_case set non_punishment = true where id = :id")
        .param("id", entered.scene().caseId())
        .update();
    assertThat(compelled(entered.id(), suspect, who)).isTrue();
    assertThat(both().all(who))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.victim()).isEqualTo(1);
              assertThat(line.fromCase()).isTrue();
              assertThat(line.withoutNote()).isZero();
            });
    assertThatThrownBy(() -> bring(entered.id(), charge, "", who))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("charge.refused.note");
    bring(entered.id(), charge, "Acted for his own profit, see item 4", who);
    assertThat(charges().of(entered.id(), who).get(0).words().note()).contains("item 4");
    house
        .get(Consents.class)
        .withdraw(entered.scene().caseId(), entered.basis(), entered.scene().sender());
    assertThat(compelled(entered.id(), suspect, who)).as("the case is no longer read").isFalse();
    assertThat(charges().of(entered.id(), who).get(0).words().note()).isNotEmpty();
  }

  @Test
  void anyMemberRaisesItOnlyAProsecutorTakesItBackAndBothReasonsStay() {
    Scenes scenes = new Scenes(house);
    Scenes.Begun begun = scenes.begun();
    SignedIn who = begun.prosecutor();
    SignedIn investigator = new Scenes(house).colleague(who.organisation(), Role.INVESTIGATOR);
    house.get(InvestigationTeam.class).add(begun.id(), investigator.user(), null, who);
    UUID suspect = scenes.suspect(begun.id(), "Anton Grey", who);
    UUID charge = propose(begun.id(), suspect, investigator);
    bring(begun.id(), charge, "", who);
    assertThat(suspects().find(begun.id(), suspect, who).state()).isEqualTo("charged");
    NonPunishment flags = house.get(NonPunishment.class);
    flags.raise(begun.id(), suspect, "Told what to bring", investigator);
    assertThat(both().all(who))
        .singleElement()
        .satisfies(line -> assertThat(line.withoutNote()).as("brought before").isEqualTo(1));
    charges().note(begun.id(), charge, "Looked at again", who);
    assertThat(both().all(who).get(0).withoutNote()).isZero();
    assertThatThrownBy(() -> charges().note(begun.id(), charge, "Other words", who))
        .as("a note stays as it was written")
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> flags.lift(begun.id(), suspect, "no", investigator))
        .isInstanceOf(NotFound.class);
    flags.lift(begun.id(), suspect, "He led the others", who);
    assertThat(suspects().find(begun.id(), suspect, who).flag())
        .satisfies(
            flag -> {
              assertThat(flag.stands()).isFalse();
              assertThat(flag.raised()).isEqualTo("Told what to bring");
              assertThat(flag.lifted()).isEqualTo("He led the others");
            });
    assertThatThrownBy(() -> flags.lift(begun.id(), suspect, "again", who))
        .isInstanceOf(Refused.class);
  }

  @Test
  void chargesNeedAnOffenceInForceAndAProsecutor() {
    Scenes scenes = new Scenes(house);
    Scenes.Begun begun = scenes.begun();
    SignedIn who = begun.prosecutor();
    SignedIn investigator = new Scenes(house).colleague(who.organisation(), Role.INVESTIGATOR);
    house.get(InvestigationTeam.class).add(begun.id(), investigator.user(), null, who);
    UUID suspect = scenes.suspect(begun.id(), "Anton Grey", who);
    LocalDate today = scenes.today();
    assertThatThrownBy(
            () ->
                charges()
                    .propose(begun.id(), new Charge.Draft(suspect, "none", today, List.of()), who))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(
            () ->
                charges()
                    .propose(
                        begun.id(),
                        new Charge.Draft(
                            suspect, "trafficking-fr", today, List.of(UUID.randomUUID())),
                        who))
        .as("a victim of another investigation")
        .isInstanceOf(NotFound.class);
    UUID charge = propose(begun.id(), suspect, investigator);
    assertThatThrownBy(() -> bring(begun.id(), charge, "", investigator))
        .isInstanceOf(NotFound.class);
    bring(begun.id(), charge, "", who);
    assertThatThrownBy(() -> bring(begun.id(), charge, "", who)).isInstanceOf(Refused.class);
    charges().withdraw(begun.id(), charge, "Evidence fell", who);
    assertThat(charges().of(begun.id(), who).get(0).stands()).isFalse();
    assertThat(charges().count(begun.id())).isZero();
  }

  private UUID propose(UUID investigation, UUID suspect, SignedIn who) {
    return charges()
        .propose(
            investigation,
            new Charge.Draft(suspect, "trafficking-fr", new Scenes(house).today(), List.of()),
            who);
  }

  private void bring(UUID investigation, UUID charge, String note, SignedIn who) {
    charges().bring(investigation, charge, new Scenes(house).today(), note, who);
  }

  private boolean compelled(UUID investigation, UUID suspect, SignedIn who) {
    return suspects().compelled(investigation, suspects().find(investigation, suspect, who), who);
  }

  private Suspects suspects() {
    return house.get(Suspects.class);
  }

  private Charges charges() {
    return house.get(Charges.class);
  }

  private BothList both() {
    return house.get(BothList.class);
  }
}
