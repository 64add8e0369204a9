package org.passerelle.prevent.tip;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tip without its content.
 *
 * @param code by which colleagues name it; it opens nothing
 * @param organisation whose team has it
 * @param writer the key to which answers are sealed
 * @param due when somebody has to look at it, or null once it is closed
 * @param danger whether its writer said that somebody is in danger now
 * @param sealedBy {@code browser} or {@code server}
 * @param category form of exploitation, or null before it was assessed
 * @param holder colleague who has it, or null
 * @param duplicate code of the tip that says the same, or null
 * @param screening the screening that was begun from it, or null
 * @param added the newest part that its writer added and the team has not read, or null
 * @param partner the partner that reported it, or null
 * @param sector that partner's sector, or null
 */
public record Tip(
    UUID id,
    String code,
    UUID organisation,
    String writer,
    Instant arrived,
    @Nullable Instant due,
    boolean danger,
    String sealedBy,
    String stage,
    @Nullable String category,
    @Nullable String urgency,
    @Nullable UUID holder,
    @Nullable String sameMark,
    @Nullable Instant firstRead,
    @Nullable String outcome,
    @Nullable Instant closed,
    @Nullable String duplicate,
    @Nullable UUID screening,
    @Nullable UUID added,
    @Nullable UUID partner,
    @Nullable String sector) {
  /** Stages in their order. */
  public static final List<String> STAGES = List.of("arrived", "assessment", "follow_up", "closed");

  /** Stages from which a second organisation may read. */
  public static final List<String> SHARED = List.of("assessment", "follow_up");

  /** How urgent it is, with the time within which something has to happen. */
  public static final Map<String, Duration> URGENCIES =
      Map.of("now", Duration.ofHours(4), "soon", Duration.ofDays(3), "later", Duration.ofDays(14));

  /** Outcomes that an officer chooses with a reason. */
  public static final List<String> REASONED = List.of("advised", "aside", "duplicate", "spam");

  /** Sectors of partners that report. */
  public static final List<String> SECTORS =
      List.of("airline", "hotel", "platform", "labour_inspectorate", "transport", "telecom");

  /** Within what time a tip is read. */
  public static final Duration READ = Duration.ofHours(72);

  /** The same if somebody is in danger. */
  public static final Duration READ_IN_DANGER = Duration.ofHours(1);

  /** Within what time it is read. */
  public static Duration within(boolean danger) {
    return danger ? READ_IN_DANGER : READ;
  }

  public boolean isClosed() {
    return closed != null;
  }

  /** Whether nobody of the team has read it. */
  public boolean isUnread() {
    return firstRead == null;
  }

  /** Whether its writer can no longer add to it. */
  boolean isHeldOff() {
    return "spam".equals(outcome);
  }
}
