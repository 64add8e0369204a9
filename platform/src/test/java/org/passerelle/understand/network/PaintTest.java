package org.passerelle.understand.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.passerelle.paper.Paper;

/** A drawing handed out has the colours of the style sheet. */
class PaintTest {
  private static final String STYLE = Paper.text("/static/passerelle.css");

  @Test
  void theColoursAreThoseOfTheStyleSheetInLight() {
    Paint.LIGHT.forEach(
        (name, colour) -> {
          Matcher there =
              Pattern.compile(Pattern.quote(name) + ": light-dark\\((#[0-9a-f]{6})").matcher(STYLE);
          assertThat(there.find()).as(name).isTrue();
          assertThat(colour).as(name).isEqualTo(there.group(1));
        });
  }
}
