package org.passerelle.protect.sharing.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.outbox.Deliveries;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.Disclosures;
import org.passerelle.protect.sharing.consent.LegalGrounds;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.protect.sharing.referral.withdrawal.RecallsAfterRestore;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.Vault;

/**
 * Ended messages leave nothing: withdrawn, revoked and erased ones have no payload, and what had
 * arrived can no longer be read in either organisation.
 */
@OnBothDatabases
class EndedMessagesTest {
  @Parameter House house;
  private ReferralScenes scenes;
  private ReferralScenes.Scene scene;
  private UUID basis;
  private StoredCopies copies;

  /** The text of the sender's request, which occurs nowhere else. */
  private String words;

  @BeforeEach
  void twoOrganisations() {
    scenes = new ReferralScenes(house);
    scene = scenes.scene("RS", "ngo", "RS", "health");
    basis = scenes.consent(scene, Set.of("identity", "case"), "adult", null);
    copies = new StoredCopies(house);
    words = "She waits " + house.get(Identifiers.class).next();
  }

  @Test
  void aMessageStoppedByWithdrawalKeepsNoPayload() {
    UUID id = held(basis);
    assertThat(readableAtRecipient()).hasSize(1);
    house.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
    assertThat(readableAtRecipient()).isEmpty();
    assertThat(endings(id)).containsExactly("withdrawn");
    letGo();
    assertThat(received().mine(scene.recipient(), 9)).isEmpty();
    assertThat(scenes.state(id, scene)).isEqualTo("stopped");
  }

  @Test
  void whatArrivedCannotBeReadAfterWithdrawal() {
    UUID id = sent(basis);
    referrals().write(id, words + " still", scene.sender());
    scenes.deliver();
    assertThat(readableAtRecipient())
        .containsExactlyInAnyOrder("received_referral.dossier", "referral_message.content");
    house.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
    scenes.deliver();
    assertThat(readableAtRecipient()).isEmpty();
    assertThat(received().dossier(id, scene.recipient())).isEmpty();
    assertThat(received().messages(id, scene.recipient())).isEmpty();
  }

  /**
   * Not even a copy of the row and of its key can be used to read what was withdrawn or revoked.
   */
  @Test
  void theKeyOfAWithdrawnDossierGoesWithItAndAgainAfterARestore() {
    keyGoes(id -> house.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender()));
  }

  @Test
  void theKeyOfARevokedDossierGoesWithItAndAgainAfterARestore() {
    keyGoes(id -> referrals().revoke(id, "It is no longer needed.", scene.sender()));
  }

  private void keyGoes(Consumer<UUID> takenBack) {
    UUID id = sent(basis);
    scenes.deliver();
    received().accept(id, scene.recipient());
    scenes.deliver();
    UUID key = ofRow("dossier_key", id, UUID.class);
    byte[] sealed = ofRow("dossier", id, byte[].class);
    assertThat(house.get(Vault.class).holds(key)).isTrue();
    takenBack.accept(id);
    scenes.deliver();
    assertThat(house.get(Vault.class).holds(key)).isFalse();
    assertThat(house.get(Vault.class).destroyed()).contains(key).doesNotContain(id);
    // as after a restore: the key is on the list, the row is unchanged
    house
        .db()
        .sql(
            """
            update received_referral set dossier = :old, withdrawn_at = null, state = 'accepted' where id = :id
            """)
        .param("old", sealed)
        .param("id", id)
        .update();
    assertThat(received().dossier(id, scene.recipient())).isEmpty();
    assertThat(house.get(RecallsAfterRestore.class).run()).isEqualTo(1);
    assertThat(house.get(RecallsAfterRestore.class).run()).isZero();
    assertThat(ofRow("dossier", id, byte[].class)).isEmpty();
    assertThat(received().find(id, scene.recipient()).withdrawnAt()).isNotNull();
    assertThat(received().find(id, scene.recipient()).caseId()).isNotNull();
  }

  private <T> T ofRow(String column, UUID id, Class<T> type) {
    return house
        .db()
        .sql("select %s from received_referral where id = :id".formatted(column))
        .param("id", id)
        .query(type)
        .single();
  }

  @Test
  void aMessageOnABasisThatWasNotUpheldKeepsNoPayload() {
    UUID ground = scenes.vitalInterests(scene);
    UUID id = held(ground);
    house
        .get(LegalGrounds.class)
        .review(
            ground,
            ReferralScenes.finding(false),
            house.colleague(scene.sender().organisation(), Role.SUPERVISOR));
    assertThat(readableAtRecipient()).isEmpty();
    assertThat(endings(id)).containsExactly("stopped");
  }

  @Test
  void erasureEndsWhatWaitsWithAndWithoutACause() {
    UUID id = held(basis);
    referrals().write(id, words + " still", scene.sender());
    assertThat(readableAtRecipient()).hasSize(2);
    erase();
    assertThat(copies.of(words, organisations())).isEmpty();
    assertThat(endings(id)).containsExactly("erased", "erased");
    letGo();
    assertThatThrownBy(() -> received().find(id, scene.recipient())).isInstanceOf(NotFound.class);
    assertThat(copies.of(words, organisations())).isEmpty();
  }

  @Test
  void whatArrivedCannotBeReadAfterErasure() {
    UUID id = sent(basis);
    referrals().write(id, words + " still", scene.sender());
    scenes.deliver();
    received().accept(id, scene.recipient());
    scenes.deliver();
    house.get(Deliveries.class).hold(scene.recipient().organisation(), true, scene.sender());
    referrals().write(id, words + " later", scene.sender());
    erase();
    letGo();
    // the recipient's own case is its own file; what the sender gave is deleted
    assertThat(readableAtRecipient()).containsExactly("protect_case.details");
    assertThat(received().messages(id, scene.recipient())).isEmpty();
  }

  /** Nobody could read it there, and nobody would tell the writer. */
  @Test
  void nothingIsWrittenToASenderWhoErasedThePerson() {
    UUID id = sent(basis);
    scenes.deliver();
    received().accept(id, scene.recipient());
    scenes.deliver();
    house.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
    scenes.deliver();
    received().write(id, words + " after the withdrawal", scene.recipient());
    assertThat(received().messages(id, scene.recipient())).hasSize(1);
    Browser browser = Member.in(house, scene.recipient().organisation(), Role.SUPERVISOR).browser();
    String page = "/protect/received/" + id;
    assertThat(browser.get(page).body()).contains("action=\"" + page + "/messages\"");
    erase();
    scenes.deliver();
    assertThat(browser.get(page).body())
        .contains("has erased this person", "erased by its sender")
        .doesNotContain("action=\"" + page + "/messages\"");
    Browser.Answer refused = browser.post(page + "/messages", "text", "Where is she now?");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Nothing was sent.", "Where is she now?");
    int before = received().messages(id, scene.recipient()).size();
    assertThatThrownBy(() -> received().write(id, words + " too late", scene.recipient()))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.key()).isEqualTo("referral.refused.erased-there"));
    assertThat(received().messages(id, scene.recipient())).hasSize(before);
  }

  @Test
  void aReferralRevokedWhileItIsHeldIsNotDelivered() {
    UUID id = held(basis);
    referrals().revoke(id, scene.sender());
    assertThat(scenes.state(id, scene)).isEqualTo("revoked");
    assertThat(readableAtRecipient()).isEmpty();
    letGo();
    assertThat(received().mine(scene.recipient(), 9)).isEmpty();
    assertThat(endings(id)).containsExactly("revoked");
    assertThat(house.get(Disclosures.class).of(scene.caseId()).get(0).state()).isEqualTo("stopped");
    assertThatThrownBy(() -> referrals().revoke(id, scene.sender())).isInstanceOf(Refused.class);
  }

  @Test
  void recipientsOfARevokedReferralAreToldAndCannotReadIt() {
    UUID id = sent(basis);
    referrals().write(id, words + " still", scene.sender());
    scenes.deliver();
    referrals().revoke(id, scene.sender());
    scenes.deliver();
    assertThat(received().find(id, scene.recipient()).state()).isEqualTo("revoked");
    assertThat(received().dossier(id, scene.recipient())).isEmpty();
    assertThat(readableAtRecipient()).isEmpty();
    house.get(WithdrawalAnswers.class).acknowledge(id, scene.recipient());
    scenes.deliver();
    assertThat(referrals().find(id, scene.sender()).withdrawalAcknowledgedAt()).isNotNull();
  }

  @Test
  void whatWasDeliveredKeepsNoPayloadInTheOutbox() {
    UUID id = sent(basis);
    scenes.deliver();
    assertThat(endings(id)).containsExactly("delivered");
    assertThat(readableAtRecipient()).containsExactly("received_referral.dossier");
  }

  private UUID held(UUID onBasis) {
    house.get(Deliveries.class).hold(scene.recipient().organisation(), true, scene.sender());
    return sent(onBasis);
  }

  private void letGo() {
    house.get(Deliveries.class).hold(scene.recipient().organisation(), false, scene.sender());
    scenes.deliver();
  }

  private UUID sent(UUID onBasis) {
    UUID id = scenes.draft(scene, words);
    referrals().choose(id, List.of("known_as", "age"), onBasis, scene.sender());
    referrals().send(id, scene.sender());
    return id;
  }

  private void erase() {
    scenes.erase(scene, scene.caseId());
  }

  /** How messages about the person ended; none of them can be decrypted any more. */
  private List<String> endings(UUID referral) {
    return house
        .db()
        .sql(
            """
            select state from outbox_message
             where order_key = :id and type in ('referral.sent', 'referral.message') and octet_length(payload) = 0
             order by occurred_at, id
            """)
        .param("id", referral)
        .query(String.class)
        .list();
  }

  /** Copies outside the sender's own file: at the recipient, and on the way there. */
  private List<String> readableAtRecipient() {
    return copies.of(words, organisations()).stream()
        .filter(
            copy ->
                copy.startsWith("outbox_message")
                    || copy.endsWith(scene.recipient().organisation().toString()))
        .map(copy -> copy.substring(0, copy.indexOf(' ')))
        .toList();
  }

  private UUID[] organisations() {
    return new UUID[] {scene.sender().organisation(), scene.recipient().organisation()};
  }

  private Referrals referrals() {
    return house.get(Referrals.class);
  }

  private ReceivedReferrals received() {
    return house.get(ReceivedReferrals.class);
  }
}
