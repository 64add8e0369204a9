package org.passerelle.protect.sharing.handover;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.outbox.RejectedMessage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Messages between the two sides of a hand-over; described in docs/federation.md. */
public final class HandOverMessages {
  public static final String ACKNOWLEDGED = "handover.acknowledged";
  public static final String STEP = "handover.step";
  public static final String CLOSED = "handover.closed";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private HandOverMessages() {}

  /** Serialises a message. */
  public static String json(Object message) {
    return JSON.writeValueAsString(message);
  }

  /**
   * Parses a message.
   *
   * @throws RejectedMessage if the content does not match the type
   */
  public static <T> T read(String json, Class<T> kind) {
    try {
      return JSON.readValue(json, kind);
    } catch (JacksonException e) {
      throw new RejectedMessage(RejectedMessage.Why.CONTENT, "");
    }
  }

  /** The recipient has acknowledged and can be called. */
  public record Acknowledged(String contact) {}

  /** The hand-over is closed, with the code of its outcome. */
  public record Closed(String outcome) {}

  /** A recorded step as sent; empty fields are omitted. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Recorded(
      UUID id,
      String step,
      String state,
      @Nullable String on,
      @Nullable String result,
      @Nullable String authority,
      @Nullable String means,
      @Nullable String escort,
      @Nullable String meeting,
      @Nullable String place,
      @Nullable String words,
      @Nullable String hour,
      @Nullable String giver,
      @Nullable String told,
      @Nullable String language) {

    /** Builds the message of a step. */
    public static Recorded of(UUID id, RecordedStep.Draft draft) {
      LocalDate on = draft.on();
      RecordedStep.Details said = draft.details();
      return new Recorded(
          id,
          draft.step().code(),
          draft.state(),
          on == null ? null : on.toString(),
          said.result(),
          said.authority(),
          said.means(),
          said.escort(),
          said.meeting(),
          said.place(),
          said.words(),
          orNull(said.hour()),
          orNull(said.giver()),
          orNull(said.told()),
          orNull(said.language()));
    }

    /**
     * The step in this message.
     *
     * @throws RejectedMessage if the step is unknown
     */
    public RecordedStep.Draft draft() {
      return new RecordedStep.Draft(
          Step.of(step)
              .orElseThrow(
                  () -> new RejectedMessage(RejectedMessage.Why.UNKNOWN_CODE, "step:" + step)),
          state,
          on == null ? null : LocalDate.parse(on),
          new RecordedStep.Details(
              or(result),
              or(authority),
              or(means),
              or(escort),
              or(meeting),
              or(place),
              or(words),
              or(hour),
              or(giver),
              or(told),
              or(language)));
    }

    private static @Nullable String orNull(String said) {
      return said.isEmpty() ? null : said;
    }

    private static String or(@Nullable String said) {
      return said == null ? "" : said;
    }
  }
}
