package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.e2e.Visitor.Device;
import org.passerelle.testing.FreePorts;

/** The three nodes of {@code demo-region}, and what users do there through the pages. */
final class Region {
  /** On both sides of a hand-over that is interrupted, or whose person is missing. */
  static final String STOPPED_OR_MISSING = "main .page-head .badge.danger";

  private static final Pattern HAND_OVER = Pattern.compile("/protect/referrals/([0-9a-f-]{36})/");
  private static final Duration PATIENCE = Duration.ofMinutes(6);
  private static final List<String> HOUSES = List.of("skopje", "athens", "paris");
  private final List<Visitor> people = new ArrayList<>();
  private final int port = FreePorts.row(HOUSES.size());
  private @Nullable Process running;

  /** Starts them in this folder. */
  void open(Path folder) throws IOException {
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
    running = started;
    Eventually.is(
        "three houses open",
        PATIENCE,
        () -> !started.isAlive() || Files.readString(output).contains("Ctrl-C"));
    assertThat(started.isAlive()).as(Files.readString(output)).isTrue();
  }

  /** Closes the browsers and ends the command, which ends its nodes. */
  void close() throws InterruptedException {
    people.forEach(Visitor::close);
    people.clear();
    Process ending = running;
    if (ending != null) {
      List<ProcessHandle> houses = ending.descendants().toList();
      ending.destroy();
      assertThat(ending.waitFor(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(houses).as("the command ends what it began").noneMatch(ProcessHandle::isAlive);
      running = null;
    }
  }

  /** A signed-in user of a node, such as {@code biljana.skopje}. */
  Visitor person(Device device, String login) {
    String house = login.substring(login.indexOf('.') + 1);
    Visitor made =
        Visitor.of(
            "http://%s.localhost:%d".formatted(house, port + HOUSES.indexOf(house)), device, login);
    people.add(made);
    return made;
  }

  /** The same in a language. */
  Visitor person(Device device, String login, String language) {
    Visitor made = person(device, login);
    made.go("/language/" + language + "?to=/");
    assertThat(made.page().getAttribute("html", "lang")).isEqualTo(language);
    return made;
  }

  /** Somebody on a phone who has a link to Paris and no account. */
  Visitor guestOfParis() {
    Visitor guest =
        Visitor.of("http://localhost:" + (port + HOUSES.indexOf("paris")), Device.PHONE, "");
    people.add(guest);
    return guest;
  }

  /** The path of the initial case of a node. */
  static String onlyCase(Visitor who) {
    who.go("/protect/cases");
    return who.one("main a[href*='/protect/cases/']:not([href$='/new'])").getAttribute("href");
  }

  /** From the case to the sent hand-over; returns its identifier. */
  static String given(Visitor paris, String file, String country, boolean returns) {
    paris.go(file + "/handovers/new");
    String to =
        paris
            .page()
            .locator("#recipient option")
            .filter(new Locator.FilterOptions().setHasText(country))
            .first()
            .getAttribute("value");
    paris.page().selectOption("#recipient", to);
    paris.page().check("input[name=returns][value=" + (returns ? "yes" : "no") + "]");
    paris.page().selectOption("#purpose", "family_tracing");
    paris.page().fill("#request", "Please look for her family");
    // another country has received her already: confirm
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
    paris.page().check("#f-form");
    paris.press("button[value=review]");
    paris.press("form[action$='/send'] button");
    return id;
  }

  /**
   * The requirements before a child returns, once a panel has found the return to be in their best
   * interests ({@link Panels}): risk assessment, that finding, consent, and the journey.
   */
  static void prepareReturn(Visitor sender, String handOver) {
    step(sender, handOver, "risk", () -> sender.page().check("input[name=result][value=safe]"));
    step(
        sender,
        handOver,
        "best_interests",
        () -> {
          sender.page().check("input[name=result][value=in_favour]");
          sender.page().fill("#authority", "Children's judge, Paris");
        });
    step(
        sender,
        handOver,
        "return_consent",
        () -> {
          sender.page().selectOption("#giver", "child_with_guardian");
          sender.page().fill("#told", "Educator with an interpreter");
          sender.page().selectOption("#language", "sq");
        });
    step(
        sender,
        handOver,
        "travel",
        () -> {
          sender.page().selectOption("#means", "air");
          sender.page().selectOption("#escort", "social_worker");
          sender.page().selectOption("#meeting", "airport");
          sender.page().fill("#place", "Arrivals, information desk");
          sender.page().fill("#hour", "14:30");
        });
  }

  /** Records a step of a hand-over. */
  static void step(Visitor who, String handOver, String step, Runnable fill) {
    who.go(handOver + "/steps/" + step);
    fill.run();
    who.press("main form button.primary");
    assertThat(who.page().url()).as(step).doesNotContain("/steps/");
  }

  /** Records whether it is safe to go on: an unsafe result stops the journey on both sides. */
  static void risk(Visitor who, String handOver, String result) {
    step(who, handOver, "risk", () -> who.page().check("input[name=result][value=" + result + "]"));
  }

  /** Corrects the form of exploitation, also at those who received it. */
  static void corrected(Visitor who, String file) {
    who.go(file + "/edit");
    who.page().selectOption("#form", "forced_begging");
    who.press("main form button.primary");
    who.go(file + "/corrections");
    who.press("#corrections button.primary");
  }

  /** Somebody who follows a hand-over, and the page on which they do. */
  record Side(Visitor who, String page) {
    /** Whether the page says that the journey is stopped or the person missing. */
    void until(boolean stopped) {
      who.until(page, () -> who.page().locator(STOPPED_OR_MISSING).count() == (stopped ? 1 : 0));
    }
  }

  /** A return is prepared, found to be unsafe, and then safe again; all sides see each. */
  static void interrupted(
      Visitor sender, String file, String handOver, List<Side> all, Consumer<Visitor> look) {
    Panels.find(sender, file, "repatriation");
    prepareReturn(sender, handOver);
    risk(sender, handOver, "unsafe");
    for (Side side : all) {
      side.until(true);
      look.accept(side.who);
    }
    risk(sender, handOver, "safe");
    all.forEach(side -> side.until(false));
  }

  /** The first page links to what changed until it was seen, and the page shows it. */
  static void told(Visitor who, String id, String page, String... said) {
    who.until("/", () -> leadsTo(who, id));
    // the first page may lead there for something else that came before
    who.until(page, () -> List.of(said).stream().allMatch(who.text()::contains));
    who.go("/");
    assertThat(leadsToNews(who, id)).as("seen once, it is no news any more").isFalse();
  }

  /** Whether the open page asks for something about it. */
  static boolean leadsTo(Visitor who, String id) {
    return who.page().locator("main .tasks a.title[href*='" + id + "']").count() > 0;
  }

  /** News are items without a deadline. */
  private static boolean leadsToNews(Visitor who, String id) {
    return who.page()
            .locator("main .tasks li:has(.deadline.calm) a.title[href*='" + id + "']")
            .count()
        > 0;
  }

  /** The first real choice of a list. */
  static String firstChoice(Visitor who, String select) {
    return who.page().locator(select + " option").nth(1).getAttribute("value");
  }

  static String first(Pattern pattern, String text, int group) {
    Matcher found = pattern.matcher(text);
    assertThat(found.find()).as("%s in %s", pattern, text).isTrue();
    return found.group(group);
  }
}
