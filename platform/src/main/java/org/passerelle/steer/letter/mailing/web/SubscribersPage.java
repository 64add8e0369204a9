package org.passerelle.steer.letter.mailing.web;

import java.util.List;
import org.passerelle.steer.letter.mailing.Sendings;

/**
 * How many read the letter by mail, and what was sent.
 *
 * @param offered whether mail leaves this server
 * @param edits whether the user may send, and bring an address
 * @param sendable issues whose current version can be sent
 */
public record SubscribersPage(
    boolean offered,
    boolean edits,
    List<Line> languages,
    List<Issue> sendable,
    List<Sent> sendings) {
  public SubscribersPage {
    languages = List.copyOf(languages);
    sendable = List.copyOf(sendable);
    sendings = List.copyOf(sendings);
  }

  /** Subscriptions to the edition in one language. */
  public record Line(String language, int confirmed, int unconfirmed) {}

  /**
   * An issue that can be sent.
   *
   * @param readers subscribers who have had no version of it
   */
  public record Issue(String letter, String name, int version, int readers) {}

  /** A sending, with the name of its issue. */
  public record Sent(String name, Sendings.Sending sending) {}

  /** All confirmed subscriptions. */
  public int all() {
    return languages.stream().mapToInt(Line::confirmed).sum();
  }
}
