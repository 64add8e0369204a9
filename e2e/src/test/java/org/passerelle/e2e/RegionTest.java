package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.e2e.Visitor.Device;
import org.passerelle.testing.FreePorts;

/**
 * The story that {@code demo-region} tells, from page to page in three houses: one child recognised
 * in three scripts, handed over, followed up, and a fourth country that answers by its letterbox on
 * a telephone.
 */
@ExtendWith(Chromium.class)
@Tag("long")
class RegionTest {
  private static final Pattern HAND_OVER = Pattern.compile("/protect/referrals/([0-9a-f-]{36})/");
  private static final Duration PATIENCE = Duration.ofMinutes(6);
  private final List<Visitor> people = new ArrayList<>();
  private final int port = FreePorts.row(3);
  private @Nullable Process region;
  private @Nullable Path opened;

  @BeforeEach
  void threeHouses() throws IOException {
    open(Server.folder());
  }

  private void open(Path folder) throws IOException {
    opened = folder;
    Path output = Files.createTempFile(folder.getParent(), "region", ".txt");
    Process started =
        Server.process(
            List.of(
                Server.HOME.resolve("passerelle").toString(),
                "demo-region",
                "--dir",
                folder.toString(),
                "--base-port",
                String.valueOf(port)),
            output);
    region = started;
    Eventually.is(
        "three houses open",
        PATIENCE,
        () -> !started.isAlive() || Files.readString(output).contains("Ctrl-C"));
    assertThat(started.isAlive()).as(Files.readString(output)).isTrue();
  }

  @AfterEach
  void closed() throws InterruptedException {
    people.forEach(Visitor::close);
    people.clear();
    Process running = region;
    if (running != null) {
      List<ProcessHandle> houses = running.descendants().toList();
      running.destroy();
      assertThat(running.waitFor(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(houses).as("the command ends what it began").noneMatch(ProcessHandle::isAlive);
    }
  }

  @Test
  void oneChildInThreeScriptsIsRecognisedHandedOverAndFollowedUp() throws Exception {
    Visitor paris = person("paris", 2, "camille.paris");
    paris.go("/protect/cases");
    String file =
        paris.one("main a[href*='/protect/cases/']:not([href$='/new'])").getAttribute("href");

    paris.go(file + "/elsewhere/ask");
    paris.page().locator("input[name=partners]").all().forEach(box -> box.check());
    paris.page().check("input[name=kind][value=law]");
    paris.page().fill("#reason", "Article 12");
    paris.page().selectOption("#transfer", "appropriate_safeguards");
    paris.press("main form button.primary");
    Visitor skopje = person("skopje", 0, "biljana.skopje");
    Visitor athens = person("athens", 1, "eleni.athens");
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
    Visitor administrator = person("skopje", 0, "petar.skopje");
    administrator.go("/partner/nodes");
    assertThat(administrator.text()).contains("paris", "athens");
    administrator.picture("nodes-1280");

    String handOver = "/protect/handovers/" + given(paris, file, "North Macedonia", "yes");
    skopje.until("/protect/handovers", () -> skopje.text().contains("1 hand-over is waiting"));
    skopje.go(handOver);
    skopje.page().fill("#contact", "Biljana M., +389");
    skopje.press("form[action$='/acknowledge'] button");
    skopje.go(handOver.replace("handovers", "received"));
    // the child that Skopje follows already is recognised, and stays one file
    skopje.press("form[action$='/accept']:has([name=case]) button");
    paris.until(handOver, () -> paris.text().contains("accepted"));
    step(paris, handOver, "risk", () -> paris.page().check("input[name=result][value=safe]"));
    Panels.find(paris, file, "repatriation");
    step(
        paris,
        handOver,
        "best_interests",
        () -> {
          paris.page().check("input[name=result][value=in_favour]");
          paris.page().fill("#authority", "Children's judge, Paris");
        });
    step(
        paris,
        handOver,
        "return_consent",
        () -> {
          paris.page().selectOption("#giver", "child_with_guardian");
          paris.page().fill("#told", "Educator with an interpreter");
          paris.page().selectOption("#language", "sq");
        });
    step(
        paris,
        handOver,
        "travel",
        () -> {
          paris.page().selectOption("#means", "air");
          paris.page().selectOption("#escort", "social_worker");
          paris.page().selectOption("#meeting", "airport");
          paris.page().fill("#place", "Arrivals, information desk");
          paris.page().fill("#hour", "14:30");
        });
    step(
        skopje,
        handOver,
        "reception",
        () -> skopje.page().fill("#words", "Two educators will come"));
    paris.until(handOver + "/return", () -> paris.text().contains("Two educators will come"));
    step(paris, handOver, "departed", () -> {});
    skopje.until(handOver + "/return", () -> skopje.text().contains("Departure done"));
    step(skopje, handOver, "arrived", () -> {});
    step(
        skopje,
        handOver,
        "reintegration",
        () -> skopje.page().fill("#words", "She goes to school"));
    paris.until(handOver + "/return", () -> paris.text().contains("She goes to school"));

    Visitor country = person("skopje", 0, "olgica.skopje");
    country.go("/protect/handovers");
    assertThat(country.text()).contains("Child Protection, Paris", "accepted");

    Visitor prizren = Visitor.of("http://localhost:" + (port + 2), Device.PHONE, "");
    people.add(prizren);
    new LetterboxByPhone(paris, prizren).wholeHandOver(given(paris, file, "Kosovo", "yes"));

    closed();
    open(Objects.requireNonNull(opened));
    Visitor again = person("paris", 2, "camille.paris");
    again.go(handOver + "/return");
    assertThat(again.text()).as("the same folder, used before").contains("She goes to school");
  }

  /** From the case to the hand-over that has left; its identifier. */
  private static String given(Visitor paris, String file, String country, String returns) {
    paris.go(file + "/handovers/new");
    String to =
        paris
            .page()
            .locator("#recipient option")
            .filter(new Locator.FilterOptions().setHasText(country))
            .first()
            .getAttribute("value");
    paris.page().selectOption("#recipient", to);
    paris.page().check("input[name=returns][value=" + returns + "]");
    paris.page().selectOption("#purpose", "family_tracing");
    paris.page().fill("#request", "Please look for her family");
    // another country has her already: it is meant
    paris.page().locator("input[name=also]").all().forEach(box -> box.check());
    paris.press("form button.primary");
    String id = first(HAND_OVER, paris.page().url() + "/", 1);
    paris.press("a[href*='/grounds/new']");
    paris.page().check("input[name=kind][value=law]");
    paris.page().fill("#reason", "Article 12");
    paris.page().check("input[name=categories][value=identity]");
    paris.page().check("input[name=categories][value=case]");
    paris.page().selectOption("#transfer", "appropriate_safeguards");
    paris.press("main form button.primary");
    paris.go("/protect/referrals/" + id + "/content");
    paris
        .page()
        .selectOption("#basis", paris.page().locator("#basis option").nth(1).getAttribute("value"));
    paris.press("button[value=review]");
    paris.press("form[action$='/send'] button");
    return id;
  }

  static void step(Visitor who, String handOver, String step, Runnable fill) {
    who.go(handOver + "/steps/" + step);
    fill.run();
    who.press("main form button.primary");
    assertThat(who.page().url()).as(step).doesNotContain("/steps/");
  }

  static String first(Pattern pattern, String text, int group) {
    Matcher found = pattern.matcher(text);
    assertThat(found.find()).as("%s in %s", pattern, text).isTrue();
    return found.group(group);
  }

  private Visitor person(String house, int index, String login) {
    Visitor made =
        Visitor.of("http://%s.localhost:%d".formatted(house, port + index), Device.DESKTOP, login);
    people.add(made);
    return made;
  }
}
