package org.passerelle.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No line is too long, no letter is cut in two, and what was written is read again. */
class ContentLineProperties {
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> letters =
        Arbitraries.of(
            "a", " ", "é", "ш", "Љ", "—", "„", "\u202f", "𝄞", "👩", "\\", ";", ",", "\n", ":",
            "\"");
    return letters.list().ofMaxSize(400).map(list -> String.join("", list));
  }

  @Property
  void foldingLosesNothingAndKeepsToTheLimit(@ForAll("texts") String text)
      throws CharacterCodingException {
    String line = "SUMMARY;LANGUAGE=sr-Cyrl:" + ContentLine.text(text);
    String folded = ContentLine.folded(line);
    assertThat(folded).endsWith("\r\n");
    for (String physical : folded.split("\r\n", -1)) {
      byte[] octets = physical.getBytes(StandardCharsets.UTF_8);
      assertThat(octets.length).isLessThanOrEqualTo(75);
      // a strict decoder refuses half a letter
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
    }
    assertThat(folded.replace("\r\n ", "").replace("\r\n", "")).isEqualTo(line);
  }

  @Property
  void noLineButTheLastIsMuchShorterThanItMayBe(@ForAll("texts") String text) {
    String[] physical = ContentLine.folded("X:" + ContentLine.text(text)).split("\r\n", -1);
    for (int i = 0; i < physical.length - 2; i++) {
      assertThat(physical[i].getBytes(StandardCharsets.UTF_8).length).isGreaterThan(71);
    }
  }

  @Property
  void escapedTextReadsAsItWas(@ForAll("texts") String text) {
    String escaped = ContentLine.text(text);
    assertThat(escaped).doesNotContain("\n").doesNotContain("\r");
    assertThat(unescaped(escaped)).isEqualTo(text);
  }

  /** As the standard says a reader does it, written independently. */
  private static String unescaped(String escaped) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c == '\\') {
        i++;
        char next = escaped.charAt(i);
        text.append(next == 'n' || next == 'N' ? '\n' : next);
      } else {
        assertThat(c).isNotIn(';', ',');
        text.append(c);
      }
    }
    return text.toString();
  }
}
