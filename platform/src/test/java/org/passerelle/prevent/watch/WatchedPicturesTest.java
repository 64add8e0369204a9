package org.passerelle.prevent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Pictures are entered as hashes; what is no picture, or a bomb, is refused beside its field. */
@OnBothDatabases
@Tag("slow")
class WatchedPicturesTest {
  private static final String HERE = "/prevent/watch";
  @Parameter House house;

  @Test
  void aPictureIsRecognisedAndNotKept() throws IOException {
    byte[] picture = Drawings.poster(7, 800, 600);
    Browser browser = Member.of(house, Role.TRIAGE_OFFICER).browser();
    String first = pictured(browser, picture).location();
    assertThat(browser.get(first).body()).contains("Only the fingerprint of this picture is kept");
    assertThat(pictured(browser, picture).location()).as("the same again").isEqualTo(first);
    String second = pictured(browser, Drawings.sentOn(picture, .5, .3f)).location();
    String body = browser.get(second).body();
    assertThat(second.equals(first) || body.contains(first)).as(body).isTrue();
    String other = pictured(browser, Drawings.poster(8, 800, 600)).location();
    assertThat(browser.get(other).body()).doesNotContain(first);
    assertThat(
            house
                .db()
                .sql("select max(length(picture)) from watch_entry")
                .query(Integer.class)
                .single())
        .as("eight bytes, sealed")
        .isLessThan(64);
    for (byte[] hostile :
        List.of(
            PictureHashTest.bomb(),
            Drawings.flat(),
            "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8),
            new byte[0])) {
      Browser.Answer refused = pictured(browser, hostile);
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.body()).contains("id=\"file-error\"");
    }
  }

  private Browser.Answer pictured(Browser browser, byte[] picture) {
    browser.get(HERE + "/picture");
    return browser.postFile(
        HERE + "/picture",
        "file",
        "poster.png",
        picture,
        "words",
        "A poster with a plane",
        "day",
        LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC).toString(),
        "place",
        "Channel for jobs");
  }
}
