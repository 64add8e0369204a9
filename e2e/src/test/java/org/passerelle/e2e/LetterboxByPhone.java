package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A hand-over to a country without a node, from the first mail to its closure, by somebody who has
 * only a phone with a browser, in Albanian; measures how long they held it in their hands.
 */
final class LetterboxByPhone {
  private static final Pattern CODE =
      Pattern.compile("(?:The code is|Le code est) ([0-9]{4} [0-9]{4})");
  private static final Pattern LINK = Pattern.compile("/letterbox/[A-Za-z0-9_-]{43}");
  private static final Duration GOAL = Duration.ofMinutes(10);
  private final Visitor sender;
  private final Visitor guest;
  private long inHand;

  LetterboxByPhone(Visitor sender, Visitor guest) {
    this.sender = sender;
    this.guest = guest;
  }

  void wholeHandOver(String id) {
    String box = "/protect/letterboxes/" + id;
    String handOver = "/protect/handovers/" + id;
    Access access = access(sender, id);
    inHand(() -> opens(access));
    sender.go(box);
    sender.picture("letterbox-sender-1280");
    sender.go("/protect/referrals/" + id);
    assertThat(sender.text()).contains("An aunt lives in Prizren");
    Region.prepareReturn(sender, handOver);
    inHand(this::arrangesTheReception);
    sender.until(handOver + "/return", () -> sender.text().contains("Dy edukatore"));
    Region.step(sender, handOver, "departed", () -> {});
    inHand(this::confirmsTheArrivalAndCloses);
    sender.until(handOver, () -> sender.text().contains("closed"));
    guest.press("form[action$='/out'] button");
    assertThat(guest.text()).contains("Keni dalë");
    guest.go("/letterbox");
    assertThat(guest.text()).contains("Kjo lidhje nuk vlen më");
    System.out.printf(
        "a hand-over by letterbox on a phone, from the link to its closing: %d s in the hands of the"
            + " reader, whose typing takes no time; the goal is %d s%n",
        Duration.ofNanos(inHand).toSeconds(), GOAL.toSeconds());
  }

  /** What lets somebody into the letterbox: a link by mail, and a code by telephone. */
  record Access(String link, String code) {}

  /** The sender makes a new code and a link. */
  static Access access(Visitor sender, String id) {
    sender.go("/protect/letterboxes/" + id);
    sender.press("form[action$='/code'] button");
    String code = Region.first(CODE, sender.text(), 1);
    sender.press("form[action$='/link'] button");
    return new Access(Region.first(LINK, sender.text(), 0), code);
  }

  /** Measures the time for pages and their answers. */
  private void inHand(Runnable what) {
    long began = System.nanoTime();
    what.run();
    inHand += System.nanoTime() - began;
  }

  private void opens(Access access) {
    guest.go(access.link());
    assertThat(guest.page().getAttribute("html", "lang")).isEqualTo("sq");
    look();
    guest.page().fill("#code", access.code());
    guest.press("form.section button");
    look();
    guest.picture("letterbox-375");
    guest.page().fill("#contact", "Zyra në Prizren");
    guest.press("form[action$='/take'] button");
    guest.press("form[action$='/accept'] button");
    guest.page().fill("#text", "An aunt lives in Prizren and would take her in");
    guest.press("form[action$='/write'] button");
    look();
    assertThat(guest.text())
        .contains("Mesazhi juaj u dërgua")
        .doesNotContain("MOUSTAFA", "Djemilé");
  }

  private void arrangesTheReception() {
    guest.until("/letterbox", () -> guest.text().contains("Arrivals, information desk"));
    guest.go("/letterbox/steps/reception");
    look();
    guest.page().fill("#words", "Dy edukatore do të vijnë");
    guest.press("main form button.primary");
    assertThat(guest.text()).contains("U shënua");
  }

  private void confirmsTheArrivalAndCloses() {
    guest.until("/letterbox", () -> guest.text().contains("Nisja u krye"));
    guest.go("/letterbox/steps/arrived");
    look();
    guest.press("main form button.primary");
    look();
    guest.one("details:has(form[action$='/close']) summary").click();
    guest.page().selectOption("#outcome", "durable_solution");
    guest.press("form[action$='/close'] button");
    look();
    assertThat(guest.text()).contains("Kalimi i rastit u mbyll");
  }

  /** It is accessible, and nothing is cut off on a phone. */
  private void look() {
    assertThat(Axe.problems(guest.page())).as(guest.page().url()).isEmpty();
    assertThat(
            (boolean)
                guest
                    .page()
                    .evaluate(
                        "() => document.documentElement.scrollWidth"
                            + " <= document.documentElement.clientWidth + 1"))
        .as(guest.page().url())
        .isTrue();
  }
}
