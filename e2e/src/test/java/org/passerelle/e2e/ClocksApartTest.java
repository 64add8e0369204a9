package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The clock of one of two nodes is ten minutes ahead, the connection is bad, and in the middle of a
 * hand-over first one and then the other replaces its compromised keys: messages under way arrive
 * once and in order after the words were compared.
 */
@Tag("long")
class ClocksApartTest {
  private static final Duration AHEAD = Duration.ofMinutes(10);
  private static final Pattern ISSUED = Pattern.compile("\"issued\":\"([^\"]+)\"");
  private static final Pattern APPROVE = Pattern.compile("/house/approvals/[0-9a-f-]{36}/approve");

  @Test
  void clocksApartAndNewKeysOnTheWayLoseNothing() throws Exception {
    try (TwoHouses two = new TwoHouses(AHEAD)) {
      assertThat(issued(two.skopje(), "petar.skopje"))
          .as("the clock is wrong indeed")
          .isAfter(issued(two.paris(), "luc.paris").plus(AHEAD).minus(Duration.ofMinutes(1)));
      two.handOver();
      TwoHouses.Writers writers = two.write();
      two.written(6);
      newKeys(two.skopje(), "petar.skopje", "violeta.skopje");
      two.written(6);
      recorded(two, two.paris(), TwoHouses.CAMILLE, "early_risk");
      recorded(two, two.skopje(), TwoHouses.BILJANA, "case_management");
      compared(two.skopje(), "petar.skopje", two.paris(), "luc.paris", "eve.paris");
      two.written(6);
      newKeys(two.paris(), "luc.paris", "eve.paris");
      two.written(6);
      recorded(two, two.skopje(), TwoHouses.BILJANA, "long_plan");
      compared(two.paris(), "luc.paris", two.skopje(), "petar.skopje", "violeta.skopje");
      two.written(6);
      two.stop(writers);
      two.straight();
      two.allArrived();
      reached(two, two.skopje(), TwoHouses.BILJANA, "identification", "Paris-early_risk");
      reached(two, two.paris(), TwoHouses.CAMILLE, "inclusion", "Skopje-case_management");
      reached(two, two.paris(), TwoHouses.CAMILLE, "inclusion", "Skopje-long_plan");
      two.logsHold();
    }
  }

  /** When a node claims, by its own clock, to have signed its descriptor. */
  private static Instant issued(RegionHouse house, String administrator) {
    String signed = descriptor(house, administrator);
    String says =
        new String(
            Base64.getUrlDecoder().decode(signed.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    Matcher issued = ISSUED.matcher(says);
    assertThat(issued.find()).as(says).isTrue();
    return Instant.parse(issued.group(1));
  }

  private static String descriptor(RegionHouse house, String administrator) {
    return Client.in(house.address(), administrator)
        .get("/partner/nodes/descriptor")
        .body()
        .strip();
  }

  /** One administrator requests keys that are valid at once, another approves. */
  private static void newKeys(RegionHouse house, String first, String second) {
    Client one = Client.in(house.address(), first);
    one.get("/partner/nodes");
    assertThat(one.post("/partner/nodes/keys", "when", "now").status()).isEqualTo(302);
    agreed(house, second);
  }

  /** The other node gets the new descriptor, and two of its administrators approve it. */
  private static void compared(
      RegionHouse of, String theirs, RegionHouse house, String first, String second) {
    byte[] file = descriptor(of, theirs).getBytes(StandardCharsets.US_ASCII);
    Client one = Client.in(house.address(), first);
    one.get("/partner/nodes");
    Client.Answer entered = one.upload("/partner/nodes", "", "other.node.txt", file);
    assertThat(entered.status()).as(entered.body()).isEqualTo(302);
    one.get(entered.location());
    assertThat(
            one.post(entered.location() + "/compare", "with", "The other side", "same", "yes")
                .status())
        .isEqualTo(302);
    agreed(house, second);
  }

  private static void agreed(RegionHouse house, String second) {
    Client two = Client.in(house.address(), second);
    Matcher waits = APPROVE.matcher(two.get("/house/approvals").body());
    assertThat(waits.find()).as("something waits for %s", second).isTrue();
    assertThat(two.post(waits.group()).status()).isEqualTo(302);
  }

  private static void recorded(TwoHouses two, RegionHouse house, String login, String step) {
    String words = (house == two.paris() ? "Paris-" : "Skopje-") + step;
    String at = two.handedOver() + "/steps/" + step;
    Client client = Client.in(house.address(), login);
    client.get(at);
    Client.Answer answer =
        client.post(
            at, "state", "done", "on", LocalDate.now(ZoneOffset.UTC).toString(), "words", words);
    assertThat(answer.status()).as(answer.body()).isEqualTo(302);
  }

  private static void reached(
      TwoHouses two, RegionHouse house, String login, String stage, String words) {
    Client client = Client.in(house.address(), login);
    Eventually.is(
        words,
        Duration.ofMinutes(10),
        () -> client.get(two.handedOver() + "/" + stage).body().contains(words));
  }
}
