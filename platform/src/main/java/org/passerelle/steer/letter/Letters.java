package org.passerelle.steer.letter;

import java.nio.charset.StandardCharsets;
import org.passerelle.language.Language;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.steer.letter.source.Sources;

/** An issue of the letter as a file. */
public final class Letters {
  private Letters() {}

  /** File format. */
  public enum Form {
    /** A self-contained HTML page. */
    HTML,
    /** An accessible A4 document. */
    PDF,
    /** What subscribers get: a page of its own for mail programs. */
    MAIL,
    /** The same as plain text. */
    PLAIN
  }

  /** Stands in a mail for the address of the server, which may change after a release. */
  public static final String ADDRESS = "{{address}}";

  /** Stands in a mail for the link by which its reader leaves. */
  public static final String LEAVE = "{{leave}}";

  /** An edition of an issue, generated from the current facts. */
  public static byte[] make(
      Facts facts, Sources sources, Entry letter, Language language, Form form) {
    return file(new Composer(facts, sources).compose(letter, language), form);
  }

  /** The PDF of an issue that is being prepared; every page says so. */
  public static byte[] draft(Facts facts, Sources sources, Entry letter, Language language) {
    return Typesetter.draft(new Composer(facts, sources).compose(letter, language));
  }

  /** An edition as a file. */
  static byte[] file(Edition edition, Form form) {
    return switch (form) {
      case PDF -> Typesetter.pdf(edition);
      case HTML -> Typesetter.page(edition).getBytes(StandardCharsets.UTF_8);
      case MAIL -> MailForm.html(edition).getBytes(StandardCharsets.UTF_8);
      case PLAIN -> MailForm.plain(edition).getBytes(StandardCharsets.UTF_8);
    };
  }
}
