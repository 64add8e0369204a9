package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.e2e.Visitor.Device;

/**
 * What {@link AnsweredAbroadTest} shows between two nodes, for a country without one: Paris at a
 * desk in French, and somebody in Kosovo with a link on a phone in Albanian.
 */
@ExtendWith(Chromium.class)
@Tag("long")
class AnsweredByLetterboxTest {
  private static final String BOX = "/letterbox";
  private final Region region = new Region();

  @AfterEach
  void closed() throws InterruptedException {
    region.close();
  }

  @Test
  void whoGaveIsToldOfEachAnswer() throws Exception {
    region.open(Server.folder());
    Visitor paris = region.person(Device.DESKTOP, "camille.paris", "fr");
    Visitor guest = region.guestOfParis();
    String file = Region.onlyCase(paris);
    String id = Region.given(paris, file, "Kosovo", true);
    String given = "/protect/referrals/" + id;
    String handOver = "/protect/handovers/" + id;
    enters(guest, LetterboxByPhone.access(paris, id));
    looked(guest, "opened");

    // a question before a refusal
    writes(guest, "Cilat gjuhë flet?");
    Region.told(paris, id, given, "Cilat gjuhë flet?");
    paris.go(given);
    paris.page().fill("#text", "Romani et albanais");
    paris.press("form[action$='/messages'] button");
    guest.until(BOX, () -> guest.text().contains("Romani et albanais"));

    // a refusal needs a reason, and can be taken back
    guest.one("#declining summary").click();
    guest.page().fill("#declining #why", "Nuk kemi përkthyes deri të premten");
    guest.comesBack("form[action$='/decline'] button");
    looked(guest, "not-declined");
    guest.page().selectOption("#reason", Region.firstChoice(guest, "#reason"));
    guest.press("form[action$='/decline'] button");
    guest.go(BOX);
    assertThat(guest.text())
        .as("who declined reads no more of it")
        .doesNotContain("MOUSTAFA", "Romani et albanais");
    looked(guest, "declined");
    Region.told(paris, id, given, "Nuk kemi përkthyes");
    paris.go(given);
    paris.page().fill("#text", "Samedi irait aussi");
    paris.press("form[action$='/messages'] button");
    guest.until(BOX, () -> guest.text().contains("Samedi irait aussi"));
    assertThat(guest.text()).doesNotContain("MOUSTAFA", "Romani et albanais");
    guest.press("form[action$='/undecline'] button");
    Region.told(paris, id, given);

    // acknowledged, accepted, revoked, accepted again
    guest.go(BOX);
    guest.page().fill("#contact", "Zyra në Prizren");
    guest.press("form[action$='/take'] button");
    Region.told(paris, id, handOver, "Zyra në Prizren");
    guest.press("form[action$='/accept'] button");
    Region.told(paris, id, handOver);
    guest.one("#unaccepting summary").click();
    guest.page().fill("#unaccepting #why", "Zyra e gabuar");
    guest.press("form[action$='/unaccept'] button");
    Region.told(paris, id, given, "Zyra e gabuar");
    guest.go(BOX);
    guest.press("form[action$='/accept'] button");
    Region.told(paris, id, handOver);

    // a correction reaches the guest
    Region.corrected(paris, file);
    guest.until(BOX, () -> guest.page().locator("#corrected").count() == 1);
    looked(guest, "corrected");
    guest.press("#corrected button");
    Region.told(paris, id, given);

    // a journey that is interrupted, and one on which somebody is missing
    Region.interrupted(
        paris,
        file,
        handOver,
        List.of(new Region.Side(guest, BOX)),
        side -> looked(side, "stopped"));
    says(guest, "reception", "Do të vijnë dy edukatore");
    paris.until(handOver + "/return", () -> paris.text().contains("Do të vijnë dy edukatore"));
    Region.step(paris, handOver, "departed", () -> {});
    guest.until(BOX, () -> guest.page().locator("a[href$='/steps/not_arrived']").count() > 0);
    says(guest, "not_arrived", "Nuk ishte në aeroplan");
    paris.until(handOver, () -> paris.page().locator("a[href$='/steps/found']").count() == 1);
    assertThat(paris.page().locator(Region.STOPPED_OR_MISSING).count()).isOne();
    assertThat(guest.page().locator(Region.STOPPED_OR_MISSING).count()).isOne();
    looked(guest, "missing");
    says(guest, "found", "Te halla, shëndoshë e mirë");
    Region.told(paris, id, handOver);
    for (Visitor side : List.of(paris, guest)) {
      side.go(side == paris ? handOver : BOX);
      assertThat(side.page().locator(Region.STOPPED_OR_MISSING).count()).isZero();
    }

    // revoked, and confirmed that nothing is kept
    paris.go(given + "/revoke");
    paris.page().fill("#why", "La tante est partie");
    paris.press("form[action$='/revoke'] button");
    guest.until(BOX, () -> guest.page().locator("#confirm").count() == 1);
    assertThat(guest.text())
        .contains("La tante est partie")
        .doesNotContain("MOUSTAFA", "Zyra e gabuar");
    looked(guest, "revoked");
    guest.press("#confirm button");
    looked(guest, "ended");
    Region.told(paris, id, given);
  }

  private static void enters(Visitor guest, LetterboxByPhone.Access access) {
    guest.go(access.link());
    assertThat(guest.page().getAttribute("html", "lang")).isEqualTo("sq");
    guest.page().fill("#code", access.code());
    guest.press("form.section button");
  }

  private static void writes(Visitor guest, String text) {
    guest.page().fill("#text", text);
    guest.press("form[action$='/write'] button");
  }

  private static void says(Visitor guest, String step, String words) {
    Region.step(guest, BOX, step, () -> guest.page().fill("#words", words));
  }

  /** It is accessible and fits every screen; takes a picture on demand. */
  private static void looked(Visitor guest, String what) {
    assertThat(Looked.atEachSize(guest)).isEmpty();
    guest.picture("letterbox-" + what + "-375");
  }
}
