package org.passerelle.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.FormJudge;
import org.passerelle.forms.Piece;
import org.passerelle.forms.draft.DraftPart;
import org.passerelle.forms.draft.FormDraft;
import org.passerelle.forms.draft.FormDrafts;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.team.CaseTeam;
import org.passerelle.protect.casework.placement.zone.ExclusionZone;
import org.passerelle.protect.casework.placement.zone.Zones;
import org.passerelle.protect.safeguards.erasure.Erasures;
import org.passerelle.protect.sharing.consent.Consent;
import org.passerelle.protect.sharing.consent.ConsentDraft;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.recording.Recordings;
import org.passerelle.protect.sharing.consent.signature.Signatures;
import org.passerelle.protect.sharing.duty.DutyNumbers;
import org.passerelle.protect.sharing.photograph.Photographs;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.Vault;

/**
 * What is taken away can be put back for ten seconds; then it cannot be read any more, and neither
 * can it where its file was erased in between.
 */
@OnBothDatabases
class UndoneRemovalsTest {
  @Parameter House house;
  private SignedIn who;
  private UUID file;

  @BeforeEach
  void aCase() {
    who = Staff.signedIn(Member.of(house, Role.CASE_MANAGER, Role.SUPERVISOR).user());
    file = SomeCase.in("RS").open(house, who);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
  }

  private static byte[] picture() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(300, 120, BufferedImage.TYPE_INT_RGB), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void undone(UUID offer, SignedIn by) {
    house.get(Undo.class).takeBack(offer, by);
  }

  private int logged(String action, SignedIn by) {
    return house
        .db()
        .sql("select count(*) from audit_entry where action = :action and user_id = :user")
        .param("action", action)
        .param("user", by.user())
        .query(Integer.class)
        .single();
  }

  private int kept() {
    return house
        .db()
        .sql("select count(*) from undo_offer where kept_under = :file")
        .param("file", file)
        .query(Integer.class)
        .single();
  }

  private UUID photograph() {
    return house
        .get(Photographs.class)
        .add(
            file,
            picture(),
            new Photographs.Agreed("adult", null, "sr", today().plusDays(10)),
            who);
  }

  @Test
  void aPhotographIsThereAgainWithItsConsent() {
    Photographs photographs = house.get(Photographs.class);
    UUID first = photograph();
    byte[] seen = photographs.look(file, first, who).content();
    UUID offer = photographs.withdraw(file, first, who);
    assertThat(photographs.of(file, who)).isEmpty();
    assertThat(house.get(Vault.class).holds(first)).as("its key").isFalse();
    undone(offer, who);
    Photographs.Photograph again = photographs.of(file, who).get(0);
    assertThat(photographs.look(file, again.id(), who).content()).isEqualTo(seen);
    assertThat(house.get(Consents.class).find(again.consent()))
        .get()
        .returns("given", Consent::state);
    assertThat(kept()).isZero();
  }

  @Test
  void afterTenSecondsNothingOfItIsKeptAndItsKeyIsDestroyed() {
    Photographs photographs = house.get(Photographs.class);
    UUID offer = photographs.withdraw(file, photograph(), who);
    assertThat(house.get(Vault.class).holds(offer)).isTrue();
    house.clock().pass(Undo.OPEN);
    assertThatThrownBy(() -> undone(offer, who)).isInstanceOf(Refused.class);
    house.get(Offers.class).runOnSchedule();
    assertThat(kept()).isZero();
    assertThat(house.get(Vault.class).holds(offer)).isFalse();
    assertThat(photographs.of(file, who)).isEmpty();
  }

  @Test
  void nobodyHasMorePhotographsByUndoThanByAdding() {
    Photographs photographs = house.get(Photographs.class);
    photograph();
    photograph();
    UUID offer = photographs.withdraw(file, photograph(), who);
    photograph();
    assertThatThrownBy(() -> undone(offer, who)).hasMessage("photograph.refused.many");
    assertThat(photographs.of(file, who)).hasSize(3);
  }

  @Test
  void anErasureInBetweenTakesItToo() {
    UUID offer = house.get(Photographs.class).withdraw(file, photograph(), who);
    house
        .get(Erasures.class)
        .erase(
            house.get(Cases.class).find(file, who).person().id(),
            who.organisation(),
            "asked_by_person",
            house.get(Identifiers.class).next(),
            house.colleague(who.organisation(), Role.SUPERVISOR));
    assertThat(kept()).isZero();
    assertThat(house.get(Vault.class).holds(offer)).isFalse();
    assertThatThrownBy(() -> undone(offer, who)).isInstanceOf(Refused.class);
  }

  @Test
  void aSignatureStandsAgainUnlessAnotherWasGiven() {
    UUID consent = consent();
    Signatures signatures = house.get(Signatures.class);
    signatures.add(file, consent, Signatures.FINGER, picture(), who);
    byte[] seen = signatures.look(file, consent, Signatures.FINGER, who).content();
    undone(signatures.remove(file, consent, Signatures.FINGER, who), who);
    assertThat(signatures.look(file, consent, Signatures.FINGER, who).content()).isEqualTo(seen);
    UUID offer = signatures.remove(file, consent, Signatures.FINGER, who);
    signatures.add(file, consent, Signatures.FINGER, picture(), who);
    assertThatThrownBy(() -> undone(offer, who)).hasMessage("form.undo.late");
    assertThat(signatures.of(file, who)).hasSize(1);
  }

  private UUID consent() {
    return house
        .get(Consents.class)
        .record(
            file,
            new ConsentDraft(
                true,
                "legal_aid",
                who.organisation(),
                Set.of("health"),
                "adult",
                null,
                "sq",
                false,
                null,
                today(),
                today().plusDays(10),
                ""),
            who);
  }

  @Test
  void aRecordingIsHeardAgain() {
    SignedIn administrator = Staff.signedIn(Member.of(house, Role.ADMINISTRATOR).user());
    Recordings recordings = house.get(Recordings.class);
    byte[] spoken = "OggS and then speech".getBytes(StandardCharsets.UTF_8);
    recordings.give("sq", spoken, administrator);
    undone(recordings.remove("sq", administrator), administrator);
    assertThat(recordings.sound("sq", administrator)).get().returns(spoken, s -> s.content());
    assertThat(logged("recording.restored", administrator)).isOne();
  }

  @Test
  void aFormDraftIsThereAgainWithItsChanges() {
    SignedIn administrator = Staff.signedIn(Member.of(house, Role.ADMINISTRATOR).user());
    FormDrafts drafts = house.get(FormDrafts.class);
    int newest =
        house.get(FormDefinitions.class).current("follow-up-short").orElseThrow().version();
    Piece form =
        house
            .get(FormJudge.class)
            .said("follow-up-short", newest)
            .orElseThrow()
            .with("version", Integer.toString(drafts.next("follow-up-short", newest)));
    UUID draft = drafts.begin(form, administrator);
    drafts.change(
        draft, 1, DraftPart.FORM, piece -> piece.with("estimated-minutes", "7"), administrator);
    FormDraft before = drafts.find(draft);
    List<FormDraft.Change> changes = drafts.changes(draft);
    undone(drafts.delete(draft, administrator), administrator);
    assertThat(drafts.find(draft)).isEqualTo(before);
    assertThat(drafts.changes(draft)).isEqualTo(changes).hasSize(1);
    assertThat(logged("form.draft-restored", administrator)).isOne();
  }

  @Test
  void aZoneHoldsAgain() {
    Zones zones = house.get(Zones.class);
    UUID zone =
        zones.add(
            file,
            new ExclusionZone.Draft(
                "exploitation",
                "hand",
                null,
                30,
                null,
                new ExclusionZone.Words("The flat", "", "", 44.81, 20.46)),
            who);
    undone(zones.end(file, zone, who).orElseThrow(), who);
    assertThat(zones.of(file, who)).extracting(ExclusionZone::id).containsExactly(zone);
  }

  @Test
  void aTelephoneIsWhereItWasOrLastIfItsPlaceIsTaken() {
    DutyNumbers numbers = house.get(DutyNumbers.class);
    numbers.add("Gate", "+381 11 000 111", false, who);
    numbers.add("Night shift", "+381 11 000 222", true, who);
    List<DutyNumbers.Telephone> before = numbers.of(who.organisation());
    undone(numbers.remove(before.get(0).id(), who), who);
    assertThat(numbers.of(who.organisation())).isEqualTo(before);
    assertThat(logged("duty.number-restored", who)).isOne();
    UUID offer = numbers.remove(before.get(1).id(), who);
    assertThat(house.get(Vault.class).holds(offer)).as("a key for what is not sealed").isFalse();
    numbers.add("Doctor", "+381 11 000 333", false, who);
    undone(offer, who);
    assertThat(numbers.of(who.organisation()))
        .extracting(DutyNumbers.Telephone::who)
        .containsExactly("Gate", "Doctor", "Night shift");
  }

  @Test
  void aColleagueIsInTheTeamAgain() {
    SignedIn colleague =
        Staff.signedIn(Member.in(house, who.organisation(), Role.CASE_MANAGER).user());
    CaseTeam team = house.get(CaseTeam.class);
    team.add(file, colleague.user(), who);
    List<UUID> before = team.members(file, who);
    undone(team.remove(file, colleague.user(), who), who);
    assertThat(team.members(file, who)).isEqualTo(before).contains(colleague.user());
    assertThat(house.get(Cases.class).sees(file, colleague)).isTrue();
  }
}
