package org.passerelle.partner.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.access.SignedIn;
import org.passerelle.outbox.Carriage;
import org.passerelle.outbox.Deliveries;
import org.passerelle.outbox.Outbox;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.Persons;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;

/**
 * The seven ways in which the one other link of two such systems in use fails, by its own
 * documentation; each does the opposite here.
 */
@Tag("long")
class SevenFailuresTest extends TwoNodes {

  /** There: an unknown status is written down as "accepted". */
  @Test
  void anUnknownStatusIsNoAnswer() {
    UUID id = arrived();
    UUID strange =
        put(athens, "referral.perhaps", id, scene.recipient(), scene.sender(), null, "{}");
    await().until(() -> problem(athens, strange).equals("unknown-kind:referral.perhaps:1"));
    assertThat(scenes.state(id, scene)).isEqualTo("sent");
    there().accept(id, scene.recipient());
    assertThat(problem(athens, strange)).as("it still waits for somebody").isNotEmpty();
    end(athens, strange);
    await().until(() -> scenes.state(id, scene).equals("accepted"));
  }

  /** There: an unknown kind of help becomes legal support. */
  @Test
  void anUnknownServiceIsRefusedAloudWithItsName() {
    UUID id = skopje.get(Identifiers.class).next();
    UUID strange =
        put(
            skopje,
            "referral.sent",
            id,
            scene.sender(),
            scene.recipient(),
            scene.caseId(),
            """
            {"referral":"%s","service":"astral_care","purpose":"assistance","deadline":"2026-04-20T16:00:00Z",
             "request":"Please see her","nonPunishment":false,"minor":false,"onward":false,"basis":"consent",
             "fields":{"known_as":["Lumi"]}}
            """
                .formatted(id));
    await().until(() -> problem(skopje, strange).equals("unknown-code:service:astral_care"));
    assertThat(received(id)).isZero();
    assertThat(skopje.get(Deliveries.class).newest(50))
        .as("whoever administers the sender sees it")
        .anyMatch(one -> one.id().equals(strange) && one.stuck());
    end(skopje, strange);
  }

  /** There: who lacks a name gets the name and telephone of the administrator. */
  @Test
  void whatIsNotKnownStaysUnknown() {
    UUID id = scenes.draft(scene);
    here().choose(id, List.of("gender"), basis, scene.sender());
    here().send(id, scene.sender());
    await().until(() -> received(id) == 1);
    UUID person = taken(there().accept(id, scene.recipient())).person().id();
    Persons persons = athens.get(Persons.class);
    assertThat(persons.identity(person, scene.recipient()).names()).isEmpty();
    assertThat(persons.contact(person, scene.recipient())).isEqualTo(Contact.NONE);
    assertThat(persons.find(person, scene.recipient()).gender()).isEqualTo("female");
  }

  /** There: a record that does not fit is dropped for good. */
  @Test
  void anOddRecordStaysUntilSomebodyHasLookedAtIt() {
    UUID id = arrived();
    UUID odd =
        put(skopje, "referral.message", id, scene.sender(), scene.recipient(), null, "{\"n\":1}");
    here().write(id, "And one thing more", scene.sender());
    await().until(() -> problem(skopje, odd).startsWith("schema"));
    assertThat(skopje.get(Carriage.class).waiting(athensAtSkopje))
        .isEqualTo(new Carriage.Waiting(2, 1));
    assertThat(skopje.get(Carriage.class).tryAgain(odd)).isTrue();
    await().until(() -> problem(skopje, odd).startsWith("schema") && stuck(skopje, odd));
    end(skopje, odd);
    await().until(() -> there().messages(id, scene.recipient()).size() == 1);
  }

  /** There: of several files that fit, the first one is taken. */
  @Test
  void severalFilesThatFitAreLeftToAPerson() {
    SomeCase alike = SomeCase.in("GR").named("Xhemile M.").reachedBy("+355 00 000 009");
    List<Case> before = List.of(taken(alike.open(athens, scene.recipient())), taken(second(alike)));
    UUID id = arrived();
    Case made = taken(there().accept(id, scene.recipient()));
    assertThat(before).extracting(Case::person).doesNotContain(made.person());
    assertThat(before)
        .allSatisfy(one -> assertThat(taken(one.id()).version()).isEqualTo(one.version()));
  }

  /** There: what becomes of a service never comes back. */
  @Test
  void whatBecomesOfTheServiceComesBack() {
    UUID id = arrived();
    there().accept(id, scene.recipient());
    there().write(id, "She saw the doctor on Monday", scene.recipient());
    there().done(id, scene.recipient());
    await().until(() -> scenes.state(id, scene).equals("done"));
    assertThat(here().messages(id, scene.sender()))
        .extracting(one -> one.text())
        .containsExactly("She saw the doctor on Monday");
  }

  /** There: a withdrawn consent is left to be handled by hand. */
  @Test
  void aWithdrawnConsentArrivesByItself() {
    UUID id = arrived();
    skopje.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
    ReceivedReferrals there = there();
    await()
        .ignoreException(Vault.KeyDestroyed.class)
        .until(() -> there.dossier(id, scene.recipient()).isEmpty());
    assertThat(there.find(id, scene.recipient()).withdrawnAt()).isNotNull();
  }

  /** Something else about the same referral is stuck: the withdrawal does not wait behind it. */
  @Test
  void aWithdrawalIsNotHeldUpByWhatIsStuck() {
    UUID id = arrived();
    UUID odd =
        put(
            skopje,
            "referral.message",
            id,
            scene.sender(),
            scene.recipient(),
            scene.caseId(),
            "{\"n\":1}");
    await().until(() -> stuck(skopje, odd));
    here().write(id, "Waits behind it", scene.sender());
    skopje.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
    await()
        .ignoreException(Vault.KeyDestroyed.class)
        .until(() -> there().dossier(id, scene.recipient()).isEmpty());
    // what has arrived stays queued here until its receipt is back
    await()
        .untilAsserted(
            () ->
                assertThat(states(id))
                    .doesNotContain("queued")
                    .contains("left", "withdrawn", "delivered"));
    assertThat(there().messages(id, scene.recipient())).isEmpty();
  }

  private UUID arrived() {
    UUID id = scenes.sent(scene, basis);
    await().until(() -> received(id) == 1);
    await().until(() -> scenes.state(id, scene).equals("sent"));
    return id;
  }

  private UUID second(SomeCase alike) {
    return alike.open(athens, scene.recipient());
  }

  private Case taken(UUID caseId) {
    return athens.get(Cases.class).find(caseId, scene.recipient());
  }

  private static UUID put(
      House house,
      String kind,
      UUID about,
      SignedIn from,
      SignedIn to,
      @Nullable UUID subject,
      String body) {
    return house.inTransaction(
        () ->
            house
                .get(Outbox.class)
                .put(
                    new Outbox.Outgoing(
                        kind,
                        1,
                        about,
                        from.organisation(),
                        to.organisation(),
                        null,
                        subject,
                        body)));
  }

  private static String problem(House house, UUID message) {
    return house
        .db()
        .sql("select coalesce(problem, '') from outbox_message where id = :id")
        .param("id", message)
        .query(String.class)
        .single();
  }

  private static boolean stuck(House house, UUID message) {
    return house
            .db()
            .sql("select count(*) from outbox_message where id = :id and stuck_at is not null")
            .param("id", message)
            .query(Integer.class)
            .single()
        == 1;
  }

  private static void end(House house, UUID message) {
    house.db().sql("delete from outbox_message where id = :id").param("id", message).update();
  }
}
