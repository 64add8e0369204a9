package org.passerelle.protect.sharing.consent.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.safeguards.erasure.Erasures;
import org.passerelle.protect.sharing.consent.ConsentDraft;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;

/**
 * A signature on a consent is encrypted, visible to readers of the case, and erased with the
 * person.
 */
@OnBothDatabases
class SignaturesTest {
  @Parameter House house;
  private Member member;
  private SignedIn who;
  private UUID file;
  private UUID consent;

  @BeforeEach
  void aConsent() {
    member = Member.of(house, Role.CASE_MANAGER, Role.SUPERVISOR);
    who = Staff.signedIn(member.user());
    file = SomeCase.in("RS").open(house, who);
    consent = consent(file);
  }

  private UUID consent(UUID of) {
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    return house
        .get(Consents.class)
        .record(
            of,
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
                today,
                today.plusDays(10),
                ""),
            who);
  }

  private Signatures signatures() {
    return house.get(Signatures.class);
  }

  private static byte[] drawn() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(300, 120, BufferedImage.TYPE_INT_RGB), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private String page() {
    return "/protect/cases/" + file + "/consents/" + consent + "/signature";
  }

  private int logged(String action) {
    return house
        .db()
        .sql("select count(*) from audit_entry where subject = :id and action = :action")
        .param("id", file)
        .param("action", action)
        .query(Integer.class)
        .single();
  }

  @Test
  void itIsGivenByFingerOnThePageSeenThereAndTakenAway() {
    Browser browser = member.browser();
    assertThat(browser.get(page()).body()).contains("data-sign", "type=\"file\"");
    Browser.Answer sent = browser.postFile(page(), "file", "s.png", drawn(), "kind", "finger");
    assertThat(sent.status()).isEqualTo(302);
    assertThat(browser.get(page()).body())
        .contains("src=\"" + page() + "/finger\"")
        .doesNotContain("data-sign");
    assertThat(browser.get("/protect/cases/" + file + "/consents").body())
        .contains(page(), "signed");
    assertThat(browser.bytes(page() + "/finger")).startsWith(0x89, 'P', 'N', 'G');
    assertThat(logged("consent.signed")).isEqualTo(1);
    assertThat(logged("consent.signature-read")).isEqualTo(1);
    browser.get(page());
    assertThat(browser.post(page() + "/finger/remove").status()).isEqualTo(302);
    assertThat(signatures().of(file, who)).isEmpty();
    assertThat(logged("consent.signature-removed")).isEqualTo(1);
  }

  @Test
  void whatIsKeptIsSealedAndNobodyElseSeesIt() {
    signatures().add(file, consent, Signatures.PAPER, drawn(), who);
    byte[] stored =
        house
            .db()
            .sql("select content from consent_signature where consent = :id")
            .param("id", consent)
            .query(byte[].class)
            .single();
    assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("PNG", "IDAT");
    SignedIn stranger = house.somebody(Role.CASE_MANAGER, Role.SUPERVISOR);
    assertThatThrownBy(() -> signatures().look(file, consent, Signatures.PAPER, stranger))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> signatures().add(file, consent, "finger", drawn(), stranger))
        .isInstanceOf(NotFound.class);
    UUID other = SomeCase.in("RS").open(house, who);
    assertThatThrownBy(() -> signatures().look(other, consent, Signatures.PAPER, who))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> signatures().add(other, consent, "finger", drawn(), who))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void oneOfEachKindAndOnlyAPictureIsTaken() {
    signatures().add(file, consent, Signatures.FINGER, drawn(), who);
    assertThatThrownBy(() -> signatures().add(file, consent, Signatures.FINGER, drawn(), who))
        .hasMessage("signature.refused.there");
    byte[] none = "GIF89a".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> signatures().add(file, consent, Signatures.PAPER, none, who))
        .hasMessage("picture.refused.type");
    house.get(Consents.class).withdraw(file, consent, who);
    assertThatThrownBy(() -> signatures().add(file, consent, Signatures.PAPER, drawn(), who))
        .hasMessage("signature.refused.withdrawn");
    assertThat(signatures().of(file, who)).hasSize(1);
  }

  @Test
  void itIsErasedWithThePerson() {
    signatures().add(file, consent, Signatures.FINGER, drawn(), who);
    house
        .get(Erasures.class)
        .erase(
            house.get(Cases.class).find(file, who).person().id(),
            who.organisation(),
            "asked_by_person",
            house.get(Identifiers.class).next(),
            house.colleague(who.organisation(), Role.SUPERVISOR));
    assertThat(
            house
                .db()
                .sql("select count(*) from consent_signature where consent = :id")
                .param("id", consent)
                .query(Integer.class)
                .single())
        .isZero();
  }
}
