package org.passerelle.protect.identity.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.outbox.RejectedMessage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Messages between the two sides of a desk; described in docs/federation.md. */
final class DeskMessages {
  static final String PROPOSED = "desk.proposed";
  static final String ACCEPTED = "desk.accepted";
  static final String ENDED = "desk.ended";
  static final String GONE = "desk.gone";
  static final String SHIFT = "desk.shift";
  static final String ENTRY = "desk.entry";
  static final String POINT = "desk.point";
  static final String SCREENING = "desk.screening";
  static final String SIGNED = "desk.signed";
  static final String NOTED = "desk.noted";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private DeskMessages() {}

  static String json(Object message) {
    return JSON.writeValueAsString(message);
  }

  /**
   * Parses a message.
   *
   * @throws RejectedMessage if the content does not match the type
   */
  static <T> T read(String json, Class<T> kind) {
    try {
      return JSON.readValue(json, kind);
    } catch (JacksonException e) {
      throw new RejectedMessage(RejectedMessage.Why.CONTENT, "");
    }
  }

  /** An entry of the joint log, as sent by the side that acted. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Line(UUID id, String kind, String at, @Nullable Boolean minor, @Nullable Integer seconds) {
    static Line of(DeskEvent event) {
      return new Line(
          event.id(),
          event.kind(),
          event.at().toString(),
          event.minor() ? true : null,
          event.seconds());
    }

    /** The entry from the other side's point of view. */
    DeskEvent there() {
      return new DeskEvent(id, false, kind, Instant.parse(at), Boolean.TRUE.equals(minor), seconds);
    }
  }

  record Proposed(String crossing, String agreement, String at) {}

  record Logged(Line log) {}

  record Nothing() {}

  /**
   * A shift began or ended.
   *
   * @param waits points that nobody on that side holds now
   */
  record Shift(UUID id, boolean begins, List<UUID> waits, Line log) {}

  /**
   * An entry of the book.
   *
   * @param point whose task it is: {@code none}, {@code sender} or {@code recipient}
   */
  record Entry(UUID id, String kind, String words, String point, Line log) {}

  /**
   * A change of a point.
   *
   * @param state {@code held}, {@code late} or {@code done}
   */
  record Point(UUID entry, String state, Line log) {}

  /** A screening with its content, whose bytes both sides sign. */
  record Screening(UUID desk, int revision, String content, Line log) {}

  /** One side signed the content with this digest. */
  record Signed(UUID desk, int revision, String digest, Line log) {}
}
