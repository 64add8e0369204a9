package org.passerelle.protect.sharing.photograph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.guardian.Mandates;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.protect.casework.placement.match.PlacementRequest;
import org.passerelle.protect.casework.placement.match.Placements;
import org.passerelle.protect.casework.placement.match.Waiting;
import org.passerelle.protect.casework.placement.stay.Stays;
import org.passerelle.protect.safeguards.erasure.Erasures;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.Released;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.Vault;

/**
 * A photograph is kept on a consent of its own, opened on request, and deleted with the consent.
 */
@OnBothDatabases
@Tag("slow")
class PhotographsTest {
  @Parameter House house;
  private Member member;
  private SignedIn who;
  private UUID file;

  @BeforeEach
  void aPerson() {
    member = Member.of(house, Role.CASE_MANAGER);
    who = Staff.signedIn(member.user());
    file = SomeCase.in("RS").open(house, who);
  }

  private Photographs photographs() {
    return house.get(Photographs.class);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
  }

  private Photographs.Agreed agreed() {
    return new Photographs.Agreed("adult", null, "sr", today().plusDays(10));
  }

  private UUID kept() {
    return photographs().add(file, picture(), agreed(), who);
  }

  private static byte[] picture() {
    BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = image.createGraphics();
    drawing.setColor(Color.ORANGE);
    drawing.fillOval(80, 40, 160, 160);
    drawing.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // camera metadata, and data hidden after the picture
    out.writeBytes("GPS 44.8 20.4 <script>".getBytes(StandardCharsets.ISO_8859_1));
    return out.toByteArray();
  }

  private int rows(UUID id) {
    return house
        .db()
        .sql("select count(*) from photograph where id = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  private void isGone(UUID id) {
    assertThat(rows(id)).isZero();
    assertThat(house.get(Vault.class).holds(id)).isFalse();
  }

  @Test
  void itIsWrittenAnewSealedAndEachLookIsLogged() throws IOException {
    UUID id = kept();
    Photographs.Picture seen = photographs().look(file, id, who);
    assertThat(ImageIO.read(new ByteArrayInputStream(seen.content())).getWidth()).isEqualTo(320);
    assertThat(new String(seen.content(), StandardCharsets.ISO_8859_1))
        .doesNotContain("GPS", "script");
    byte[] stored =
        house
            .db()
            .sql("select content from photograph where id = :id")
            .param("id", id)
            .query(byte[].class)
            .single();
    assertThat(stored).isNotEqualTo(seen.content());
    assertThat(
            house
                .db()
                .sql(
                    "select count(*) from audit_entry where subject = :id and action = 'photograph.read'")
                .param("id", file)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    SignedIn stranger = house.somebody(Role.CASE_MANAGER, Role.SUPERVISOR);
    assertThatThrownBy(() -> photographs().look(file, id, stranger)).isInstanceOf(NotFound.class);
    UUID other = SomeCase.in("RS").open(house, who);
    assertThatThrownBy(() -> photographs().look(other, id, who)).isInstanceOf(NotFound.class);
  }

  @Test
  void filesThatAreNotPicturesOrLackConsentAreRefused() {
    assertThatThrownBy(
            () -> photographs().add(file, "GIF89a".getBytes(StandardCharsets.UTF_8), agreed(), who))
        .hasMessage("picture.refused.type");
    UUID child = SomeCase.in("RS").minor("yes").open(house, who);
    assertThatThrownBy(() -> photographs().add(child, picture(), agreed(), who))
        .hasMessage("consent.objection.minor-alone");
    for (int i = 0; i < 3; i++) {
      kept();
    }
    assertThatThrownBy(this::kept).hasMessage("photograph.refused.many");
    assertThat(photographs().of(child, who)).isEmpty();
  }

  @Test
  void itGoesWithTheWithdrawalTheErasureAndTheEndOfTheConsent() {
    UUID withdrawn = kept();
    UUID consent = photographs().of(file, who).get(0).consent();
    house.get(Consents.class).withdraw(file, consent, who);
    isGone(withdrawn);
    UUID over = kept();
    house.clock().pass(Duration.ofDays(12));
    assertThatThrownBy(() -> photographs().look(file, over, who))
        .as("before anybody cleans up")
        .isInstanceOf(Refused.class);
    house.get(PhotographExpiry.class).endOver();
    isGone(over);
    UUID erased = kept();
    house
        .get(Erasures.class)
        .erase(
            house.get(Cases.class).find(file, who).person().id(),
            who.organisation(),
            "asked_by_person",
            house.get(Identifiers.class).next(),
            house.colleague(who.organisation(), Role.SUPERVISOR));
    isGone(erased);
  }

  @Test
  void itIsHiddenWhileTheConsentingGuardianIsSuspected() {
    UUID child = SomeCase.in("RS").minor("yes").open(house, who);
    UUID guardian = ReferralScenes.guardian(house, child, false, true, who);
    UUID id =
        photographs()
            .add(
                child,
                picture(),
                new Photographs.Agreed("child_with_guardian", guardian, "sr", today().plusDays(9)),
                who);
    house.get(Mandates.class).suspect(child, guardian, "Took it himself", who);
    assertThatThrownBy(() -> photographs().look(child, id, who))
        .hasMessage("consent.objection.guardian-suspected");
    goesMissing(child);
    assertThat(photographs().look(child, id, who).content()).isNotEmpty();
    assertThat(
            house
                .db()
                .sql(
                    "select detail from audit_entry where subject = :id and action = 'photograph.read'")
                .param("id", child)
                .query(String.class)
                .single())
        .contains("missing", "consent.objection.guardian-suspected");
  }

  private void goesMissing(UUID child) {
    PlaceScenes scenes = new PlaceScenes(house);
    SignedIn officer = scenes.officer(who.organisation());
    UUID place = scenes.place(1, officer);
    Waiting waiting = house.get(Waiting.class);
    PlacementRequest.Wish wish =
        new PlacementRequest.Wish("male", 12, 13, List.of("sr"), List.of(), List.of(), "");
    PlacementRequest wait = waiting.find(waiting.ask(child, 0, wish, who), officer);
    Placements placements = house.get(Placements.class);
    placements.hold(wait.id(), place, officer);
    UUID bed = placements.held(wait, officer).get(0).id();
    house.get(Stays.class).missing(placements.expect(wait.id(), bed, "", officer), "", who);
  }

  /** No disclosed field has this category, except files of a case marked as photographs. */
  @Test
  void itGoesIntoNoDossier() {
    assertThat(Stream.of(Released.values()).filter(f -> !f.isEnclosed()).map(Released::category))
        .doesNotContain(Photographs.CATEGORY);
    UUID id = kept();
    assertThat(house.get(Consents.class).of(file, who))
        .singleElement()
        .satisfies(c -> assertThat(c.categories()).isEqualTo(Set.of(Photographs.CATEGORY)));
    assertThat(rows(id)).isEqualTo(1);
  }

  @Test
  void itIsKeptLookedAtAndWithdrawnOnItsPages() {
    Browser browser = member.browser();
    String at = "/protect/cases/" + file + "/photographs";
    browser.get(at);
    String until = today().plusDays(30).toString();
    Browser.Answer faulty =
        browser.postFile(
            at,
            "file",
            "a.jpg",
            new byte[] {1, 2, 3},
            "capacity",
            "adult",
            "explained_in",
            "sr",
            "until",
            until);
    assertThat(faulty.status()).isEqualTo(422);
    assertThat(faulty.body()).contains("neither PNG nor JPEG");
    browser.get(at);
    Browser.Answer kept =
        browser.postFile(
            at,
            "file",
            "a.jpg",
            picture(),
            "capacity",
            "adult",
            "explained_in",
            "sr",
            "until",
            until);
    assertThat(kept.location()).as(kept.body()).isEqualTo(at);
    UUID id = photographs().of(file, who).get(0).id();
    String list = browser.get(at).body();
    assertThat(list).contains("Each access is logged").doesNotContain("<img");
    assertThat(browser.get("/protect/cases/" + file).body())
        .contains("Photograph kept, with its consent")
        .doesNotContain("/picture");
    assertThat(browser.get(at + "/" + id).body())
        .contains("This access is logged", at + "/" + id + "/picture");
    Browser.Answer picture = browser.get(at + "/" + id + "/picture");
    assertThat(picture.header("Cache-Control")).contains("no-store");
    assertThat(picture.header("Content-Type")).isEqualTo("image/jpeg");
    Browser stranger = Member.of(house, Role.CASE_MANAGER).browser();
    assertThat(stranger.get(at + "/" + id + "/picture").status()).isEqualTo(404);
    browser.get(at);
    browser.post(at + "/" + id + "/withdraw");
    assertThat(browser.get(at).body()).contains("None is needed for protection");
    assertThat(browser.get(at + "/" + id + "/picture").status()).isEqualTo(404);
  }
}
