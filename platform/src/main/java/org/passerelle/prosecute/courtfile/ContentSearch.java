package org.passerelle.prosecute.courtfile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.passerelle.access.SignedIn;
import org.passerelle.evidence.Content;
import org.passerelle.evidence.PdfText;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.protection.Shield;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;

/**
 * Searches the exhibits of a version for whom it must not reveal, and for shelters: the text of
 * PDFs and of text files. Pictures, recordings and other files are for people to look at.
 */
@Component
class ContentSearch {
  private static final String PDF = "application/pdf";
  private static final Set<String> TEXT =
      Set.of("application/json", "application/xml", "application/xhtml+xml", "application/warc");
  private static final int STEP = 1 << 16;

  /** Longer than any name, so that none is cut in two. */
  private static final int OVERLAP = 300;

  private final InvestigationRecord records;

  ContentSearch(InvestigationRecord records) {
    this.records = records;
  }

  /** Whether the text of a type is searched. */
  static boolean reads(String mediaType) {
    return mediaType.equals(PDF) || mediaType.startsWith("text/") || TEXT.contains(mediaType);
  }

  /**
   * Searches an exhibit.
   *
   * @throws Refused with its number if its text reveals somebody or names a shelter, or cannot be
   *     read
   */
  void check(CourtFilePlan.Line line, Content content, Shield shield, SignedIn who) {
    String type = line.ready().taken().mediaType();
    if (!reads(type)) {
      return;
    }
    Consumer<String> look = text -> look(line.number(), text, shield, who);
    try {
      if (type.equals(PDF)) {
        PdfText.read(content, look);
      } else {
        text(content, look);
      }
    } catch (IOException unreadable) {
      throw new Refused("courtfile.refused.unread", line.number());
    }
  }

  private void look(String number, String text, Shield shield, SignedIn who) {
    Optional<String> revealed = shield.revealed(text);
    if (revealed.isPresent()) {
      throw new Refused("courtfile.refused.within", number, revealed.get());
    }
    try {
      records.check(Map.of("text", text), who);
    } catch (Refused named) {
      throw new Refused("courtfile.refused.shelter", number);
    }
  }

  private static void text(Content content, Consumer<String> look) throws IOException {
    try (Reader in =
        new BufferedReader(new InputStreamReader(content.open(), StandardCharsets.UTF_8))) {
      char[] step = new char[STEP];
      String before = "";
      for (int n = in.read(step); n >= 0; n = in.read(step)) {
        String text = before + new String(step, 0, n);
        look.accept(text);
        before = text.substring(Math.max(0, text.length() - OVERLAP));
      }
    }
  }
}
