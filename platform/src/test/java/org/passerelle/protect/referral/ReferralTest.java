package org.passerelle.protect.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Organisation;
import org.passerelle.access.OrganisationDraft;
import org.passerelle.access.Organisations;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Wording;
import org.passerelle.outbox.Deliveries;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.CaseDetails;
import org.passerelle.protect.cases.CaseDraft;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.cases.Contact;
import org.passerelle.protect.cases.Identity;
import org.passerelle.protect.cases.PersonDraft;
import org.passerelle.protect.cases.Relations;
import org.passerelle.protect.consent.ConsentDraft;
import org.passerelle.protect.consent.Consents;
import org.passerelle.protect.consent.Disclosures;
import org.passerelle.protect.consent.LegalGround;
import org.passerelle.protect.consent.LegalGrounds;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;

/**
 * Rules 3, 4 and 11: nothing leaves without a basis, a withdrawal travels, nothing is lost or
 * doubled.
 */
@OnBothDatabases
class ReferralTest {
  @Parameter House house;

  @Test
  void aReferralArrivesOnceIsAcceptedAndTheSenderSeesIt() {
    Scene scene = scene("RS", "ngo", "RS", "health");
    UUID id = sent(scene, consent(scene, Set.of("identity", "case"), "adult", null));
    deliver();
    assertThat(state(id, scene)).isEqualTo("sent");
    List<ReceivedReferral> there = received().mine(scene.recipient, 9);
    assertThat(there).hasSize(1);
    Dossier dossier = received().dossier(id, scene.recipient).orElseThrow();
    assertThat(dossier.fields())
        .containsKey("known_as")
        .doesNotContainKeys("names", "account", "phone");
    UUID caseId = received().accept(id, scene.recipient);
    deliver();
    assertThat(state(id, scene)).isEqualTo("accepted");
    assertThat(house.get(Cases.class).find(caseId, scene.recipient).details().pseudonym())
        .isEqualTo("Lumi");
    received().done(id, scene.recipient);
    deliver();
    assertThat(state(id, scene)).isEqualTo("done");
    assertThatThrownBy(() -> referrals().find(id, scene.recipient)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> received().find(id, scene.sender)).isInstanceOf(NotFound.class);
  }

  @Test
  void deliveringTwiceTakesEffectOnce() {
    Scene scene = scene("RS", "ngo", "RS", "health");
    UUID id = sent(scene, consent(scene, Set.of("identity", "case"), "adult", null));
    deliver();
    UUID message =
        house
            .db()
            .sql("select id from outbox_message where order_key = :id")
            .param("id", id)
            .query(UUID.class)
            .single();
    house
        .db()
        .sql("update outbox_message set state = 'queued' where id = :id")
        .param("id", message)
        .update();
    deliver();
    assertThat(received().mine(scene.recipient, 9)).hasSize(1);
    assertThat(state(id, scene)).isEqualTo("sent");
  }

  @Test
  void whatIsNotCoveredDoesNotLeave() {
    Scene scene = scene("RS", "ngo", "RS", "health");
    UUID basis = consent(scene, Set.of("case"), "adult", null);
    UUID id = draft(scene);
    referrals().choose(id, List.of("age", "names"), basis, scene.sender);
    assertThatThrownBy(() -> referrals().send(id, scene.sender))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("category");
    referrals().choose(id, List.of("age"), null, scene.sender);
    assertThatThrownBy(() -> referrals().send(id, scene.sender))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("no-basis");
    deliver();
    assertThat(received().mine(scene.recipient, 9)).isEmpty();
  }

  @Test
  void withdrawalStopsWhatIsQueued() {
    Scene scene = scene("RS", "ngo", "RS", "health");
    UUID basis = consent(scene, Set.of("identity", "case"), "adult", null);
    house.get(Deliveries.class).hold(scene.recipient.organisation(), true, scene.sender);
    UUID id = sent(scene, basis);
    deliver();
    assertThat(state(id, scene)).isEqualTo("queued");
    house.get(Consents.class).withdraw(scene.caseId, basis, scene.sender);
    house.get(Deliveries.class).hold(scene.recipient.organisation(), false, scene.sender);
    deliver();
    assertThat(state(id, scene)).isEqualTo("stopped");
    assertThat(received().mine(scene.recipient, 9)).isEmpty();
    assertThat(house.get(Disclosures.class).of(scene.caseId).get(0).state()).isEqualTo("stopped");
  }

  @Test
  void aConsentThatEndedWhileTheMessageWaitedIsAskedOnceMore() {
    Scene scene = scene("RS", "ngo", "RS", "health");
    UUID basis = consent(scene, Set.of("identity", "case"), "adult", null);
    house.get(Deliveries.class).hold(scene.recipient.organisation(), true, scene.sender);
    UUID id = sent(scene, basis);
    house
        .db()
        .sql("update consent set until_day = from_day, from_day = from_day where id = :id")
        .param("id", basis)
        .update();
    house
        .db()
        .sql(
            "update consent set until_day = date '2001-01-01', from_day = date '2000-01-01' where id = :id")
        .param("id", basis)
        .update();
    house.get(Deliveries.class).hold(scene.recipient.organisation(), false, scene.sender);
    deliver();
    assertThat(state(id, scene)).isEqualTo("stopped");
    assertThat(received().mine(scene.recipient, 9)).isEmpty();
  }

  @Test
  void withdrawalReachesTheRecipientClosesTheDossierAndIsAcknowledged() {
    Scene scene = scene("RS", "ngo", "RS", "health");
    UUID basis = consent(scene, Set.of("identity", "case"), "adult", null);
    UUID id = sent(scene, basis);
    deliver();
    house.get(Consents.class).withdraw(scene.caseId, basis, scene.sender);
    deliver();
    assertThat(received().find(id, scene.recipient).withdrawnAt()).isNotNull();
    assertThat(received().dossier(id, scene.recipient)).isEmpty();
    assertThatThrownBy(() -> received().accept(id, scene.recipient)).isInstanceOf(Refused.class);
    assertThat(referrals().find(id, scene.sender).withdrawalAcknowledgedAt()).isNull();
    received().acknowledge(id, scene.recipient);
    deliver();
    assertThat(referrals().find(id, scene.sender).withdrawalAcknowledgedAt()).isNotNull();
  }

  @Test
  void whileAsylumIsOpenNothingGoesToTheCountryOfOrigin() {
    for (String asylum : List.of("not_asked", "possible", "pending", "granted")) {
      Scene scene = scene("RS", "ngo", "AL", "police", asylum);
      assertThatThrownBy(() -> draft(scene))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("asylum");
    }
    assertThat(draft(scene("RS", "ngo", "AL", "police", "none"))).isNotNull();
    assertThat(draft(scene("RS", "ngo", "AL", "ngo", "pending"))).isNotNull();
  }

  @Test
  void aGuardianWhoIsSuspectedOrUnverifiedCannotConsent() {
    Scene scene = minor(scene("RS", "ngo", "RS", "health"));
    assertThatThrownBy(() -> consent(scene, Set.of("case"), "adult", null))
        .isInstanceOf(Refused.class);
    UUID suspected = guardian(scene, true, true);
    UUID unverified = guardian(scene, false, false);
    UUID verified = guardian(scene, false, true);
    assertThatThrownBy(() -> consent(scene, Set.of("case"), "guardian", suspected))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> consent(scene, Set.of("case"), "guardian", unverified))
        .isInstanceOf(Refused.class);
    assertThat(consent(scene, Set.of("case"), "guardian", verified)).isNotNull();
  }

  @Test
  void anInstrumentThatNobodyVerifiedFoundsNothing() {
    Scene scene = scene("RS", "ngo", "AL", "ngo", "none");
    LegalGround.Draft convention =
        new LegalGround.Draft(
            "convention_in_force",
            "assistance",
            scene.recipient.organisation(),
            "palermo-protocol",
            null,
            "Article 6",
            Set.of("case"));
    assertThatThrownBy(
            () -> house.get(LegalGrounds.class).record(scene.caseId, convention, scene.sender))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("not-in-force");
  }

  @Test
  void fromTheUnionToAThirdCountryATransferInstrumentIsNeeded() {
    Scene scene = scene("FR", "ngo", "RS", "ngo", "none");
    assertThatThrownBy(() -> consent(scene, Set.of("case"), "adult", null))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("transfer");
  }

  @Test
  void vitalInterestsAreReviewedWithin72HoursByAnotherPerson() {
    Scene scene = scene("RS", "ngo", "RS", "health");
    LegalGrounds grounds = house.get(LegalGrounds.class);
    UUID ground =
        grounds.record(
            scene.caseId,
            new LegalGround.Draft(
                "vital_interests",
                "assistance",
                scene.recipient.organisation(),
                null,
                null,
                "Not breathing well",
                Set.of("case", "identity")),
            scene.sender);
    SignedIn supervisor = house.colleague(scene.sender.organisation(), Role.SUPERVISOR);
    assertThat(grounds.toReview(supervisor)).hasSize(1);
    assertThatThrownBy(() -> grounds.review(ground, true, scene.sender))
        .isInstanceOf(Refused.class);
    UUID late = draft(scene);
    referrals().choose(late, List.of("age"), ground, scene.sender);
    house.clock().pass(Duration.ofHours(73));
    assertThatThrownBy(() -> referrals().send(late, scene.sender))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("overdue");
    grounds.review(ground, true, supervisor);
    referrals().send(late, scene.sender);
    assertThat(grounds.toReview(supervisor)).isEmpty();
  }

  @Test
  void theRecipientIsRemindedBeforeTheDeadlineAndBothSupervisorsAfterIt() {
    Scene scene = scene("RS", "ngo", "RS", "health");
    UUID id = sent(scene, consent(scene, Set.of("identity", "case"), "adult", null));
    deliver();
    ReferralDeadlines deadlines = house.get(ReferralDeadlines.class);
    deadlines.check();
    assertThat(mark(id, "reminded_at")).isFalse();
    house.clock().pass(Duration.ofDays(4).plusHours(12));
    deadlines.check();
    assertThat(mark(id, "reminded_at")).isTrue();
    assertThat(mark(id, "escalated_at")).isFalse();
    house.clock().pass(Duration.ofDays(1));
    deadlines.check();
    assertThat(mark(id, "escalated_at")).isTrue();
    deadlines.check();
  }

  private boolean mark(UUID id, String column) {
    return house
            .db()
            .sql(
                column.equals("reminded_at")
                    ? "select count(reminded_at) from received_referral where id = :id"
                    : "select count(escalated_at) from received_referral where id = :id")
            .param("id", id)
            .query(Integer.class)
            .single()
        == 1;
  }

  private Referrals referrals() {
    return house.get(Referrals.class);
  }

  private ReceivedReferrals received() {
    return house.get(ReceivedReferrals.class);
  }

  private String state(UUID id, Scene scene) {
    return referrals().find(id, scene.sender).state();
  }

  private void deliver() {
    house.get(Deliveries.class).deliverDue();
  }

  private UUID draft(Scene scene) {
    return referrals()
        .draft(
            scene.caseId,
            new Referral.Draft(
                scene.recipient.organisation(),
                "medical_care",
                "assistance",
                house.clock().instant().plus(Duration.ofDays(5)),
                "Please see her"),
            scene.sender);
  }

  private UUID sent(Scene scene, UUID basis) {
    UUID id = draft(scene);
    referrals().choose(id, List.of("known_as", "age", "gender"), basis, scene.sender);
    referrals().send(id, scene.sender);
    return id;
  }

  private UUID consent(
      Scene scene,
      Set<String> categories,
      String capacity,
      @org.jspecify.annotations.Nullable UUID guardian) {
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    return house
        .get(Consents.class)
        .record(
            scene.caseId,
            new ConsentDraft(
                true,
                "assistance",
                scene.recipient.organisation(),
                categories,
                capacity,
                guardian,
                "sq",
                false,
                null,
                today,
                today.plusMonths(6),
                ""),
            scene.sender);
  }

  private UUID guardian(Scene scene, boolean suspected, boolean verified) {
    return house
        .get(Relations.class)
        .add(
            scene.caseId,
            person("no"),
            "guardian",
            "guardian",
            suspected,
            verified,
            null,
            scene.sender);
  }

  private Scene scene(String from, String fromType, String to, String toType) {
    return scene(from, fromType, to, toType, "none");
  }

  private Scene scene(String from, String fromType, String to, String toType, String asylum) {
    SignedIn administrator = house.somebody(Role.ADMINISTRATOR);
    SignedIn sender =
        house.colleague(organisation(from, fromType, administrator), Role.CASE_MANAGER);
    SignedIn recipient =
        house.colleague(organisation(to, toType, administrator), Role.CASE_MANAGER);
    UUID caseId = house.get(Cases.class).open(person("no"), draftOf(asylum), sender);
    return new Scene(sender, recipient, caseId);
  }

  private Scene minor(Scene scene) {
    UUID caseId = house.get(Cases.class).open(person("not_sure"), draftOf("none"), scene.sender);
    return new Scene(scene.sender, scene.recipient, caseId);
  }

  private UUID organisation(String country, String type, SignedIn administrator) {
    String handle = "t-" + house.get(Identifiers.class).next();
    Organisation made =
        house
            .get(Organisations.class)
            .create(
                administrator,
                new OrganisationDraft(
                    handle.substring(0, 38),
                    new Wording(Map.of("en", handle, "fr", handle, "sr", handle)),
                    type,
                    country,
                    "",
                    "",
                    "",
                    true));
    return made.id();
  }

  private static PersonDraft person(String mightBeMinor) {
    return new PersonDraft(
        new Identity(List.of(new Identity.Name("name", "Xhemile M.")), "", null, "", ""),
        new Contact("+355 00 000 009", "", ""),
        "female",
        mightBeMinor,
        List.of("AL"),
        List.of("sq"));
  }

  private CaseDraft draftOf(String asylum) {
    return new CaseDraft(
        "RS",
        null,
        LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC),
        "self",
        null,
        "unknown",
        asylum,
        false,
        null,
        List.of(),
        new CaseDetails("Lumi", "", "", ""));
  }

  private record Scene(SignedIn sender, SignedIn recipient, UUID caseId) {}
}
