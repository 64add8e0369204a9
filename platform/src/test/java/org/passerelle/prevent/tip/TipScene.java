package org.passerelle.prevent.tip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.storage.House;

/** A team that receives tips, and strangers who write to it. */
final class TipScene {
  static final String TEXT = "Zwölf men sleep in the hall behind the brickyard Pelikan";
  private static final Pattern WORDS = Pattern.compile("<ol class=\"code-words\".*?</ol>");
  private static final Pattern WORD = Pattern.compile("<li>([^<]+)</li>");
  final House house;
  final Member officer;
  final SignedIn who;

  TipScene(House house, Role... more) {
    this.house = house;
    this.officer = Member.of(house, Role.TRIAGE_OFFICER, more);
    this.who = Staff.signedIn(officer.user());
    house.get(TipTeams.class).begin(who);
  }

  UUID team() {
    return who.organisation();
  }

  Tips tips() {
    return house.get(Tips.class);
  }

  Triage triage() {
    return house.get(Triage.class);
  }

  /** A ticket whose form was open long enough to be taken without the puzzle. */
  TipTicket ticket() {
    return tips().ticket("en");
  }

  /** A tip that a browser sealed; gives its return code. */
  String sealed(String text, boolean danger) {
    TipTicket ticket = ticket();
    tips()
        .sendSealed(
            ticket,
            team(),
            TipEnvelope.seal(content(text), house.get(TipTeams.class).recipient(team())),
            danger);
    return String.join(" ", tips().code(ticket));
  }

  static TipContent content(String text) {
    return new TipContent("wrong", text, "Niš", "", "", true, List.of());
  }

  /** The newest tip of the team. */
  UUID newest() {
    return triage().list(who, false).stream()
        .max(java.util.Comparator.comparing(Tip::arrived))
        .orElseThrow()
        .id();
  }

  /** The number that a browser finds. */
  static String solved(TipTicket ticket) {
    for (int number = 0; ; number++) {
      if (TipTickets.isSolved(ticket, Integer.toString(number))) {
        return Integer.toString(number);
      }
    }
  }

  /** Fills in the public form without scripts, after the time that writing takes. */
  Browser.Answer sends(Browser writer, String text, String... more) {
    Browser.Answer form = writer.get("/tips");
    house.clock().pass(TipTicket.WAIT.plusSeconds(1));
    return writer.post("/tips", fields(form, text, more));
  }

  String[] fields(Browser.Answer form, String text, String... more) {
    List<String> fields =
        new ArrayList<>(
            List.of(
                "ticket",
                Browser.hidden(form, "ticket"),
                "team",
                team().toString(),
                "kind",
                "wrong",
                "danger-now",
                "no",
                "what",
                text));
    fields.addAll(List.of(more));
    return fields.toArray(String[]::new);
  }

  /** The words that a page shows. */
  static String code(Browser.Answer page) {
    assertThat(page.status()).as(page.body()).isEqualTo(200);
    Matcher list = WORDS.matcher(page.body());
    assertThat(list.find()).as(page.body()).isTrue();
    return String.join(" ", WORD.matcher(list.group()).results().map(r -> r.group(1)).toList());
  }

  /** A browser of a writer who came back. */
  Browser back(String code) {
    Browser writer = new Browser(house);
    writer.get("/tips/return");
    assertThat(writer.post("/tips/return", "return-code", code).location())
        .isEqualTo("/tips/return/inside");
    return writer;
  }

  static byte[] picture(String place) throws IOException {
    java.awt.image.BufferedImage drawn =
        new java.awt.image.BufferedImage(64, 48, java.awt.image.BufferedImage.TYPE_INT_RGB);
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    javax.imageio.ImageIO.write(drawn, "jpeg", out);
    byte[] jpeg = out.toByteArray();
    byte[] exif =
        ("Exif\0\0GPSLatitude " + place).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    java.io.ByteArrayOutputStream with = new java.io.ByteArrayOutputStream();
    with.write(jpeg, 0, 2);
    with.write(0xff);
    with.write(0xe1);
    with.write((exif.length + 2) >> 8);
    with.write(exif.length + 2);
    with.writeBytes(exif);
    with.write(jpeg, 2, jpeg.length - 2);
    return with.toByteArray();
  }
}
