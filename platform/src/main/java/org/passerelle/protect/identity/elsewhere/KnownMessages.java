package org.passerelle.protect.identity.elsewhere;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.intersection.Kind;
import org.passerelle.outbox.Outbox;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages of the question whether a person is known; their schemas are in
 * docs/federation/messages. Points, tokens and keys are base64url without padding.
 */
final class KnownMessages {
  static final String WANTED = "known.wanted";
  static final String OFFERED = "known.offered";
  static final String RAISED = "known.raised";
  static final String ASKED = "known.asked";
  static final String LOST = "known.lost";
  static final String ANSWERED = "known.answered";
  static final String ENDED = "known.ended";

  /** Points per message; stays below the size limit of an envelope with two layers of base64. */
  static final int POINTS_OF_A_PART = 10_000;

  /** Maximum number of files in a set. */
  static final int MOST_FILES = 200_000;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private KnownMessages() {}

  /**
   * The asker has questions for the day and requests the set.
   *
   * @param near key of the round for near matches, if both sides allow them
   */
  record Wanted(UUID round, String day, @Nullable String near) {
    LocalDate on() {
      return LocalDate.parse(day);
    }
  }

  /** A part of the masked set, with the signed commitment for the whole. */
  record Offered(
      UUID round,
      int files,
      int tokens,
      String digest,
      String signature,
      int part,
      int parts,
      String points) {
    /** Whether the numbers of tokens, files and parts are consistent. */
    boolean fits() {
      return files >= 0
          && files <= MOST_FILES
          && tokens >= 0
          && tokens <= files * Kind.MOST_OF_A_FILE
          && parts == Parts.of(tokens);
    }

    /** Whether another part belongs to the same commitment. */
    boolean sameWhole(Offered other) {
      return files == other.files
          && tokens == other.tokens
          && digest.equals(other.digest)
          && signature.equals(other.signature)
          && parts == other.parts;
    }
  }

  /** A part of the raised set. */
  record RaisedPart(UUID round, String digest, String key, int part, int parts, String points) {
    boolean sameWhole(RaisedPart other) {
      return digest.equals(other.digest) && key.equals(other.key) && parts == other.parts;
    }
  }

  /**
   * Questions.
   *
   * @param until last day of a watch; null for a single question
   */
  record Asked(
      UUID round, String purpose, String basis, @Nullable String until, List<Marked> questions) {
    Asked {
      questions = List.copyOf(questions);
    }
  }

  /**
   * A question as blinded by the engine.
   *
   * @param near encoding under the key of the round, if both sides allow near matches
   */
  record Marked(UUID question, String nonce, String marks, @Nullable String near) {}

  /** The asked side no longer has the set for questions of a round. */
  record Lost(UUID round) {}

  /** Released answers. */
  record Answered(List<Answer> answers) {
    Answered {
      answers = List.copyOf(answers);
    }
  }

  /**
   * An answer.
   *
   * @param band {@code likely}, {@code possible}, or {@code none} if nothing is released
   * @param contact whom to call; only for the first two
   */
  record Answer(UUID question, String band, @Nullable String contact) {}

  /** A question is no longer open. */
  record Ended(UUID question) {}

  static <T> T read(String payload, Class<T> type) {
    return JSON.readValue(payload, type);
  }

  static String write(Object message) {
    return JSON.writeValueAsString(message);
  }

  static String text(byte[] octets) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
  }

  static byte[] octets(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  /** A message that is about no person. */
  static Outbox.Outgoing outgoing(String type, UUID about, UUID from, UUID to, Object message) {
    return new Outbox.Outgoing(type, 1, about, from, to, null, null, write(message));
  }
}
