package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.e2e.Visitor.Device;

/**
 * The sender of a child to another country is told of each answer, in two browsers at once: Paris
 * at a desk in French, Skopje on a phone in Serbian, the coordinator in English.
 */
@ExtendWith(Chromium.class)
@Tag("long")
class AnsweredAbroadTest {
  private final Region region = new Region();

  @AfterEach
  void closed() throws InterruptedException {
    region.close();
  }

  @Test
  void whoGaveIsToldOfEachAnswer() throws Exception {
    region.open(Server.folder());
    Visitor paris = region.person(Device.DESKTOP, "camille.paris", "fr");
    Visitor skopje = region.person(Device.PHONE, "biljana.skopje", "sr-Latn");
    Visitor country = region.person(Device.DESKTOP, "olgica.skopje", "en");
    String file = Region.onlyCase(paris);
    String id = Region.given(paris, file, "Macédoine du Nord", true);
    String given = "/protect/referrals/" + id;
    String received = "/protect/received/" + id;
    String handOver = "/protect/handovers/" + id;
    skopje.until("/", () -> Region.leadsTo(skopje, id));
    picture(skopje, "given");
    // the arrival is news of its own
    paris.until(given, () -> paris.text().contains("Arrivée chez"));

    // a question before a refusal
    skopje.go(received + "/decline");
    assertThat(Looked.atEachSize(skopje)).isEmpty();
    skopje.page().fill("form[action$='/messages'] #text", "Koje jezike govori?");
    skopje.press("form[action$='/messages'] button");
    Region.told(paris, id, given, "Koje jezike govori?");
    paris.go(given);
    paris.page().fill("#text", "Romani et serbe");
    paris.press("form[action$='/messages'] button");
    skopje.until(received, () -> skopje.text().contains("Romani et serbe"));
    paris.until(given, () -> paris.page().locator(".timeline .badge.good").count() > 0);

    // a refusal needs a confirmation and a reason
    skopje.go(received + "/decline");
    skopje.comesBack("form[action$='/decline'] button");
    skopje.page().selectOption("#reason", Region.firstChoice(skopje, "#reason"));
    skopje.page().fill("#why", "Nemamo tumača do petka");
    skopje.press("form[action$='/decline'] button");
    skopje.go(received);
    assertThat(skopje.text()).as("who declined reads no more of it").doesNotContain("MOUSTAFA");
    picture(skopje, "declined");
    Region.told(paris, id, given, "Nemamo tumača do petka");
    picture(paris, "declined");
    skopje.go(received);
    skopje.press("form[action$='/decline/take-back'] button");
    Region.told(paris, id, given);

    // acknowledged, accepted, revoked, accepted again
    skopje.go(handOver);
    skopje.page().fill("#contact", "Biljana M., +389");
    skopje.press("form[action$='/acknowledge'] button");
    Region.told(paris, id, handOver, "Biljana M., +389");
    skopje.go(received);
    skopje.press("form[action$='/accept']:not(:has([name=case])) button");
    Region.told(paris, id, handOver);
    skopje.go(received + "/accept/take-back");
    skopje.page().fill("#why", "Pogrešna kancelarija");
    skopje.press("form[action$='/accept/take-back'] button");
    Region.told(paris, id, given, "Pogrešna kancelarija");
    skopje.go(received);
    skopje.press("form[action$='/accept']:not(:has([name=case])) button");
    Region.told(paris, id, handOver);

    // a correction reaches the current holder
    Region.corrected(paris, file);
    skopje.until("/", () -> Region.leadsTo(skopje, id));
    skopje.go(received);
    picture(skopje, "corrected");
    skopje.press("form[action$='/corrected'] button");
    Region.told(paris, id, given);

    // a journey that is interrupted on both sides, and one on which somebody is missing
    Region.interrupted(
        paris,
        file,
        handOver,
        List.of(new Region.Side(paris, handOver), new Region.Side(skopje, handOver)),
        side -> picture(side, "stopped"));
    Region.step(
        skopje,
        handOver,
        "reception",
        () -> skopje.page().fill("#words", "Dolaze dve vaspitačice"));
    paris.until(handOver + "/return", () -> paris.text().contains("Dolaze dve vaspitačice"));
    Region.step(paris, handOver, "departed", () -> {});
    skopje.until(
        handOver + "/return", () -> skopje.page().locator("a[href$='/arrived']").count() > 0);
    Region.step(
        skopje, handOver, "not_arrived", () -> skopje.page().fill("#words", "Nije bila u avionu"));
    for (Visitor side : List.of(skopje, paris)) {
      side.until(handOver, () -> side.page().locator("a[href$='/steps/found']").count() == 1);
      assertThat(side.page().locator(Region.STOPPED_OR_MISSING).count()).isOne();
      assertThat(Looked.atEachSize(side)).isEmpty();
      picture(side, "missing");
    }
    country.until("/", () -> country.text().contains("did not arrive"));
    picture(country, "missing");
    Region.step(
        skopje, handOver, "found", () -> skopje.page().fill("#words", "Kod tetke, bezbedna"));
    Region.told(paris, id, handOver);
    for (Visitor side : List.of(skopje, paris)) {
      side.until(handOver, () -> side.page().locator(Region.STOPPED_OR_MISSING).count() == 0);
    }
    country.until("/", () -> country.text().contains("Found: the person"));

    // taken back with words; a law orders that the case opened there is kept, and Paris reads it
    paris.go(given + "/revoke");
    paris.page().fill("#why", "La tante est partie");
    paris.press("form[action$='/revoke'] button");
    skopje.until(received, () -> skopje.text().contains("La tante est partie"));
    assertThat(skopje.text()).doesNotContain("MOUSTAFA", "Mila");
    assertThat(Looked.atEachSize(skopje)).isEmpty();
    picture(skopje, "revoked");
    skopje.one("details:has(#ground) summary").click();
    skopje.page().selectOption("#ground", Region.firstChoice(skopje, "#ground"));
    skopje.page().fill("#reference", "čl. 12 ZKP");
    skopje.press("form[action$='/retained'] button");
    Region.told(paris, id, given, "čl. 12 ZKP");
    picture(paris, "retained");
  }

  /** Takes pictures on demand: the current page, and the user's first page. */
  private static void picture(Visitor who, String what) {
    String name = "abroad-" + what + "-" + who.page().getAttribute("html", "lang");
    who.picture(name);
    String here = who.path();
    who.go("/");
    who.picture(name + "-home");
    who.go(here);
  }
}
