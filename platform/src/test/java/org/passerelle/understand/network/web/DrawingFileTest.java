package org.passerelle.understand.network.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.understand.network.Networks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The drawing that is handed out is the drawing on the screen. */
@OnBothDatabases
class DrawingFileTest {
  private static final Pattern SIGN =
      Pattern.compile(
          "<g fill=\"(#[0-9a-f]{6})\"[^>]* data-at=\"([-0-9.]+) ([-0-9.]+)\">(<[^>]+>)<title>([^<]+)");

  @Parameter House house;

  @Test
  void signsStandWhereTheyAreDrawnInTheSameSizeAndColour() {
    Drawn drawn = new Drawn("A,B\nA,C\nA,D\nB,C\nD,E\n");
    JsonNode picture = drawn.picture("");
    assertThat(picture.get("nodes").size()).isEqualTo(5);
    String first = picture.get("nodes").get(0).get("id").asString();
    drawn.browser.post(drawn.network + "/positions", "id", first, "x", "-123.4", "y", "567.8");

    Map<String, Sign> signs = drawn.signs("");
    assertThat(signs).hasSize(5);
    for (JsonNode node : drawn.picture("").get("nodes")) {
      Sign sign = of(signs, node.get("label").asString());
      assertThat(sign.x).isEqualTo(node.get("x").asDouble());
      assertThat(sign.y).isEqualTo(node.get("y").asDouble());
    }
    assertThat(signs.values()).extracting(Sign::x).contains(-123.4);
    assertThat(of(signs, "A").fill).as("by kind").isEqualTo(of(signs, "E").fill);
    assertThat(of(signs, "A").wide()).as("by number of ties").isGreaterThan(of(signs, "E").wide());

    Map<String, Sign> other = drawn.signs("?size=none&colour=degree");
    assertThat(of(other, "A").wide()).isEqualTo(of(other, "E").wide());
    assertThat(of(other, "A").fill).isEqualTo("#1f6a9f").isNotEqualTo(of(other, "E").fill);
  }

  @Test
  void aDrawingOfAPeriodShowsWhatIsDrawnOfIt() {
    Drawn drawn = new Drawn("source,target,begins\nA,B,2017-01\nB,C,2019-05\n");
    assertThat(drawn.svg("").split("<line ", -1)).hasSize(3);
    assertThat(drawn.svg("?from=2017-01&to=2017-01"))
        .contains("<desc>Drawn: 3 actors (1 without a tie), 1 tie.")
        .containsOnlyOnce("<line ");
  }

  private static Sign of(Map<String, Sign> signs, String label) {
    return Objects.requireNonNull(signs.get(label), label);
  }

  private record Sign(String fill, double x, double y, String shape) {
    /** Distance of the leftmost point from the middle. */
    double wide() {
      Matcher numbers = Pattern.compile("(-?[0-9.]+),").matcher(shape);
      double left = x;
      while (numbers.find()) {
        left = Math.min(left, Double.parseDouble(numbers.group(1)));
      }
      Matcher radius = Pattern.compile(" r=\"([0-9.]+)\"").matcher(shape);
      double half = radius.find() ? Double.parseDouble(radius.group(1)) : x - left;
      assertThat(half).as(shape).isPositive();
      return Math.round(half * 10) / 10.0;
    }
  }

  /** A network of an uploaded table. */
  private final class Drawn {
    private final Browser browser;
    private final String network;

    Drawn(String ties) {
      Member member = Member.of(house, Role.ANALYST);
      SignedIn who = Staff.signedIn(member.user());
      browser = member.browser();
      UUID id = house.get(Networks.class).begin("N", "?", null, who);
      network = "/understand/networks/" + id;
      browser.get(network + "/import");
      String at =
          browser
              .postFile(network + "/import/upload", "file", "ties.csv", ties.getBytes(UTF_8))
              .location();
      browser.get(at);
      browser.post(at, "enter", "1");
    }

    JsonNode picture(String look) {
      return JsonMapper.builder()
          .build()
          .readTree(browser.get(network + "/picture.json" + look).body());
    }

    String svg(String look) {
      browser.get(network + "/export" + look);
      return browser.post(network + "/export" + look, "format", "svg").body();
    }

    Map<String, Sign> signs(String look) {
      Map<String, Sign> signs = new HashMap<>();
      Matcher found = SIGN.matcher(svg(look));
      while (found.find()) {
        signs.put(
            found.group(5),
            new Sign(
                found.group(1),
                Double.parseDouble(found.group(2)),
                Double.parseDouble(found.group(3)),
                found.group(4)));
      }
      return signs;
    }
  }
}
