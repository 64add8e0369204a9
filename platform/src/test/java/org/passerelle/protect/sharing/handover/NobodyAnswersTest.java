package org.passerelle.protect.sharing.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.sharing.letterbox.LetterboxScenes;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Unanswered hand-overs reach the national coordinator, with whom to call and nothing more. */
@OnBothDatabases
@Tag("slow")
class NobodyAnswersTest {
  @Parameter House house;
  private ReferralScenes referrals;
  private HandOverScenes scenes;
  private Member manager;
  private SignedIn sender;
  private SignedIn recipient;
  private Member coordinator;
  private UUID file;

  @BeforeEach
  void aCase() {
    referrals = new ReferralScenes(house);
    scenes = new HandOverScenes(house);
    manager = Member.in(house, Staff.organisation(house).id(), Role.CASE_MANAGER);
    sender = Staff.signedIn(manager.user());
    ReferralScenes.Scene scene =
        referrals.scene(sender, "AL", "national_coordinator", ReferralScenes.file());
    recipient =
        Staff.signedIn(
            Staff.user(house, scene.recipient().organisation(), Role.FOCAL_POINT).user());
    coordinator = Member.in(house, sender.organisation(), Role.NATIONAL_COORDINATOR);
    file = scene.caseId();
  }

  private UUID sent(UUID of, UUID to) {
    UUID id = scenes.sent(of, to, true, scenes.consent(of, to, null, sender), sender);
    referrals.deliver();
    return id;
  }

  private String name(UUID organisation) {
    return Objects.requireNonNull(
        house
            .get(Organisations.class)
            .find(organisation)
            .orElseThrow()
            .name()
            .byLanguage()
            .get("en"));
  }

  @Test
  void whatWasGivenAndNobodyTakesIsBeforeTheCoordinatorOfWhoGaveIt() {
    UUID id = sent(file, recipient.organisation());
    // each with its country after the name
    String silent =
        Pattern.quote(name(recipient.organisation()))
            + ".{2,40} has not answered "
            + Pattern.quote(name(sender.organisation()));
    assertThat(coordinator.elsewhere().get("/").body()).doesNotContainPattern(silent);
    house.clock().pass(Duration.ofHours(25));
    house.get(HandOverDeadlines.class).check();
    assertThat(scenes.find(id, sender).toCountryAt()).isNotNull();
    assertThat(logged("handover.to-coordinator", id, sender)).isEqualTo(1);
    String focalPoint =
        house.get(Deputies.class).focalPoints(recipient.organisation()).get(0).name();
    assertThat(coordinator.elsewhere().get("/").body())
        .containsPattern(silent)
        .contains(focalPoint);
    assertThat(manager.elsewhere().get("/").body())
        .contains("has not taken the case in hand", focalPoint);
    assertThat(manager.elsewhere().get("/protect/handovers/" + id).body())
        .contains("escalated to the national coordinator");
  }

  @Test
  void aLetterboxThatNobodyOpensIsBeforeTheCoordinatorWithItsTelephone() {
    UUID letterbox = LetterboxScenes.letterbox(house);
    UUID id = sent(file, letterbox);
    house.clock().pass(Duration.ofHours(25));
    house.get(HandOverDeadlines.class).check();
    assertThat(scenes.find(id, sender).toCountryAt()).isNotNull();
    assertThat(coordinator.elsewhere().get("/").body())
        .contains("has not answered", "+359 00 000 001");
    assertThat(manager.elsewhere().get("/").body()).contains("+359 00 000 001");
  }

  /** The log records only what was done: no escalation of what was acknowledged meanwhile. */
  @Test
  void whatWasAcknowledgedMeanwhileIsNotEscalated() {
    UUID id = sent(file, recipient.organisation());
    house.clock().pass(Duration.ofHours(25));
    HandOver stale = scenes.find(id, recipient);
    OverdueHandOvers late = house.get(OverdueHandOvers.class);
    scenes.handOvers().acknowledge(id, "Duty officer, 042", recipient);
    assertThat(late.toDeputy(stale)).isFalse();
    house.get(ReceivedReferrals.class).accept(id, recipient);
    assertThat(late.toCountry(stale)).isFalse();
    house.get(HandOverDeadlines.class).check();
    assertThat(logged("handover.to-deputy", id, recipient)).isZero();
    assertThat(logged("handover.to-coordinator", id, recipient)).isZero();
    referrals.deliver();
    UUID other = sent(SomeCase.in("RS").open(house, sender), recipient.organisation());
    house.clock().pass(Duration.ofHours(25));
    HandOver waits = scenes.find(other, recipient);
    assertThat(late.toDeputy(waits)).isTrue();
    assertThat(late.toDeputy(waits)).as("once").isFalse();
  }

  /** What one row holds keeps nobody else's from being escalated. */
  @Test
  void aHandOverThatCannotBeReadHoldsUpNoOther() {
    UUID broken = sent(file, recipient.organisation());
    UUID other = sent(SomeCase.in("RS").open(house, sender), recipient.organisation());
    house.clock().pass(Duration.ofHours(25));
    contact(broken, new byte[] {1});
    try {
      house.get(HandOverDeadlines.class).check();
    } finally {
      contact(broken, null);
    }
    assertThat(scenes.find(other, sender).toCountryAt()).isNotNull();
    assertThat(scenes.find(broken, sender).toCountryAt()).isNull();
    house.get(HandOverDeadlines.class).check();
    assertThat(scenes.find(broken, sender).toCountryAt()).isNotNull();
  }

  private void contact(UUID id, byte @Nullable [] sealed) {
    house
        .db()
        .sql("update hand_over set contact_sealed = cast(:sealed as bytea) where id = :id")
        .param("sealed", sealed)
        .param("id", id)
        .update();
  }

  private int logged(String action, UUID id, SignedIn side) {
    return house
        .db()
        .sql(
            """
            select count(*) from audit_entry
             where action = :action and subject = :id and organisation = :side
            """)
        .param("side", side.organisation())
        .param("action", action)
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  /** The next step is computed from all steps: one given out of order hides no other. */
  @Test
  void anUnneededReportHidesNoOther() {
    UUID id = arrived();
    house.clock().pass(Duration.ofDays(30));
    scenes.record(id, Step.REPORT_1, "done", RecordedStep.Details.of("Goes to school"), recipient);
    scenes.record(
        id, Step.REPORT_12, "not_needed", RecordedStep.Details.of("Of age by then"), recipient);
    house.clock().pass(Duration.ofDays(55));
    LocalDate soon = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC).plusDays(7);
    assertThat(house.get(WaitingHandOvers.class).mine(recipient, soon))
        .extracting(HandOver::id)
        .contains(id);
  }

  private UUID arrived() {
    UUID id = sent(file, recipient.organisation());
    scenes.accepted(id, recipient);
    scenes.departed(id, sender, recipient);
    scenes.done(id, Step.ARRIVED, "", recipient);
    referrals.deliver();
    return id;
  }

  @Test
  void twoHundredNewerOnesHideNoReportAndNoSilence() {
    UUID silent = sent(SomeCase.in("RS").open(house, sender), recipient.organisation());
    UUID id = arrived();
    house.clock().pass(Duration.ofDays(25));
    for (int i = 0; i < 200; i++) {
      scenes.begun(file, recipient.organisation(), true, sender);
    }
    assertThat(manager.elsewhere().get("/").body())
        .contains("/protect/handovers/" + id + "/return", "/protect/handovers/" + silent + "\"");
  }

  @Test
  void focalPointsWithoutADeputyAreTold() {
    HandOverContacts whom = house.get(HandOverContacts.class);
    UUID there = recipient.organisation();
    assertThat(whom.withoutDeputy(there)).as("one alone").hasSize(1);
    User second = Staff.user(house, there, Role.FOCAL_POINT).user();
    assertThat(whom.withoutDeputy(there)).hasSize(2);
    house.get(Deputies.class).name(recipient.user(), second.id(), recipient);
    assertThat(whom.withoutDeputy(there)).as("the second is the first's deputy").isEmpty();
    User third = Staff.user(house, there, Role.FOCAL_POINT).user();
    assertThat(whom.withoutDeputy(there))
        .as("one deputy is not everybody's")
        .extracting(User::name)
        .containsExactly(third.name());
  }
}
