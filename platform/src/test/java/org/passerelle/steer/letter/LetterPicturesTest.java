package org.passerelle.steer.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.passerelle.accounts.Browser;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Pictures of a letter, with the words that say what they show. */
@OnBothDatabases
class LetterPicturesTest {
  @Parameter House house;
  @RegisterExtension final LetterDesk desk = new LetterDesk(() -> house);

  @Test
  void aPictureIsTakenWithItsWordsAndAHostileOneIsNot() throws IOException {
    Browser browser = desk.manager();
    int number = desk.issue(browser);
    String at = "/steer/letters/" + number + "/blocks/letter-" + number + "-text/picture";
    byte[] svg =
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
            .getBytes(StandardCharsets.UTF_8);
    browser.get(at);
    Browser.Answer hostile =
        browser.postFile(at, "file", "bridge.png", svg, "alt.en", "A bridge", "_version", "0");
    assertThat(hostile.status()).isEqualTo(422);
    assertThat(hostile.body()).contains("hold scripts", "A bridge").doesNotContain("<script>alert");
    assertThat(browser.get(at).body()).as("words beside a file are kept").contains("A bridge");
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB), "png", png);
    Browser.Answer mute =
        browser.postFile(at, "file", "bridge.png", png.toByteArray(), "_version", "0");
    assertThat(mute.body()).contains("Describe what the picture shows");
    Browser.Answer kept =
        browser.postFile(
            at,
            "file",
            "bridge.png",
            png.toByteArray(),
            "alt.en",
            "A bridge",
            "alt.fr",
            "Un pont",
            "alt.sr",
            "Мост",
            "_version",
            "0");
    assertThat(kept.location()).endsWith("/blocks/letter-" + number + "-text");
    Browser.Answer preview = browser.get("/steer/letters/" + number + "/preview/fr");
    assertThat(preview.body()).contains("alt=\"Un pont\"", "data:image/png;base64,");
    assertThat(preview.header("Content-Security-Policy")).contains("img-src 'self' data:");
    assertThat(browser.get("/steer/letters/" + number).body()).contains("There is no obstacle");
  }
}
