package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.e2e.Visitor.Device;

/**
 * The story of {@code demo-region} through the pages of three nodes: one child recognised in three
 * scripts, handed over, followed up, and a fourth country that answers through its letterbox on a
 * phone.
 */
@ExtendWith(Chromium.class)
@Tag("long")
class RegionTest {
  private final Region region = new Region();

  @AfterEach
  void closed() throws InterruptedException {
    region.close();
  }

  @Test
  void oneChildInThreeScriptsIsRecognisedHandedOverAndFollowedUp() throws Exception {
    Path folder = Server.folder();
    region.open(folder);
    Visitor paris = region.person(Device.DESKTOP, "camille.paris");
    String file = Region.onlyCase(paris);

    paris.go(file + "/elsewhere/ask");
    paris.page().locator("input[name=partners]").all().forEach(box -> box.check());
    paris.page().check("input[name=kind][value=law]");
    paris.page().fill("#reason", "Article 12");
    paris.page().selectOption("#transfer", "appropriate_safeguards");
    paris.press("main form button.primary");
    Visitor skopje = region.person(Device.DESKTOP, "biljana.skopje");
    Visitor athens = region.person(Device.DESKTOP, "eleni.athens");
    for (Visitor asked : List.of(skopje, athens)) {
      asked.until(
          "/protect/elsewhere",
          () -> asked.page().locator("main a[href*='/protect/elsewhere/']").count() > 0);
      asked.picture("elsewhere-asked-1280");
      asked.press("main a[href*='/protect/elsewhere/']");
      asked.page().check("input[name=band][value=likely]");
      asked.page().fill("#contact", "Duty officer of " + (asked == skopje ? "skopje" : "athens"));
      asked.page().check("input[name=kind][value=law]");
      asked.page().fill("#reason", "Article 3");
      asked.press("main form button.primary");
    }
    paris.until(
        file + "/elsewhere",
        () ->
            paris.text().contains("Duty officer of skopje")
                && paris.text().contains("Duty officer of athens"));
    paris.picture("elsewhere-answered-1280");
    Visitor administrator = region.person(Device.DESKTOP, "petar.skopje");
    administrator.go("/partner/nodes");
    assertThat(administrator.text()).contains("paris", "athens");
    administrator.picture("nodes-1280");

    String handOver = "/protect/handovers/" + Region.given(paris, file, "North Macedonia", true);
    skopje.until("/protect/handovers", () -> skopje.text().contains("1 hand-over is waiting"));
    skopje.go(handOver);
    skopje.page().fill("#contact", "Biljana M., +389");
    skopje.press("form[action$='/acknowledge'] button");
    skopje.go(handOver.replace("handovers", "received"));
    // the child already known in Skopje is recognised, and stays one file
    skopje.press("form[action$='/accept']:has([name=case]) button");
    paris.until(handOver, () -> paris.text().contains("accepted"));
    paris.picture("handover-1280");
    Panels.find(paris, file, "repatriation");
    Region.prepareReturn(paris, handOver);
    Region.step(
        skopje,
        handOver,
        "reception",
        () -> skopje.page().fill("#words", "Two educators will come"));
    paris.until(handOver + "/return", () -> paris.text().contains("Two educators will come"));
    Region.step(paris, handOver, "departed", () -> {});
    skopje.until(handOver + "/return", () -> skopje.text().contains("Departure done"));
    Region.step(skopje, handOver, "arrived", () -> {});
    Region.step(
        skopje,
        handOver,
        "reintegration",
        () -> skopje.page().fill("#words", "She goes to school"));
    paris.until(handOver + "/return", () -> paris.text().contains("She goes to school"));

    Visitor country = region.person(Device.DESKTOP, "olgica.skopje");
    country.go("/protect/handovers");
    assertThat(country.text()).contains("Child Protection, Paris", "accepted");

    new LetterboxByPhone(paris, region.guestOfParis())
        .wholeHandOver(Region.given(paris, file, "Kosovo", true));

    region.close();
    region.open(folder);
    Visitor again = region.person(Device.DESKTOP, "camille.paris");
    again.go(handOver + "/return");
    assertThat(again.text()).as("the same folder, used before").contains("She goes to school");
  }
}
